package co.lindero.app;

import co.lindero.plan.Theme;
import co.lindero.plan.ThemeCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The themes of a plan: add and list. */
@Command(name = "theme", description = "Temas de un plan (themes of a plan).")
final class PlanThemeCommand implements Callable<Integer> {
    private static final int OWN_PRECEDENCE = 100;

    private final CommandContext context;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.@Nullable CommandSpec spec;

    PlanThemeCommand(CommandContext context) {
        this.context = context;
    }

    /** Returns the subcommands, to be added to the command line. */
    static List<Object> subcommands(CommandContext context) {
        return List.of(new Add(context), new Listing(context));
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(context.out());
        }
        return ExitCode.USAGE;
    }

    static String line(Theme theme) {
        List<String> facts = new ArrayList<>();
        facts.add(theme.tilesGround() ? "partición" : "restricción");
        if (theme.protective()) {
            facts.add("amenaza, riesgo o protección");
        }
        if (theme.ground() != null) {
            facts.add("suelo " + String.join(",", theme.ground()));
        }
        if (theme.minAreaM2() > 0) {
            facts.add("área mínima " + theme.minAreaM2() + " m²");
        }
        if (theme.minWidthM() != null) {
            facts.add("ancho mínimo " + theme.minWidthM() + " m");
        }
        if (theme.accuracyM() != null) {
            facts.add("exactitud " + theme.accuracyM() + " m");
        }
        return String.format(Locale.ROOT, "  %-22s %s  [%s]", theme.code(), theme.title(), String.join("; ", facts));
    }

    @Command(name = "add", description = "Agrega un tema a un plan (add a theme).", sortOptions = false)
    static final class Add implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private final MunicipalityOption municipality = new MunicipalityOption();

        @Option(names = "--plan", required = true, paramLabel = "CÓDIGO", description = "Código del plan (plan).")
        private String plan = "";

        @Option(names = "--theme", required = true, paramLabel = "CÓDIGO", description = "Código del tema (theme).")
        private String code = "";

        @Option(names = "--title", description = "Título en español (title).")
        private @Nullable String title;

        @Option(names = "--partition", description = "Sus zonas cubren todo su suelo (its zones tile its ground).")
        private boolean partition;

        @Option(names = "--hazard", description = "Es amenaza, riesgo o protección (hazard, risk or protection).")
        private boolean hazard;

        @Option(names = "--precedence", paramLabel = "N", description = "Orden; el menor prevalece (precedence).")
        private @Nullable Integer precedence;

        @Option(
                names = "--ground",
                split = ",",
                paramLabel = "CLASE",
                description = "Clases de suelo que regula, p. ej. urbano,expansion_urbana (ground).")
        private @Nullable List<String> ground;

        @Option(
                names = "--min-area",
                defaultValue = "0",
                paramLabel = "M2",
                description = "Área mínima, m² (min. area).")
        private double minArea;

        @Option(names = "--min-width", paramLabel = "M", description = "Ancho mínimo, m (minimum width).")
        private @Nullable Double minWidth;

        @Option(names = "--accuracy", paramLabel = "M", description = "Exactitud de sus datos, m (accuracy).")
        private @Nullable Double accuracy;

        @Option(
                names = "--coverage",
                paramLabel = "municipality|ARCHIVO",
                description = "Terreno que cubren sus datos (coverage).")
        private @Nullable String coverage;

        @Option(names = "--legal-basis", description = "Norma que lo ordena (legal basis).")
        private @Nullable String legalBasis;

        Add(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Services services = new Services(context.config(), context.openDatabase());
            ThemeCatalogue.Shipped shipped = ThemeCatalogue.find(code).orElse(null);
            Theme theme = new Theme(
                    plan,
                    code,
                    title != null
                            ? title
                            : shipped == null ? code : shipped.title().es(),
                    legalBasis,
                    precedence != null ? precedence : shipped == null ? OWN_PRECEDENCE : shipped.precedence(),
                    partition,
                    hazard || (shipped != null && shipped.protective()),
                    ground == null
                            ? null
                            : ground.stream()
                                    .map(word -> word.strip().toLowerCase(Locale.ROOT))
                                    .toList(),
                    minArea,
                    minWidth,
                    accuracy,
                    coverage == null ? null : services.coverages().read(coverage));
            services.plans().addTheme(municipality.get(context), theme);
            context.say("Tema agregado a " + plan + ":", "Theme added to " + plan + ":");
            context.out().println(line(theme));
            return ExitCode.DONE;
        }
    }

    @Command(name = "list", description = "Lista los temas de un plan (list themes).")
    static final class Listing implements Callable<Integer> {
        private final CommandContext context;

        @Mixin
        private final MunicipalityOption municipality = new MunicipalityOption();

        @Option(names = "--plan", required = true, paramLabel = "CÓDIGO", description = "Código del plan (plan).")
        private String plan = "";

        Listing(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Services services = new Services(context.config(), context.openDatabase());
            services.plans()
                    .listThemes(municipality.get(context), plan)
                    .forEach(theme -> context.out().println(line(theme)));
            return ExitCode.DONE;
        }
    }
}
