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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A service that is still measuring what lies on parcels: 600 lots, and a publication that is kept waiting. */
class MeasuringTest {
    private static final int LOTS = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void questionsOfAWholeMunicipalityAreSentAwayUntilItsParcelsAreMeasured() throws SQLException {
        try (TestDatabase testDatabase = TestDatabase.create()) {
            Town town = Town.planned(testDatabase);
            Town.Load lots = town.parcels();
            for (int i = 0; i < LOTS; i++) {
                lots.parcel("%04d".formatted(i + 1)).rect(i % 30 * 20, i / 30 * 20, 10, 10);
            }
            lots.load("--no-derive");
            town.theme("hazard-flood");
            town.zones("hazard-flood")
                    .zone("Alta")
                    .rect(0, 0, 100, 100)
                    .load("--no-derive", "--accuracy", "0.1", "--coverage", "municipality");
            Map<String, String> env = new HashMap<>(testDatabase.env());
            env.put("LINDERO_PORT", "0");
            env.put("LINDERO_MUNICIPALITY", town.municipality());
            Config config = Config.read(TestDatabase.HOME, env, Map.of());
            try (Connection connection = testDatabase.connect();
                    Database database = Database.open(
                            config, PoolSettings.service(config), Optional.empty(), Optional.empty(), line -> {})) {
                publish(connection);
                try (Service service = Service.start(new Application(config, database, Application.Mode.ORDINARY))) {
                    service.ready();
                    String themed = "?theme=hazard-flood&f=json";
                    requireSentAway(until(service, "/exposure" + themed, 503));
                    for (String section :
                            new String[] {"", "?section=zones", "?section=conflicts", "?section=candidates"}) {
                        requireSentAway(get(
                                service,
                                "/licences/follow-up" + section + (section.isEmpty() ? "?" : "&")
                                        + "theme=hazard-flood"));
                    }
                    assertThat(get(service, "/licences/follow-up?section=expiring&theme=hazard-flood")
                                    .statusCode())
                            .as("which asks the register alone")
                            .isEqualTo(200);
                    connection.rollback();
                    HttpResponse<String> exposure = until(service, "/exposure" + themed, 200);
                    assertThat(Json.read(exposure.body()).at("/total/parcels").asInt())
                            .isEqualTo(25);
                    assertThat(until(service, "/licences/follow-up?theme=hazard-flood", 200)
                                    .body())
                            .contains("\"zone\":\"Alta\"");
                }
            }
        }
    }

    /** Takes the lock of a publication, which measuring waits for. */
    private static void publish(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('lindero.publication'))");
        }
    }

    private static void requireSentAway(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        JsonNode problem = Json.read(response.body());
        assertThat(problem.get("code").asText()).isEqualTo("not-ready");
        assertThat(problem.get("detail").asText()).contains("faltan " + LOTS + " de " + LOTS + " predios");
        assertThat(problem.get("hint").asText()).isEqualTo("Repita en unos segundos.");
    }

    /** Asks until the service begins or ends to measure. */
    private static HttpResponse<String> until(Service service, String path, int status) {
        Instant end = Instant.now().plus(PATIENCE);
        HttpResponse<String> response = get(service, path);
        while (response.statusCode() != status && Instant.now().isBefore(end)) {
            response = get(service, path);
        }
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response;
    }

    private static HttpResponse<String> get(Service service, String path) {
        return ApiClient.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .build());
    }
}
