package co.lindero.platform.db;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one program of the operating system to its end. Output goes to a file, not a pipe, because a server that the
 * program starts keeps the pipe open for as long as it lives.
 */
final class OsProcess {
    private OsProcess() {}

    /**
     * What a program answered.
     *
     * @param code exit code
     * @param output standard output and error, in the order written
     */
    record Outcome(int code, String output) {
        boolean succeeded() {
            return code == 0;
        }
    }

    static Outcome run(List<String> command, Duration limit) {
        try {
            Path output = Files.createTempFile("lindero-", ".out");
            try {
                return run(command, limit, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw Problem.of(
                            ProblemType.ENVIRONMENT,
                            "No se pudo ejecutar " + command.get(0) + ": " + e.getMessage(),
                            "Could not run " + command.get(0) + ": " + e.getMessage(),
                            e)
                    .hint("Instale el programa o corrija el PATH.", "Install the program or correct the PATH.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemType.ENVIRONMENT, "Interrumpido", "Interrupted", e);
        }
    }

    private static Outcome run(List<String> command, Duration limit, Path output)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            return new Outcome(-1, text(output) + "\n(tiempo agotado, timed out)");
        }
        return new Outcome(process.exitValue(), text(output));
    }

    private static String text(Path output) throws IOException {
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
    }
}
