package co.lindero.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the versions of the program and of the Java machine. */
@Command(name = "version", description = "Muestra la versión (show the version).")
final class VersionCommand implements Callable<Integer> {
    private final CommandContext context;

    VersionCommand(CommandContext context) {
        this.context = context;
    }

    /** Returns the version in the jar's manifest, {@code dev} outside a jar. */
    static String version() {
        return Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }

    @Override
    public Integer call() {
        context.out().println("lindero " + version() + ", Java " + Runtime.version());
        return ExitCode.DONE;
    }
}
