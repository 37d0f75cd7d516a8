package co.lindero.app;

import co.lindero.platform.json.Json;
import co.lindero.risk.RiskAnswer;
import co.lindero.risk.RiskText;
import java.util.List;
import java.util.concurrent.Callable;
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
    private final ParcelQuestionOptions asked = new ParcelQuestionOptions();

    @Option(names = "--format", defaultValue = "text", paramLabel = "text|json", description = "Forma (format).")
    private Form form = Form.TEXT;

    RiskCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Services services = new Services(context.config(), context.openDatabase());
        for (String number : numbers) {
            RiskAnswer answer =
                    services.risk().answer(asked.about(number, false, context, services), context.language());
            context.out()
                    .println(
                            form == Form.JSON
                                    ? numbers.size() == 1 ? Json.pretty(answer) : Json.write(answer)
                                    : RiskText.render(answer, context.language()));
        }
        return ExitCode.DONE;
    }
}
