package co.lindero.app;

import co.lindero.landuse.LandUseAnswer;
import co.lindero.landuse.LandUseText;
import co.lindero.platform.json.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What of the plan lies on parcels. */
@Command(
        name = "land-use",
        description = "Qué dice el plan de un predio (what the plan says of a parcel).",
        sortOptions = false)
final class LandUseCommand implements Callable<Integer> {
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

    @Option(names = "--geometry", description = "Con la geometría de cada parte, en JSON (with geometries).")
    private boolean geometry;

    LandUseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Services services = new Services(context.config(), context.openDatabase());
        List<LandUseAnswer> answers = services.landUse()
                .answerAll(
                        numbers.stream()
                                .map(number -> asked.about(number, geometry, context, services))
                                .toList(),
                        context.language());
        for (LandUseAnswer answer : answers) {
            context.out()
                    .println(
                            form == Form.JSON
                                    ? numbers.size() == 1 ? Json.pretty(answer) : Json.write(answer)
                                    : LandUseText.render(answer, context.language()));
        }
        return ExitCode.DONE;
    }
}
