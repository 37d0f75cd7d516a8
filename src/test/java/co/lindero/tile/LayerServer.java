package co.lindero.tile;

import co.lindero.feature.ApiRoutes;
import co.lindero.feature.CollectionRoutes;
import co.lindero.feature.FeatureRoutes;
import co.lindero.feature.FeatureService;
import co.lindero.feature.LayerScopes;
import co.lindero.feature.MapCrsList;
import co.lindero.plan.PlanStore;
import co.lindero.platform.db.Database;
import co.lindero.platform.http.HttpServer;
import co.lindero.platform.http.Metrics;
import co.lindero.platform.http.ServerSettings;
import co.lindero.publication.PublicationStore;
import co.lindero.style.StyleRoutes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Starts the service of layers, tiles and styles on the database of a test, on a day that stands. */
final class LayerServer {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-24T17:00:00Z"), ZoneId.of("America/Bogota"));

    private LayerServer() {}

    static HttpServer start(Database database, String municipality) {
        MapCrsList systems = MapCrsList.of(database);
        FeatureService features = new FeatureService(
                database, DAY, new LayerScopes(new PlanStore()), new PublicationStore(), municipality, 4, 1 << 20);
        TileService tiles = new TileService(database, features, 10_000_000);
        return HttpServer.start(
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        1_000_000,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(20),
                        24),
                List.of(
                        new FeatureRoutes(features, systems, DAY),
                        new CollectionRoutes(features, systems, DAY.getZone()),
                        new TileRoutes(tiles),
                        new StyleRoutes(features, tiles.rows()),
                        new ApiRoutes(features, systems)),
                Optional::empty,
                Metrics.newRegistry());
    }
}
