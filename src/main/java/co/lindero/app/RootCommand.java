package co.lindero.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code lindero} itself: its help, and the options that every command takes. */
@Command(
        name = "lindero",
        mixinStandardHelpOptions = false,
        synopsisSubcommandLabel = "ORDEN",
        header = "Qué se puede hacer en cada predio de un municipio, con la norma que lo dice.",
        description = "Ayuda de una orden: lindero ORDEN --help. (Help on a command: lindero COMMAND --help.)",
        footer = {
            "",
            "Códigos de salida: 0 hecho, 1 hecho con hallazgos, 2 uso, 3 entorno, 4 rechazado.",
            "(Exit codes: 0 done, 1 done with findings, 2 usage, 3 environment, 4 refused.)"
        })
final class RootCommand implements Runnable {
    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Spec
    private @Nullable CommandSpec spec;

    GlobalOptions options() {
        return options;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
