package co.lindero.investment;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A municipality 76130 of a test's own with a bank of projects, filled by commands and CSV texts. Places are metres east and north of a corner. */
final class Bank implements AutoCloseable {
    static final String MUNICIPALITY = "76130";
    static final double X = 4_628_000;
    static final double Y = 1_935_000;

    private final TestDatabase database = TestDatabase.create();
    private final Path folder;
    private int reports;

    Bank(Path folder) {
        this.folder = folder;
    }

    TestDatabase database() {
        return database;
    }

    CliRun run(String... command) {
        return CliRun.of(database.env(), command);
    }

    /** Runs a command that must do its work, findings or not. */
    String done(String... command) {
        CliRun run = run(command);
        assertThat(run.code())
                .as("%s%n%s%n%s", List.of(command), run.out(), run.err())
                .isIn(0, 1);
        return run.out();
    }

    Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** WKT of a rectangle. */
    static String box(double x, double y, double width, double height) {
        double west = X + x;
        double south = Y + y;
        return "POLYGON((%s %s,%s %s,%s %s,%s %s,%s %s))"
                .formatted(
                        west,
                        south,
                        west + width,
                        south,
                        west + width,
                        south + height,
                        west,
                        south + height,
                        west,
                        south);
    }

    static String point(double x, double y) {
        return "POINT(" + (X + x) + " " + (Y + y) + ")";
    }

    static String line(double... xy) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            places.add((X + xy[i]) + " " + (Y + xy[i + 1]));
        }
        return "LINESTRING(" + String.join(",", places) + ")";
    }

    /** Loads a CSV text of any kind; a column wkt is geometry in the storage system. */
    Loaded load(String kind, String csv, String... options) {
        Path report = folder.resolve("report-" + ++reports);
        Path file = file(kind + reports + ".csv", csv);
        List<String> command = new ArrayList<>(List.of("load", kind, file.toString(), "--municipality", MUNICIPALITY));
        command.addAll(List.of("--report", report.toString()));
        if (!List.of(options).contains("--dataset")) {
            command.addAll(List.of("--dataset", kind));
        }
        if (csv.lines().findFirst().orElse("").contains("wkt")) {
            command.addAll(List.of("--crs", "EPSG:9377"));
        }
        command.addAll(Arrays.asList(options));
        return new Loaded(run(command.toArray(String[]::new)), report);
    }

    /** Loads projects: a header and rows. */
    Loaded projects(String... lines) {
        return load("projects", String.join("\n", lines) + "\n");
    }

    /** Two corregimientos of 1000 m by 1000 m side by side within the limit, and a vereda in the first. */
    Bank territories() {
        String csv = "code;kind;name;population;wkt\n"
                + MUNICIPALITY + ";municipio;Candelaria;1000;" + box(0, 0, 3000, 1000) + "\n"
                + "C1;corregimiento;Uno;200;" + box(0, 0, 1000, 1000) + "\n"
                + "C2;corregimiento;Dos;0;" + box(1000, 0, 1000, 1000) + "\n"
                + "V1;vereda;Vereda uno;50;" + box(0, 0, 500, 1000) + "\n";
        Loaded loaded = load("territories", csv);
        assertThat(loaded.run().code())
                .as(loaded.run().out() + loaded.run().err())
                .isIn(0, 1);
        return this;
    }

    /** Rows as text, columns joined by a bar. */
    List<String> list(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(row.stream().map(String::valueOf).collect(Collectors.joining("|")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return rows;
    }

    @Override
    public void close() {
        database.close();
    }

    /** What a load did, as its report tells. */
    record Loaded(CliRun run, Path report) {
        int code() {
            return run.code();
        }

        Loaded published() {
            assertThat(code()).as(run.out() + run.err()).isIn(0, 1);
            return this;
        }

        JsonNode json() {
            try {
                return Json.read(Files.readString(report.resolve("report.json")));
            } catch (IOException e) {
                throw new UncheckedIOException(run.out() + run.err(), e);
            }
        }

        /** Findings as "LEVEL code record field", in the order of the report; the field where there is one. */
        List<String> findings() {
            List<String> lines = new ArrayList<>();
            json().path("findings").forEach(finding -> {
                JsonNode field = finding.path("detail").path("field");
                lines.add(finding.path("level").asText() + " "
                        + finding.path("code").asText()
                        + (finding.path("record").isNull()
                                ? ""
                                : " " + finding.path("record").asText())
                        + (field.isMissingNode() ? "" : " " + field.asText()));
            });
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
    }
}
