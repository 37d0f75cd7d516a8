package co.lindero.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.lindero.platform.db.NumberScheme;
import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The 204 lots of a district of Lima with an invented table of norms: frontage, setbacks and occupation of every building, each held
 * against what JTS measures on the stored geometries, and every class of boundary against a ray of its own. Runs where
 * {@code LINDERO_REAL_DATA} names the folder.
 */
@Tag("real-data")
@EnabledIfEnvironmentVariable(named = "LINDERO_REAL_DATA", matches = ".+")
class LimaChecksTest {
    private static final String SET = "foreign_pairs/pe_catastro_urbano/";
    private static final String TOWN = "150112";
    private static final double REACH_M = 3;
    private static final double LENGTH_M = 0.0001;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static final Map<String, Geometry> LOTS = new TreeMap<>();
    private static final Map<String, Double> REGISTERED_M2 = new TreeMap<>();
    private static final Map<String, Geometry> BUILDINGS = new TreeMap<>();
    private static final Map<String, JsonNode> ANSWERS = new TreeMap<>();

    @BeforeAll
    static void askForEveryLot() throws IOException, SQLException, ParseException {
        database = TestDatabase.create(32718, NumberScheme.FREE);
        load("parcels", real("tg_lote.geojson"), "--mapping", "docs/examples/mappings/lima-lotes.yaml");
        load("buildings", real("tg_edifica.geojson"), "--mapping", "docs/examples/mappings/lima-edificios.yaml");
        cli(
                0,
                "plan",
                "add",
                "--municipality",
                TOWN,
                "--code",
                "P",
                "--act",
                "Acuerdo 1 de 2010",
                "--from",
                "2010-01-01");
        cli(
                0,
                "plan",
                "theme",
                "add",
                "--municipality",
                TOWN,
                "--plan",
                "P",
                "--theme",
                "activity-area",
                "--title",
                "Uso",
                "--partition",
                "--accuracy",
                "0.10",
                "--coverage",
                "municipality");
        String zone = write("zone.geojson", """
                {"type": "FeatureCollection", "features": [{"type": "Feature",
                 "properties": {"code": "R", "act": "Acuerdo 1 de 2010", "article": "1"},
                 "geometry": {"type": "Polygon", "coordinates":
                  [[[-77.06, -11.99], [-77.04, -11.99], [-77.04, -11.975], [-77.06, -11.975], [-77.06, -11.99]]]}}]}
                """);
        load("zones", zone, "--plan", "P", "--theme", "activity-area");
        load("norms", write("norms.csv", """
                scope_theme;scope_zone;quantity;operator;value;unit;act;article
                activity-area;R;occupation_index;<=;0,7;ratio;Acuerdo 1 de 2010;2
                activity-area;R;front_setback_m;>=;1;m;Acuerdo 1 de 2010;3
                activity-area;R;side_setback_m;>=;0,5;m;Acuerdo 1 de 2010;3
                activity-area;R;rear_setback_m;>=;2;m;Acuerdo 1 de 2010;3
                activity-area;R;lot_frontage_m;>=;8;m;Acuerdo 1 de 2010;4
                """), "--plan", "P");
        readStored();
        ask();
    }

    @AfterAll
    static void drop() {
        if (database != null) {
            database.close();
        }
    }

    private static String real(String name) {
        return Path.of(Objects.requireNonNull(System.getenv("LINDERO_REAL_DATA")), SET + name)
                .toString();
    }

    private static String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static void load(String kind, String file, String... more) {
        List<String> args = new ArrayList<>(List.of("load", kind, file, "--municipality", TOWN));
        args.addAll(List.of(more));
        args.addAll(List.of("--report", folder.resolve("report").toString()));
        CliRun run = CliRun.of(database.env(), args.toArray(String[]::new));
        assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
    }

    private static CliRun cli(int code, String... args) {
        CliRun run = CliRun.of(database.env(), args);
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
        return run;
    }

    private static void readStored() throws SQLException, ParseException {
        WKBReader reader = new WKBReader();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery(
                    "SELECT number, registered_area_m2, ST_AsBinary(geom) AS geom FROM lindero.parcel WHERE pub_to IS NULL")) {
                while (rows.next()) {
                    LOTS.put(rows.getString("number"), reader.read(rows.getBytes("geom")));
                    REGISTERED_M2.put(rows.getString("number"), rows.getDouble("registered_area_m2"));
                }
            }
            try (var rows = statement.executeQuery(
                    "SELECT parcel, ST_AsBinary(geom) AS geom FROM lindero.building WHERE pub_to IS NULL ORDER BY number")) {
                while (rows.next()) {
                    BUILDINGS.merge(rows.getString("parcel"), reader.read(rows.getBytes("geom")), Geometry::union);
                }
            }
        }
    }

    /** Asks for all lots at once, each with what stands on it as the footprint. */
    private static void ask() throws IOException {
        StringBuilder questions = new StringBuilder();
        for (String lot : LOTS.keySet()) {
            ObjectNode question = JsonNodeFactory.instance.objectNode().put("municipality", TOWN);
            question.putArray("parcels").add(lot);
            question.putObject("licence")
                    .put("class", "construccion")
                    .putArray("modalities")
                    .add("obra_nueva");
            ObjectNode proposal = question.putObject("proposal").put("crs", "EPSG:32718");
            Geometry building = BUILDINGS.get(lot);
            if (building != null) {
                proposal.set("footprint", geoJson(building));
            }
            questions.append(Json.write(question)).append('\n');
        }
        CliRun run = cli(1, "check", "--bulk", write("questions.ndjson", questions.toString()));
        assertThat(run.err()).contains("rechazadas: 0");
        List<String> lots = List.copyOf(LOTS.keySet());
        List<String> lines = run.out().lines().toList();
        for (int i = 0; i < lots.size(); i++) {
            ANSWERS.put(lots.get(i), Json.read(lines.get(i)));
        }
    }

    private static ObjectNode geoJson(Geometry areas) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", "MultiPolygon");
        ArrayNode polygons = json.putArray("coordinates");
        for (int i = 0; i < areas.getNumGeometries(); i++) {
            Polygon area = (Polygon) areas.getGeometryN(i);
            ArrayNode rings = polygons.addArray();
            ring(area.getExteriorRing(), rings.addArray());
            for (int hole = 0; hole < area.getNumInteriorRing(); hole++) {
                ring(area.getInteriorRingN(hole), rings.addArray());
            }
        }
        return json;
    }

    private static void ring(LineString line, ArrayNode ring) {
        for (Coordinate place : line.getCoordinates()) {
            ring.addArray().add(place.x).add(place.y);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode finding(String lot, String quantity) {
        return list(ANSWERS.get(lot).get("findings")).stream()
                .filter(finding -> finding.get("quantity").asText().equals(quantity))
                .findFirst()
                .orElse(JsonNodeFactory.instance.missingNode());
    }

    private static List<JsonNode> pieces(String lot, String side) {
        return list(ANSWERS.get(lot).at("/site/boundary")).stream()
                .filter(piece -> side.isEmpty() || piece.get("class").asText().equals(side))
                .toList();
    }

    private static LineString line(JsonNode piece) {
        JsonNode ends = piece.at("/geometry/coordinates");
        return SHAPES.createLineString(new Coordinate[] {place(ends.get(0)), place(ends.get(1))});
    }

    private static Coordinate place(JsonNode position) {
        return new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
    }

    @Test
    void everyLotIsAnsweredAndItsBoundaryIsWhole() {
        assertThat(ANSWERS).hasSize(204);
        LOTS.forEach((lot, geometry) -> {
            double along = pieces(lot, "").stream()
                    .mapToDouble(piece -> piece.get("lengthM").asDouble())
                    .sum();
            assertThat(along).as(lot).isCloseTo(geometry.getLength(), within(0.005));
            assertThat(ANSWERS.get(lot).at("/site/planarM2").asDouble())
                    .as(lot)
                    .isCloseTo(geometry.getArea(), within(0.0001));
        });
    }

    /** Going outward from the middle of a piece, JTS meets another lot within 3 m, or does not: then it is a front. */
    @Test
    void aPieceIsAFrontWhereNoOtherLotLiesWithinThreeMetres() {
        STRtree lots = new STRtree();
        LOTS.forEach((number, geometry) -> lots.insert(geometry.getEnvelopeInternal(), Map.entry(number, geometry)));
        int judged = 0;
        for (String lot : LOTS.keySet()) {
            for (JsonNode piece : pieces(lot, "")) {
                LineString line = line(piece);
                // what grazes a corner of a neighbour is decided by less than a millimetre
                if (line.getLength() < 0.05 || piece.get("class").asText().matches("unknown|joined")) {
                    continue;
                }
                LineString ray = outward(line);
                boolean meets = ((List<?>) lots.query(ray.getEnvelopeInternal()))
                        .stream()
                                .map(entry -> (Map.Entry<?, ?>) entry)
                                .filter(entry -> !entry.getKey().equals(lot))
                                .map(entry -> (Geometry) entry.getValue())
                                .anyMatch(other -> other.intersection(ray).getLength() > 0.0005);
                assertThat(piece.get("class").asText().equals("front"))
                        .as(lot + " " + line)
                        .isNotEqualTo(meets);
                judged++;
            }
        }
        assertThat(judged).isGreaterThan(1000);
    }

    /** The boundary runs with the inside to its right. */
    private static LineString outward(LineString line) {
        Coordinate from = line.getCoordinateN(0);
        Coordinate to = line.getCoordinateN(1);
        double length = line.getLength();
        Coordinate middle = new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2);
        return SHAPES.createLineString(new Coordinate[] {
            middle,
            new Coordinate(middle.x - (to.y - from.y) / length * REACH_M, middle.y + (to.x - from.x) / length * REACH_M)
        });
    }

    @Test
    void occupationIsTheAreaOfTheBuildingsOverThatOfTheLot() {
        BUILDINGS.forEach((lot, building) -> {
            JsonNode occupation = finding(lot, "occupation_index");
            double expected = building.getArea() / REGISTERED_M2.get(lot);
            assertThat(occupation.path("actual").asDouble()).as(lot).isCloseTo(expected, within(0.000_001));
            assertThat(occupation.path("verdict").asText())
                    .as(lot + " " + expected)
                    .isEqualTo(expected <= 0.7 ? "complies" : "does_not_comply");
        });
        assertThat(BUILDINGS).hasSizeGreaterThan(150);
    }

    @Test
    void aSetbackIsTheDistanceThatJtsMeasuresToThePiecesOfItsClass() {
        int sure = 0;
        for (Map.Entry<String, Geometry> building : BUILDINGS.entrySet()) {
            for (String side : List.of("front", "side", "rear")) {
                JsonNode setback = finding(building.getKey(), side + "_setback_m");
                List<JsonNode> own = pieces(building.getKey(), side);
                boolean open = !pieces(building.getKey(), "unknown").isEmpty()
                        || (!side.equals("front")
                                && !pieces(building.getKey(), "side_or_rear").isEmpty());
                if (own.isEmpty() || open) {
                    continue;
                }
                double expected = own.stream()
                        .mapToDouble(piece -> line(piece).distance(building.getValue()))
                        .min()
                        .orElseThrow();
                assertThat(setback.path("actual").asDouble())
                        .as(building.getKey() + " " + side)
                        .isCloseTo(expected, within(LENGTH_M));
                sure++;
            }
        }
        assertThat(sure).isGreaterThan(250);
    }

    @Test
    void theFrontageIsThatOfTheFrontsAndNeverMoreThanThePerimeter() {
        LOTS.forEach((lot, geometry) -> {
            JsonNode frontage = finding(lot, "lot_frontage_m");
            double fronts = pieces(lot, "front").stream()
                    .filter(piece -> piece.get("front").asInt() > 0)
                    .mapToDouble(piece -> line(piece).getLength())
                    .sum();
            if (frontage.path("actual").isNumber()) {
                assertThat(frontage.get("actual").asDouble())
                        .as(lot)
                        .isPositive()
                        .isLessThanOrEqualTo(geometry.getLength() + LENGTH_M)
                        .isLessThanOrEqualTo(fronts + LENGTH_M);
            } else {
                assertThat(fronts).as(lot).isZero();
            }
        });
    }

    /** What cannot be judged says why, and what is open in the boundary says so on the piece. */
    @Test
    void everyLotIsClassedOrSaysWhyNot() {
        Map<String, Integer> reasons = new TreeMap<>();
        LOTS.keySet().forEach(lot -> {
            pieces(lot, "").forEach(piece -> {
                boolean open = piece.get("class").asText().matches("unknown|side_or_rear");
                assertThat(piece.get("reason").isTextual()).as(lot + piece).isEqualTo(open);
                if (open) {
                    reasons.merge(piece.get("reason").asText(), 1, Integer::sum);
                }
            });
            list(ANSWERS.get(lot).get("findings")).stream()
                    .filter(finding -> finding.get("verdict").asText().equals("not_evaluable"))
                    .forEach(finding -> assertThat(finding.get("missing").size() > 0
                                    || finding.get("message").asText().contains("No es seguro"))
                            .as(lot + finding)
                            .isTrue());
        });
        assertThat(reasons.keySet()).contains("several-fronts", "no-front", "narrow-notch");
        assertThat(reasons.toString().toLowerCase(Locale.ROOT)).doesNotContain("outside-coverage");
    }
}
