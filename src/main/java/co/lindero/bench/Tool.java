package co.lindero.bench;

import co.lindero.platform.db.GdalTarget;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Programs that are measured against, run to their end. */
final class Tool {
    private Tool() {}

    /**
     * Runs a program and returns what it printed.
     *
     * @throws Problem {@code environment} where it cannot be run or fails
     */
    static String run(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw failed(command.get(0), output, null);
            }
            return output;
        } catch (IOException e) {
            throw failed(command.get(0), String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(command.get(0), "interrupted", e);
        }
    }

    /** Returns the connection as programs of PostgreSQL take it. */
    static String connection(GdalTarget target) {
        return target.connection().substring("PG:".length());
    }

    private static Problem failed(String program, String output, @org.jspecify.annotations.Nullable Exception cause) {
        String tail = output.substring(Math.max(0, output.length() - 2000)).strip();
        Problem problem = cause == null
                ? Problem.of(ProblemType.ENVIRONMENT, program + " falló: " + tail, program + " failed: " + tail)
                : Problem.of(ProblemType.ENVIRONMENT, program + " falló: " + tail, program + " failed: " + tail, cause);
        return problem.hint(
                "Se necesitan ogr2ogr (gdal-bin) y pgbench (postgresql-contrib).",
                "ogr2ogr (gdal-bin) and pgbench (postgresql-contrib) are needed.");
    }
}
