package co.lindero.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the effective settings, where each comes from, secrets hidden. */
@Command(name = "config", description = "Muestra la configuración efectiva (show the effective configuration).")
final class ConfigCommand implements Callable<Integer> {
    @Option(names = "--print", required = true, description = "Imprime cada clave, su valor y su origen.")
    private boolean print;

    private final CommandContext context;

    ConfigCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (print) {
            context.config().describe().forEach(context.out()::println);
        }
        return ExitCode.DONE;
    }
}
