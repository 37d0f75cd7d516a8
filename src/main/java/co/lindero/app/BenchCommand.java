package co.lindero.app;

import co.lindero.bench.ChangesBench;
import co.lindero.bench.CheckBench;
import co.lindero.bench.ExposureBench;
import co.lindero.bench.LandUseBench;
import co.lindero.bench.LoadBench;
import co.lindero.bench.LoadRun;
import co.lindero.bench.ProjectsBench;
import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures this program against what the database does by itself, in databases of its own. */
@Command(
        name = "bench",
        description = "Mide el rendimiento como razones en una misma corrida (measure performance as ratios).")
final class BenchCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    BenchCommand(CommandContext context) {
        this.context = context;
    }

    /** Returns the subcommands, to be added to the command line. */
    static List<Object> subcommands(CommandContext context) {
        return List.of(
                new Load(context),
                new LandUse(context),
                new Exposure(context),
                new Changes(context),
                new LayerBenches.Features(context),
                new LayerBenches.Tiles(context),
                new LayerBenches.Stream(context),
                new Projects(context),
                new Check(context),
                new RunLoad(context));
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(context.out());
        }
        return ExitCode.USAGE;
    }

    static int exitCode(int missed) {
        return missed == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    @Command(
            name = "load",
            description =
                    "Cargar y medir partes, contra una copia simple y una sentencia única (loading, derived parts).",
            sortOptions = false)
    static final class Load implements Callable<Integer> {
        private static final int CONNECTIONS = 6;

        private final CommandContext context;

        @Option(names = "--parcels", defaultValue = "100000", paramLabel = "N", description = "Predios (parcels).")
        private int parcels;

        Load(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws Exception {
            try (BenchGround ground = new BenchGround(context, parcels, CONNECTIONS, false)) {
                return exitCode(new LoadBench(ground.bench()).run(parcels));
            }
        }
    }

    @Command(
            name = "land-use",
            description = "Respuestas de uso del suelo, contra pgbench con las mismas sentencias (land-use answers).",
            sortOptions = false)
    static final class LandUse implements Callable<Integer> {
        private final CommandContext context;

        @Option(
                names = "--parcels",
                defaultValue = "10000,100000",
                split = ",",
                paramLabel = "N",
                description = "Predios, uno o más tamaños (parcels, one or more sizes).")
        private List<Integer> parcels = List.of();

        @Option(names = "--clients", defaultValue = "8", paramLabel = "N", description = "Clientes (clients).")
        private int clients;

        @Mixin
        private BenchTiming timing = new BenchTiming();

        LandUse(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws Exception {
            List<LandUseBench.Measured> measured = new ArrayList<>();
            for (int size : parcels) {
                try (BenchGround ground = new BenchGround(context, size, 2 * clients, timing.keep())) {
                    measured.add(new LandUseBench(ground.bench(), clients, timing.seconds()).run(size));
                }
            }
            int missed =
                    measured.stream().mapToInt(LandUseBench.Measured::missed).sum();
            double least = measured.stream()
                    .mapToDouble(LandUseBench.Measured::rate)
                    .min()
                    .orElse(1);
            double most = measured.stream()
                    .mapToDouble(LandUseBench.Measured::rate)
                    .max()
                    .orElse(1);
            if (measured.size() > 1) {
                missed += LandUseBench.compare(context.out(), parcels, most / least);
            }
            return exitCode(missed);
        }
    }

    @Command(
            name = "exposure",
            description = "Exposición de un municipio, contra una sentencia escrita a mano (exposure).",
            sortOptions = false)
    static final class Exposure implements Callable<Integer> {
        private static final int CONNECTIONS = 6;

        private final CommandContext context;

        @Option(names = "--parcels", defaultValue = "12000", paramLabel = "N", description = "Predios (parcels).")
        private int parcels;

        @Option(names = "--keep", description = "Conserva la base de datos para otra corrida (keep the database).")
        private boolean keep;

        Exposure(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws Exception {
            try (BenchGround ground = new BenchGround(context, parcels, CONNECTIONS, keep)) {
                Services services = new Services(context.config(), ground.database());
                return exitCode(new ExposureBench(ground.bench(), services.exposure()).run(parcels));
            }
        }
    }

    @Command(
            name = "changes",
            description = "Lo que cambia un borrador, contra medir las partes de todos los predios (plan changes).",
            sortOptions = false)
    static final class Changes implements Callable<Integer> {
        private static final int CONNECTIONS = 6;

        private final CommandContext context;

        @Option(names = "--parcels", defaultValue = "12000", paramLabel = "N", description = "Predios (parcels).")
        private int parcels;

        Changes(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws Exception {
            try (BenchGround ground = new BenchGround(context, parcels, CONNECTIONS, false)) {
                Services services = new Services(context.config(), ground.database());
                return exitCode(new ChangesBench(ground.bench(), services::changes).run(parcels));
            }
        }
    }

    @Command(
            name = "projects",
            description = "Sumas de proyectos por territorio, contra una sentencia escrita a mano (sums by territory).",
            sortOptions = false)
    static final class Projects implements Callable<Integer> {
        private static final int CONNECTIONS = 4;

        private final CommandContext context;

        @Option(names = "--projects", defaultValue = "100000", paramLabel = "N", description = "Proyectos (projects).")
        private int projects;

        Projects(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws Exception {
            try (BenchGround ground = new BenchGround(context, projects, CONNECTIONS, false)) {
                Services services = new Services(context.config(), ground.database());
                return exitCode(
                        new ProjectsBench(ground.bench(), services.projects(), services.review()).run(projects));
            }
        }
    }

    @Command(
            name = "check",
            description = "Revisiones de licencia, contra la respuesta de uso del suelo (licence checks).",
            sortOptions = false)
    static final class Check implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--parcels", defaultValue = "12000", paramLabel = "N", description = "Predios (parcels).")
        private int parcels;

        @Option(names = "--bulk", defaultValue = "10000", paramLabel = "N", description = "En bloque (in bulk).")
        private int bulk;

        @Option(names = "--clients", defaultValue = "2", paramLabel = "N", description = "Clientes (clients).")
        private int clients;

        @Mixin
        private BenchTiming timing = new BenchTiming();

        Check(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws Exception {
            try (BenchGround ground = new BenchGround(context, parcels, 2 * clients + 2, timing.keep())) {
                Services services = new Services(context.config(), ground.database());
                return exitCode(new CheckBench(
                                ground.bench(), services.checks(), services.bulkChecks(), clients, timing.seconds())
                        .run(parcels, bulk));
            }
        }
    }

    /** The load that {@code bench load} measures, in a process of its own. */
    @Command(name = "run-load", hidden = true)
    static final class RunLoad implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(index = "0")
        private Path file = Path.of("");

        RunLoad(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Services services = new Services(context.config(), context.openDatabase());
            Path reports = context.config()
                    .path(ConfigKey.LINDERO_VAR)
                    .resolve("reports")
                    .resolve(String.format(
                            Locale.ROOT, "bench-%d", ProcessHandle.current().pid()));
            context.out().println(Json.write(LoadRun.measure(services.loads(), file, reports)));
            return ExitCode.DONE;
        }
    }
}
