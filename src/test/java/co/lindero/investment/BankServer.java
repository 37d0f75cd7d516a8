package co.lindero.investment;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.cadastre.ParcelFinder;
import co.lindero.cadastre.ParcelStore;
import co.lindero.feature.ApiRoutes;
import co.lindero.feature.FeatureService;
import co.lindero.feature.LayerScopes;
import co.lindero.feature.MapCrsList;
import co.lindero.plan.PlanStore;
import co.lindero.platform.config.Config;
import co.lindero.platform.db.Database;
import co.lindero.platform.http.HttpServer;
import co.lindero.platform.http.Metrics;
import co.lindero.platform.http.Routes;
import co.lindero.platform.http.ServerSettings;
import co.lindero.platform.json.Json;
import co.lindero.publication.PublicationStore;
import co.lindero.support.ApiClient;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of projects over real connections on the database of a bank. */
final class BankServer implements AutoCloseable {
    private final Database database;
    private final HttpServer server;
    final ProjectService projects;

    BankServer(Bank bank) {
        this.database = bank.database().open();
        Map<String, String> env = new HashMap<>(bank.database().env());
        env.put("LINDERO_PORT", "0");
        Config config = Config.read(TestDatabase.HOME, env, Map.of());
        this.projects = new ProjectService(
                database,
                Clock.system(config.zone()),
                new PublicationStore(),
                new ParcelFinder(new ParcelStore()),
                new ParcelProjects(100));
        this.server = HttpServer.start(
                ServerSettings.from(config),
                routes(Clock.system(config.zone())),
                Optional::empty,
                Metrics.newRegistry());
    }

    private List<Routes> routes(Clock clock) {
        FeatureService features = new FeatureService(
                database,
                clock,
                new LayerScopes(new PlanStore()),
                new PublicationStore(),
                Bank.MUNICIPALITY,
                1,
                1 << 20);
        ReviewService review = new ReviewService(projects, new PlanStore(), new PublicationStore());
        return List.of(
                new ReviewRoutes(review, Bank.MUNICIPALITY, ZoneId.of("America/Bogota")),
                new ProjectRoutes(projects, Bank.MUNICIPALITY),
                new ApiRoutes(features, MapCrsList.of(database)));
    }

    HttpResponse<String> response(String path) {
        String url = path.startsWith("http") ? path : "http://127.0.0.1:" + server.port() + path;
        return ApiClient.send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    /** Returns an answer that fits a schema of {@code docs/schemas}. */
    JsonNode fitting(String schema, String path) {
        JsonNode body = get(path);
        requireFit(schema, body);
        return body;
    }

    static void requireFit(String schema, JsonNode body) {
        try {
            String text = Files.readString(Path.of("docs/schemas", schema + ".schema.json"));
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(text)
                            .validate(body))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode get(String path) {
        HttpResponse<String> response = response(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " " + response.statusCode() + " " + response.body());
        }
        return Json.read(response.body());
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
