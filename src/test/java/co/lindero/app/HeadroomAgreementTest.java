package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.licence.HeadroomService;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.publication.KnownAt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Headroom and check are one evaluation: on parcels of every shape of the demonstration, what is drawn within the envelope
 * complies with the setbacks and keeps off forbidden ground, and what goes a millimetre beyond does not. The questions are asked
 * in bulk; some of them again one by one.
 */
class HeadroomAgreementTest {
    private static final GeometryFactory JTS = new GeometryFactory();
    private static final Set<String> SETBACKS = Set.of("front_setback_m", "side_setback_m", "rear_setback_m");
    private static final Set<String> REFUSING = Set.of("does_not_comply", "not_evaluable");
    private static final int A_PARCEL = 10;

    /** A shape: condition, corners, rings, parts, how much of its hull it fills, size. */
    private static final String SHAPES = """
            SELECT s.number
            FROM (SELECT p.number, row_number() OVER (
                             PARTITION BY p.condition, least(ST_NPoints(p.geom), 16), ST_NRings(p.geom), ST_NumGeometries(p.geom),
                                          round((ST_Area(p.geom) / ST_Area(ST_ConvexHull(p.geom)) * 4)::numeric),
                                          round(log(ST_Area(p.geom))::numeric)
                             ORDER BY md5(p.number)) AS n
                  FROM lindero.parcel p
                  WHERE p.municipality = '76130' AND p.pub_to IS NULL AND ST_Area(p.geom) > 30
                    AND p.condition NOT IN ('Via', 'Bien_Uso_Publico', 'Informal') AND p.condition NOT LIKE '%%Unidad%%') s
            ORDER BY s.n, md5(s.number)
            LIMIT %d
            """;

    /** A footprint, the envelope it was drawn for, and whether the same norms hold on all of its parcel. */
    private record Drawn(
            String parcel,
            Geometry footprint,
            Geometry envelope,
            Geometry site,
            boolean undivided,
            ObjectNode question) {
        /** Whether it passes the envelope on the site: what passes the site itself is judged by its area (outside-site). */
        boolean isBeyond() {
            return !envelope.buffer(0.001).covers(footprint.intersection(site));
        }
    }

    @Test
    void agreeOnRandomFootprints() throws Exception {
        agree(200, 76_130);
    }

    @Test
    @Tag("bulk")
    void agreeOnTenThousandRandomFootprints() throws Exception {
        agree(10_000, 20_261_124);
    }

    /** A road reservation that is given by its axis crosses this parcel: nothing that is drawn at its headroom may lie on it. */
    @Test
    void theEnvelopeKeepsOffALineThatForbids() throws Exception {
        Services services = Demonstration.loaded().services();
        String parcel = "761300501000100180007900000000";
        List<Drawn> drawn = draw(services, parcel, new Random(1));
        int[] within = new int[1];
        List<JsonNode> answers = askInBulk(services, drawn);
        for (int i = 0; i < drawn.size(); i++) {
            judge(drawn.get(i), answers.get(i), within, new int[1]);
        }
        assertThat(within[0]).isPositive();
    }

    private static void agree(int footprints, long seed) throws Exception {
        Services services = Demonstration.loaded().services();
        Random random = new Random(seed);
        List<Drawn> drawn = new ArrayList<>();
        for (String parcel : parcels(footprints)) {
            if (drawn.size() < footprints) {
                drawn.addAll(draw(services, parcel, random));
            }
        }
        assertThat(drawn).hasSizeGreaterThanOrEqualTo(footprints);
        List<JsonNode> answers = askInBulk(services, drawn);
        int[] within = new int[1];
        int[] beyond = new int[1];
        for (int i = 0; i < drawn.size(); i++) {
            judge(drawn.get(i), answers.get(i), within, beyond);
        }
        assertThat(within[0]).isGreaterThan(footprints / 10);
        assertThat(beyond[0]).isGreaterThan(footprints / 10);
        for (int i = 0; i < drawn.size(); i += drawn.size() / 20) {
            assertAloneAsInBulk(services, drawn.get(i), answers.get(i));
        }
    }

    private static void judge(Drawn drawn, JsonNode answer, int[] within, int[] beyond) {
        if (answer.has("line")) {
            assertThat(answer.at("/errors/0/code").asText())
                    .as(answer.toString())
                    .isEqualTo("outside-site");
            return;
        }
        List<JsonNode> speaking = StreamSupport.stream(answer.get("findings").spliterator(), false)
                .filter(finding -> SETBACKS.contains(finding.get("quantity").asText()) || forbids(finding))
                .toList();
        String said = drawn.parcel() + " " + drawn.footprint() + "\n" + speaking;
        if (drawn.footprint().difference(drawn.envelope()).getArea() < 1e-9) {
            within[0]++;
            assertThat(speaking)
                    .as("within the envelope: " + said)
                    .noneMatch(
                            finding -> REFUSING.contains(finding.get("verdict").asText()));
        } else if (drawn.undivided() && drawn.isBeyond()) {
            beyond[0]++;
            assertThat(speaking)
                    .as("beyond the envelope: " + said)
                    .anyMatch(finding -> !finding.get("verdict").asText().equals("complies"));
        }
    }

    private static boolean forbids(JsonNode finding) {
        return Set.of("riparian-buffer", "urban-protection", "road-reservation")
                        .contains(finding.get("theme").asText())
                || finding.get("message").asText().contains("Riesgo no mitigable");
    }

    private static void assertAloneAsInBulk(Services services, Drawn drawn, JsonNode inBulk) {
        if (!inBulk.has("line")) {
            JsonNode alone = Json.read(new String(
                    services.checks().make(drawn.question(), Language.ES), java.nio.charset.StandardCharsets.UTF_8));
            ((ObjectNode) alone).remove("id");
            ObjectNode bulk = inBulk.deepCopy();
            bulk.remove("id");
            assertThat(alone).isEqualTo(bulk);
        }
    }

    private static List<JsonNode> askInBulk(Services services, List<Drawn> drawn) throws IOException {
        String lines = String.join(
                "\n", drawn.stream().map(one -> Json.write(one.question())).toList());
        List<JsonNode> answers = new ArrayList<>();
        services.bulkChecks()
                .run(new BufferedReader(new StringReader(lines)), line -> answers.add(Json.read(line)), Language.ES);
        assertThat(answers).hasSameSizeAs(drawn);
        return answers;
    }

    private static List<String> parcels(int footprints) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (Connection connection = Demonstration.loaded().testDatabase().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SHAPES.formatted(footprints / A_PARCEL * 2))) {
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
        }
        return numbers;
    }

    /** Draws footprints about the envelopes of a parcel; none where a setback there depends on what the question lacks. */
    private static List<Drawn> draw(Services services, String parcel, Random random) {
        JsonNode headroom = Json.tree(services.headroom()
                .answer(
                        new HeadroomService.Question(parcel, null, null, new KnownAt.Newest(), null, null),
                        Language.ES));
        boolean undecided = StreamSupport.stream(headroom.get("undecided").spliterator(), false)
                .anyMatch(limit -> SETBACKS.contains(limit.get("quantity").asText()));
        JsonNode parts = headroom.get("parts");
        JsonNode storeys = parts.at("/" + random.nextInt(parts.size()) + "/byFloors");
        if (undecided || storeys.isEmpty()) {
            return List.of();
        }
        JsonNode storey = storeys.get(random.nextInt(storeys.size()));
        if (storey.get("envelope").isNull()) {
            return List.of();
        }
        Geometry envelope = geometry(storey.get("envelope"));
        return IntStream.range(0, A_PARCEL)
                .mapToObj(i -> i == 0 ? envelope : rectangle(envelope, random))
                .map(footprint -> new Drawn(
                        parcel,
                        footprint,
                        envelope,
                        geometry(headroom.at("/site/geometry")),
                        parts.size() == 1,
                        question(
                                parcel,
                                storey.get("floors").asInt(),
                                footprint,
                                headroom.get("crs").asText())))
                .toList();
    }

    private static ObjectNode question(String parcel, int floors, Geometry footprint, String crs) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.putArray("parcels").add(parcel);
        question.putObject("licence")
                .put("class", "construccion")
                .putArray("modalities")
                .add("obra_nueva");
        ObjectNode proposal = question.putObject("proposal").put("crs", crs).put("floors", floors);
        proposal.set("footprint", geojson(footprint));
        return question;
    }

    private static Geometry rectangle(Geometry within, Random random) {
        Envelope box = within.getEnvelopeInternal();
        double x = box.getMinX() + random.nextDouble() * box.getWidth();
        double y = box.getMinY() + random.nextDouble() * box.getHeight();
        double width = 0.5 + random.nextDouble() * Math.min(40, box.getWidth() * 0.7);
        double height = 0.5 + random.nextDouble() * Math.min(40, box.getHeight() * 0.7);
        Geometry plain = JTS.toGeometry(new Envelope(x - width / 2, x + width / 2, y - height / 2, y + height / 2));
        return AffineTransformation.rotationInstance(random.nextBoolean() ? 0 : random.nextDouble() * Math.PI, x, y)
                .transform(plain);
    }

    private static ObjectNode geojson(Geometry geometry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", "MultiPolygon");
        ArrayNode polygons = node.putArray("coordinates");
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            ArrayNode rings = polygons.addArray();
            ring(rings.addArray(), polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                ring(rings.addArray(), polygon.getInteriorRingN(hole));
            }
        }
        return node;
    }

    private static void ring(ArrayNode to, LinearRing ring) {
        for (Coordinate place : ring.getCoordinates()) {
            to.addArray().add(place.x).add(place.y);
        }
    }

    private static Geometry geometry(JsonNode geojson) {
        boolean many = geojson.get("type").asText().equals("MultiPolygon");
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode polygon : many ? geojson.get("coordinates") : List.of(geojson.get("coordinates"))) {
            List<LinearRing> rings = new ArrayList<>();
            polygon.forEach(ring -> rings.add(JTS.createLinearRing(StreamSupport.stream(ring.spliterator(), false)
                    .map(place ->
                            new Coordinate(place.get(0).asDouble(), place.get(1).asDouble()))
                    .toArray(Coordinate[]::new))));
            polygons.add(JTS.createPolygon(
                    rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
        }
        return JTS.buildGeometry(polygons);
    }
}
