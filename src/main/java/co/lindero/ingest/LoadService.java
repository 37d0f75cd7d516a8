package co.lindero.ingest;

import co.lindero.ingest.LoadRequest.Switch;
import co.lindero.ingest.source.Gdal;
import co.lindero.ingest.source.LayerInfo;
import co.lindero.ingest.source.LoadKind;
import co.lindero.ingest.source.Mapping;
import co.lindero.ingest.source.PersonalColumns;
import co.lindero.ingest.source.Profiles;
import co.lindero.ingest.source.ReadOptions;
import co.lindero.ingest.source.ResolvedMapping;
import co.lindero.ingest.source.SourceFile;
import co.lindero.ingest.source.SourceFinding;
import co.lindero.ingest.source.StagedLayer;
import co.lindero.ingest.source.Staging;
import co.lindero.ingest.source.Target;
import co.lindero.law.Bilingual;
import co.lindero.plan.PlanService;
import co.lindero.plan.Theme;
import co.lindero.platform.db.Database;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Loads a delivered file: read, stage, check, publish, and always a report. Either all of what it publishes is published, in
 * one transaction, or nothing is. Thread-safe; loads at once publish one after the other.
 */
public final class LoadService {
    private final Database database;
    private final Gdal gdal;
    private final PlanService plans;
    private final Publishing publishing;
    private final LoadStore store = new LoadStore();
    private final Profiles profiles = Profiles.standard();
    private final PersonalColumns personal = PersonalColumns.standard();

    /**
     * Makes the service.
     *
     * @param gdal how files are read
     */
    public LoadService(Database database, Gdal gdal, PlanService plans, Publishing publishing) {
        this.database = database;
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
     * @throws Problem where the file cannot be read or its dataset cannot be told; what is wrong with records is in the
     *     outcome, which is then {@code REFUSED}
     */
    public LoadOutcome load(LoadRequest request, LoadProgress progress) {
        requireMunicipality(request);
        @Nullable Theme theme = theme(request);
        dropDead();
        Steps steps = new Steps(progress);
        steps.begin("read");
        Optional<Mapping> given = Optional.ofNullable(request.mapping()).map(Mapping::read);
        ReadOptions options =
                given.map(mapping -> request.read().orElse(mapping.source())).orElse(request.read());
        try (SourceFile source = SourceFile.open(gdal, request.file(), options);
                Workspace workspace = Workspace.open(database.jdbi())) {
            LayerInfo layer = source.layer();
            Mapping mapping = given.orElseGet(() -> profiles.choose(request.kind(), layer));
            ResolvedMapping resolved = mapping.resolve(request.kind(), layer, personal);
            StagedLayer staged = Staging.stage(
                    source,
                    layer,
                    resolved,
                    new Staging.Destination(
                            database.gdalTarget(), workspace.schema(), "raw", database.srid(), progress::done));
            Handle handle = workspace.handle();
            steps.begin("check");
            long began = System.nanoTime();
            long records = createRecord(handle, request.kind(), resolved, staged);
            progress.statement("create_record", (System.nanoTime() - began) / 1e9);
            Target0 target0 = new Target0(request, layer, theme);
            LoadStore.Target target = target0.target();
            LoadStore.StoredFacts facts = new Coverages(database, gdal).facts(request, theme);
            LoadChecks checks = new LoadChecks(store, database, progress);
            checks.checkRecords(handle, request);
            checks.checkRows(handle, request, theme != null && theme.tilesGround());
            requireOwnName(handle, request, target);
            addFileFindings(handle, request, target, facts, records);
            List<Finding> findings = new ArrayList<>(fileFindings(source, layer, staged));
            findings.addAll(store.listFindings(handle));
            Publishing.Prepared prepared = new Publishing.Prepared(
                    request, target, facts, resolved.name(), records, findings, store.countFindings(handle));
            LoadOutcome outcome = decide(handle, prepared, staged, steps);
            Reports.write(outcome, request);
            return outcome;
        }
    }

    private LoadOutcome decide(Handle handle, Publishing.Prepared prepared, StagedLayer staged, Steps steps) {
        LoadRequest request = prepared.request();
        boolean errors = prepared.findings().stream().anyMatch(finding -> finding.level() == Finding.Level.ERROR);
        if (errors && !request.has(Switch.QUARANTINE)) {
            return outcome(LoadOutcome.Status.REFUSED, null, prepared, null, staged, steps);
        }
        if (request.has(Switch.DRY_RUN)) {
            return outcome(LoadOutcome.Status.CHECKED, null, prepared, null, staged, steps);
        }
        steps.begin("publish");
        Publishing.Result result = publishing.publish(handle, prepared);
        if (result.publication() == null) {
            return outcome(LoadOutcome.Status.UNCHANGED, null, prepared, result, staged, steps);
        }
        return outcome(LoadOutcome.Status.PUBLISHED, result.publication(), prepared, result, staged, steps);
    }

    private static LoadOutcome outcome(
            LoadOutcome.Status status,
            @Nullable Long publication,
            Publishing.Prepared prepared,
            Publishing.@Nullable Result result,
            StagedLayer staged,
            Steps steps) {
        LoadOutcome.Counts counts = result == null
                ? new LoadOutcome.Counts(prepared.records(), 0, 0, 0, 0, 0)
                : new LoadOutcome.Counts(
                        prepared.records(),
                        result.rows().added(),
                        result.rows().closed(),
                        result.rows().unchanged(),
                        result.quarantined(),
                        result.repaired());
        return new LoadOutcome(
                status,
                publication,
                prepared.request().kind(),
                prepared.target().dataset(),
                prepared.profile(),
                counts,
                staged.personal(),
                prepared.findings(),
                prepared.request().reports(),
                steps.end());
    }

    private void requireMunicipality(LoadRequest request) {
        boolean official = request.municipality().matches("\\d{5}");
        if (!official && database.numbers() == co.lindero.platform.db.NumberScheme.NPN) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "«" + request.municipality() + "» no es un código DIVIPOLA de cinco dígitos",
                            "\"" + request.municipality() + "\" is not a DIVIPOLA code of five digits")
                    .hint("Por ejemplo --municipality 76130.", "For example --municipality 76130.");
        }
    }

    private @Nullable Theme theme(LoadRequest request) {
        if (request.kind() != LoadKind.ZONES) {
            return null;
        }
        String plan = String.valueOf(request.plan());
        String theme = String.valueOf(request.theme());
        plans.get(request.municipality(), plan);
        return plans.findTheme(request.municipality(), plan, theme)
                .orElseThrow(() -> Problem.of(
                                ProblemType.NOT_FOUND,
                                "El plan " + plan + " no define el tema " + theme,
                                "Plan " + plan + " does not define theme " + theme)
                        .hint(
                                "Agréguelo: lindero plan theme add --municipality " + request.municipality()
                                        + " --plan " + plan + " --theme " + theme + " --title \"…\"",
                                "Add it: lindero plan theme add --municipality " + request.municipality() + " --plan "
                                        + plan + " --theme " + theme + " --title \"…\""));
    }

    private long createRecord(Handle handle, LoadKind kind, ResolvedMapping resolved, StagedLayer staged) {
        var fields = JsonNodeFactory.instance.arrayNode();
        resolved.fields().forEach(field -> {
            var node = fields.addObject().put("target", field.target()).put("constant", field.constant());
            field.columns().forEach(node.putArray("columns")::add);
            for (String column : field.columns()) {
                // the names in the table may differ from those in the file
                ((com.fasterxml.jackson.databind.node.ArrayNode) node.get("columns"))
                        .set(field.columns().indexOf(column), staged.staged(column));
            }
            node.set("values", Json.tree(field.values()));
            node.set("foldedValues", Json.tree(field.foldedValues()));
        });
        var attributes = JsonNodeFactory.instance.arrayNode();
        resolved.attributeColumns()
                .forEach(column -> attributes.addObject().put("name", column).put("column", staged.staged(column)));
        return store.createRecord(
                handle, kind.targets().stream().map(Target::name).toList(), fields, attributes);
    }

    /** A dataset under the layer's own name must not repeat what another dataset already says. */
    private void requireOwnName(Handle handle, LoadRequest request, LoadStore.Target target) {
        List<String> others = switch (request.kind()) {
            case PARCELS -> store.listForeignNumbers(handle, target);
            case ZONES -> store.listOverlaidDatasets(handle, target);
            default -> List.of();
        };
        if (others.isEmpty()) {
            return;
        }
        String list = String.join("; ", others);
        if (request.facts().name() == null) {
            throw Problem.of(
                            ProblemType.DATASET_CONFLICT,
                            "El conjunto «" + target.dataset() + "» repite lo que ya tienen otros: " + list,
                            "Dataset \"" + target.dataset() + "\" repeats what others already hold: " + list)
                    .hint(
                            "Para reemplazar uno de ellos diga su nombre con --dataset; para agregar otro, déle un"
                                    + " nombre con --dataset.",
                            "To replace one of them name it with --dataset; to add another give it a name with"
                                    + " --dataset.");
        }
        if (request.kind() == LoadKind.PARCELS) {
            store.run(
                    handle,
                    "add_finding",
                    Map.of(
                            "level",
                            "WARNING",
                            "code",
                            FindingCode.MOVED_FROM_DATASET.code(),
                            "detail",
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("dataset", list)
                                    .put("parcels", "")
                                    .toString()));
        }
    }

    private void addFileFindings(
            Handle handle, LoadRequest request, LoadStore.Target target, LoadStore.StoredFacts facts, long records) {
        if (records == 0) {
            boolean declares = request.kind() == LoadKind.ZONES;
            store.run(
                    handle,
                    "add_finding",
                    Map.of(
                            "level",
                            declares ? "WARNING" : "ERROR",
                            "code",
                            FindingCode.EMPTY_DATASET.code(),
                            "detail",
                            "{}"));
        }
        if (request.kind() == LoadKind.ZONES && facts.coverageKind().equals("assumed")) {
            store.run(
                    handle,
                    "add_finding",
                    Map.of("level", "INFO", "code", FindingCode.COVERAGE_ASSUMED.code(), "detail", "{}"));
        }
        long history = request.validFrom() == null ? store.countHistory(handle, target) : 0;
        if (history > 0) {
            store.run(
                    handle,
                    "add_finding",
                    Map.of(
                            "level",
                            "WARNING",
                            "code",
                            FindingCode.HISTORY_REPLACED.code(),
                            "detail",
                            "{\"rows\": " + history + "}"));
        }
    }

    private static List<Finding> fileFindings(SourceFile source, LayerInfo layer, StagedLayer staged) {
        List<SourceFinding> all = new ArrayList<>(source.findings(layer));
        all.addAll(staged.findings());
        return all.stream()
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

    /** Names what a load replaces. */
    private record Target0(
            LoadRequest request, LayerInfo layer, @Nullable Theme theme) {
        LoadStore.Target target() {
            String name = request.facts().name() == null
                    ? layer.name()
                    : request.facts().name();
            boolean zones = request.kind() == LoadKind.ZONES;
            return new LoadStore.Target(
                    request.municipality(),
                    request.kind().word(),
                    zones ? String.valueOf(request.plan()) : "",
                    zones ? String.valueOf(request.theme()) : "",
                    name);
        }
    }

    /** Times the steps and tells of them. */
    private static final class Steps {
        private final LoadProgress progress;
        private final Map<String, Double> seconds = new LinkedHashMap<>();
        private @Nullable String current;
        private long began;

        Steps(LoadProgress progress) {
            this.progress = progress;
        }

        void begin(String name) {
            end();
            current = name;
            began = System.nanoTime();
            progress.step(name);
        }

        Map<String, Double> end() {
            if (current != null) {
                seconds.put(current, (System.nanoTime() - began) / 1e9);
                current = null;
            }
            return seconds;
        }
    }
}
