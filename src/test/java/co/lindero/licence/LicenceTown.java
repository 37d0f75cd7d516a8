package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.GeoFile;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A town with norms, asked by the command {@code check}. Its block: lot 0045 of 10 x 20 m between 0046 (west), 0047 (east) and
 * 0048 (north), a street of 10 m without parcel to the south, and 0049 across it.
 */
final class LicenceTown {
    private final TestDatabase database;
    private final Town town;

    private LicenceTown(TestDatabase database, Town town) {
        this.database = database;
        this.town = town;
    }

    static LicenceTown in(TestDatabase database) {
        return new LicenceTown(database, Town.planned(database));
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
        return norm("P1", "activity-area", zone, quantity, operator, value);
    }

    LicenceTown norm(String plan, String theme, String zone, String quantity, String operator, @Nullable String value) {
        return insert("""
                INSERT INTO lindero.norm (municipality, plan, dataset, scope_theme, scope_zone, quantity, operator, value,
                                          unit, act, article, valid, content_hash, pub_from)
                VALUES (?, ?, 'norms', ?, ?, ?, ?, ?::numeric, '', 'Acuerdo 1 de 2005', '45', '(,)', gen_random_uuid(), 1)
                """, town.municipality(), plan, theme, zone, quantity, operator, value);
    }

    LicenceTown use(String zone, String category, String regime, @Nullable String text) {
        return insert("""
                INSERT INTO lindero.use_rule (municipality, plan, dataset, scope_theme, scope_zone, category, regime, act,
                                              article, source_text, valid, content_hash, pub_from)
                VALUES (?, 'P1', 'uses', 'activity-area', ?, ?, ?, 'Acuerdo 1 de 2005', '50', ?, '(,)', gen_random_uuid(), 1)
                """, town.municipality(), zone, category, regime, text);
    }

    private LicenceTown insert(String sql, @Nullable String... values) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Question ask(String... plots) {
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
            try {
                Path file = TestDatabase.HOME.resolve("question-" + town.municipality() + ".json");
                Files.write(file, Json.bytes(json));
                return town.run("check", file.toString(), "--format", "json");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Check check() {
            CliRun run = run();
            assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
            return new Check(Json.read(run.out()));
        }

        /** Returns what the refusal says. */
        String refusal() {
            CliRun run = run();
            assertThat(run.code()).as(run.out() + run.err()).isEqualTo(2);
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
