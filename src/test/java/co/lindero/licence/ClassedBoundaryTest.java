package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.licence.SiteStore.Cadastre;
import co.lindero.licence.SiteStore.Site;
import co.lindero.licence.boundary.Boundary;
import co.lindero.licence.boundary.Boundary.Surroundings;
import co.lindero.licence.boundary.BoundaryPiece;
import co.lindero.licence.boundary.Facing;
import co.lindero.licence.boundary.LotFigures;
import co.lindero.platform.db.Database;
import co.lindero.support.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** How boundaries are classed, on lots of every shape: each in a municipality of its own, around the origin. */
class ClassedBoundaryTest {
    private static final String MOVED = "ST_Multi(ST_SetSRID(ST_Translate(?::geometry, 4628000, 1935000), 9377))";

    private static final double REACH_M = 3;

    private static TestDatabase database;
    private static Database open;
    private static int next = 10_000;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        open = database.open();
    }

    @AfterAll
    static void drop() {
        open.close();
        database.close();
    }

    /** Publishes a lot and its neighbours; a neighbour may carry its condition: {@code Via POLYGON(...)}. */
    private static String town(String lot, String... neighbours) {
        String municipality = Integer.toString(next++);
        open.write(handle -> {
            handle.execute(
                    "INSERT INTO lindero.dataset (municipality, kind, name, coverage_kind, pub_from)"
                            + " VALUES (?, 'parcels', 'd', 'municipality', 1)",
                    municipality);
            parcel(handle, municipality, "lot", "NPH", lot);
            for (int i = 0; i < neighbours.length; i++) {
                int at = neighbours[i].indexOf("POLYGON");
                String condition =
                        at == 0 ? "NPH" : neighbours[i].substring(0, at).strip();
                parcel(handle, municipality, "n" + i, condition, neighbours[i].substring(at));
            }
            return municipality;
        });
        return municipality;
    }

    private static void parcel(Handle handle, String municipality, String number, String condition, String wkt) {
        handle.execute(
                "INSERT INTO lindero.parcel (municipality, dataset, number, condition, geom, planar_m2, ellipsoid_m2, valid,"
                        + " content_hash, pub_from) VALUES (?, 'd', ?, ?, " + MOVED
                        + ", 1, 1, '(,)', gen_random_uuid(), 1)",
                municipality,
                number,
                condition,
                wkt);
    }

    /** Returns each class with the length of its pieces, in the order of their names; a reason after a colon. */
    private static String classes(String municipality, @Nullable String fronts) {
        Map<String, Double> lengths = new TreeMap<>();
        for (BoundaryPiece piece : boundary(municipality, fronts)) {
            String said = piece.side().code()
                    + (piece.front() == null ? "" : " " + piece.front())
                    + (piece.reason() == null ? "" : ":" + piece.reason());
            lengths.merge(said, piece.lengthM(), Double::sum);
        }
        return lengths.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %.3f", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static List<BoundaryPiece> boundary(String municipality, @Nullable String fronts) {
        SiteStore store = new SiteStore();
        Cadastre cadastre = new Cadastre(municipality, LocalDate.of(2026, 11, 22), 1);
        return open.read(handle -> {
            long lot = handle.createQuery(
                            "SELECT id FROM lindero.parcel WHERE municipality = :municipality AND number = 'lot'")
                    .bind("municipality", municipality)
                    .mapTo(Long.class)
                    .one();
            Site site = store.getSite(handle, List.of(lot), cadastre, REACH_M);
            return Boundary.list(
                    site.geom(),
                    new Surroundings(List.of(), site.neighbours(), store.getKnownGround(handle, cadastre), REACH_M),
                    fronts == null ? null : moved(fronts));
        });
    }

    private static Geometry moved(String wkt) {
        try {
            return AffineTransformation.translationInstance(4_628_000, 1_935_000)
                    .transform(new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static String classes(String municipality) {
        return classes(municipality, null);
    }

    private static final String LOT = "POLYGON((0 0, 10 0, 10 20, 0 20, 0 0))";
    private static final String WEST = "POLYGON((-10 0, 0 0, 0 20, -10 20, -10 0))";
    private static final String EAST = "POLYGON((10 0, 20 0, 20 20, 10 20, 10 0))";
    private static final String NORTH = "POLYGON((-10 20, 20 20, 20 40, -10 40, -10 20))";

    @Test
    void aLotBetweenNeighboursHasAFrontTwoSidesAndARear() {
        assertThat(classes(town(LOT, WEST, EAST, NORTH))).isEqualTo("front 1 10.000, rear 10.000, side 40.000");
    }

    @Test
    void aRoadParcelIsPublicAndAnotherIsNot() {
        String south = "POLYGON((-10 -10, 20 -10, 20 0, -10 0, -10 -10))";
        assertThat(classes(town(LOT, WEST, EAST, NORTH, "Via " + south))).startsWith("front 1 10.000");
        assertThat(classes(town(LOT, WEST, EAST, NORTH, "Bien_Uso_Publico " + south)))
                .startsWith("front 1 10.000");
        assertThat(classes(town(LOT, WEST, EAST, NORTH, south))).isEqualTo("side_or_rear:no-front 60.000");
    }

    @Test
    void anInformalPlotIsIgnored() {
        assertThat(classes(town(LOT, WEST, EAST, NORTH, "Informal POLYGON((0 -5, 10 -5, 10 0, 0 0, 0 -5))")))
                .startsWith("front 1 10.000");
    }

    @Test
    void aNeighbourNearerThanTheReachClosesTheFront() {
        assertThat(classes(town(LOT, WEST, EAST, NORTH, "POLYGON((0 -9, 10 -9, 10 -2.9, 0 -2.9, 0 -9))")))
                .isEqualTo("side_or_rear:no-front 60.000");
        assertThat(classes(town(LOT, WEST, EAST, NORTH, "POLYGON((0 -9, 10 -9, 10 -3.1, 0 -3.1, 0 -9))")))
                .startsWith("front 1 10.000");
    }

    @Test
    void aBoundaryIsCutWhereTheNeighbourEnds() {
        String west = "POLYGON((-10 5, 0 5, 0 20, -10 20, -10 5))";
        assertThat(classes(town(LOT, west, EAST, NORTH)))
                .isEqualTo("front 1 10.000, front 2 5.000, side 15.000, side_or_rear:several-fronts 30.000");
    }

    @Test
    void aCornerLotHasTwoFrontsAndItsRearMustBeStated() {
        String municipality = town(LOT, EAST, NORTH);
        assertThat(classes(municipality))
                .isEqualTo("front 1 20.000, front 2 10.000, side_or_rear:several-fronts 30.000");
        assertThat(classes(municipality, "POINT(5 0)")).isEqualTo("front 1 10.000, rear 10.000, side 40.000");
        assertThat(classes(municipality, "POINT(0 5)")).isEqualTo("front 1 20.000, rear 20.000, side 20.000");
    }

    @Test
    void aChamferIsNoFrontOfItsOwn() {
        assertThat(classes(town("POLYGON((2 0, 10 0, 10 20, 0 20, 0 2, 2 0))", EAST, NORTH)))
                .isEqualTo("front 0 2.828, front 1 18.000, front 2 8.000, side_or_rear:several-fronts 30.000");
    }

    @Test
    void aFlagLotFacesTheStreetWithItsPole() {
        assertThat(classes(town(
                        "POLYGON((0 0, 3 0, 3 10, 15 10, 15 25, 0 25, 0 0))",
                        "POLYGON((3 0, 15 0, 15 10, 3 10, 3 0))",
                        "POLYGON((-10 0, 0 0, 0 25, -10 25, -10 0))",
                        "POLYGON((15 0, 25 0, 25 25, 15 25, 15 0))",
                        "POLYGON((-10 25, 25 25, 25 40, -10 40, -10 25))")))
                .isEqualTo("front 1 3.000, rear 15.000, side 62.000");
    }

    @Test
    void aCurvedFrontIsOneFront() {
        String arc = "POLYGON((-5 0, -3 -0.6, -1 -0.9, 1 -0.9, 3 -0.6, 5 0, 5 20, -5 20, -5 0))";
        assertThat(classes(town(
                        arc,
                        "POLYGON((-15 0, -5 0, -5 20, -15 20, -15 0))",
                        "POLYGON((5 0, 15 0, 15 20, 5 20, 5 0))",
                        "POLYGON((-15 20, 15 20, 15 40, -15 40, -15 20))")))
                .startsWith("front 1 10.2")
                .endsWith("rear 10.000, side 40.000");
    }

    @Test
    void aTriangleWithItsBaseToTheStreetHasNoRear() {
        assertThat(classes(town(
                        "POLYGON((0 0, 20 0, 10 30, 0 0))",
                        "POLYGON((-10 0, 0 0, 10 30, 20 0, 30 0, 30 50, -10 50, -10 0))")))
                .isEqualTo("front 1 20.000, side 63.246");
    }

    @Test
    void anObliqueBoundaryIsNotSure() {
        // the boundary to the north turns 45 degrees from the rear
        assertThat(classes(town(
                        "POLYGON((0 0, 10 0, 10 10, 0 20, 0 0))",
                        WEST,
                        "POLYGON((10 0, 20 0, 20 30, -10 30, -10 20, 0 20, 10 10, 10 0))")))
                .isEqualTo("front 1 10.000, side 30.000, side_or_rear:oblique 14.142");
    }

    /** The side to the west moves in by 2 m and goes on: what joins its two stretches faces backward, and is no rear for it. */
    @Test
    void aStepWithinASideIsNotSure() {
        String stepped = town(
                "POLYGON((0 0,10 0,10 30,2 30,2 15,0 15,0 0))",
                "POLYGON((-10 0,0 0,0 15,2 15,2 30,-10 30,-10 0))",
                "POLYGON((10 0,20 0,20 30,10 30,10 0))",
                "POLYGON((-10 30,20 30,20 40,-10 40,-10 30))");
        assertThat(classes(stepped)).isEqualTo("front 1 10.000, rear 8.000, side 60.000, side_or_rear:step 2.000");
        // of 5 m it is a rear of its own
        String deep = town(
                "POLYGON((0 0,20 0,20 30,5 30,5 15,0 15,0 0))",
                "POLYGON((-10 0,0 0,0 15,5 15,5 30,-10 30,-10 0))",
                "POLYGON((20 0,30 0,30 30,20 30,20 0))",
                "POLYGON((-10 30,30 30,30 40,-10 40,-10 30))");
        assertThat(classes(deep)).isEqualTo("front 1 20.000, rear 20.000, side 60.000");
        // a lot whose whole rear is short has a rear: its sides look away from each other
        String narrow = town(
                "POLYGON((0 0,4 0,4 30,0 30,0 0))",
                "POLYGON((-10 0,0 0,0 30,-10 30,-10 0))",
                "POLYGON((4 0,14 0,14 30,4 30,4 0))",
                "POLYGON((-10 30,14 30,14 40,-10 40,-10 30))");
        assertThat(classes(narrow)).isEqualTo("front 1 4.000, rear 4.000, side 60.000");
    }

    @Test
    void aHoleIsClassedByWhatLiesInIt() {
        String lot = "POLYGON((0 0, 10 0, 10 20, 0 20, 0 0), (4 8, 4 12, 6 12, 6 8, 4 8))";
        assertThat(classes(town(lot, WEST, EAST, NORTH)))
                .isEqualTo("front 1 10.000, rear 10.000, side 40.000, unknown:hole-without-parcel 12.000");
        assertThat(classes(town(lot, WEST, EAST, NORTH, "POLYGON((4 8, 6 8, 6 12, 4 12, 4 8))")))
                .isEqualTo("front 1 10.000, rear 10.000, side 52.000");
    }

    @Test
    void whatTheCoverageDoesNotReachIsUnknown() {
        String municipality = town(LOT, WEST, EAST, NORTH);
        open.write(handle -> handle.execute(
                "UPDATE lindero.dataset SET coverage_kind = 'polygon', coverage = " + MOVED + " WHERE municipality = ?",
                "POLYGON((-10 0, 20 0, 20 40, -10 40, -10 0))",
                municipality));
        assertThat(classes(municipality)).isEqualTo("side_or_rear:no-front 50.000, unknown:outside-coverage 10.000");
    }

    @Test
    void ringsMayBeReversedAndBeginAnywhere() {
        String plain = classes(town(LOT, EAST, NORTH));
        assertThat(classes(town("POLYGON((0 0, 0 20, 10 20, 10 0, 0 0))", EAST, NORTH)))
                .isEqualTo(plain);
        assertThat(classes(town("POLYGON((5 0, 10 0, 10 20, 0 20, 0 0, 5 0))", EAST, NORTH)))
                .isEqualTo(plain);
        assertThat(classes(town("POLYGON((0 7, 0 0, 10 0, 10 20, 0 20, 0 7))", EAST, NORTH)))
                .isEqualTo(plain);
    }

    @Test
    void aSlitOfTheLotItselfIsANotch() {
        // its two sides face one another; its end, deeper than the reach, faces the street
        assertThat(classes(town("POLYGON((0 0, 4 0, 4 5, 4.1 5, 4.1 0, 10 0, 10 20, 0 20, 0 0))", WEST, EAST, NORTH)))
                .isEqualTo(
                        "front 1 5.900, front 2 4.000, front 3 0.100, rear 10.000, side 40.000, unknown:narrow-notch 10.000");
    }

    @Test
    void aJointOfDrawingIsNoSetbackLine() {
        assertThat(classes(town("POLYGON((0 0, 4 0, 4 5, 4.01 5, 4.01 0, 10 0, 10 20, 0 20, 0 0))", WEST, EAST, NORTH)))
                .contains("joined 10.000");
    }

    /** Its next side runs almost along the ray and meets it further out: the road lies between the two. */
    @Test
    void aShortPieceBeforeARoadIsAFrontAlsoBesideACornerIntoTheLot() {
        String front = "-8766.403 -5920.009, -8766.928 -5918.816, -8779.944 -5924.685, -8782.995 -5905.256";
        String lot = "POLYGON((" + front + ", -8700 -5870, -8680 -5880, -8766.403 -5920.009))";
        String road = "Via POLYGON((" + front + ", -8820 -5906, -8820 -5960, -8766.403 -5920.009))";
        assertThat(classes(town(lot, road))).contains("front").doesNotContain("joined");
    }

    @Test
    void depthIsMeasuredAlongTheNormalOfTheFront() {
        Geometry lot = moved("POLYGON((0 0, 10 0, 14 18, -3 20, 0 0))");
        List<LotFigures> figures = LotFigures.list(
                lot, List.of(front("LINESTRING(6 0, 0 0)", 6), front("LINESTRING(10 0, 6 0)", 4)), false);
        assertThat(figures).hasSize(1);
        assertThat(figures.get(0).lengthM()).isEqualTo(10.0);
        assertThat(figures.get(0).depthM()).isCloseTo(20.0, Offset.offset(1e-9));
    }

    private static BoundaryPiece front(String wkt, double lengthM) {
        return new BoundaryPiece(
                BoundaryPiece.Side.FRONT, null, 1, lengthM, -90, Facing.OPEN, false, (LineString) moved(wkt));
    }
}
