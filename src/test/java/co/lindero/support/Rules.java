package co.lindero.support;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.source.LoadKind;
import co.lindero.ingest.source.Target;
import co.lindero.norm.Quantity;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Norms, use rules and activities of a plan, written row by row as a spreadsheet would hold them, then published. */
public final class Rules {
    private final TestDatabase database;
    private final Town town;
    private final String plan;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private ObjectNode row = document;

    Rules(TestDatabase database, Town town, String plan) {
        this.database = database;
        this.town = town;
        this.plan = plan;
        document.put("municipality", town.municipality()).put("plan", plan);
        document.putArray("norms");
        document.putArray("uses");
        document.putArray("ciiu");
    }

    private void begin(String list) {
        row = document.withArray(list).addObject();
    }

    /**
     * Begins a norm.
     *
     * @param scope such as {@code activity-area/AR-2}; empty for the whole municipality; two joined by {@code +}
     * @param demand such as {@code floors <= 3}; without figure where only cited
     */
    public Rules norm(String scope, String demand) {
        begin("norms");
        String[] zones = scope.isEmpty() ? new String[0] : scope.split("\\+", -1);
        for (int i = 0; i < zones.length; i++) {
            String prefix = i == 0 ? "scope_" : "scope2_";
            with(prefix + "theme", zones[i].split("/", -1)[0]).with(prefix + "zone", zones[i].split("/", -1)[1]);
        }
        String[] words = demand.split(" ", -1);
        with("quantity", words[0]).with("operator", words[1]);
        with("unit", Quantity.find(words[0]).orElseThrow().unit());
        if (words.length > 2) {
            row.put("value", new BigDecimal(words[2]));
        }
        return this;
    }

    /** Begins a use rule, such as {@code C-1 condicionado}. */
    public Rules use(String scope, String rule) {
        begin("uses");
        if (!scope.isEmpty()) {
            with("scope_theme", scope.split("/", -1)[0]).with("scope_zone", scope.split("/", -1)[1]);
        }
        return with("category", rule.split(" ", -1)[0]).with("regime", rule.split(" ", -1)[1]);
    }

    /** Begins a line of the activity table. */
    public Rules activity(String ciiu, String category) {
        begin("ciiu");
        return with("ciiu", ciiu).with("category", category);
    }

    /** Sets a column of the row begun last. */
    public Rules with(String column, String value) {
        row.put(column, value);
        return this;
    }

    /** Loads each table that has rows, as a planner does, in place of the plan's table of that kind. */
    public Town publish() {
        load();
        return town;
    }

    /** Loads as {@link #publish()}; returns what the loads said. */
    public String load() {
        StringBuilder said = new StringBuilder();
        for (LoadKind kind : List.of(LoadKind.NORMS, LoadKind.USES, LoadKind.CIIU)) {
            if (!document.get(kind.word()).isEmpty()) {
                said.append(town.done(command(kind, write(kind).toString())));
            }
        }
        return said.toString();
    }

    /** Loads one table, whatever comes of it. */
    public CliRun run(LoadKind kind) {
        return town.run(command(kind, write(kind).toString()));
    }

    /** Returns the folder where the loads leave their reports. */
    public Path reports() {
        return town.folder("report");
    }

    private String[] command(LoadKind kind, String file) {
        return town.withMunicipality(
                List.of("load", kind.word(), file, "--plan", plan, "--dataset", kind.word()),
                "--report",
                reports().toString());
    }

    private Path write(LoadKind kind) {
        Path file = town.folder("rules").resolve(kind.word() + ".csv");
        List<String> columns = kind.targets().stream().map(Target::name).toList();
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(columns);
            for (JsonNode row : document.get(kind.word())) {
                row.fieldNames()
                        .forEachRemaining(
                                name -> assertThat(columns).as("columns").contains(name));
                csv.writeRecord(columns.stream().map(name -> cell(row, name)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static String cell(JsonNode row, String column) {
        boolean source = column.equals("act") || column.equals("article");
        String standard = !source ? "" : column.equals("act") ? "Acuerdo 1 de 2005" : row.has("quantity") ? "45" : "46";
        return row.path(column).asText(standard);
    }

    /** Publishes all, in place of all that the plan had, past the checks of a load: for rows that a load refuses. */
    public Town publishUnchecked() {
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement(Files.readString(Path.of("sql/fixture/publish_rules.sql")))) {
            statement.setString(1, Json.write(document));
            statement.executeUpdate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return town;
    }
}
