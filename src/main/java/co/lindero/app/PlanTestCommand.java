package co.lindero.app;

import co.lindero.revision.CaseService;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The golden cases of a plan: kept with {@code --cases}, asked, and shown where an answer is not as expected. */
@Command(
        name = "test",
        description = "Prueba un plan con sus casos; no se adopta mientras fallen (test a plan with its golden cases).",
        sortOptions = false)
final class PlanTestCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "CÓDIGO", description = "Código del plan (code).")
    private String code = "";

    @Mixin
    private final MunicipalityOption municipality = new MunicipalityOption();

    @Option(
            names = "--cases",
            paramLabel = "ARCHIVO",
            description =
                    "Guarda antes los casos de este archivo YAML o JSON en lugar de los que hay (keep these cases).")
    private @Nullable Path file;

    PlanTestCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CaseService cases = new Services(context.config(), context.openDatabase()).cases();
        String of = municipality.get(context);
        if (file != null) {
            int kept = cases.replace(of, code, file);
            context.say("Casos guardados: " + kept, "Cases kept: " + kept);
        }
        List<CaseService.Result> results = cases.run(of, code);
        for (CaseService.Result result : results) {
            context.out().println((result.passes() ? "ok     " : "FALLA  ") + result.name());
            result.differences().forEach(difference -> context.out().println("       " + difference));
        }
        long failed = results.stream().filter(result -> !result.passes()).count();
        context.say(
                results.size() + " casos, " + failed + " no dan lo esperado",
                results.size() + " cases, " + failed + " not as expected");
        return failed == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
