package co.lindero.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Entry point of the launcher. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and exits with its code. A signal closes what the command holds, newest first: HTTP, pool,
     * private cluster.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        Path home = Path.of(System.getenv().getOrDefault("LINDERO_HOME", ""))
                .toAbsolutePath()
                .normalize();
        Cli cli = new Cli(System.getenv(), home, System.out, System.err);
        AtomicBoolean returned = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cli, returned.get()), "shutdown"));
        int code = cli.run(List.of(args));
        returned.set(true);
        System.exit(code);
    }

    /** A service that was asked to stop and did has done its work: its exit code is 0. */
    private static void stop(Cli cli, boolean returned) {
        boolean serving = cli.serves() && !returned;
        cli.close();
        if (serving) {
            Runtime.getRuntime().halt(ExitCode.DONE);
        }
    }
}
