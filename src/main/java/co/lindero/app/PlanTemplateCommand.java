package co.lindero.app;

import co.lindero.ingest.source.LoadKind;
import co.lindero.ingest.source.Target;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the header of an empty table of norms, uses or activities. */
@Command(
        name = "template",
        description = "Escribe el encabezado de una hoja vacía de norms, uses o ciiu (empty table).")
final class PlanTemplateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "norms|uses|ciiu", description = "Qué hoja (which table).")
    private LoadKind kind = LoadKind.NORMS;

    PlanTemplateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (!kind.isTable()) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "No hay hoja de " + kind.word(),
                            "There is no table of " + kind.word())
                    .hint("Hay de norms, uses y ciiu.", "There are those of norms, uses and ciiu.");
        }
        context.out().println(kind.targets().stream().map(Target::name).collect(Collectors.joining(";")));
        return ExitCode.DONE;
    }
}
