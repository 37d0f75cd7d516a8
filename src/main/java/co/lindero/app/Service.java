package co.lindero.app;

import co.lindero.activity.UsesRoutes;
import co.lindero.activity.UsesService;
import co.lindero.cadastre.ParcelRoutes;
import co.lindero.cadastre.ParcelService;
import co.lindero.feature.ApiRoutes;
import co.lindero.feature.CollectionRoutes;
import co.lindero.feature.FeatureRoutes;
import co.lindero.feature.HtmlPage;
import co.lindero.feature.MapCrsList;
import co.lindero.followup.FollowUpRoutes;
import co.lindero.indicator.IndicatorRoutes;
import co.lindero.investment.ProjectRoutes;
import co.lindero.investment.ReviewRoutes;
import co.lindero.landuse.LandUseRoutes;
import co.lindero.licence.LicenceRoutes;
import co.lindero.plan.PlanRoutes;
import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.http.HttpServer;
import co.lindero.platform.http.Metrics;
import co.lindero.platform.http.PageFrame;
import co.lindero.platform.http.RateLimit;
import co.lindero.platform.http.Readiness;
import co.lindero.platform.http.ServerSettings;
import co.lindero.register.RegisterRoutes;
import co.lindero.revision.ChangesRoutes;
import co.lindero.risk.ExposureRoutes;
import co.lindero.risk.RiskRoutes;
import co.lindero.style.StyleRoutes;
import co.lindero.tile.TileRoutes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running service: HTTP, the preparation of what was asked for at the start, and the keeping of derived parts after
 * every publication, its own or another process's. Thread-safe.
 */
final class Service implements AutoCloseable, Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final int PREPARING_THREADS = 2;
    private static final long STOP_SECONDS = 20;

    private final Application application;
    private final Services services;
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<String> missing = new AtomicReference<>("cargando lo pedido (loading)");
    private final AtomicBoolean keeping = new AtomicBoolean();
    private final AtomicBoolean measuring = new AtomicBoolean();
    private final HttpServer http;
    private final AutoCloseable listener;

    private Service(Application application) {
        this.application = application;
        this.services = new Services(application.config(), application.database());
        ParcelService parcels = new ParcelService(
                application.database(),
                services.clock(),
                services.parcels(),
                services.finder(),
                services.publications());
        MapCrsList systems = MapCrsList.of(application.database());
        PageFrame frame =
                (links, language, title, body) -> HtmlPage.of(links, language).page(title, body);
        this.http = HttpServer.start(
                ServerSettings.from(application.config()),
                List.of(
                        // routes are tried in this order, and these are asked for most
                        new FeatureRoutes(services.features(), systems, services.clock()),
                        new TileRoutes(services.tiles()),
                        new LandingRoutes(
                                application.mode(),
                                new LandingPage(
                                        services.features(),
                                        services.plans(),
                                        parcels,
                                        services.clock(),
                                        application.config().get(ConfigKey.LINDERO_MUNICIPALITY))),
                        new ParcelRoutes(parcels),
                        new LandUseRoutes(services.landUse()),
                        new ReviewRoutes(
                                services.review(),
                                application.config().get(ConfigKey.LINDERO_MUNICIPALITY),
                                application.config().zone()),
                        new ChangesRoutes(
                                services.changes(), application.config().get(ConfigKey.LINDERO_MUNICIPALITY)),
                        new UsesRoutes(new UsesService(services.landUse())),
                        new ProjectRoutes(
                                services.projects(), application.config().get(ConfigKey.LINDERO_MUNICIPALITY)),
                        new RiskRoutes(services.risk()),
                        // before those of single licences: the path is narrower than theirs
                        new FollowUpRoutes(
                                services.followUp(measuring::get),
                                frame,
                                application.config().get(ConfigKey.LINDERO_MUNICIPALITY)),
                        new RegisterRoutes(
                                services.register(), application.config().get(ConfigKey.LINDERO_MUNICIPALITY)),
                        new IndicatorRoutes(
                                services.indicators(),
                                frame,
                                application.config().get(ConfigKey.LINDERO_MUNICIPALITY)),
                        new ExposureRoutes(
                                services.exposure(measuring::get),
                                frame,
                                application.config().get(ConfigKey.LINDERO_MUNICIPALITY)),
                        new LicenceRoutes(
                                services.checks(),
                                services.headroom(),
                                new RateLimit(application.config().integer(ConfigKey.LINDERO_CHECKS_PER_MINUTE))),
                        new PlanRoutes(
                                services.plans(),
                                services.clock(),
                                application.config().get(ConfigKey.LINDERO_MUNICIPALITY),
                                (body, plan, on) -> body.set(
                                        "completeness",
                                        services.completeness()
                                                .get(plan.municipality(), plan.code(), on)
                                                .toJson())),
                        new CollectionRoutes(
                                services.features(), systems, services.clock().getZone()),
                        new ApiRoutes(services.features(), systems),
                        new StyleRoutes(services.features(), services.tiles().rows())),
                this,
                Metrics.newRegistry(),
                application.database()::cancel);
        this.listener = application.database().listen("lindero_publication", message -> keepParts());
    }

    /** Starts the service; it answers at once, and is ready once what was asked for is loaded. */
    static Service start(Application application) {
        return new Service(application);
    }

    /** Returns the port it listens on. */
    int port() {
        return http.port();
    }

    /** Tells that all that was asked for is loaded. */
    void ready() {
        missing.set(null);
        keepParts();
    }

    /** Does nothing while what was asked for is still being loaded: every load would wait for it. */
    private void keepParts() {
        if (missing.get() != null || !keeping.compareAndSet(false, true)) {
            return;
        }
        background.execute(() -> {
            keeping.set(false);
            measuring.set(true);
            try {
                services.territories().keepAll();
                long parcels = services.keeper().keepAll(PREPARING_THREADS, count -> {});
                if (parcels > 0) {
                    LOG.info("kept the parts of parcels={}", parcels);
                }
            } catch (RuntimeException e) {
                LOG.warn("keeping parts failed; answers measure them", e);
            } finally {
                measuring.set(false);
            }
        });
    }

    @Override
    public Optional<String> notReadyBecause() {
        String why = missing.get();
        if (why != null) {
            return Optional.of(why);
        }
        application.database().read(services.publications()::findNewest);
        return Optional.empty();
    }

    @Override
    public void close() {
        http.close();
        background.shutdownNow();
        try {
            listener.close();
            if (!background.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("background work did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("closing failed", e);
        }
    }
}
