package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of every parcel of a sample of the demonstration, with and without a footprint: kept parts say what measuring says. */
class KeptZonesTest {
    private static final String SAMPLE = """
            CREATE TEMP TABLE sample AS
            SELECT p.id, CASE p.id % 3
                       WHEN 0 THEN NULL
                       WHEN 1 THEN ST_Buffer(p.geom, -2)
                       ELSE ST_Intersection(p.geom, ST_Expand(ST_PointOnSurface(p.geom), 4)) END AS target
            FROM lindero.parcel p
            WHERE p.municipality = '76130' AND p.pub_to IS NULL AND p.geom IS NOT NULL
              AND (p.id % 3 <> 1 OR NOT ST_IsEmpty(ST_Buffer(p.geom, -2)))
            ORDER BY md5(p.number)
            LIMIT 60
            """;
    private static final String ZONES = """
            CREATE TEMP TABLE %s AS
            SELECT s.id, z.*
            FROM sample s
            CROSS JOIN (SELECT lindero.plan_chain('76130', NULL, current_date, 1000000) AS chain) c
            CROSS JOIN LATERAL lindero.zones_of_themes(ARRAY[s.id], s.target, '76130', c.chain,
                ARRAY(SELECT DISTINCT t.code FROM lindero.theme t WHERE t.municipality = '76130' AND t.plan = ANY (c.chain)),
                current_date, 1000000, %s, NULL) z
            """;
    private static final String DIFFERENCES = """
            SELECT coalesce(a.id, b.id), coalesce(a.theme, b.theme), coalesce(a.role, b.role), coalesce(a.code, b.code)
            FROM kept a
            FULL JOIN measured b ON a.id = b.id AND a.theme = b.theme AND a.role = b.role
                AND a.code IS NOT DISTINCT FROM b.code AND a.dimension IS NOT DISTINCT FROM b.dimension
            WHERE a.id IS NULL OR b.id IS NULL OR a.is_sure IS DISTINCT FROM b.is_sure
               OR coalesce(a.zone_ids, '{}') <@ coalesce(b.zone_ids, '{}') IS NOT TRUE
               OR coalesce(a.zone_ids, '{}') @> coalesce(b.zone_ids, '{}') IS NOT TRUE
               OR abs(a.on_target_m2 - b.on_target_m2) > 1e-6 OR abs(a.on_site_m2 - b.on_site_m2) > 1e-6
               OR abs(a.uncovered_m2 - b.uncovered_m2) > 1e-4 OR abs(a.unknown_m2 - b.unknown_m2) > 1e-4
               OR NOT ST_Equals(a.geom, b.geom)
            ORDER BY 1, 2, 3, 4
            """;

    @Test
    void keptPartsSayWhatMeasuringSays() throws SQLException {
        try (Connection connection = Demonstration.loaded().testDatabase().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(SAMPLE);
            statement.execute(ZONES.formatted("kept", "true"));
            statement.execute(ZONES.formatted("measured", "false"));
            assertThat(rows(statement, "SELECT count(*) FILTER (WHERE role = 'on') > 60 FROM kept"))
                    .containsExactly("t");
            assertThat(rows(statement, DIFFERENCES)).isEmpty();
        }
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : " ").append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
