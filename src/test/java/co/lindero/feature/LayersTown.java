package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.plan.PlanStore;
import co.lindero.platform.db.Database;
import co.lindero.platform.http.HttpServer;
import co.lindero.platform.http.Metrics;
import co.lindero.platform.http.ServerSettings;
import co.lindero.platform.json.Json;
import co.lindero.publication.PublicationStore;
import co.lindero.support.ApiClient;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A town with parcels and themes whose layers are served over HTTP. */
final class LayersTown implements AutoCloseable {
    static final int PLOTS = 25;

    final TestDatabase test;
    final Database database;
    final Town town;
    private final HttpServer server;

    LayersTown() {
        this(TestDatabase.create(), LayersTown::filled);
    }

    /** Serves what a town has in a database, which it drops in the end. */
    LayersTown(TestDatabase test, Function<TestDatabase, Town> filled) {
        this.test = test;
        this.database = test.open();
        this.town = filled.apply(test);
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T17:00:00Z"), ZoneId.of("America/Bogota"));
        MapCrsList systems = MapCrsList.of(database);
        FeatureService features = new FeatureService(
                database,
                clock,
                new LayerScopes(new PlanStore()),
                new PublicationStore(),
                town.municipality(),
                4,
                new EncodedFeatures(1 << 20),
                new KeptBoxes(database, 1 << 20, Runnable::run));
        server = HttpServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        1_000_000,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(20),
                        24),
                List.of(
                        new FeatureRoutes(features, systems, clock),
                        new CollectionRoutes(features, systems, clock.getZone()),
                        new ApiRoutes(features, systems)),
                Optional::empty,
                Metrics.newRegistry(),
                database::cancel);
    }

    private static Town filled(TestDatabase test) {
        Town town = Town.planned(test)
                .theme("activity-area", "--title", "Área de actividad", "--partition", "--coverage", "municipality")
                .theme("hazard-flood", "--hazard", "--coverage", "municipality");
        Town.Load parcels = town.parcels();
        for (int i = 0; i < PLOTS; i++) {
            parcels.parcel(plot(i))
                    .rect(20 * i, 0, 20, 10)
                    .registered(200 + i)
                    .with("address", "Calle " + i + " N.º «Ñ»");
        }
        parcels.load();
        town.zones("activity-area")
                .zone("AR-1", "Residencial 1")
                .rect(0, 0, 200, 10)
                .with("altura", 3)
                .with("nota", "baja densidad")
                .zone("AR-1", "Residencial 1, otra manzana")
                .rect(300, 0, 100, 10)
                .with("altura", 5)
                .with("nota", "O'Higgins")
                .zone("AC-2", "Comercial")
                .rect(200, 0, 100, 10)
                .with("altura", 8)
                .with("nota", "centro")
                .load();
        town.zones("hazard-flood")
                .zone("alta")
                .wkt("POINT(10 5)")
                .zone("media")
                .appliesTo("municipality")
                .load();
        return town;
    }

    static String plot(int i) {
        return String.format("%04d", i + 1);
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Returns a value as a query carries it. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return ApiClient.send(request.build());
    }

    /** Returns the JSON of a path that must be answered with 200. */
    JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path + "\n" + response.body()).isEqualTo(200);
        return Json.read(response.body());
    }

    /** Returns the identifiers of the features of a list. */
    List<String> ids(String path) {
        return json(path).get("features").findValuesAsText("id");
    }

    @Override
    public void close() {
        server.close();
        database.close();
        test.close();
    }
}
