package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.cadastre.ParcelFinder;
import co.lindero.cadastre.ParcelStore;
import co.lindero.plan.PlanStore;
import co.lindero.platform.db.Database;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.publication.KnownAt;
import co.lindero.publication.PublicationStore;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** What must hold of every proposal, on random ones with fixed seeds over lots of several shapes. */
class LicencePropertyTest {
    private static final GeometryFactory JTS = new GeometryFactory();
    private static final List<String> PLOTS = List.of("0045", "0060", "0070", "0080");

    private static TestDatabase database;
    private static Database open;
    private static LicenceTown town;
    private static LicenceService licences;
    private static HeadroomService headroom;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        town = LicenceTown.in(database);
        town.town()
                .parcels()
                // a row house
                .parcel("0045")
                .rect(0, 0, 10, 20)
                .parcel("0046")
                .rect(-10, 0, 10, 20)
                .parcel("0047")
                .rect(10, 0, 10, 20)
                .parcel("0048")
                .rect(-10, 20, 30, 20)
                // a corner lot, cut off at the corner
                .parcel("0060")
                .wkt("POLYGON((103 0, 120 0, 120 25, 100 25, 100 3, 103 0))")
                .parcel("0061")
                .rect(120, 0, 10, 25)
                .parcel("0062")
                .rect(100, 25, 30, 20)
                // an L with a reflex corner
                .parcel("0070")
                .wkt("POLYGON((200 0, 220 0, 220 10, 210 10, 210 30, 200 30, 200 0))")
                .parcel("0071")
                .rect(190, 0, 10, 30)
                .parcel("0072")
                .wkt("POLYGON((220 0, 230 0, 230 40, 190 40, 190 30, 210 30, 210 10, 220 10, 220 0))")
                // the same L elsewhere
                .parcel("0170")
                .wkt(
                        "POLYGON((337.25 211.5, 357.25 211.5, 357.25 221.5, 347.25 221.5, 347.25 241.5, 337.25 241.5, 337.25 211.5))")
                .parcel("0171")
                .rect(327.25, 211.5, 10, 30)
                .parcel("0172")
                .wkt(
                        "POLYGON((357.25 211.5, 367.25 211.5, 367.25 251.5, 327.25 251.5, 327.25 241.5, 347.25 241.5, 347.25 221.5, 357.25 221.5, 357.25 211.5))")
                // oblique, with a curved front
                .parcel("0080")
                .wkt("POLYGON((300 0, 303 -0.8, 306 -1.2, 309 -0.8, 312 0, 316 22, 298 20, 300 0))")
                .parcel("0081")
                .wkt("POLYGON((290 0, 300 0, 298 20, 316 22, 312 0, 330 0, 330 40, 290 40, 290 0))")
                .load();
        town.residential()
                .norm("AR-2", "front_setback_m", ">=", "3")
                .norm("AR-2", "side_setback_m", ">=", "1.5")
                .norm("AR-2", "rear_setback_m", ">=", "2.5")
                .norm("AR-2", "footprint_area_m2", "<=", "150")
                .norm("AR-2", "floors", "<=", "3")
                .norm("AR-2", "height_m", "<=", "9.5");
        town.ask("0045");
        open = database.open();
        licences = new LicenceService(
                open,
                Clock.systemUTC(),
                new PlanStore(),
                new PublicationStore(),
                new ParcelFinder(new ParcelStore()),
                3,
                0,
                new co.lindero.plan.StripStore(co.lindero.plan.StripRules.of("30", "60,45,30")));
        headroom = new HeadroomService(open, licences);
    }

    @AfterAll
    static void drop() {
        open.close();
        database.close();
    }

    private static JsonNode check(String plot, Geometry footprint, int floors, double height) {
        LicenceTown.Question question = town.ask(plot).with("floors", floors).with("heightM", height);
        question.with("footprint", json(footprint));
        return Json.read(licences.check(LicenceQuestionReader.read(question.json()), "test")
                .in(Language.ES));
    }

    private static ObjectNode json(Geometry polygon) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", "Polygon");
        ArrayNode ring = node.putArray("coordinates").addArray();
        for (Coordinate place : ((Polygon) polygon).getExteriorRing().getCoordinates()) {
            ring.addArray().add(place.x).add(place.y);
        }
        return node;
    }

    private static String verdict(JsonNode answer, String quantity) {
        for (JsonNode finding : answer.get("findings")) {
            if (finding.get("quantity").asText().equals(quantity)) {
                return finding.get("verdict").asText();
            }
        }
        return "";
    }

    private static Geometry geometry(JsonNode geojson) {
        List<Polygon> polygons = new ArrayList<>();
        boolean many = geojson.get("type").asText().equals("MultiPolygon");
        for (JsonNode polygon : many ? geojson.get("coordinates") : List.of(geojson.get("coordinates"))) {
            List<Coordinate> ring = new ArrayList<>();
            polygon.get(0)
                    .forEach(place -> ring.add(
                            new Coordinate(place.get(0).asDouble(), place.get(1).asDouble())));
            polygons.add(JTS.createPolygon(ring.toArray(Coordinate[]::new)));
        }
        return JTS.buildGeometry(polygons);
    }

    /** Returns a turned rectangle somewhere in the envelope of a geometry. */
    private static Geometry rectangle(Geometry within, Random random) {
        var box = within.getEnvelopeInternal();
        double x = box.getMinX() + random.nextDouble() * box.getWidth();
        double y = box.getMinY() + random.nextDouble() * box.getHeight();
        double width = 1 + random.nextDouble() * 8;
        double height = 1 + random.nextDouble() * 8;
        Geometry plain = JTS.createPolygon(new Coordinate[] {
            new Coordinate(x - width / 2, y - height / 2),
            new Coordinate(x + width / 2, y - height / 2),
            new Coordinate(x + width / 2, y + height / 2),
            new Coordinate(x - width / 2, y + height / 2),
            new Coordinate(x - width / 2, y - height / 2)
        });
        return random.nextBoolean()
                ? plain
                : AffineTransformation.rotationInstance(random.nextDouble() * Math.PI, x, y)
                        .transform(plain);
    }

    private static void headroomAndCheckAgree(int footprints, long seed) {
        Random random = new Random(seed);
        int inside = 0;
        int outside = 0;
        for (String plot : PLOTS) {
            HeadroomAnswer answer = headroom.answer(
                    new HeadroomService.Question(
                            town.town().number(plot), null, null, new KnownAt.Newest(), null, null),
                    Language.ES);
            JsonNode tree = Json.tree(answer);
            assertThat(tree.at("/parts/0/floorsMax").asInt()).isEqualTo(3);
            Geometry envelope = geometry(tree.at("/parts/0/byFloors/0/envelope"));
            for (int i = 0; i < footprints / PLOTS.size(); i++) {
                Geometry drawn = rectangle(envelope, random);
                JsonNode check;
                try {
                    check = check(plot, drawn, 2, 6);
                } catch (Problem e) {
                    // off the lot: not a question that can be judged
                    assertThat(e.faults().get(0).code()).isEqualTo("outside-site");
                    continue;
                }
                boolean all = List.of("front_setback_m", "side_setback_m", "rear_setback_m").stream()
                        .map(quantity -> verdict(check, quantity))
                        .allMatch("complies"::equals);
                if (drawn.difference(envelope).getArea() < 1e-9) {
                    assertThat(all)
                            .as("within the envelope: %s %s", plot, drawn)
                            .isTrue();
                    inside++;
                } else if (!envelope.buffer(0.001).covers(drawn)) {
                    assertThat(all)
                            .as("beyond the envelope: %s %s", plot, drawn)
                            .isFalse();
                    outside++;
                }
            }
        }
        assertThat(inside).isGreaterThan(footprints / 20);
        assertThat(outside).isGreaterThan(footprints / 20);
    }

    @Test
    void headroomAndCheckAgreeOnRandomFootprints() {
        headroomAndCheckAgree(160, 76_130);
    }

    @Test
    @Tag("bulk")
    void headroomAndCheckAgreeOnTenThousandRandomFootprints() {
        headroomAndCheckAgree(10_000, 20_261_124);
    }

    @Test
    void wordsOfTheQuestionAreAnsweredAsTheyAre() {
        LicenceTown.Question question = town.ask(PLOTS.get(0)).licence("filingNumber", "ñ — 😀 \ud800");
        byte[] answer = licences.check(LicenceQuestionReader.read(question.json()), "test")
                .in(Language.ES);
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("\"filingNumber\":\"ñ — 😀 ?\"");
    }

    @Test
    void theEnvelopeItselfComplies() {
        for (String plot : PLOTS) {
            JsonNode tree = Json.tree(headroom.answer(
                    new HeadroomService.Question(
                            town.town().number(plot), null, null, new KnownAt.Newest(), null, null),
                    Language.ES));
            LicenceTown.Question question = town.ask(plot).with("floors", 1);
            question.with(
                    "footprint",
                    Json.read(tree.at("/parts/0/byFloors/0/envelope").toString()));
            JsonNode check = Json.read(licences.check(LicenceQuestionReader.read(question.json()), "test")
                    .in(Language.ES));
            for (String quantity : List.of("front_setback_m", "side_setback_m", "rear_setback_m")) {
                assertThat(verdict(check, quantity)).as(plot + " " + quantity).isIn("complies", "");
            }
        }
    }

    @Test
    void growingNeverImprovesAVerdict() {
        Random random = new Random(5);
        Geometry lot =
                JTS.toGeometry(new org.locationtech.jts.geom.Envelope(4_628_000, 4_628_010, 1_935_000, 1_935_020));
        List<String> order = List.of("complies", "needs_review", "not_evaluable", "does_not_comply");
        for (int i = 0; i < 25; i++) {
            Geometry small = rectangle(lot, random).intersection(lot);
            Geometry large = small.buffer(random.nextDouble() * 2, 2).intersection(lot);
            int floors = 1 + random.nextInt(4);
            double height = 3 + random.nextDouble() * 8;
            JsonNode before = check("0045", small, floors, height);
            JsonNode after = check("0045", large, floors + random.nextInt(2), height + random.nextDouble());
            for (String quantity :
                    List.of("front_setback_m", "rear_setback_m", "footprint_area_m2", "floors", "height_m")) {
                assertThat(order.indexOf(verdict(after, quantity)))
                        .as(quantity + " " + large)
                        .isGreaterThanOrEqualTo(order.indexOf(verdict(before, quantity)));
            }
        }
    }

    @Test
    void reversingOrRestartingTheRingChangesNothing() {
        Random random = new Random(9);
        Geometry drawn = rectangle(
                JTS.toGeometry(new org.locationtech.jts.geom.Envelope(4_628_003, 4_628_007, 1_935_006, 1_935_012)),
                random);
        List<Coordinate> ring =
                new ArrayList<>(List.of(((Polygon) drawn).getExteriorRing().getCoordinates()));
        List<Coordinate> reversed = new ArrayList<>(ring);
        Collections.reverse(reversed);
        List<Coordinate> restarted = new ArrayList<>(ring.subList(2, 4));
        restarted.addAll(ring.subList(0, 3));
        String plain = figures(check("0045", JTS.createPolygon(ring.toArray(Coordinate[]::new)), 2, 6));
        assertThat(figures(check("0045", JTS.createPolygon(reversed.toArray(Coordinate[]::new)), 2, 6)))
                .isEqualTo(plain);
        assertThat(figures(check("0045", JTS.createPolygon(restarted.toArray(Coordinate[]::new)), 2, 6)))
                .isEqualTo(plain);
    }

    @Test
    void movingParcelAndProposalTogetherChangesNothing() {
        Random random = new Random(17);
        Geometry lot =
                JTS.toGeometry(new org.locationtech.jts.geom.Envelope(4_628_200, 4_628_220, 1_935_000, 1_935_030));
        int judged = 0;
        for (int i = 0; i < 200; i++) {
            Geometry drawn = rectangle(lot, random);
            Geometry moved =
                    AffineTransformation.translationInstance(137.25, 211.5).transform(drawn);
            String here;
            try {
                here = figures(check("0070", drawn, 2, 6));
            } catch (Problem e) {
                assertThat(catchProblem(moved)).isEqualTo(e.faults().get(0).code());
                continue;
            }
            assertThat(figures(check("0170", moved, 2, 6))).as(drawn.toText()).isEqualTo(here);
            judged++;
        }
        assertThat(judged).isGreaterThan(20);
    }

    private static String catchProblem(Geometry footprint) {
        try {
            check("0170", footprint, 2, 6);
            return "judged";
        } catch (Problem e) {
            return e.faults().get(0).code();
        }
    }

    private static String figures(JsonNode answer) {
        StringBuilder all = new StringBuilder(answer.get("verdict").asText());
        answer.get("findings")
                .forEach(f -> all.append('\n')
                        .append(f.get("quantity").asText())
                        .append(' ')
                        .append(f.get("verdict").asText())
                        .append(' ')
                        .append(f.get("actual").asText()));
        return all.toString();
    }
}
