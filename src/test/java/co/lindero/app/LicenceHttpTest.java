package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.config.Config;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.PoolSettings;
import co.lindero.platform.json.Json;
import co.lindero.support.ApiClient;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The licence check and the headroom over HTTP. */
class LicenceHttpTest {

    private static TestDatabase testDatabase;
    private static Town town;
    private static Database database;
    private static Service service;

    @BeforeAll
    static void start() {
        testDatabase = TestDatabase.create();
        town = Town.planned(testDatabase).lot();
        Map<String, String> env = new HashMap<>(testDatabase.env());
        env.put("LINDERO_PORT", "0");
        Config config = Config.read(TestDatabase.HOME, env, Map.of());
        database = Database.open(config, PoolSettings.service(config), Optional.empty(), Optional.empty(), line -> {});
        service = Service.start(new Application(config, database, Application.Mode.ORDINARY));
        service.ready();
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
        testDatabase.close();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return ApiClient.send(request.build());
    }

    private static HttpResponse<String> post(String path, String body) {
        return send(
                to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String question() {
        return "{\"parcels\": [\"%s\"], \"licence\": {\"class\": \"construccion\", \"modalities\": [\"obra_nueva\"]}}"
                .formatted(town.number("0045"));
    }

    @Test
    void aCheckIsAnsweredKeptAndSaved() {
        HttpResponse<String> made = post("/licence-checks", question());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        JsonNode answer = Json.read(made.body());
        assertThat(answer.get("verdict").asText()).isEqualTo("not_evaluable");
        String path = "/licence-checks/" + answer.get("id").asText();
        assertThat(send(to(path)).body()).isEqualTo(made.body());
        assertThat(send(to(path).header("Accept-Language", "en")).body()).contains("Not evaluable");
        assertThat(send(to(path + "?f=html"))
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("text/html");
        assertThat(send(to(path + "?f=svg")).body()).startsWith("<svg");
        assertThat(Json.read(post(path + "/save", "").body()).get("saved").asBoolean())
                .isTrue();
        assertThat(send(to(path)).body()).isEqualTo(made.body());
        assertThat(send(to("/licence-checks/AAAAAAAAAAAAAAAAAAAAAA")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBadQuestionIsAProblemWithPointers() {
        HttpResponse<String> refused = post("/licence-checks", "{\"parcels\": [], \"licence\": {\"class\": \"x\"}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode problem = Json.read(refused.body());
        assertThat(problem.get("code").asText()).isEqualTo("invalid-licence-check");
        assertThat(problem.get("errors").findValuesAsText("pointer")).contains("/parcels", "/licence/class");
        assertThat(post("/licence-checks", "x".repeat(5_000_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void tooManyChecksAMinuteAreRefusedWithTheTimeToWait() {
        Map<String, String> env = new HashMap<>(testDatabase.env());
        env.put("LINDERO_PORT", "0");
        env.put("LINDERO_CHECKS_PER_MINUTE", "2");
        Config config = Config.read(TestDatabase.HOME, env, Map.of());
        try (Service limited = Service.start(new Application(config, database, Application.Mode.ORDINARY))) {
            limited.ready();
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + limited.port() + "/licence-checks"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(question()));
            assertThat(send(request).statusCode()).isEqualTo(200);
            assertThat(send(request).statusCode()).isEqualTo(200);
            HttpResponse<String> refused = send(request);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Json.read(refused.body()).get("code").asText()).isEqualTo("too-many-requests");
            assertThat(Integer.parseInt(
                            refused.headers().firstValue("Retry-After").orElse("0")))
                    .isBetween(1, 30);
        }
    }

    @Test
    void theHeadroomOfAParcelIsAnswered() {
        HttpResponse<String> response = send(to("/parcels/" + town.number("0045") + "/headroom"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(Json.read(response.body())
                        .at("/parts/0/byFloors/0/envelopeM2")
                        .decimalValue())
                .isEqualByComparingTo("200");
        assertThat(Json.read(response.body()).get("warnings").toString()).contains("El tema no está cargado");
    }

    @Test
    void theHeadroomComesAsPageTextAndPicture() {
        String path = "/parcels/" + town.number("0045") + "/headroom";
        HttpResponse<String> page = send(to(path + "?f=html").header("Accept-Language", "en"));
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body())
                .contains("What may be built")
                .contains("<svg")
                .contains("no norm limits the floors")
                .doesNotContain("Qué se puede");
        assertThat(send(to(path).header("Accept", "text/plain")).body())
                .contains("1 piso: huella 200.000 m² (no hay aislamiento que la limite");
        assertThat(send(to(path + "?f=svg")).body()).startsWith("<svg").contains("20.00 m");
        assertThat(send(to(path + "?f=pdf")).statusCode()).isEqualTo(400);
    }
}
