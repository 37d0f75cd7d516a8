package co.lindero.app;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.risk.ExposureCsv;
import co.lindero.risk.ExposureMap;
import co.lindero.risk.ExposureQuestion;
import co.lindero.risk.ExposureService;
import co.lindero.risk.ExposureText;
import co.lindero.risk.RiskLevel;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who and what lies in the levels of a hazard. */
@Command(
        name = "exposure",
        description = "Qué y quién está en cada nivel de una amenaza, por territorio (who and what is exposed).",
        sortOptions = false)
final class ExposureCommand implements Callable<Integer> {
    private final CommandContext context;

    /** How an answer is written. */
    enum Form {
        TEXT,
        JSON,
        CSV,
        GEOJSON
    }

    @Mixin
    private final MunicipalityOption municipality = new MunicipalityOption();

    @Option(names = "--theme", required = true, paramLabel = "TEMA", description = "Tema, como hazard-flood (theme).")
    private String theme = "";

    @Option(
            names = "--level",
            paramLabel = "NIVEL",
            description =
                    "Alta, Media, Baja, unstated, none o no_data; todos los de las zonas si no se indica (level).")
    private @Nullable String level;

    @Option(
            names = "--by",
            defaultValue = "corregimiento",
            paramLabel = "GRUPO",
            description = "Clase de territorio, land-class o use (kind of territory, land-class or use).")
    private String by = "";

    @Mixin
    private final MomentOptions moment = new MomentOptions();

    @Option(
            names = "--plan",
            paramLabel = "CÓDIGO",
            description = "Plan que responde, también un borrador; el vigente si no se indica (plan).")
    private @Nullable String plan;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "text|json|csv|geojson",
            description = "Forma (format).")
    private Form form = Form.TEXT;

    ExposureCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ExposureQuestion question = new ExposureQuestion(
                municipality.get(context),
                theme,
                Optional.ofNullable(level).map(RiskLevel::get).orElse(null),
                grouping(),
                plan,
                moment.on(),
                moment.knownAt());
        Services services = new Services(context.config(), context.openDatabase());
        ExposureService.Mapped mapped = services.exposure()
                .answer(
                        question,
                        form == Form.GEOJSON ? ExposureService.Outlines.WITH : ExposureService.Outlines.WITHOUT,
                        context.language());
        switch (form) {
            case TEXT -> context.out().println(ExposureText.render(mapped.answer(), context.language()));
            case JSON -> context.out().println(Json.pretty(mapped.answer()));
            case CSV -> context.out().print(ExposureCsv.render(mapped.answer()));
            case GEOJSON -> context.out().println(Json.write(ExposureMap.render(mapped, List.of())));
        }
        return ExitCode.DONE;
    }

    private String grouping() {
        if (!ExposureQuestion.GROUPINGS.contains(by)) {
            String words = String.join(", ", new TreeSet<>(ExposureQuestion.GROUPINGS));
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "«" + by + "» no es una forma de agrupar.",
                            "'" + by + "' is no way of grouping.")
                    .hint("Use una de: " + words + ".", "Use one of: " + words + ".");
        }
        return by;
    }
}
