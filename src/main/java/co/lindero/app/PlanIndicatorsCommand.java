package co.lindero.app;

import co.lindero.indicator.IndicatorAnswer;
import co.lindero.indicator.IndicatorQuestion;
import co.lindero.indicator.IndicatorService;
import co.lindero.indicator.IndicatorText;
import co.lindero.platform.json.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The indicators of a plan, year by year; its targets are kept with {@code --targets}. */
@Command(
        name = "indicators",
        description = "Indicadores de un plan, año por año, frente a sus metas (indicators of a plan).",
        sortOptions = false)
final class PlanIndicatorsCommand implements Callable<Integer> {
    private final CommandContext context;

    /** How an answer is written. */
    enum Form {
        TEXT,
        JSON,
        CSV
    }

    @Parameters(paramLabel = "CÓDIGO", description = "Código del plan (code).")
    private String code = "";

    @Mixin
    private final MunicipalityOption municipality = new MunicipalityOption();

    @Option(
            names = "--targets",
            paramLabel = "ARCHIVO",
            description =
                    "Guarda antes las metas de este CSV (indicator, year, target, source, name) en lugar de las que hay"
                            + " (keep these targets).")
    private @Nullable Path targets;

    @Option(names = "--from", paramLabel = "AÑO", description = "Primer año (first year).")
    private @Nullable Integer from;

    @Option(names = "--to", paramLabel = "AÑO", description = "Último año (last year).")
    private @Nullable Integer to;

    @Mixin
    private final MomentOptions moment = new MomentOptions();

    @Option(names = "--format", defaultValue = "text", paramLabel = "text|json|csv", description = "Forma (format).")
    private Form form = Form.TEXT;

    PlanIndicatorsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        IndicatorService indicators = new Services(context.config(), context.openDatabase()).indicators();
        String of = municipality.get(context);
        if (targets != null) {
            int kept = indicators.replaceTargets(of, code, targets);
            // beside the answer, which may be read by a program
            context.err().println(context.language().pick("Metas guardadas: ", "Targets kept: ") + kept);
        }
        IndicatorAnswer answer = indicators.answer(
                new IndicatorQuestion(of, code, from, to, moment.on(), moment.knownAt()), context.language());
        switch (form) {
            case TEXT -> context.out().println(IndicatorText.render(answer, context.language()));
            case JSON -> context.out().println(Json.pretty(answer));
            case CSV -> context.out().print(IndicatorText.csv(answer));
        }
        return ExitCode.DONE;
    }
}
