package co.lindero.app;

import co.lindero.bench.Bench;
import co.lindero.platform.config.Config;
import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.db.Database;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program as measurements use it, on the measurement's own database. */
final class BenchedProgram implements Bench.Lindero {
    private final CommandContext context;
    private final Database database;

    private static final long READY_EVERY_MS = 100;

    BenchedProgram(CommandContext context, Database database) {
        this.context = context;
        this.database = database;
    }

    @Override
    public void run(List<String> args) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        int code = Cli.run(args, environment(), context.home(), stream, stream);
        if (code != ExitCode.DONE && code != ExitCode.FINDINGS) {
            throw failed(args.get(0), output.toString(StandardCharsets.UTF_8));
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(context.env());
        environment.put(ConfigKey.LINDERO_DATABASE.name(), database.name());
        environment.put(
                ConfigKey.LINDERO_VAR.name(),
                context.config().path(ConfigKey.LINDERO_VAR).toString());
        environment.put(ConfigKey.LINDERO_HOME.name(), context.home().toString());
        return environment;
    }

    private ProcessBuilder apart(int heapMiB, List<String> args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMiB + "m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path")
                        .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                Main.class.getName()));
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("LINDERO_"));
        builder.environment().putAll(environment());
        return builder;
    }

    @Override
    public String loadApart(Path file, int heapMiB) {
        ProcessBuilder builder = apart(heapMiB, List.of("bench", "run-load", file.toString()));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != ExitCode.DONE) {
                throw failed("load", output);
            }
            return output;
        } catch (IOException e) {
            throw failed("load", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("load", "interrupted");
        }
    }

    @Override
    public Optional<AutoCloseable> serve(int port, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(settings);
        environment.put(ConfigKey.LINDERO_PORT.name(), Integer.toString(port));
        Service service = Service.start(new Application(
                Config.read(context.home(), environment, Map.of()), database, Application.Mode.ORDINARY));
        service.ready();
        UnwrittenRequests unwritten = new UnwrittenRequests();
        return Optional.of(() -> {
            service.close();
            unwritten.close();
        });
    }

    @Override
    public AutoCloseable serveApart(int port, int heapMiB, Map<String, String> settings) {
        ProcessBuilder builder = apart(heapMiB, List.of("serve", "--port", Integer.toString(port)));
        builder.environment().putAll(settings);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            Process process = builder.start();
            while (!isReady(port)) {
                if (!process.isAlive()) {
                    throw failed("serve", "");
                }
                Thread.sleep(READY_EVERY_MS);
            }
            return () -> {
                process.destroy();
                process.waitFor();
            };
        } catch (IOException e) {
            throw failed("serve", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("serve", "interrupted");
        }
    }

    private static boolean isReady(int port) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Problem failed(String command, String output) {
        return Problem.of(
                        ProblemType.ENVIRONMENT,
                        "La orden medida falló: " + command + ": " + output.strip(),
                        "The measured command failed: " + command + ": " + output.strip())
                .hint("Repita con --debug.", "Try again with --debug.");
    }
}
