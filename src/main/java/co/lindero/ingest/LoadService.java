package co.lindero.ingest;

import co.lindero.ingest.LoadOutcome.Status;
import co.lindero.ingest.LoadRequest.Switch;
import co.lindero.ingest.raster.RasterClasses;
import co.lindero.ingest.sheet.CellNote;
import co.lindero.ingest.source.Gdal;
import co.lindero.ingest.source.LayerInfo;
import co.lindero.ingest.source.LoadKind;
import co.lindero.ingest.source.Mapping;
import co.lindero.ingest.source.PersonalColumns;
import co.lindero.ingest.source.Profiles;
import co.lindero.ingest.source.RasterFile;
import co.lindero.ingest.source.ReadOptions;
import co.lindero.ingest.source.ResolvedMapping;
import co.lindero.ingest.source.SourceFile;
import co.lindero.ingest.source.SourceFinding;
import co.lindero.ingest.source.SplitPoints;
import co.lindero.ingest.source.StagedLayer;
import co.lindero.ingest.source.Staging;
import co.lindero.law.Bilingual;
import co.lindero.plan.PlanService;
import co.lindero.plan.Theme;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.NumberScheme;
import co.lindero.platform.db.SqlStates;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Loads a delivered file: read, stage, check, publish, and always a report. Either all of what it publishes is published, in
 * one transaction, or nothing is. Thread-safe; loads at once publish one after the other.
 */
public final class LoadService {
    private static final int EXAMPLES = 4;
    /** Vertices of the zones of a raster: what PostGIS puts together in about 2 GB. */
    private static final long MOST_VERTICES = 10_000_000;

    private final Database database;
    private final Clock clock;
    private final Gdal gdal;
    private final PlanService plans;
    private final Publishing publishing;
    private final LoadStore store = new LoadStore();
    private final DatasetChecks datasetChecks = new DatasetChecks(store);
    private final Profiles profiles = Profiles.standard();
    private final PersonalColumns personal = PersonalColumns.standard();

    /**
     * Makes the service.
     *
     * @param clock clock whose zone decides on which legal day it is
     * @param gdal how files are read
     */
    public LoadService(Database database, Clock clock, Gdal gdal, PlanService plans, Publishing publishing) {
        this.database = database;
        this.clock = clock;
        this.gdal = gdal;
        this.plans = plans;
        this.publishing = publishing;
    }

    /** Removes what loads that were killed have left in the database. */
    public void dropDead() {
        Workspace.dropDead(database.jdbi());
    }

    /**
     * Loads a file.
     *
     * @throws Problem where the file cannot be read, its dataset cannot be told, or the database or the folder of the
     *     reports fails; what is wrong with records is in the outcome, which is then {@code REFUSED}
     */
    public LoadOutcome load(LoadRequest request, LoadProgress progress) {
        requireMunicipality(request);
        Reports.prepare(request.reports());
        try {
            Optional<Theme> theme = theme(request);
            dropDead();
            LoadSteps steps = new LoadSteps(progress);
            return request.raster() == null
                    ? read(request, theme.orElse(null), steps, progress)
                    : readRaster(request, request.raster(), theme.orElse(null), new Watch(steps, progress));
        } catch (RuntimeException e) {
            throw e instanceof Problem
                    ? e
                    : SqlStates.problem(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    private LoadOutcome read(LoadRequest request, @Nullable Theme theme, LoadSteps steps, LoadProgress progress) {
        steps.begin("read");
        Optional<Mapping> given = Optional.ofNullable(request.mapping()).map(Mapping::read);
        ReadOptions options =
                given.map(mapping -> request.read().orElse(mapping.source())).orElse(request.read());
        boolean table = request.kind().isTable();
        try (SplitPoints split = SplitPoints.of(gdal, request.kind(), request.file());
                SourceFile source = table
                        ? SourceFile.openTable(gdal, request.file(), options)
                        : SourceFile.open(gdal, split.path(), options);
                Workspace workspace = Workspace.open(database.jdbi())) {
            LayerInfo layer = table ? source.chosenLayer() : source.layer();
            ResolvedMapping mapping = given.orElseGet(() -> profiles.choose(request.kind(), layer))
                    .resolve(request.kind(), layer, personal);
            split.requireRead(mapping);
            StagedLayer staged = Staging.stage(
                    source,
                    layer,
                    mapping,
                    new Staging.Destination(
                            database.gdalTarget(), workspace.schema(), "raw", database.srid(), progress::done));
            Handle handle = workspace.handle();
            steps.begin("check");
            long began = System.nanoTime();
            long records = RecordTable.create(handle, store, mapping, staged) - blank(handle, request);
            progress.statement("create_record", (System.nanoTime() - began) / 1e9);
            LoadStore.Target target = LoadStore.Target.of(request, layer.name());
            LoadStore.StoredFacts facts = new Coverages(database, gdal).facts(request, theme);
            if (table) {
                checkTable(handle, request, target, layer, mapping, source.cells(layer));
            } else {
                check(handle, request, theme, progress);
            }
            List<SourceFinding> noticed = new ArrayList<>(source.findings(layer));
            noticed.addAll(staged.findings());
            return finish(
                    handle,
                    new Checked(request, target, facts, mapping, records, staged.personal(), null),
                    noticed,
                    steps);
        }
    }

    /** Takes out rows that hold nothing, and returns how many. */
    private long blank(Handle handle, LoadRequest request) {
        if (request.kind() != LoadKind.PROJECTS) {
            return 0;
        }
        return store.dropBlankProjects(handle);
    }

    /** What watches a load. */
    private record Watch(LoadSteps steps, LoadProgress progress) {}

    /** What the checks of records leave; columns with personal data, and the raster that the zones are drawn from. */
    private record Checked(
            LoadRequest request,
            LoadStore.Target target,
            LoadStore.StoredFacts facts,
            ResolvedMapping mapping,
            long records,
            Map<String, Long> personal,
            @Nullable RasterContent raster) {}

    /** A raster goes the way of a file of zones, once its cells are drawn as polygons. */
    private LoadOutcome readRaster(LoadRequest request, RasterClasses classes, @Nullable Theme theme, Watch watch) {
        requireProtective(theme);
        watch.steps().begin("read");
        Optional<Mapping> given = Optional.ofNullable(request.mapping()).map(Mapping::read);
        ReadOptions options =
                given.map(mapping -> request.read().orElse(mapping.source())).orElse(request.read());
        try (RasterFile file = RasterFile.open(gdal, request.file(), options);
                Workspace workspace = Workspace.open(database.jdbi())) {
            Handle handle = workspace.handle();
            RasterStaging.Staged drawn = new RasterStaging(handle, file, classes, database.srid(), MOST_VERTICES)
                    .stage(store, workspace.schema(), watch.progress());
            ResolvedMapping mapping = given.orElseGet(() -> profiles.choose(request.kind(), drawn.layer()))
                    .resolve(request.kind(), drawn.layer(), personal);
            watch.steps().begin("check");
            long records = RecordTable.create(handle, store, mapping, drawn.staged());
            LoadStore.Target target = LoadStore.Target.of(request, drawn.layer().name());
            LoadStore.StoredFacts facts = new Coverages(database, gdal).facts(request, theme);
            String ground = drawn.content().ground();
            check(handle, request, theme, watch.progress());
            return finish(
                    handle,
                    new Checked(
                            request,
                            target,
                            ground == null
                                    ? facts
                                    : facts.ofCells(
                                            request.facts(),
                                            ground,
                                            drawn.content().cellM()),
                            mapping,
                            records,
                            Map.of(),
                            drawn.content()),
                    file.findings(),
                    watch.steps());
        }
    }

    private static void requireProtective(@Nullable Theme theme) {
        if (theme != null && !theme.protective()) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "El tema " + theme.code()
                                    + " no es de amenaza, riesgo o protección: un ráster se carga en uno"
                                    + " que lo sea.",
                            "Theme " + theme.code()
                                    + " is not of hazard, risk or protection: a raster is loaded into one"
                                    + " that is.")
                    .hint("Defina el tema con --hazard.", "Define the theme with --hazard.");
        }
    }

    private LoadOutcome finish(Handle handle, Checked checked, List<SourceFinding> noticed, LoadSteps steps) {
        LoadRequest request = checked.request();
        datasetChecks.checkOthers(handle, request, checked.target());
        datasetChecks.checkFile(handle, request, checked.target(), checked.facts(), checked.records());
        List<Finding> ofFile = fileFindings(noticed);
        Publishing.Prepared prepared = new Publishing.Prepared(
                request,
                checked.target(),
                checked.facts(),
                checked.mapping().name(),
                checked.records(),
                checked.personal(),
                findings(handle, ofFile),
                checked.raster());
        LoadOutcome outcome = decide(handle, prepared, steps);
        Reports.write(outcome, request, ofFile, each -> store.forEachFinding(handle, each));
        return outcome;
    }

    private void check(Handle handle, LoadRequest request, @Nullable Theme theme, LoadProgress progress) {
        LoadChecks checks = new LoadChecks(store, database, progress, LocalDate.now(clock));
        checks.checkRecords(handle, request);
        checks.checkRows(handle, request, theme);
    }

    private void checkTable(
            Handle handle,
            LoadRequest request,
            LoadStore.Target target,
            LayerInfo layer,
            ResolvedMapping mapping,
            List<CellNote> cells) {
        TableChecks checks = new TableChecks(store);
        checks.keepNotes(handle, cells);
        checks.noteUnread(handle, layer, mapping);
        checks.checkRecords(handle, request, layer, mapping);
        store.run(handle, "check_text", Map.of());
        checks.checkRows(handle, request, target);
    }

    private LoadOutcome decide(Handle handle, Publishing.Prepared prepared, LoadSteps steps) {
        LoadRequest request = prepared.request();
        boolean errors = prepared.findings().count(Finding.Level.ERROR) > 0;
        if (errors && !(request.has(Switch.QUARANTINE) && store.hasOnlyRecordErrors(handle))) {
            return prepared.outcome(Status.REFUSED, Publishing.Result.NOTHING, steps.end());
        }
        if (request.has(Switch.DRY_RUN)) {
            return prepared.outcome(Status.CHECKED, Publishing.Result.NOTHING, steps.end());
        }
        steps.begin("publish");
        Publishing.Result result = publishing.publish(handle, prepared);
        return prepared.outcome(
                result.publication() == null ? Status.UNCHANGED : Status.PUBLISHED, result, steps.end());
    }

    private void requireMunicipality(LoadRequest request) {
        boolean official = request.municipality().matches("\\d{5}");
        if (!official && database.numbers() == NumberScheme.NPN) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "«" + request.municipality() + "» no es un código DIVIPOLA de cinco dígitos",
                            "\"" + request.municipality() + "\" is not a DIVIPOLA code of five digits")
                    .hint("Por ejemplo --municipality 76130.", "For example --municipality 76130.");
        }
    }

    private Optional<Theme> theme(LoadRequest request) {
        String plan = String.valueOf(request.plan());
        if (request.kind().isOfPlan()) {
            plans.get(request.municipality(), plan);
        }
        if (request.kind() != LoadKind.ZONES) {
            return Optional.empty();
        }
        String theme = String.valueOf(request.theme());
        Optional<Theme> found = plans.findTheme(request.municipality(), plan, theme);
        if (found.isEmpty()) {
            String command = "lindero plan theme add --municipality " + request.municipality() + " --plan " + plan
                    + " --theme " + theme + " --title \"…\"";
            throw Problem.of(
                            ProblemType.NOT_FOUND,
                            "El plan " + plan + " no define el tema " + theme,
                            "Plan " + plan + " does not define theme " + theme)
                    .hint("Agréguelo: " + command, "Add it: " + command);
        }
        return found;
    }

    private Findings findings(Handle handle, List<Finding> ofFile) {
        Map<String, Map<String, Long>> counts = store.countFindings(handle);
        ofFile.forEach(finding -> counts.computeIfAbsent(finding.level().name(), level -> new TreeMap<>())
                .merge(finding.code(), 1L, Long::sum));
        List<Finding> examples = new ArrayList<>(ofFile);
        examples.addAll(store.listExamples(handle, EXAMPLES));
        return new Findings(counts, examples);
    }

    private static List<Finding> fileFindings(List<SourceFinding> noticed) {
        return noticed.stream()
                // counted record by record in the staged table
                .filter(finding -> !finding.code().equals(FindingCode.REPLACEMENT_CHARACTER.code()))
                .map(finding -> new Finding(
                        Finding.Level.valueOf(finding.level().name()),
                        finding.code(),
                        null,
                        null,
                        new Bilingual(finding.spanish(), finding.english()),
                        JsonNodeFactory.instance.objectNode(),
                        null,
                        null,
                        null))
                .toList();
    }
}
