package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.norm.Quantity;
import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.GeoFile;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A town with norms, asked by the command {@code check}. Its block: lot 0045 of 10 x 20 m between 0046 (west), 0047 (east) and
 * 0048 (north), a street of 10 m without parcel to the south, and 0049 across it.
 */
final class LicenceTown {
    private static final JsonSchema SCHEMA = schema();

    private final Town town;
    private final Map<Table, List<String>> rows = new LinkedHashMap<>();

    private LicenceTown(Town town) {
        this.town = town;
    }

    /** A planner's table: norms or uses of a plan. */
    private record Table(String kind, String plan) {}

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("docs/schemas/licence-check.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LicenceTown in(TestDatabase database) {
        return new LicenceTown(Town.planned(database));
    }

    static LicenceTown block(TestDatabase database) {
        LicenceTown made = in(database);
        made.town
                .parcels()
                .parcel("0045")
                .rect(0, 0, 10, 20)
                .parcel("0046")
                .rect(-10, 0, 10, 20)
                .parcel("0047")
                .rect(10, 0, 10, 20)
                .parcel("0048")
                .rect(-10, 20, 30, 20)
                .parcel("0049")
                .rect(-10, -50, 30, 40)
                .load();
        return made;
    }

    Town town() {
        return town;
    }

    /** A partition of activity areas: one zone AR-2 over everything. */
    LicenceTown residential() {
        town.theme(
                "activity-area",
                "--partition",
                "--accuracy",
                "0.10",
                "--coverage",
                "municipality",
                "--min-width",
                "0.10");
        town.zones("activity-area").zone("AR-2").rect(-500, -500, 1000, 1000).load();
        return this;
    }

    LicenceTown norm(String zone, String quantity, String operator, @Nullable String value) {
        return norm("P1", zone, quantity, operator, value, "");
    }

    LicenceTown norm(
            String plan, String zone, String quantity, String operator, @Nullable String value, String condition) {
        String unit = Quantity.find(quantity).orElseThrow().unit();
        rows.computeIfAbsent(new Table("norms", plan), any -> new ArrayList<>())
                .add(String.join(
                        ";",
                        "activity-area",
                        zone,
                        quantity,
                        operator,
                        value == null ? "" : value,
                        unit,
                        "\"" + condition + "\"",
                        "Acuerdo 1 de 2005",
                        "45"));
        return this;
    }

    LicenceTown use(String zone, String category, String regime, @Nullable String text) {
        rows.computeIfAbsent(new Table("uses", "P1"), any -> new ArrayList<>())
                .add(String.join(
                        ";",
                        "activity-area",
                        zone,
                        category,
                        regime,
                        "Acuerdo 1 de 2005",
                        "50",
                        text == null ? "" : text));
        return this;
    }

    /** Loads the tables that were written since the last question. */
    private void load() {
        rows.forEach((table, lines) -> {
            String header = table.kind().equals("norms")
                    ? "scope_theme;scope_zone;quantity;operator;value;unit;condition;act;article"
                    : "scope_theme;scope_zone;category;regime;act;article;text";
            Path file =
                    TestDatabase.HOME.resolve(table.kind() + "-" + table.plan() + "-" + town.municipality() + ".csv");
            try {
                Files.writeString(file, header + "\n" + String.join("\n", lines) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            town.done(
                    "load",
                    table.kind(),
                    file.toString(),
                    "--municipality",
                    town.municipality(),
                    "--plan",
                    table.plan(),
                    "--report",
                    TestDatabase.HOME.resolve("report-" + town.municipality()).toString());
        });
        rows.clear();
    }

    Question ask(String... plots) {
        load();
        return new Question(List.of(plots));
    }

    /** A question being written. */
    final class Question {
        private final ObjectNode json = JsonNodeFactory.instance.objectNode();
        private final ObjectNode licence;
        private final ObjectNode proposal;

        private Question(List<String> plots) {
            ArrayNode parcels = json.putArray("parcels");
            plots.forEach(plot -> parcels.add(town.number(plot)));
            licence = json.putObject("licence").put("class", "construccion").put("filedOn", "2026-11-22");
            licence.putArray("modalities").add("obra_nueva");
            proposal = json.putObject("proposal").put("crs", "EPSG:9377");
        }

        Question with(String member, Object value) {
            proposal.set(member, Json.tree(value));
            return this;
        }

        Question licence(String member, Object value) {
            licence.set(member, Json.tree(value));
            return this;
        }

        Question root(String member, Object value) {
            json.set(member, Json.tree(value));
            return this;
        }

        /** Draws a rectangle; metres from the corner of the town. */
        Question footprint(double x, double y, double width, double height) {
            proposal.set("footprint", rectangle(x, y, width, height));
            return this;
        }

        Question front(double x, double y) {
            ObjectNode point = proposal.putObject("fronts").put("type", "Point");
            point.putArray("coordinates").add(easting(x)).add(northing(y));
            return this;
        }

        ObjectNode json() {
            return json;
        }

        CliRun run() {
            return run("json");
        }

        /** Asks for a form of answer. */
        CliRun run(String format) {
            try {
                Path file = TestDatabase.HOME.resolve("question-" + town.municipality() + ".json");
                Files.write(file, Json.bytes(json));
                return town.run("check", file.toString(), "--format", format);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Check check() {
            CliRun run = run();
            assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
            JsonNode answer = Json.read(run.out());
            assertThat(SCHEMA.validate(answer)).isEmpty();
            return new Check(answer);
        }

        /** Returns what the refusal says. */
        String refusal() {
            CliRun run = run();
            assertThat(run.code()).as(run.out() + run.err()).isEqualTo(4);
            return run.out() + run.err();
        }
    }

    static ObjectNode rectangle(double x, double y, double width, double height) {
        ObjectNode polygon = JsonNodeFactory.instance.objectNode().put("type", "Polygon");
        ArrayNode ring = polygon.putArray("coordinates").addArray();
        double[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}};
        for (double[] corner : corners) {
            ring.addArray()
                    .add(easting(x).add(decimal(width).multiply(decimal(corner[0]))))
                    .add(northing(y).add(decimal(height).multiply(decimal(corner[1]))));
        }
        return polygon;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }

    static BigDecimal easting(double x) {
        return decimal(GeoFile.EASTING).add(decimal(x));
    }

    static BigDecimal northing(double y) {
        return decimal(GeoFile.NORTHING).add(decimal(y));
    }

    /** An answer. */
    record Check(JsonNode json) {
        String verdict() {
            return json.get("verdict").asText();
        }

        private static List<JsonNode> list(JsonNode array) {
            return StreamSupport.stream(array.spliterator(), false).toList();
        }

        /** Returns the findings on a quantity. */
        List<JsonNode> on(String quantity) {
            return list(json.get("findings")).stream()
                    .filter(f -> f.get("quantity").asText().equals(quantity))
                    .toList();
        }

        JsonNode one(String quantity) {
            assertThat(on(quantity)).as(json.toPrettyString()).hasSize(1);
            return on(quantity).get(0);
        }

        /** Returns the verdict, the figure and the margin of the only finding on a quantity, then what is missing. */
        String said(String quantity) {
            JsonNode finding = one(quantity);
            List<String> said = new ArrayList<>(List.of(finding.get("verdict").asText()));
            for (String member : List.of("actual", "margin")) {
                if (!finding.get(member).isNull()) {
                    said.add(finding.get(member).asText());
                }
            }
            finding.get("missing").forEach(input -> said.add(input.asText()));
            return String.join(" ", said);
        }

        List<JsonNode> kind(String kind) {
            return list(json.get("findings")).stream()
                    .filter(f -> f.get("kind").asText().equals(kind))
                    .toList();
        }

        /** Returns the verdicts of the protective findings on a theme. */
        List<String> protection(String theme) {
            return kind("protection").stream()
                    .filter(f -> f.get("theme").asText().equals(theme))
                    .map(f -> f.get("verdict").asText())
                    .toList();
        }

        /** Returns what was considered and not applied: zone, quantity and code. */
        List<String> notApplied() {
            return list(json.get("notApplied")).stream()
                    .map(n -> n.get("zone").asText() + " " + n.get("quantity").asText() + " "
                            + n.get("code").asText())
                    .toList();
        }
    }
}
