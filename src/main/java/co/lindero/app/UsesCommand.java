package co.lindero.app;

import co.lindero.activity.UsesAnswer;
import co.lindero.activity.UsesQuestion;
import co.lindero.activity.UsesService;
import co.lindero.activity.UsesText;
import co.lindero.platform.json.Json;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** May this activity be on this parcel? */
@Command(
        name = "uses",
        description = "Si una actividad puede estar en un predio (may this activity be here).",
        sortOptions = false)
final class UsesCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "NÚMERO", description = "Número predial (parcel number).")
    private String number = "";

    @Option(names = "--ciiu", paramLabel = "CLASE", description = "Clase CIIU de cuatro dígitos (CIIU class).")
    private @Nullable String ciiu;

    @Option(names = "--category", paramLabel = "CATEGORÍA", description = "Categoría de uso del plan (use category).")
    private @Nullable String category;

    @Option(names = "--area", paramLabel = "M2", description = "Área construida de la actividad, m² (built area).")
    private @Nullable BigDecimal area;

    @Mixin
    private final ParcelQuestionOptions asked = new ParcelQuestionOptions();

    @Option(names = "--format", defaultValue = "text", paramLabel = "text|json", description = "Forma (format).")
    private LandUseCommand.Form form = LandUseCommand.Form.TEXT;

    UsesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Services services = new Services(context.config(), context.openDatabase());
        UsesAnswer answer = new UsesService(services.landUse())
                .answer(
                        new UsesQuestion(asked.about(number, false, context, services), ciiu, category, area),
                        context.language());
        context.out()
                .println(
                        form == LandUseCommand.Form.JSON
                                ? Json.pretty(answer)
                                : UsesText.render(answer, context.language()));
        return ExitCode.DONE;
    }
}
