package co.lindero.landuse;

import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A town of sixty lots with zones of every kind laid over them by a seeded hand: slivers, gaps, overlaps, lines, points. */
final class ManyShapes {
    private static final int LOTS = 60;
    private static final int PER_ROW = 10;
    private static final long SEED = 76_130;

    private ManyShapes() {}

    static List<String> plots() {
        return IntStream.range(0, LOTS).mapToObj("%04d"::formatted).toList();
    }

    static Town town(TestDatabase database) {
        Town town = Town.planned(database)
                .theme("land-class", "--partition")
                .theme("activity-area", "--partition")
                .theme("urban-treatment", "--partition", "--ground", "urbano,expansion_urbana")
                .theme("hazard-flood")
                .theme("hazard-mass-movement")
                .theme("heritage", "--min-area", "2")
                .theme("road-reservation");
        Town.Load parcels = town.parcels();
        for (int i = 0; i < LOTS; i++) {
            parcels.parcel(plots().get(i)).rect(20 * (i % PER_ROW), 12 * Math.floorDiv(i, PER_ROW), 20, 12);
        }
        parcels.load();
        town.zones("land-class")
                .zone("urbano")
                .rect(0, 0, 110, 72)
                .zone("rural")
                .rect(110, 0, 70, 72)
                .load("--accuracy", "1", "--coverage", town.coverage("classed", 0, 0, 190, 72));
        Random random = new Random(SEED);
        cover(town.zones("activity-area"), random, 40, 35, 30).load("--accuracy", "0.2", "--coverage", "municipality");
        cover(town.zones("urban-treatment"), random, 12, 40, 30)
                .load("--accuracy", "0.2", "--coverage", town.coverage("treated", -10, -10, 150, 60));
        cover(town.zones("hazard-flood"), random, 6, 50, 20)
                .load("--accuracy", "7.5", "--coverage", town.coverage("flooded", -10, -10, 300, 70));
        town.zones("hazard-mass-movement").zone("MEDIA").appliesTo("rural").load("--coverage", "municipality");
        cover(town.zones("heritage"), random, 60, 2, 0.4).load("--accuracy", "0.3", "--coverage", "municipality");
        Town.Load roads = town.zones("road-reservation");
        for (int i = 0; i < 12; i++) {
            roads.zone("V-" + i % 4)
                    .wkt("LINESTRING(%d %d, %d %d)"
                            .formatted(
                                    random.nextInt(200), random.nextInt(72), random.nextInt(200), random.nextInt(72)));
            roads.zone("N-" + i % 3).wkt("POINT(%d %d)".formatted(10 * random.nextInt(20), random.nextInt(72)));
        }
        return roads.load("--accuracy", "1", "--coverage", "municipality");
    }

    /** Random rectangles of five codes on a grid of a tenth of a metre, so that many share edges with lots. */
    private static Town.Load cover(Town.Load zones, Random random, int count, double width, double height) {
        for (int i = 0; i < count; i++) {
            zones.zone("Z-" + i % 5)
                    .with("n", i)
                    .rect(
                            random.nextInt(1900) / 10.0,
                            random.nextInt(700) / 10.0,
                            0.1 + random.nextInt((int) (width * 10)) / 10.0,
                            0.1 + random.nextInt((int) (height * 10)) / 10.0);
        }
        return zones;
    }

    /** Returns how many kept rows differ from those measured now, of all parcels and themes of a town, either way. */
    static long countDifferences(TestDatabase database, Town town) throws SQLException {
        String sql = """
                WITH
                measured AS (
                    SELECT s.id AS scope, m.parcel_id, m.role, m.zone_code, m.zone_ids, m.dimension, m.planar_m2, m.width_m,
                           m.length_m, m.point_count, m.uncovered_m2, m.unknown_m2, m.outside_ground_m2,
                           m.doubly_covered_m2, m.boundary_sensitive
                    FROM lindero.derived_scope s
                    CROSS JOIN LATERAL unnest(ARRAY(SELECT p.id FROM lindero.parcel p
                                                    WHERE p.municipality = s.municipality AND p.pub_to IS NULL
                                                    ORDER BY p.id)) AS one(parcel)
                    CROSS JOIN LATERAL lindero.measure_theme(
                        ARRAY[one.parcel], s.municipality, ARRAY['P1'], s.theme, current_date,
                        (SELECT max(b.id) FROM lindero.publication b), false) m
                    WHERE s.municipality = ?
                ),
                kept AS (
                    SELECT d.scope_id, d.parcel_id, d.role, d.zone_code, d.zone_ids, d.dimension, d.planar_m2, d.width_m,
                           d.length_m, d.point_count, d.uncovered_m2, d.unknown_m2, d.outside_ground_m2,
                           d.doubly_covered_m2, d.boundary_sensitive
                    FROM lindero.derived_part d
                    JOIN lindero.derived_scope s ON s.id = d.scope_id
                    WHERE s.municipality = ?
                )
                SELECT (SELECT count(*) FROM (TABLE measured EXCEPT ALL TABLE kept) a)
                     + (SELECT count(*) FROM (TABLE kept EXCEPT ALL TABLE measured) b)
                     + (SELECT 1000000 * (7 * 60 - count(*)) FROM kept k WHERE k.role = 'summary')
                """;
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, town.municipality());
            statement.setString(2, town.municipality());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
