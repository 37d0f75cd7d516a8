package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.config.Config;
import co.lindero.platform.json.Json;
import co.lindero.support.Answer;
import co.lindero.support.ApiClient;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks the served demonstration what its guide says to ask, and expects what the guide says. */
class DemonstrationCasesTest {
    private static final Path GUIDE = Path.of("data", "candelaria", "README.md");
    private static final String TABLE = "| caso | qué muestra | predio | pregunta | sobre | respuesta |";

    private static Service service;

    record Row(String key, String title, String parcel, String ask, String about, String answer) {}

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
    void answersWhatTheGuideSays(Row row) throws Exception {
        JsonNode answer = ask(row.parcel(), row.ask());

        new Answer(answer).requireSound();
        assertThat(answer.get("demonstration").asBoolean()).isTrue();
        assertThat(answer.at("/parcel/municipality").asText())
                .isEqualTo(row.parcel().substring(0, 5));
        assertThat(new AnswerInShort(answer).about(row.about())).isEqualTo(row.answer());
    }

    @Test
    void guideHasAParcelForEveryCaseThatDependsOnOne() throws IOException {
        Set<String> cases = new TreeSet<>();
        rows().forEach(row -> cases.add(row.key().replaceAll("[a-z].*", "")));

        assertThat(cases).contains("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15");
        assertThat(cases).contains("16", "17");
    }

    @Test
    void parcelsOfBothMunicipalitiesLieOnTheSameGround() throws Exception {
        Row ours = rows().filter(row -> row.key().equals("16d")).findFirst().orElseThrow();
        String common = """
                SELECT string_agg(b.number, ',' ORDER BY b.number)
                FROM lindero.parcel a
                JOIN lindero.parcel b ON a.geom && b.geom AND ST_Area(ST_Intersection(a.geom, b.geom)) > 100
                WHERE a.number = '%s' AND a.pub_to IS NULL AND b.pub_to IS NULL AND b.municipality = '76520'
                """.formatted(ours.parcel());

        try (var connection = Demonstration.loaded().testDatabase().connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(common)) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).startsWith("76520");
        }
    }

    private static JsonNode ask(String parcel, String ask) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + service.port() + "/parcels/" + parcel + "/land-use?" + ask);
        HttpResponse<String> response =
                ApiClient.send(HttpRequest.newBuilder(uri).build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.read(response.body());
    }
}
