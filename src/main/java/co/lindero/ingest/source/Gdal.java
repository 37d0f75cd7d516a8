package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * GDAL's tools as guarded child processes.
 *
 * <p>Only the drivers of the file's {@link SourceFormat} are registered (and PostgreSQL, to write); the environment is built from
 * nothing; {@code /vsi...} paths and addresses are refused; the network is cut with {@code unshare} where the kernel
 * allows it and the database is not reached through it; {@code prlimit} bounds processor, memory and file size, and a
 * clock bounds the rest. Thread-safe.
 */
public final class Gdal {
    private static final List<Path> TOOL_FOLDERS =
            List.of(Path.of("/usr/local/bin"), Path.of("/usr/bin"), Path.of("/bin"));
    private static final Pattern LISTED_DRIVER = Pattern.compile("(?m)^  (\\S.*?) -[a-z ,]+- \\(");
    private static final int CAPTURED_CHARACTERS = 8_000_000;

    private final Path workFolder;
    private final GdalLimits limits;
    private final List<Path> toolFolders;
    private final Isolation isolation;
    private final List<String> installedDrivers;

    private Gdal(Path workFolder, GdalLimits limits, List<Path> toolFolders) {
        this.workFolder = workFolder;
        this.limits = limits;
        this.toolFolders = List.copyOf(toolFolders);
        this.isolation = Isolation.probe(toolFolders);
        this.installedDrivers = listDrivers();
    }

    /**
     * Finds GDAL and tries out how it can be fenced in (a few short processes).
     *
     * @param workFolder where temporary copies go; made if it is missing
     * @throws Problem {@code environment} when GDAL is not installed
     */
    public static Gdal find(Path workFolder, GdalLimits limits) {
        return find(workFolder, limits, TOOL_FOLDERS);
    }

    static Gdal find(Path workFolder, GdalLimits limits, List<Path> toolFolders) {
        try {
            Files.createDirectories(workFolder);
        } catch (IOException e) {
            throw Problem.of(
                    ProblemType.ENVIRONMENT,
                    "No se puede crear la carpeta temporal " + workFolder + ".",
                    "The temporary folder " + workFolder + " cannot be created.",
                    e);
        }
        return new Gdal(workFolder, limits, toolFolders);
    }

    /** Returns a path that may be handed to GDAL. */
    static Path requireLocal(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (absolute.toString().startsWith("/vsi") || path.toString().matches("(?i)^[a-z][a-z0-9+.-]*:/.*")) {
            throw Problem.of(
                            ProblemType.SOURCE_UNREADABLE,
                            "«" + path + "» no es un archivo local.",
                            "'" + path + "' is not a local file.")
                    .hint("Copie el archivo a este equipo y dé su ruta.", "Copy the file here and give its path.");
        }
        return absolute;
    }

    /** Makes an empty folder that the caller removes. */
    Path temporaryFolder() {
        try {
            return Files.createTempDirectory(workFolder, "source-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a file of one format into another, replacing it.
     *
     * @param fromDriver driver that reads
     * @param toDriver driver that writes
     * @throws Problem {@code environment} where GDAL cannot write it
     */
    public void convert(Path from, String fromDriver, Path to, String toDriver) {
        GdalResult result = run(GdalCommand.reading(
                "ogr2ogr",
                List.of(
                        "-overwrite",
                        "-f",
                        toDriver,
                        requireLocal(to).toString(),
                        requireLocal(from).toString()),
                List.of(fromDriver, toDriver)));
        if (!result.succeeded()) {
            String errors = String.join("; ", result.errors());
            throw Problem.of(
                            ProblemType.ENVIRONMENT,
                            "GDAL no pudo escribir " + to + ": " + errors,
                            "GDAL could not write " + to + ": " + errors)
                    .hint("Compruebe la carpeta, o use otro formato.", "Check the folder, or use another format.");
        }
    }

    /**
     * Runs a tool to its end.
     *
     * @throws Problem {@code timeout} when it takes too long, {@code environment} when it is not installed
     */
    GdalResult run(GdalCommand command) {
        Path home = temporaryFolder();
        try {
            return runIn(home, command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemType.TIMEOUT, "La lectura se interrumpió.", "Reading was interrupted.", e);
        } finally {
            Folders.delete(home);
        }
    }

    private GdalResult runIn(Path home, GdalCommand command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(isolation.prefix(command.network(), limits));
        line.add(requireTool(command.tool()).toString());
        line.addAll(command.arguments());
        ProcessBuilder builder = new ProcessBuilder(line).directory(home.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment(home, command));
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        try {
            Capture out = Capture.start(process.inputReader(StandardCharsets.UTF_8), command.output());
            Capture err =
                    Capture.start(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8), text -> {});
            if (!process.waitFor(limits.wallClock().toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooSlow();
            }
            return new GdalResult(process.exitValue(), out.text(), err.text());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Problem tooSlow() {
        long minutes = limits.wallClock().toMinutes();
        return Problem.of(
                        ProblemType.TIMEOUT,
                        "GDAL no terminó de leer el archivo en " + minutes + " minutos.",
                        "GDAL did not finish reading the file within " + minutes + " minutes.")
                .hint("Divida el archivo o revise si está dañado.", "Split the file, or check whether it is damaged.");
    }

    private Path requireTool(String tool) {
        return Isolation.find(toolFolders, tool)
                .orElseThrow(() -> Problem.of(
                                ProblemType.ENVIRONMENT,
                                "GDAL no está instalado: falta el programa " + tool + ".",
                                "GDAL is not installed: the program " + tool + " is missing.")
                        .hint("Instale el paquete gdal-bin.", "Install the package gdal-bin."));
    }

    private Map<String, String> environment(Path home, GdalCommand command) {
        String skipped = installedDrivers.stream()
                .filter(driver -> !command.drivers().contains(driver))
                .collect(Collectors.joining(","));
        return Map.ofEntries(
                Map.entry("PATH", toolFolders.stream().map(Path::toString).collect(Collectors.joining(":"))),
                Map.entry("HOME", home.toString()),
                Map.entry("TMPDIR", home.toString()),
                Map.entry("CPL_TMPDIR", home.toString()),
                Map.entry("LC_ALL", "C.UTF-8"),
                Map.entry("OGR_SKIP", skipped),
                Map.entry("GDAL_SKIP", skipped),
                Map.entry("GDAL_DRIVER_PATH", "disable"),
                Map.entry("GDAL_PAM_ENABLED", "NO"),
                Map.entry("GDAL_HTTP_PROXY", ""),
                Map.entry("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none"),
                Map.entry("PROJ_NETWORK", "OFF"),
                Map.entry("GML_DOWNLOAD_WFS_SCHEMA", "NO"),
                Map.entry("LIBKML_RESOLVE_STYLE", "NO"),
                Map.entry("OGR_XLSX_HEADERS", "FORCE"),
                Map.entry("OGR_XLSX_FIELD_TYPES", "STRING"));
    }

    private List<String> listDrivers() {
        requireTool("ogr2ogr");
        return Stream.of("ogrinfo", "gdalinfo")
                .flatMap(tool -> listDrivers(tool).stream())
                .distinct()
                .toList();
    }

    private List<String> listDrivers(String tool) {
        List<String> line = List.of(requireTool(tool).toString(), "--formats");
        try {
            ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            builder.environment().put("GDAL_DRIVER_PATH", "disable");
            Process process = builder.start();
            try (Reader reader = process.inputReader(StandardCharsets.UTF_8)) {
                return LISTED_DRIVER
                        .matcher(Capture.read(reader))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
            }
        } catch (IOException e) {
            throw Problem.of(ProblemType.ENVIRONMENT, "GDAL no se puede ejecutar.", "GDAL cannot be run.", e);
        }
    }

    /** Reads a stream on a thread of its own, keeping a bounded beginning and draining the rest. */
    private static final class Capture {
        private final Thread thread;
        private final StringBuilder kept = new StringBuilder();

        private Capture(Reader reader, Consumer<String> listener) {
            this.thread = new Thread(() -> drain(reader, listener), "gdal-output");
            this.thread.setDaemon(true);
        }

        static Capture start(Reader reader, Consumer<String> listener) {
            Capture capture = new Capture(reader, listener);
            capture.thread.start();
            return capture;
        }

        static String read(Reader reader) {
            Capture capture = new Capture(reader, text -> {});
            capture.drain(reader, text -> {});
            return capture.kept.toString();
        }

        String text() throws InterruptedException {
            thread.join(TimeUnit.SECONDS.toMillis(10));
            synchronized (kept) {
                return kept.toString();
            }
        }

        private void drain(Reader reader, Consumer<String> listener) {
            char[] buffer = new char[8192];
            try {
                for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                    keep(buffer, n);
                    listener.accept(new String(buffer, 0, n));
                }
            } catch (IOException e) {
                // The process was stopped: what it printed until then is what there is.
                return;
            }
        }

        private void keep(char[] buffer, int length) {
            synchronized (kept) {
                kept.append(buffer, 0, Math.min(length, CAPTURED_CHARACTERS - kept.length()));
            }
        }
    }
}
