package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.licence.CheckService;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Ground that is read in one statement is the ground that is read piece by piece: questions about the demonstration asked of the
 * newest state, and of the same state by an instant, which takes the long way, are answered and refused alike.
 */
class GroundAtOnceTest {
    /** Parcels with and without buildings, each with a footprint of one of seven kinds. */
    private static final String QUESTIONS = """
            WITH plot AS (
                SELECT p.number, p.geom, ST_PointOnSurface(p.geom) AS place,
                       row_number() OVER (PARTITION BY b.number IS NULL ORDER BY md5(p.number)) AS n
                FROM lindero.parcel p
                LEFT JOIN LATERAL (SELECT b.number FROM lindero.building b
                                   WHERE b.parcel = p.number AND b.pub_to IS NULL LIMIT 1) b ON true
                WHERE p.municipality = '76130' AND p.pub_to IS NULL AND p.geom IS NOT NULL
            )
            SELECT number,
                   CASE n % 7 WHEN 2 THEN 'CRS84' ELSE 'EPSG:9377' END AS crs,
                   CASE n % 7
                       WHEN 0 THEN NULL
                       WHEN 1 THEN ST_AsGeoJSON(ST_Intersection(geom, ST_Expand(place, 4)), 3, 0)
                       WHEN 2 THEN ST_AsGeoJSON(ST_Transform(ST_Expand(place, 0.5), 4326), 9, 0)
                       WHEN 3 THEN ST_AsGeoJSON(ST_Expand(place, 500), 3, 0)
                       WHEN 4 THEN ST_AsGeoJSON(ST_Translate(ST_Expand(place, 2), 100000, 0), 3, 0)
                       WHEN 5 THEN ST_AsGeoJSON(ST_Transform(ST_Expand(place, 0.5), 4326), 9, 0)
                       ELSE format('{"type":"Polygon","coordinates":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}',
                                   ST_X(place), ST_Y(place), ST_X(place) + 1, ST_Y(place) + 1, ST_X(place) + 1, ST_Y(place),
                                   ST_X(place), ST_Y(place) + 1, ST_X(place), ST_Y(place)) END AS footprint
            FROM plot
            WHERE n <= 28
            ORDER BY number
            """;

    @Test
    void groundReadAtOnceIsGroundReadPieceByPiece() throws SQLException {
        CheckService checks = Demonstration.loaded().services().checks();
        String instant = Instant.now().toString();
        Map<String, Integer> ends = new TreeMap<>();
        for (ObjectNode question : questions()) {
            String atOnce = answer(checks, question);
            String pieceByPiece = answer(checks, question.deepCopy().put("knownAt", instant));
            assertThat(atOnce).as(question.toString()).isEqualTo(pieceByPiece);
            ends.merge(atOnce.substring(0, atOnce.indexOf(' ')), 1, Integer::sum);
        }
        assertThat(ends).containsOnlyKeys("answered", "refused");
        assertThat(ends.values()).allMatch(count -> count >= 20);
    }

    private static String answer(CheckService checks, ObjectNode question) {
        try {
            ObjectNode answer =
                    (ObjectNode) Json.read(new String(checks.make(question, Language.EN), StandardCharsets.UTF_8));
            answer.remove("id");
            return "answered " + answer;
        } catch (Problem e) {
            return "refused " + e.detail(Language.EN) + e.faults();
        }
    }

    private static List<ObjectNode> questions() throws SQLException {
        List<ObjectNode> questions = new ArrayList<>();
        try (Connection connection = Demonstration.loaded().testDatabase().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUESTIONS)) {
            while (rows.next()) {
                ObjectNode question = (ObjectNode) Json.read("""
                        {"parcels": ["%s"], "licence": {"class": "construccion", "modalities": ["%s"]},
                         "proposal": {"floors": 2, "heightM": 6, "builtAreaM2": 90, "dwellings": 1, "crs": "%s"}}
                        """.formatted(
                                rows.getString("number"),
                                questions.size() % 2 == 0 ? "ampliacion" : "obra_nueva",
                                rows.getString("crs")));
                if (rows.getString("footprint") != null) {
                    ((ObjectNode) question.get("proposal")).set("footprint", Json.read(rows.getString("footprint")));
                }
                questions.add(question);
            }
        }
        return questions;
    }
}
