package co.lindero.app;

import co.lindero.cadastre.ParcelFinder;
import co.lindero.cadastre.ParcelStore;
import co.lindero.feature.FeatureService;
import co.lindero.feature.LayerScopes;
import co.lindero.feature.TerritoryKeeper;
import co.lindero.followup.FollowUpService;
import co.lindero.indicator.IndicatorService;
import co.lindero.ingest.Coverages;
import co.lindero.ingest.Footprints;
import co.lindero.ingest.LoadService;
import co.lindero.ingest.Publishing;
import co.lindero.ingest.source.Gdal;
import co.lindero.ingest.source.GdalLimits;
import co.lindero.investment.ParcelProjects;
import co.lindero.investment.ProjectService;
import co.lindero.investment.ReviewService;
import co.lindero.landuse.LandUseService;
import co.lindero.landuse.PartKeeper;
import co.lindero.licence.BulkChecks;
import co.lindero.licence.CheckService;
import co.lindero.licence.HeadroomService;
import co.lindero.licence.LicenceScreen;
import co.lindero.licence.LicenceService;
import co.lindero.norm.CompletenessService;
import co.lindero.plan.MeasuringStore;
import co.lindero.plan.PlanService;
import co.lindero.plan.PlanStore;
import co.lindero.plan.StripRules;
import co.lindero.plan.StripStore;
import co.lindero.platform.config.Config;
import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.db.Database;
import co.lindero.publication.PublicationStore;
import co.lindero.register.HolidayChanges;
import co.lindero.register.ParcelLicences;
import co.lindero.register.RegisterService;
import co.lindero.register.WorkingDays;
import co.lindero.revision.CaseService;
import co.lindero.revision.ChangesView;
import co.lindero.revision.PlanChangesService;
import co.lindero.risk.ExposureService;
import co.lindero.risk.RiskService;
import co.lindero.tile.TileService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The composition root: builds every capability on one database, by constructor. The parts that read files are made when
 * they are first asked for, so that a service that only answers needs no GDAL.
 */
final class Services {
    private final Config config;
    private final Database database;
    private final Clock clock;
    private final PublicationStore publications = new PublicationStore();
    private final PlanStore planStore = new PlanStore();
    private final ParcelStore parcels = new ParcelStore();
    private final ParcelFinder finder = new ParcelFinder(parcels);
    private final PlanService plans;
    private final Publishing publishing;
    private final CompletenessService completeness;
    private final LandUseService landUse;
    private final PartKeeper keeper;
    private final FeatureService features;
    private final TileService tiles;
    private final TerritoryKeeper territories;
    private final ProjectService projects;
    private final RegisterService register;

    Services(Config config, Database database) {
        this.config = config;
        this.database = database;
        this.clock = Clock.system(config.zone());
        this.plans = new PlanService(database, planStore, publications);
        this.publishing = new Publishing(database, publications);
        WorkingDays days = new WorkingDays(
                config.isSet(ConfigKey.LINDERO_HOLIDAYS)
                        ? HolidayChanges.read(config.path(ConfigKey.LINDERO_HOLIDAYS))
                        : HolidayChanges.NONE);
        ParcelProjects onParcel = new ParcelProjects(config.whole(ConfigKey.LINDERO_PROJECT_DISTANCE_M));
        this.projects = new ProjectService(database, clock, publications, finder, onParcel);
        this.landUse = new LandUseService(
                database, clock, planStore, publications, finder, onParcel, new ParcelLicences(days), strips());
        this.register = new RegisterService(database, clock, publications, days);
        this.completeness = new CompletenessService(database, planStore, publications);
        this.keeper = new PartKeeper(database, clock, planStore, publications);
        this.territories = new TerritoryKeeper(database, clock, publications);
        this.features = new FeatureService(
                database,
                clock,
                new LayerScopes(planStore),
                publications,
                config.get(ConfigKey.LINDERO_MUNICIPALITY),
                Math.max(1, config.integer(ConfigKey.LINDERO_POOL_SIZE) / 2),
                config.whole(ConfigKey.LINDERO_FEATURE_CACHE_BYTES));
        this.tiles = new TileService(
                database,
                features,
                config.whole(ConfigKey.LINDERO_TILE_CACHE_BYTES),
                config.whole(ConfigKey.LINDERO_TILE_ROWS_BYTES));
    }

    Config config() {
        return config;
    }

    Database database() {
        return database;
    }

    Clock clock() {
        return clock;
    }

    PublicationStore publications() {
        return publications;
    }

    ParcelStore parcels() {
        return parcels;
    }

    ParcelFinder finder() {
        return finder;
    }

    PlanService plans() {
        return plans;
    }

    Publishing publishing() {
        return publishing;
    }

    CompletenessService completeness() {
        return completeness;
    }

    LandUseService landUse() {
        return landUse;
    }

    ReviewService review() {
        return new ReviewService(projects, planStore, publications);
    }

    ProjectService projects() {
        return projects;
    }

    CaseService cases() {
        return new CaseService(database, plans, publications, landUse);
    }

    ChangesView changes() {
        return new ChangesView(new PlanChangesService(database, clock, plans, planStore, publications));
    }

    RiskService risk() {
        return new RiskService(database, landUse, planStore);
    }

    RegisterService register() {
        return register;
    }

    /** Follow-up of a command: nobody keeps parts beside it. */
    FollowUpService followUp() {
        return followUp(() -> false);
    }

    /** Follow-up of a service that keeps parts, and tells when it does. */
    FollowUpService followUp(BooleanSupplier keeping) {
        return new FollowUpService(
                database,
                clock,
                planStore,
                publications,
                register,
                new LicenceScreen(licences()),
                new MeasuringStore(publications, clock, keeping));
    }

    IndicatorService indicators() {
        return new IndicatorService(database, clock, planStore, publications);
    }

    /** Exposure of a command: nobody keeps parts beside it. */
    ExposureService exposure() {
        return exposure(() -> false);
    }

    /** Exposure of a service that keeps parts, and tells when it does. */
    ExposureService exposure(BooleanSupplier keeping) {
        return new ExposureService(
                database,
                clock,
                planStore,
                publications,
                config.integer(ConfigKey.LINDERO_SMALL_COUNT),
                new MeasuringStore(publications, clock, keeping));
    }

    private StripStore strips() {
        return new StripStore(StripRules.of(
                config.get(ConfigKey.LINDERO_RIPARIAN_STRIP_M), config.get(ConfigKey.LINDERO_ROAD_STRIPS_M)));
    }

    LicenceService licences() {
        return new LicenceService(
                database,
                clock,
                planStore,
                publications,
                finder,
                config.whole(ConfigKey.LINDERO_FRONT_REACH_M),
                config.whole(ConfigKey.LINDERO_UAF_M2),
                strips());
    }

    HeadroomService headroom() {
        return new HeadroomService(database, licences());
    }

    CheckService checks() {
        return new CheckService(
                database, licences(), clock, Duration.ofDays(config.whole(ConfigKey.LINDERO_CHECK_DAYS)));
    }

    BulkChecks bulkChecks() {
        return new BulkChecks(checks(), Math.min(4, Runtime.getRuntime().availableProcessors()));
    }

    PartKeeper keeper() {
        return keeper;
    }

    TerritoryKeeper territories() {
        return territories;
    }

    TileService tiles() {
        return tiles;
    }

    FeatureService features() {
        return features;
    }

    /** Removes what killed loads have left in the database. */
    void loadsCleanup() {
        publishing.dropDead();
    }

    LoadService loads() {
        return new LoadService(database, clock, gdal(), plans, publishing);
    }

    Footprints footprints() {
        return new Footprints(database, gdal());
    }

    Coverages coverages() {
        return new Coverages(database, gdal());
    }

    Gdal gdal() {
        GdalLimits standard = GdalLimits.standard();
        Path work = config.path(ConfigKey.LINDERO_VAR).resolve("gdal");
        return Gdal.find(
                work,
                new GdalLimits(
                        config.seconds(ConfigKey.LINDERO_LOAD_TIMEOUT_S),
                        standard.cpuSeconds(),
                        standard.memoryBytes(),
                        Math.max(standard.fileBytes(), 2 * config.whole(ConfigKey.LINDERO_LOAD_MAX_BYTES))));
    }
}
