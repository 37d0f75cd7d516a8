package co.lindero.app;

import co.lindero.platform.json.Json;
import co.lindero.publication.KnownAt;
import co.lindero.register.RegisterService;
import co.lindero.register.RegisterService.Page;
import co.lindero.register.RegisterService.Question;
import co.lindero.register.RegisterService.Shown;
import co.lindero.register.RegisterText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The register of licences: list and show. */
@Command(
        name = "licences",
        description = "Licencias urbanísticas expedidas o radicadas: vigencia y términos (register of licences).")
final class LicencesCommand implements Callable<Integer> {
    private static final int PAGE = 1_000;

    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    LicencesCommand(CommandContext context) {
        this.context = context;
    }

    /** Returns the subcommands, to be added to the command line. */
    static List<Object> subcommands(CommandContext context) {
        return List.of(new ListThem(context), new Show(context), new FollowUpCommand(context));
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(context.out());
        }
        return ExitCode.USAGE;
    }

    /** How an answer is written. */
    enum Form {
        TEXT,
        JSON
    }

    @Command(name = "list", description = "Lista las licencias (list licences).", sortOptions = false)
    static final class ListThem implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private final MunicipalityOption municipality = new MunicipalityOption();

        @Option(names = "--parcel", paramLabel = "NÚMERO", description = "Solo las de un predio (of a parcel).")
        private @Nullable String parcel;

        @Option(names = "--class", paramLabel = "CLASE", description = "Solo las de una clase (of a class).")
        private @Nullable String licenceClass;

        @Option(names = "--status", paramLabel = "ESTADO", description = "Solo las de un estado (of a status).")
        private @Nullable String status;

        @Option(names = "--on", paramLabel = "FECHA", description = "Día legal; hoy si no se indica (legal day).")
        private @Nullable LocalDate on;

        @Option(names = "--format", defaultValue = "text", paramLabel = "text|json", description = "Forma (format).")
        private Form form = Form.TEXT;

        ListThem(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            RegisterService licences = new Services(context.config(), context.openDatabase()).register();
            List<Shown> all = new ArrayList<>();
            KnownAt known = new KnownAt.Newest();
            String after = "";
            boolean more = true;
            while (more) {
                Page page = licences.list(
                        new Question(
                                municipality.get(context), null, parcel, licenceClass, status, on, known, after, PAGE),
                        context.language());
                all.addAll(page.licences());
                known = new KnownAt.Numbered(page.known().number());
                more = page.more();
                after = all.isEmpty() ? "" : all.get(all.size() - 1).licence().number();
            }
            if (form == Form.JSON) {
                context.out().println(Json.pretty(all.stream().map(Shown::facts).toList()));
            } else {
                context.out()
                        .print(RegisterText.renderList(
                                all.stream().map(Shown::facts).toList(), context.language()));
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", description = "Muestra una licencia (show a licence).", sortOptions = false)
    static final class Show implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(paramLabel = "RADICADO", description = "Número de radicación (file number).")
        private String number = "";

        @Mixin
        private final MunicipalityOption municipality = new MunicipalityOption();

        @Option(names = "--on", paramLabel = "FECHA", description = "Día legal; hoy si no se indica (legal day).")
        private @Nullable LocalDate on;

        @Option(names = "--format", defaultValue = "text", paramLabel = "text|json", description = "Forma (format).")
        private Form form = Form.TEXT;

        Show(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Shown shown = new Services(context.config(), context.openDatabase())
                    .register()
                    .get(
                            new Question(
                                    municipality.get(context),
                                    number,
                                    null,
                                    null,
                                    null,
                                    on,
                                    new KnownAt.Newest(),
                                    "",
                                    1),
                            context.language())
                    .licences()
                    .get(0);
            context.out()
                    .println(
                            form == Form.JSON
                                    ? Json.pretty(shown.facts())
                                    : RegisterText.render(shown.facts(), context.language()));
            return ExitCode.DONE;
        }
    }
}
