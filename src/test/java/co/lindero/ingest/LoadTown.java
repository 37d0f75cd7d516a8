package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.db.NumberScheme;
import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A database of municipality 76130 that a test loads into by the command line, and looks into by SQL. */
final class LoadTown implements AutoCloseable {
    static final String MUNICIPALITY = "76130";

    private final Path folder;
    private final TestDatabase database;
    private int reports;

    private LoadTown(Path folder, TestDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** An empty database. */
    static LoadTown empty(Path folder) {
        return new LoadTown(folder, TestDatabase.create());
    }

    /** An empty database of another country: its own reference system, parcels numbered at will. */
    static LoadTown foreign(Path folder, int srid) {
        return new LoadTown(folder, TestDatabase.create(srid, NumberScheme.FREE));
    }

    /** With the municipal limit, a square of 10 km about the corner of {@link Plots}. */
    static LoadTown withLimit(Path folder) {
        LoadTown town = empty(folder);
        town.plots(
                "limite", Plots.metres().box(-5_000, -5_000, 5_000, 5_000, "code", MUNICIPALITY, "kind", "municipio"));
        assertThat(town.load("territories", "limite").code()).isZero();
        return town;
    }

    /** With the limit, plan P and a partitioning theme. */
    static LoadTown withPlan(Path folder) {
        LoadTown town = withLimit(folder);
        town.run("plan", "add", "--code", "P", "--act", "Acuerdo 1 de 2005", "--from", "2005-06-01");
        town.run(
                "plan",
                "theme",
                "add",
                "--plan",
                "P",
                "--theme",
                "activity-area",
                "--title",
                "Área de actividad",
                "--partition",
                "--coverage",
                "municipality");
        town.run(
                "plan",
                "theme",
                "add",
                "--plan",
                "P",
                "--theme",
                "heritage",
                "--title",
                "Patrimonio",
                "--coverage",
                "municipality");
        return town;
    }

    TestDatabase database() {
        return database;
    }

    Map<String, String> env() {
        Map<String, String> env = new HashMap<>(database.env());
        env.put("LINDERO_MUNICIPALITY", MUNICIPALITY);
        env.put("LINDERO_VAR", folder.resolve("var").toString());
        return env;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path plots(String name, Plots plots) {
        return plots.write(folder.resolve(name + ".geojson"));
    }

    Path text(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CliRun run(String... arguments) {
        return CliRun.of(env(), arguments);
    }

    /** Loads a GeoJSON file of the folder, or a file by its name where it has an extension. */
    Loaded load(String kind, String name, String... options) {
        Path report = folder.resolve("report-" + ++reports);
        List<String> arguments = new ArrayList<>(List.of("load", kind));
        arguments.add(
                folder.resolve(name.contains(".") ? name : name + ".geojson").toString());
        arguments.addAll(List.of(options));
        if (!arguments.contains("--report")) {
            arguments.addAll(List.of("--report", report.toString()));
        }
        return new Loaded(CliRun.of(env(), arguments.toArray(String[]::new)), report);
    }

    Loaded loadZones(String name, String... options) {
        List<String> all = new ArrayList<>(List.of("--plan", "P", "--theme", "activity-area"));
        all.addAll(List.of(options));
        return load("zones", name, all.toArray(String[]::new));
    }

    /** What a load did, as its report tells. */
    record Loaded(CliRun run, Path report) {
        int code() {
            return run.code();
        }

        JsonNode json() {
            try {
                return Json.read(Files.readString(report.resolve("report.json")));
            } catch (IOException e) {
                throw new UncheckedIOException(run.out() + run.err(), e);
            }
        }

        long publication() {
            return json().path("publication").asLong();
        }

        /** Findings as "LEVEL code record", in the order of the report. */
        List<String> findings() {
            List<String> lines = new ArrayList<>();
            json().path("findings")
                    .forEach(finding -> lines.add(finding.path("level").asText() + " "
                            + finding.path("code").asText()
                            + (finding.path("record").isNull()
                                    ? ""
                                    : " " + finding.path("record").asText())));
            return lines;
        }

        JsonNode finding(String code) {
            for (JsonNode finding : json().path("findings")) {
                if (finding.path("code").asText().equals(code)) {
                    return finding;
                }
            }
            throw new AssertionError("no " + code + " in " + findings());
        }

        /** Rows added, closed and unchanged, and records kept aside. */
        List<Long> counts() {
            JsonNode counts = json().path("counts");
            return List.of(
                    counts.path("added").asLong(),
                    counts.path("closed").asLong(),
                    counts.path("unchanged").asLong(),
                    counts.path("quarantined").asLong());
        }

        String detail(String code, String member) {
            return finding(code).path("detail").path(member).asText();
        }
    }

    long count(String sql) {
        return Long.parseLong(list(sql).get(0));
    }

    /** Rows as text, columns joined by a blank. */
    List<String> list(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                lines.add(String.join(" ", cells));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long currentParcels() {
        return count("SELECT count(*) FROM lindero.parcel WHERE pub_to IS NULL");
    }

    long workspaces() {
        return count("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'lindero\\_load\\_%'");
    }

    @Override
    public void close() {
        database.close();
    }
}
