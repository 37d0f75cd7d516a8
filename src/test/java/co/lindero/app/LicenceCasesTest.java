package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.config.Config;
import co.lindero.platform.json.Json;
import co.lindero.support.ApiClient;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proposes to the served demonstration what its guide says to propose, and expects the verdict and the norm that the guide says. */
class LicenceCasesTest {
    private static final Path GUIDE = Path.of("data", "candelaria", "README.md");
    private static final String TABLE = "| caso | qué muestra | predio | propuesta | sobre | respuesta |";
    private static final Pattern CORNERS =
            Pattern.compile("huella \\(([\\d.]+), ([\\d.]+)\\)-\\(([\\d.]+), ([\\d.]+)\\)");
    private static final BigDecimal STOREY_M = new BigDecimal("3.2");

    private static Service service;

    record Row(String key, String title, String parcels, String proposal, String about, String answer) {}

    @BeforeAll
    static void serve() {
        Demonstration demonstration = Demonstration.loaded();
        Map<String, String> env = new HashMap<>(demonstration.testDatabase().env());
        env.put("LINDERO_PORT", "0");
        // as serve --demo does: the strip of the neighbour is there, too
        env.put("LINDERO_MUNICIPALITY", "76130");
        Config config = Config.read(TestDatabase.HOME, env, Map.of());
        service = Service.start(new Application(config, demonstration.database(), Application.Mode.DEMONSTRATION));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(GUIDE);
        return lines.subList(lines.indexOf(TABLE) + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.replace("`", "").split("\\|", -1))
                .map(cells -> Stream.of(cells).map(String::strip).toArray(String[]::new))
                .map(cells -> new Row(cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void judgesAsTheGuideSays(Row row) throws Exception {
        HttpResponse<String> response = ask(question(row));

        assertThat(response.statusCode())
                .as(response.body())
                .isEqualTo(row.about().equals("rechazo") ? 400 : 200);
        assertThat(new CheckInShort(Json.read(response.body())).about(row.about()))
                .as(response.body())
                .isEqualTo(row.answer());
    }

    @Test
    void guideHasEveryCaseThatDependsOnAParcel() throws IOException {
        Set<String> cases = new TreeSet<>();
        rows().forEach(row -> cases.add(row.key().replaceAll("[a-z]", "")));

        assertThat(cases).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
    }

    private static ObjectNode question(Row row) throws SQLException {
        ObjectNode question = Json.read("""
                {"licence": {"class": "construccion", "modalities": ["obra_nueva"]},
                 "proposal": {"dwellings": 1, "parkingSpaces": 1, "crs": "EPSG:9377"}}
                """).deepCopy();
        ArrayNode parcels = question.putArray("parcels");
        Stream.of(row.parcels().split(" ")).forEach(parcels::add);
        ObjectNode proposal = (ObjectNode) question.get("proposal");
        for (String part : row.proposal().split("; ", -1)) {
            if (part.startsWith("CIIU ")) {
                proposal.put("ciiu", part.substring(5));
            } else if (part.endsWith(" pisos")) {
                int floors = Integer.parseInt(part.replace(" pisos", ""));
                proposal.put("floors", floors).put("heightM", STOREY_M.multiply(BigDecimal.valueOf(floors)));
            } else if (part.endsWith(" m2")) {
                proposal.put("builtAreaM2", new BigDecimal(part.replace(" m2", "")));
            } else if (part.startsWith("radicada ")) {
                ((ObjectNode) question.get("licence")).put("filedOn", part.substring(9));
            } else if (part.startsWith("huella ")) {
                footprint(proposal, parcels.get(0).asText(), part);
            } else {
                proposal.put("useCategory", part);
            }
        }
        return question;
    }

    /** Draws a rectangle; its built area is that of all floors. */
    private static void footprint(ObjectNode proposal, String parcel, String part) throws SQLException {
        Matcher corners = CORNERS.matcher(part);
        BigDecimal[] from;
        BigDecimal[] to;
        if (corners.matches()) {
            BigDecimal[] origin = place("ST_MakePoint(ST_XMin(p.geom), ST_YMin(p.geom))", parcel);
            from = moved(origin, new BigDecimal(corners.group(1)), new BigDecimal(corners.group(2)));
            to = moved(origin, new BigDecimal(corners.group(3)), new BigDecimal(corners.group(4)));
        } else {
            from = place(
                    switch (part) {
                        case "huella sobre la ronda" ->
                            "ST_PointOnSurface(ST_Intersection(ST_Buffer(p.geom, -20), r.geom))";
                        case "huella sobre la franja" ->
                            "ST_PointOnSurface(ST_Intersection(ST_Buffer(p.geom, -20),"
                                    + " ST_Difference(ST_Buffer(c.geom, 28), ST_Buffer(c.geom, 16))))";
                        default -> "ST_PointOnSurface(ST_Difference(ST_Buffer(p.geom, -20), ST_Buffer(r.geom, 300)))";
                    },
                    parcel);
            to = moved(from, BigDecimal.TEN, BigDecimal.TEN);
        }
        ArrayNode ring = proposal.putObject("footprint")
                .put("type", "Polygon")
                .putArray("coordinates")
                .addArray();
        for (BigDecimal[] corner :
                List.of(from, new BigDecimal[] {to[0], from[1]}, to, new BigDecimal[] {from[0], to[1]}, from)) {
            ring.addArray().add(corner[0]).add(corner[1]);
        }
        proposal.put(
                "builtAreaM2",
                to[0].subtract(from[0])
                        .multiply(to[1].subtract(from[1]))
                        .multiply(proposal.get("floors").decimalValue()));
    }

    private static BigDecimal[] moved(BigDecimal[] place, BigDecimal east, BigDecimal north) {
        return new BigDecimal[] {place[0].add(east), place[1].add(north)};
    }

    /** Finds a place on a parcel (p) by what the riparian buffer there (r) leaves or takes, or by the channels (c). */
    private static BigDecimal[] place(String expression, String parcel) throws SQLException {
        String sql = """
                SELECT round(ST_X(f.place)::numeric, 3), round(ST_Y(f.place)::numeric, 3)
                FROM (SELECT %s AS place
                      FROM lindero.parcel p
                      CROSS JOIN (SELECT ST_Union(z.geom ORDER BY z.id) AS geom FROM lindero.zone z
                                  WHERE z.theme = 'riparian-buffer' AND z.pub_to IS NULL AND ST_Dimension(z.geom) = 2) r
                      CROSS JOIN (SELECT ST_Union(z.geom ORDER BY z.id) AS geom FROM lindero.zone z
                                  WHERE z.theme = 'riparian-buffer' AND z.pub_to IS NULL AND ST_Dimension(z.geom) = 1) c
                      WHERE p.number = '%s' AND p.pub_to IS NULL) f
                """.formatted(expression, parcel);
        try (var connection = Demonstration.loaded().testDatabase().connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            return new BigDecimal[] {found.getBigDecimal(1), found.getBigDecimal(2)};
        }
    }

    private static HttpResponse<String> ask(ObjectNode question) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + service.port() + "/licence-checks");
        return ApiClient.send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(question)))
                .build());
    }
}
