package co.lindero.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.lindero.platform.db.Database;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The ground of a theme by level is cut into pieces that never lie over one another, and found without comparing each with each. */
class LevelGroundTest {
    private static final String FLOOD = "hazard-flood";
    /** Cutting rounds corners to about 1e-9 m; along these outlines that is under a thousandth of what is printed. */
    private static final double M2 = 0.00001;

    private static TestDatabase database;
    private static Database open;
    private static Town town;

    @BeforeAll
    static void fill() {
        database = TestDatabase.create();
        town = Town.planned(database);
        town.territories()
                .territory("municipio", town.municipality())
                .geometry(disc(500, 500, 700))
                .load();
        town.theme(FLOOD)
                .zones(FLOOD)
                .zone("Media")
                .with("n", 1)
                .geometry(disc(300, 300, 200))
                .zone("Media")
                .with("n", 2)
                .geometry(disc(450, 300, 180))
                .zone("Alta")
                .geometry(disc(380, 380, 90))
                .zone("Baja")
                .rect(360, 360, 20, 20)
                .load("--accuracy", "0.1", "--coverage", "municipality");
        town.theme("hazard-flash-flood")
                .zones("hazard-flash-flood")
                .zone("Baja")
                .appliesTo("municipality")
                .zone("Alta")
                .geometry(disc(380, 380, 90))
                .load("--accuracy", "0.1", "--coverage", "municipality");
        town.theme("hazard-mass-movement")
                .zones("hazard-mass-movement")
                .zone("Baja")
                .appliesTo("municipality")
                .zone("Media")
                .appliesTo("municipality")
                .zone("Alta")
                .geometry(disc(380, 380, 90))
                .load("--accuracy", "0.1", "--coverage", "municipality");
        open = database.open();
    }

    @AfterAll
    static void drop() {
        open.close();
        database.close();
    }

    /** A disc of 800 corners, which is cut into pieces. */
    private static Geometry disc(double x, double y, double radius) {
        return new GeometryFactory().createPoint(new Coordinate(x, y)).buffer(radius, 200);
    }

    private static Map<String, Object> of(String theme) {
        return Map.of("municipality", town.municipality(), "theme", theme);
    }

    /** Areas by rank, the highest rank first, as text for a list of numbers. */
    private static List<Double> areas(String sql, String theme) {
        return open.read(handle ->
                handle.createQuery(sql).bindMap(of(theme)).mapTo(Double.class).list());
    }

    private static List<Double> pieces(String theme) {
        return areas("""
                SELECT sum(ST_Area(l.geom)) FROM lindero.level_ground(:municipality, '{P1}', :theme, '2026-11-29', 1000) l
                GROUP BY l.rank ORDER BY l.rank DESC
                """, theme);
    }

    private static void assertAreas(List<Double> found, List<Double> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).isCloseTo(expected.get(i), within(M2));
        }
    }

    @Test
    void eachPlaceLiesUnderTheHighestLevelAndIsCountedOnce() {
        List<Double> reached = areas("""
                SELECT ST_Area(ST_Union(z.geom)) FROM lindero.zone z
                JOIN (VALUES (3), (2), (1)) AS r (rank) ON lindero.zone_rank(z.code, z.attributes) >= r.rank
                WHERE z.municipality = :municipality AND z.theme = :theme GROUP BY r.rank ORDER BY r.rank DESC
                """, FLOOD);
        assertAreas(
                pieces(FLOOD),
                List.of(reached.get(0), reached.get(1) - reached.get(0), reached.get(2) - reached.get(1)));
        assertThat(pieces(FLOOD).get(2)).as("wholly under Alta, and there").isEqualTo(0);
    }

    @Test
    void aStatementForTheMunicipalityIsTheGroundThatNothingHigherTakes() {
        List<Double> ground = areas("""
                SELECT ST_Area(a.geom) AS area FROM lindero.zone a WHERE a.municipality = :municipality AND a.theme = :theme
                    AND a.geom IS NOT NULL
                UNION ALL
                SELECT ST_Area(t.geom) FROM lindero.territory t WHERE t.municipality = :municipality
                ORDER BY area
                """, "hazard-flash-flood");
        assertAreas(pieces("hazard-flash-flood"), List.of(ground.get(0), ground.get(1) - ground.get(0)));
    }

    @Test
    void ofTwoStatementsForTheMunicipalityTheHigherHasTheGround() {
        List<Double> one = pieces("hazard-flash-flood");
        assertAreas(pieces("hazard-mass-movement"), List.of(one.get(0), one.get(1), 0.0));
    }

    @Test
    void boxesThatMeetAreFoundOnceWhateverTheirSizes() {
        Set<String> found = new TreeSet<>();
        Set<String> expected = new TreeSet<>();
        // boxes on half metres touch often; some are points, one holds all others, one is none
        String boxes = """
                SELECT array_agg(CASE WHEN i = 7 THEN NULL ELSE ST_MakeEnvelope(x, y, x + w, y + h)::box2d END ORDER BY i)
                FROM (
                    SELECT i, CASE i WHEN 9 THEN -1000 ELSE (i * 37 %% 400) / 2.0 END AS x,
                           CASE i WHEN 9 THEN -900 ELSE (i * 53 %% 380) / 2.0 - 60 END AS y,
                           CASE i WHEN 9 THEN 5000 ELSE (i * 11 %% 9) / 2.0 END AS w,
                           CASE i WHEN 9 THEN 5000 ELSE (i * 29 %% 13) / 2.0 END AS h
                    FROM generate_series(%d, %d) AS i
                ) b
                """;
        String lists = "WITH l AS MATERIALIZED (SELECT (" + boxes.formatted(1, 300) + ") AS a, ("
                + boxes.formatted(200, 420) + ") AS b)";
        open.read(handle -> handle.createQuery(lists + " SELECT m.this || ' ' || m.that FROM l"
                                + " CROSS JOIN LATERAL lindero.meeting_boxes(l.a, l.b) m")
                        .mapTo(String.class)
                        .list())
                .forEach(pair -> assertThat(found.add(pair)).as(pair).isTrue());
        expected.addAll(open.read(
                handle -> handle.createQuery(lists + """
                         SELECT i.place || ' ' || o.place
                        FROM l
                        CROSS JOIN LATERAL unnest(l.a) WITH ORDINALITY AS i (box, place)
                        CROSS JOIN LATERAL unnest(l.b) WITH ORDINALITY AS o (box, place)
                        WHERE i.box::geometry && o.box::geometry
                        """).mapTo(String.class).list()));
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(220);
    }

    @Test
    void listsOfNothingMeetNothing() {
        List<Integer> counts =
                open.read(handle -> handle.createQuery("""
                        SELECT count(*) FROM lindero.meeting_boxes('{}', '{}') m
                        """).mapTo(Integer.class).list());
        assertThat(counts).containsExactly(0);
    }
}
