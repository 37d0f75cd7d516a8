package co.lindero.app;

import co.lindero.landuse.LandUseQuestion;
import co.lindero.platform.db.NumberScheme;
import co.lindero.platform.json.Json;
import co.lindero.publication.KnownAt;
import co.lindero.risk.RiskAnswer;
import co.lindero.risk.RiskText;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hazard and risk on parcels. */
@Command(
        name = "risk",
        description =
                "Amenaza y riesgo en un predio, y qué significan para una licencia (hazard and risk of a parcel).",
        sortOptions = false)
final class RiskCommand implements Callable<Integer> {
    private final CommandContext context;

    /** How an answer is written. */
    enum Form {
        TEXT,
        JSON
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "NÚMERO",
            description = "Número predial; pueden ser varios (parcel number).")
    private List<String> numbers = List.of();

    @Mixin
    private final MunicipalityOption municipality = new MunicipalityOption();

    @Option(names = "--on", paramLabel = "FECHA", description = "Día legal; hoy si no se indica (legal day).")
    private @Nullable LocalDate on;

    @Option(
            names = "--known-at",
            paramLabel = "PUBLICACIÓN|INSTANTE",
            description = "Estado de los datos; el último si no se indica (state of knowledge).")
    private @Nullable String knownAt;

    @Option(
            names = "--plan",
            paramLabel = "CÓDIGO",
            description = "Plan que responde; el vigente si no se indica (plan).")
    private @Nullable String plan;

    @Option(names = "--format", defaultValue = "text", paramLabel = "text|json", description = "Forma (format).")
    private Form form = Form.TEXT;

    RiskCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Services services = new Services(context.config(), context.openDatabase());
        KnownAt known = knownAt == null ? new KnownAt.Newest() : KnownAt.parse(knownAt);
        String of = services.database().numbers() == NumberScheme.FREE
                ? municipality.find(context).orElse(null)
                : null;
        for (String number : numbers) {
            RiskAnswer answer =
                    services.risk().answer(new LandUseQuestion(number, of, on, known, plan, false), context.language());
            context.out()
                    .println(
                            form == Form.JSON
                                    ? numbers.size() == 1 ? Json.pretty(answer) : Json.write(answer)
                                    : RiskText.render(answer, context.language()));
        }
        return ExitCode.DONE;
    }
}
