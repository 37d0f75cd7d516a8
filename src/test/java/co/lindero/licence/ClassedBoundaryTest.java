package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.db.Database;
import co.lindero.platform.db.Sql;
import co.lindero.support.TestDatabase;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How boundaries are classed, on lots of every shape: each in a municipality of its own, around the origin. */
class ClassedBoundaryTest {
    private static final String MOVED = "ST_Multi(ST_SetSRID(ST_Translate(?::geometry, 4628000, 1935000), 9377))";

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
    private static String classes(String municipality, String fronts) {
        String sql = """
                SELECT string_agg(c.said, ', ' ORDER BY c.said)
                FROM (SELECT b.class || CASE WHEN b.front IS NOT NULL THEN ' ' || b.front ELSE '' END
                             || coalesce(':' || b.reason, '') || ' ' || round(sum(b.length_m)::numeric, 3) AS said
                      FROM lindero.parcel p
                      CROSS JOIN lindero.classed_boundary(p.geom, ARRAY[p.id], :municipality, '2026-11-22', 1, 3,
                          ST_SetSRID(ST_Translate(CAST(:fronts AS geometry), 4628000, 1935000), 9377)) b
                      WHERE p.municipality = :municipality AND p.number = 'lot'
                      GROUP BY b.class, b.front, b.reason) c
                """;
        return open.read(handle -> {
            try (Query query = handle.createQuery(sql)) {
                return query.bind("municipality", municipality)
                        .bind("fronts", fronts)
                        .mapTo(String.class)
                        .one();
            }
        });
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
    void depthIsMeasuredAlongTheNormalOfTheFront() {
        List<Map<String, Object>> figures = open.read(handle -> {
            try (Query query = handle.createQuery(Sql.query("licence/list_lot_figures"))) {
                return query.bind("site", hex(handle, "POLYGON((0 0, 10 0, 14 18, -3 20, 0 0))"))
                        .bindArray(
                                "pieces",
                                String.class,
                                hex(handle, "LINESTRING(6 0, 0 0)"),
                                hex(handle, "LINESTRING(10 0, 6 0)"))
                        .bindArray("groups", Integer.class, 1, 1)
                        .bindArray("normals", Double.class, -90.0, -90.0)
                        .mapToMap()
                        .list();
            }
        });
        assertThat(figures).hasSize(1);
        assertThat((Double) figures.get(0).get("length_m")).isEqualTo(10.0);
        assertThat((Double) figures.get(0).get("depth_m")).isCloseTo(20.0, org.assertj.core.data.Offset.offset(1e-9));
    }

    private static String hex(Handle handle, String wkt) {
        try (Query query =
                handle.createQuery("SELECT encode(ST_AsEWKB(ST_SetSRID(CAST(:wkt AS geometry), 9377)), 'hex')")) {
            return query.bind("wkt", wkt).mapTo(String.class).one();
        }
    }
}
