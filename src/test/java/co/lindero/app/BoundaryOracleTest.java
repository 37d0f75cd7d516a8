package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * The boundary of a check is the one that the same rules give when written for PostGIS: on parcels of every shape of the
 * demonstration, every class of boundary lies in the same place, to the millimetre.
 */
class BoundaryOracleTest {
    private static final GeometryFactory JTS = new GeometryFactory();
    private static final double TOLERANCE_M = 0.001;

    private static final String PARCELS = """
            SELECT s.number
            FROM (SELECT p.number, row_number() OVER (
                             PARTITION BY p.condition, least(ST_NPoints(p.geom), 16), ST_NRings(p.geom), ST_NumGeometries(p.geom),
                                          round((ST_Area(p.geom) / ST_Area(ST_ConvexHull(p.geom)) * 4)::numeric)
                             ORDER BY md5(p.number)) AS n
                  FROM lindero.parcel p
                  WHERE p.municipality = '76130' AND p.pub_to IS NULL AND p.geom IS NOT NULL) s
            ORDER BY s.n, md5(s.number)
            LIMIT %d
            """;

    private static final String BY_SQL = """
            SELECT p.number, c.class || coalesce(' ' || c.front, '') || coalesce(' ' || c.reason, '') AS said,
                   ST_AsText(ST_Collect(c.geom), 17) AS lines
            FROM lindero.parcel p
            CROSS JOIN LATERAL oracle.classed_boundary(p.geom, ARRAY[p.id], p.municipality, current_date,
                (SELECT max(w.id) FROM lindero.publication w), 3, NULL, NULL, NULL) c
            WHERE p.municipality = '76130' AND p.pub_to IS NULL AND p.number = ANY (?)
            GROUP BY p.number, 2
            """;

    @Test
    void theBoundaryIsThatOfTheOracleOnParcelsOfEveryShape() throws Exception {
        compare(250);
    }

    @Test
    @Tag("bulk")
    void theBoundaryIsThatOfTheOracleOnEveryParcel() throws Exception {
        compare(Integer.MAX_VALUE);
    }

    private static void compare(int most) throws Exception {
        try (Connection connection = Demonstration.loaded().testDatabase().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(Files.readString(Path.of("src/test/resources/licence/boundary_oracle.sql")));
            List<String> numbers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(PARCELS.formatted(most))) {
                while (rows.next()) {
                    numbers.add(rows.getString(1));
                }
            }
            assertThat(numbers).hasSizeGreaterThanOrEqualTo(Math.min(most, 1_000));
            for (int from = 0; from < numbers.size(); from += 500) {
                compare(connection, numbers.subList(from, Math.min(numbers.size(), from + 500)));
            }
            // what the oracle is made of was never committed
            connection.rollback();
        }
    }

    private static void compare(Connection connection, List<String> numbers)
            throws SQLException, ParseException, IOException {
        Map<String, Map<String, Geometry>> expected = byOracle(connection, numbers);
        Map<String, Map<String, Geometry>> actual = byCheck(numbers);
        for (String number : numbers) {
            Map<String, Geometry> oracle = expected.getOrDefault(number, Map.of());
            Map<String, Geometry> check = actual.getOrDefault(number, Map.of());
            TreeSet<String> classes = new TreeSet<>(oracle.keySet());
            classes.addAll(check.keySet());
            for (String said : classes) {
                assertThat(check).as(number + " " + oracle).containsKey(said);
                assertThat(oracle).as(number + " " + check).containsKey(said);
                assertThat(check.get(said).getLength())
                        .as(number + " " + said)
                        .isCloseTo(oracle.get(said).getLength(), org.assertj.core.data.Offset.offset(TOLERANCE_M));
                assertThat(new DiscreteHausdorffDistance(check.get(said), oracle.get(said)).distance())
                        .as(number + " " + said)
                        .isLessThan(TOLERANCE_M);
            }
        }
    }

    private static Map<String, Map<String, Geometry>> byOracle(Connection connection, List<String> numbers)
            throws SQLException, ParseException {
        Map<String, Map<String, Geometry>> all = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(BY_SQL)) {
            Array array = connection.createArrayOf("text", numbers.toArray());
            statement.setArray(1, array);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.computeIfAbsent(rows.getString("number"), any -> new TreeMap<>())
                            .put(
                                    rows.getString("said"),
                                    new WKTReader()
                                            .read(rows.getString("lines"))
                                            .union());
                }
            }
        }
        return all;
    }

    private static Map<String, Map<String, Geometry>> byCheck(List<String> numbers) throws IOException {
        String questions = numbers.stream()
                .map(number ->
                        "{\"parcels\": [\"" + number + "\"], \"licence\": {\"class\": \"construccion\", \"modalities\":"
                                + " [\"obra_nueva\"]}, \"proposal\": {\"crs\": \"EPSG:9377\"}}")
                .collect(Collectors.joining("\n"));
        Map<String, Map<String, Geometry>> all = new TreeMap<>();
        Demonstration.loaded()
                .services()
                .bulkChecks()
                .run(new BufferedReader(new StringReader(questions)), line -> read(Json.read(line), all), Language.ES);
        return all;
    }

    private static void read(JsonNode answer, Map<String, Map<String, Geometry>> all) {
        Map<String, List<LineString>> lines = new TreeMap<>();
        for (JsonNode piece : answer.at("/site/boundary")) {
            String said = piece.get("class").asText()
                    + (piece.get("front").isNull()
                            ? ""
                            : " " + piece.get("front").asText())
                    + (piece.get("reason").isNull()
                            ? ""
                            : " " + piece.get("reason").asText());
            lines.computeIfAbsent(said, any -> new ArrayList<>()).add(line(piece.at("/geometry/coordinates")));
        }
        Map<String, Geometry> classes = new TreeMap<>();
        lines.forEach((said, of) -> classes.put(
                said, JTS.createMultiLineString(of.toArray(LineString[]::new)).union()));
        all.put(answer.at("/parcels/0/number").asText(), classes);
    }

    private static LineString line(JsonNode coordinates) {
        List<Coordinate> places = new ArrayList<>();
        coordinates.forEach(place ->
                places.add(new Coordinate(place.get(0).asDouble(), place.get(1).asDouble())));
        return JTS.createLineString(places.toArray(Coordinate[]::new));
    }
}
