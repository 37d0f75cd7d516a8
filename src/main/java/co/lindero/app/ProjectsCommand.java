package co.lindero.app;

import co.lindero.investment.Moment;
import co.lindero.investment.ReviewJson;
import co.lindero.investment.ReviewService;
import co.lindero.platform.db.PoolSettings;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The bank of projects: template, sums, order of importance, conflicts, movement. */
@Command(name = "projects", description = "Banco de proyectos de inversión (bank of investment projects).")
final class ProjectsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    /** Makes the command. */
    ProjectsCommand(CommandContext context) {}

    static List<Object> subcommands(CommandContext context) {
        return List.of(
                new Template(context),
                new Summary(context),
                new Rank(context),
                new Conflicts(context),
                new Movement(context));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** What the questions have in common. */
    private abstract static class Question implements Callable<Integer> {
        final CommandContext context;

        @Mixin
        private final MunicipalityOption municipality = new MunicipalityOption();

        @Option(names = "--on", paramLabel = "FECHA", description = "Día legal; hoy si no se indica (legal day).")
        private @Nullable LocalDate on;

        @Option(names = "--json", description = "Escribe JSON, como el servicio (as the service writes it).")
        private boolean json;

        Question(CommandContext context) {
            this.context = context;
        }

        Services services() {
            return new Services(context.config(), context.openDatabase(PoolSettings.command("projects")));
        }

        Moment moment(KnownAt knownAt) {
            return new Moment(municipality.get(context), on, knownAt);
        }

        Integer print(ObjectNode body, String text) {
            context.out().print(json ? Json.pretty(body) + "\n" : text);
            context.out().flush();
            return ExitCode.DONE;
        }
    }

    /** Writes an empty spreadsheet with all columns, codes as text. */
    @Command(
            name = "template",
            description = "Escribe una hoja vacía con todas las columnas: .xlsx o .csv (empty spreadsheet).",
            sortOptions = false)
    static final class Template implements Callable<Integer> {
        private final CommandContext context;

        @Option(
                names = "--out",
                defaultValue = "proyectos.xlsx",
                paramLabel = "ARCHIVO",
                description = "Archivo nuevo; proyectos.xlsx si no se indica (new file).")
        private Path out = Path.of("proyectos.xlsx");

        Template(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            TemplateSheet.write(out);
            context.say(
                    "Plantilla en " + out + "; las columnas se explican en docs/projects.md",
                    "Template in " + out + "; docs/projects.md explains the columns");
            return ExitCode.DONE;
        }
    }

    /** Adds up the projects of a territory. */
    @Command(
            name = "summary",
            description = "Cuánto hay planeado, comprometido y pagado en un territorio (money by territory).",
            sortOptions = false)
    static final class Summary extends Question {
        @Parameters(index = "0", paramLabel = "CÓDIGO|none", description = "Territorio, municipio o none (territory).")
        private String code = "";

        @Option(names = "--kind", paramLabel = "CLASE", description = "Clase del territorio (kind of territory).")
        private @Nullable String kind;

        Summary(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            var summed = services().projects().sum(moment(new KnownAt.Newest()), code, kind);
            return print(ReviewJson.summary(summed), ProjectText.summary(summed.summary(), context.language()));
        }
    }

    /** Puts projects in an order of importance. */
    @Command(
            name = "rank",
            description = "Orden de importancia de los proyectos, con su aritmética (order of importance).",
            sortOptions = false)
    static final class Rank extends Question {
        @Option(
                names = "--criteria",
                paramLabel = "YAML",
                description = "Criterios; un ejemplo si no se indica (criteria).")
        private @Nullable Path criteria;

        @Option(
                names = "--weight",
                paramLabel = "CRITERIO=PESO",
                description = "Prueba otro peso y dice qué se mueve (try another weight).")
        private List<String> weights = List.of();

        Rank(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            ReviewService.Order order = services()
                    .review()
                    .rank(moment(new KnownAt.Newest()), criteria == null ? null : read(criteria), weights);
            return print(ReviewJson.order(order), ProjectText.order(order, context.language()));
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw Problem.of(
                        ProblemType.CRITERIA_INVALID,
                        "El archivo de criterios «" + file + "» no se puede leer",
                        "The criteria file \"" + file + "\" cannot be read",
                        e);
            }
        }
    }

    /** Lists what speaks against where projects stand. */
    @Command(
            name = "conflicts",
            description = "Proyectos en amenaza alta, protección, suelo que no los admite, predios privados u otros"
                    + " proyectos (conflicts).",
            sortOptions = false)
    static final class Conflicts extends Question {
        @Option(names = "--plan", paramLabel = "CÓDIGO", description = "Borrador con el que se compara (draft plan).")
        private @Nullable String plan;

        Conflicts(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            ReviewService.Conflicts found = services().review().conflicts(moment(new KnownAt.Newest()), plan);
            print(ReviewJson.conflicts(found), ProjectText.conflicts(found, context.language()));
            return found.conflicts().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
        }
    }

    /** Tells what became of projects between two states of the bank. */
    @Command(
            name = "movement",
            description = "Qué pasó con cada proyecto entre dos fechas o publicaciones (movement between two states).",
            sortOptions = false)
    static final class Movement extends Question {
        @Option(names = "--from", required = true, paramLabel = "FECHA|N", description = "Desde (since).")
        private String from = "";

        @Option(names = "--to", paramLabel = "FECHA|N", description = "Hasta; ahora si no se indica (until).")
        private @Nullable String to;

        Movement(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            var zone = context.config().zone();
            KnownAt until = to == null ? new KnownAt.Newest() : ReviewService.parse(to, zone);
            ReviewService.Moved moved = services().review().movement(moment(until), ReviewService.parse(from, zone));
            return print(ReviewJson.movement(moved), ProjectText.movement(moved, context.language()));
        }
    }
}
