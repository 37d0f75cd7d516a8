package co.lindero.app;

import co.lindero.plan.Dataset;
import co.lindero.plan.Plan;
import co.lindero.plan.Theme;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans: add, list, show, adopt; their themes are in {@link PlanThemeCommand}. */
@Command(name = "plan", description = "Planes de ordenamiento y sus temas (plans and their themes).")
final class PlanCommand implements Callable<Integer> {
    private final CommandContext context;

    PlanCommand(CommandContext context) {
        this.context = context;
    }

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.@Nullable CommandSpec spec;

    /** Returns the subcommands, to be added to the command line. */
    static List<Object> subcommands(CommandContext context) {
        return List.of(
                new Add(context),
                new Listing(context),
                new Show(context),
                new Adopt(context),
                new PlanNormsCommand(context),
                new PlanTemplateCommand(context),
                new PlanTestCommand(context),
                new PlanChangesCommand(context),
                new PlanIndicatorsCommand(context),
                new PlanThemeCommand(context));
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(context.out());
        }
        return ExitCode.USAGE;
    }

    static String line(Plan plan, LocalDate today) {
        String state = !plan.isAdopted()
                ? "borrador"
                : plan.inForceOn(today)
                        ? (plan.expiredOn(today) ? "vigente, término vencido" : "vigente")
                        : "no vigente";
        return String.format(
                Locale.ROOT,
                "%-14s %-5s %s a %s  %s  [%s]%s",
                plan.code(),
                plan.kind(),
                plan.inForceFrom(),
                plan.inForceTo() == null ? "…" : plan.inForceTo(),
                plan.act(),
                state,
                plan.revisedPlan().map(code -> "  revisa " + code).orElse(""));
    }

    @Command(name = "add", description = "Agrega un plan (add a plan).", sortOptions = false)
    static final class Add implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private final MunicipalityOption municipality = new MunicipalityOption();

        @Option(names = "--code", required = true, paramLabel = "CÓDIGO", description = "Código del plan (code).")
        private String code = "";

        @Option(names = "--kind", defaultValue = "PBOT", description = "POT, PBOT o EOT; PBOT si no se indica (kind).")
        private String kind = "";

        @Option(names = "--act", required = true, description = "Acto administrativo (administrative act).")
        private String act = "";

        @Option(
                names = "--from",
                required = true,
                paramLabel = "FECHA",
                description = "Desde qué día rige (in force from).")
        private @Nullable LocalDate from;

        @Option(names = "--term-ends", paramLabel = "FECHA", description = "Fin de su término (end of its term).")
        private @Nullable LocalDate termEnds;

        @Option(names = "--revises", paramLabel = "CÓDIGO", description = "Plan que revisa en parte (plan it revises).")
        private @Nullable String revises;

        @Option(
                names = "--status",
                defaultValue = "adopted",
                description = "adopted o draft; adopted si no se indica (status).")
        private Plan.Status status = Plan.Status.ADOPTED;

        Add(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Services services = new Services(context.config(), context.openDatabase());
            Plan added = services.plans()
                    .add(new Plan(
                            municipality.get(context),
                            code,
                            kind,
                            act,
                            status,
                            java.util.Objects.requireNonNull(from),
                            null,
                            termEnds,
                            revises));
            context.say(
                    "Plan agregado: " + line(added, services.landUse().today()),
                    "Plan added: " + line(added, services.landUse().today()));
            return ExitCode.DONE;
        }
    }

    @Command(name = "list", description = "Lista los planes (list plans).")
    static final class Listing implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private final MunicipalityOption municipality = new MunicipalityOption();

        Listing(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Services services = new Services(context.config(), context.openDatabase());
            List<Plan> plans = services.plans().list(municipality.get(context));
            if (plans.isEmpty()) {
                context.say("No hay planes: use «lindero plan add».", "There are no plans: use \"lindero plan add\".");
            }
            plans.forEach(
                    plan -> context.out().println(line(plan, services.landUse().today())));
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", description = "Muestra un plan, sus temas y sus datos (show a plan).")
    static final class Show implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private final MunicipalityOption municipality = new MunicipalityOption();

        @Parameters(paramLabel = "CÓDIGO", description = "Código del plan (code).")
        private String code = "";

        Show(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Services services = new Services(context.config(), context.openDatabase());
            String of = municipality.get(context);
            context.out()
                    .println(line(
                            services.plans().get(of, code), services.landUse().today()));
            List<Dataset> datasets = services.plans().listDatasets(of, code);
            for (Theme theme : services.plans().listThemes(of, code)) {
                context.out().println(PlanThemeCommand.line(theme));
                datasets.stream()
                        .filter(dataset -> dataset.theme().equals(theme.code()))
                        .forEach(dataset -> context.out()
                                .println("    " + dataset.name() + "  cobertura " + dataset.coverageKind()
                                        + "  exactitud "
                                        + (dataset.accuracyM() == null ? "no declarada" : dataset.accuracyM() + " m")
                                        + "  publicación " + dataset.publication()));
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "adopt", description = "Adopta un plan desde un día (adopt a plan).")
    static final class Adopt implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private final MunicipalityOption municipality = new MunicipalityOption();

        @Parameters(paramLabel = "CÓDIGO", description = "Código del plan (code).")
        private String code = "";

        @Option(
                names = "--from",
                required = true,
                paramLabel = "FECHA",
                description = "Desde qué día rige (in force from).")
        private @Nullable LocalDate from;

        Adopt(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Services services = new Services(context.config(), context.openDatabase());
            Plan adopted =
                    services.cases().adopt(municipality.get(context), code, java.util.Objects.requireNonNull(from));
            context.say(
                    "Plan adoptado: " + line(adopted, services.landUse().today()),
                    "Plan adopted: " + line(adopted, services.landUse().today()));
            return ExitCode.DONE;
        }
    }
}
