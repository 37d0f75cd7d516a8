package co.lindero.app;

import co.lindero.ingest.Finding;
import co.lindero.ingest.LoadOutcome;
import co.lindero.ingest.LoadRequest;
import co.lindero.ingest.raster.RasterClasses;
import co.lindero.ingest.source.LoadKind;
import co.lindero.ingest.source.ReadOptions;
import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.db.PoolSettings;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads a delivered file: read, stage, check, publish, report; then brings the kept parts of parcels up to date. */
@Command(
        name = "load",
        description = {
            "Carga un archivo: catastro, zonas, normas, usos, proyectos, licencias o un ráster de amenaza (load a file)."
        },
        sortOptions = false)
final class LoadCommand implements Callable<Integer> {
    private static final DateTimeFormatter REPORT_NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final double WORST_ACCURACY_M = 100_000;

    private final CommandContext context;

    @Parameters(
            index = "0",
            paramLabel = "parcels|buildings|territories|zones|raster|norms|uses|ciiu|projects|licences",
            description = "Qué contiene el archivo (what the file holds).")
    private Content content = Content.PARCELS;

    private LoadKind kind = LoadKind.PARCELS;
    private boolean raster;

    /** The words for what a file holds: kinds of load, and the raster that zones are drawn from. */
    enum Content {
        PARCELS,
        BUILDINGS,
        TERRITORIES,
        ZONES,
        RASTER,
        NORMS,
        USES,
        CIIU,
        PROJECTS,
        LICENCES
    }

    @Parameters(
            index = "1",
            paramLabel = "ARCHIVO",
            description =
                    "Shapefile, GeoPackage, GeoJSON, FileGDB, FlatGeobuf, CSV, XLSX, GML, KML o zip; GeoTIFF para raster (file).")
    private @Nullable Path file;

    @Mixin
    private final MunicipalityOption municipality = new MunicipalityOption();

    @Option(names = "--plan", paramLabel = "CÓDIGO", description = "Plan, para zones, norms, uses y ciiu (plan).")
    private @Nullable String plan;

    @Option(names = "--theme", paramLabel = "CÓDIGO", description = "Tema, para zones (theme).")
    private @Nullable String theme;

    @Option(
            names = "--thresholds",
            paramLabel = "NIVEL=VALOR,…",
            description =
                    "raster: valor desde el que rige cada nivel, por ejemplo Baja=0.1,Media=0.5,Alta=1 (thresholds).")
    private @Nullable String thresholds;

    @Option(
            names = "--classes",
            paramLabel = "VALOR=NIVEL,…",
            description = "raster: nivel de cada valor, por ejemplo 0=ninguna,1=Baja,2=Media,3=Alta (classes).")
    private @Nullable String classes;

    @Option(names = "--mapping", paramLabel = "YAML", description = "Asignación de campos y valores (mapping file).")
    private @Nullable Path mapping;

    @Option(names = "--layer", description = "Capa, si el archivo tiene varias (layer).")
    private @Nullable String layer;

    @Option(
            names = "--crs",
            paramLabel = "EPSG:n",
            description = "Sistema de coordenadas, si el archivo no lo dice (CRS).")
    private @Nullable String crs;

    @Option(names = "--encoding", description = "Codificación del texto, si el archivo no la dice (encoding).")
    private @Nullable String encoding;

    @Option(
            names = "--dataset",
            paramLabel = "NOMBRE",
            description = "Conjunto que reemplaza; el nombre de la capa si no se indica (dataset).")
    private @Nullable String dataset;

    @Option(
            names = "--valid-from",
            paramLabel = "FECHA",
            description = "Día desde el que valen; siempre si no se indica (valid from).")
    private @Nullable LocalDate validFrom;

    @Option(names = "--accuracy", paramLabel = "M", description = "Exactitud posicional, m (accuracy).")
    private @Nullable Double accuracy;

    @Option(
            names = "--coverage",
            paramLabel = "municipality|ARCHIVO",
            description = "Terreno del que hablan los datos (coverage).")
    private @Nullable String coverage;

    @Option(names = "--indicative", description = "Los datos son solo indicativos (indicative only).")
    private boolean indicative;

    @Option(names = "--source", description = "Quién los hizo y con qué (source).")
    private @Nullable String source;

    @Option(names = "--source-date", paramLabel = "FECHA", description = "Cuándo se hicieron (date of the source).")
    private @Nullable LocalDate sourceDate;

    @Option(names = "--scale", paramLabel = "1:n", description = "Escala de la fuente (scale).")
    private @Nullable String scale;

    @Option(names = "--demonstration", description = "Son datos sintéticos de demostración (synthetic data).")
    private boolean demonstration;

    @Option(names = "--repair", description = "Repara las geometrías inválidas y lo informa (repair geometries).")
    private boolean repair;

    @Option(
            names = "--quarantine",
            description = "Publica los registros sanos y aparta los demás (publish the sound records).")
    private boolean quarantine;

    @Option(
            names = "--dry-run",
            description =
                    "Revisa e informa; no publica, y por eso no prueba los casos del plan (check only: golden cases are not asked).")
    private boolean dryRun;

    @Option(names = "--no-derive", description = "Deja al servicio el cálculo por predio (leave derived parts).")
    private boolean noDerive;

    @Option(
            names = "--report",
            paramLabel = "CARPETA",
            description = "Carpeta de los informes (folder of the reports).")
    private @Nullable Path report;

    LoadCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        raster = content == Content.RASTER;
        kind = raster ? LoadKind.ZONES : LoadKind.valueOf(content.name());
        requireFitting();
        String of = municipality.get(context);
        Services services =
                new Services(context.config(), context.openDatabase(PoolSettings.command("load " + kind.word())));
        ConsoleProgress progress = new ConsoleProgress(context);
        LoadOutcome outcome = services.loads().load(request(of), progress);
        progress.end();
        LoadText.print(context, outcome, raster ? LoadText.RASTER : LoadText.RECORDS);
        if (outcome.status() == LoadOutcome.Status.PUBLISHED
                && !noDerive
                && kind != LoadKind.BUILDINGS
                && !kind.isTable()) {
            keepParts(services, progress);
        }
        boolean worse = outcome.status() == LoadOutcome.Status.PUBLISHED
                && kind.isTable()
                && new RuleEffects(context, services).tell(outcome, of, Objects.requireNonNull(plan));
        return worse ? ExitCode.FINDINGS : exitCode(outcome);
    }

    /** Options that would be passed over in silence are refused. */
    private void requireFitting() {
        if (!raster && (thresholds != null || classes != null)) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "--thresholds y --classes son de raster, no de " + kind.word(),
                            "--thresholds and --classes are for raster, not for " + kind.word())
                    .hint("Quítelas, o cargue raster.", "Leave them out, or load raster.");
        }
        if (raster && (repair || quarantine || encoding != null)) {
            throw Problem.of(
                    ProblemType.INVALID_PARAMETER,
                    "--repair, --quarantine y --encoding son de registros, y un ráster no los tiene",
                    "--repair, --quarantine and --encoding are of records, and a raster has none");
        }
        boolean zones = kind == LoadKind.ZONES;
        if (!kind.isOfPlan() && (plan != null || theme != null)) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "--plan y --theme solo valen para zones, y --plan para norms, uses y ciiu; no para "
                                    + kind.word(),
                            "--plan and --theme are for zones only, and --plan for norms, uses and ciiu; not for "
                                    + kind.word())
                    .hint("Quítelos, o cargue zones.", "Leave them out, or load zones.");
        }
        if (kind.isTable() && theme != null) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "--theme no vale para " + kind.word() + ": cada fila dice el suyo en scope_theme",
                            "--theme is not for " + kind.word() + ": each row says its own in scope_theme")
                    .hint("Quítelo.", "Leave it out.");
        }
        if (kind.isTable() && (repair || crs != null || accuracy != null || coverage != null || scale != null)) {
            throw Problem.of(
                    ProblemType.INVALID_PARAMETER,
                    "--repair, --crs, --accuracy, --coverage y --scale son de geometrías, y " + kind.word()
                            + " no las tiene",
                    "--repair, --crs, --accuracy, --coverage and --scale are of geometries, and " + kind.word()
                            + " has none");
        }
        if (accuracy != null && !(accuracy >= 0 && accuracy < WORST_ACCURACY_M)) {
            throw Problem.of(
                    ProblemType.INVALID_PARAMETER,
                    "--accuracy " + accuracy + " no es una exactitud en metros",
                    "--accuracy " + accuracy + " is no accuracy in metres");
        }
        if (dataset != null && dataset.isBlank()) {
            throw Problem.of(ProblemType.INVALID_PARAMETER, "--dataset está vacío", "--dataset is empty");
        }
        if ((kind.isOfPlan() && plan == null) || (zones && theme == null)) {
            throw Problem.of(
                            ProblemType.MISSING_PARAMETER,
                            "Para cargar " + kind.word()
                                    + (zones ? " se necesitan --plan y --theme" : " se necesita --plan"),
                            "To load " + kind.word() + (zones ? " --plan and --theme are needed" : " --plan is needed"))
                    .hint("Vea los planes con «lindero plan list».", "See the plans with \"lindero plan list\".");
        }
    }

    private void keepParts(Services services, ConsoleProgress progress) {
        long began = System.nanoTime();
        progress.step("derive");
        long parcels = services.keeper().keepAll(2, progress::count);
        progress.end();
        if (parcels > 0) {
            double seconds = (System.nanoTime() - began) / 1e9;
            context.say(
                    String.format("Predios medidos: %d en %.1f s", parcels, seconds),
                    String.format("Parcels measured: %d in %.1f s", parcels, seconds));
        }
    }

    private static int exitCode(LoadOutcome outcome) {
        if (outcome.status() == LoadOutcome.Status.REFUSED) {
            return ExitCode.REFUSED;
        }
        boolean found = outcome.findings().count(Finding.Level.WARNING)
                        + outcome.findings().count(Finding.Level.ERROR)
                > 0;
        return found ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private LoadRequest request(String of) {
        Set<LoadRequest.Switch> switches = EnumSet.noneOf(LoadRequest.Switch.class);
        if (repair) {
            switches.add(LoadRequest.Switch.REPAIR);
        }
        if (quarantine) {
            switches.add(LoadRequest.Switch.QUARANTINE);
        }
        if (dryRun) {
            switches.add(LoadRequest.Switch.DRY_RUN);
        }
        return new LoadRequest(
                kind,
                Objects.requireNonNull(file),
                of,
                plan,
                theme,
                new ReadOptions(layer, crs, encoding),
                mapping,
                validFrom,
                switches,
                report == null ? defaultReports() : report,
                new LoadRequest.DatasetFacts(
                        dataset, accuracy, coverage, scale, source, sourceDate, indicative, demonstration),
                raster ? RasterClasses.parse(thresholds, classes) : null);
    }

    private Path defaultReports() {
        String name = LocalDateTime.now(context.config().zone()).format(REPORT_NAME) + "-" + kind.word();
        return context.config().path(ConfigKey.LINDERO_VAR).resolve("reports").resolve(name);
    }
}
