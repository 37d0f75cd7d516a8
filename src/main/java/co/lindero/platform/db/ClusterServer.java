package co.lindero.platform.db;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts and stops the server of one cluster folder. Callers hold the mutex of {@link ClusterLock}. */
final class ClusterServer {
    static final String USER = "lindero";
    private static final long IMPOSSIBLE_PID = 2_000_000_000L;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(60);
    private static final long RETRY_MS = 100;
    private static final int PORT_ATTEMPTS = 3;

    private final ClusterFolder folder;
    private final Optional<Path> pgBin;
    private final Consumer<String> say;

    ClusterServer(ClusterFolder folder, Optional<Path> pgBin, Consumer<String> say) {
        this.folder = folder;
        this.pgBin = pgBin;
        this.say = say;
    }

    /**
     * What the server's own pid file says.
     *
     * @param pid process number of the server
     * @param port port it listens on
     * @param socketFolder folder of its local socket
     * @param status {@code ready}, {@code starting}, {@code stopping}
     */
    record Running(long pid, int port, Path socketFolder, String status) {}

    /** Returns the running server, starting it where it does not run. */
    Running start() throws IOException, InterruptedException {
        Optional<Running> running = awaitReady();
        if (running.isPresent()) {
            return running.get();
        }
        Optional<Integer> major = madeByMajor();
        ServerPrograms programs = ServerPrograms.find(pgBin, major);
        if (major.isEmpty()) {
            initialise(programs);
        }
        say.accept("Iniciando PostgreSQL " + programs.major() + " en " + folder.folder());
        return launch(programs);
    }

    /** Stops the server and waits until it is gone. */
    void stop() throws IOException {
        if (read().filter(server -> isAlive(server.pid)).isEmpty()) {
            return;
        }
        ServerPrograms programs = ServerPrograms.find(pgBin, madeByMajor());
        OsProcess.Outcome outcome = folder.account()
                .run(List.of(
                        programs.program("pg_ctl"),
                        "stop",
                        "-D",
                        folder.data().toString(),
                        "-m",
                        "fast",
                        "-w",
                        "-t",
                        "120",
                        "-s"));
        if (!outcome.succeeded()) {
            say.accept("PostgreSQL no se detuvo: " + outcome.output());
        }
    }

    private Optional<Running> awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Running> server = read();
            if (server.isEmpty() || !ProcessHandle.of(server.get().pid).isPresent()) {
                return Optional.empty();
            }
            if (!isAlive(server.get().pid)) {
                disown(server.get());
                return Optional.empty();
            }
            if (server.get().status.equals("ready")) {
                return server;
            }
            Thread.sleep(RETRY_MS);
        }
        throw failed("no terminó de iniciar o detenerse", "did not finish starting or stopping", tail());
    }

    private boolean isAlive(long pid) {
        return ProcessHandle.of(pid).isPresent() && folder.isServer(pid);
    }

    /**
     * The pid in the file was given to another program since the server died. PostgreSQL would take that for a running
     * server; a pid that cannot exist makes it see the truth and still check the shared memory named in the file.
     */
    private void disown(Running dead) throws IOException {
        say.accept(
                "El archivo postmaster.pid quedó de un servidor que murió; el proceso " + dead.pid + " ya no es suyo");
        forgetPid(folder.data().resolve("postmaster.pid"));
        // the socket has a lock file of its own, with the same pid
        Path lock = dead.socketFolder.resolve(".s.PGSQL." + dead.port + ".lock");
        if (Files.exists(lock)) {
            forgetPid(lock);
        }
    }

    private static void forgetPid(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, Long.toString(IMPOSSIBLE_PID));
        Files.write(file, lines);
    }

    private Optional<Running> read() throws IOException {
        Path file = folder.data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            boolean complete = lines.size() >= 8;
            return Optional.of(new Running(
                    Long.parseLong(lines.get(0).strip()),
                    complete ? Integer.parseInt(lines.get(3).strip()) : 0,
                    Path.of(complete ? lines.get(4).strip() : "/"),
                    complete ? lines.get(7).strip() : "starting"));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            Files.delete(file);
            return Optional.empty();
        }
    }

    private Optional<Integer> madeByMajor() throws IOException {
        Path file = folder.data().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        if (!text.matches("\\d+")) {
            throw failed("tiene un PG_VERSION ilegible: " + text, "has an unreadable PG_VERSION: " + text, "");
        }
        return Optional.of(Integer.valueOf(text));
    }

    private void initialise(ServerPrograms programs) throws IOException {
        say.accept("Creando la base de datos privada en " + folder.folder());
        Path fresh = folder.folder().resolve("data.new");
        deleteTree(fresh);
        Path passwordFile = folder.folder().resolve("password.new");
        ClusterFolder.writePrivate(passwordFile, folder.password());
        folder.account().give(passwordFile);
        OsProcess.Outcome outcome = folder.account()
                .run(List.of(
                        programs.program("initdb"),
                        "--pgdata=" + fresh,
                        "--username=" + USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--data-checksums"));
        Files.delete(passwordFile);
        if (!outcome.succeeded()) {
            throw failed("no se pudo crear", "could not be created", outcome.output());
        }
        Path main = fresh.resolve("postgresql.conf");
        Files.writeString(main, Files.readString(main) + "\ninclude_if_exists = 'lindero.conf'\n");
        Files.move(fresh, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Running launch(ServerPrograms programs) throws IOException, InterruptedException {
        long orphanDeadline = System.nanoTime() + ORPHAN_PATIENCE.toNanos();
        String tail = "";
        int attempts = 0;
        boolean recoveredTwice = false;
        while (attempts < PORT_ATTEMPTS) {
            writeSettings(attempts > 0);
            OsProcess.Outcome outcome = folder.account()
                    .run(List.of(
                            programs.program("pg_ctl"),
                            "start",
                            "-D",
                            folder.data().toString(),
                            "-l",
                            startLog().toString(),
                            "-w",
                            "-t",
                            "300",
                            "-s"));
            if (outcome.succeeded()) {
                return read().orElseThrow(() -> failed("murió al iniciar", "died while starting", tail()));
            }
            tail = (outcome.output() + "\n" + tail()).strip();
            if (tail.contains("shared memory block") && System.nanoTime() < orphanDeadline) {
                Thread.sleep(RETRY_MS);
            } else if (tail.contains("could not bind") || tail.contains("Address already in use")) {
                attempts++;
            } else if (isStoppedByUnfinishedTables(tail) && !recoveredTwice) {
                say.accept("La caída dejó trabajo sin terminar; PostgreSQL inicia por segunda vez para retirarlo");
                recoveredTwice = true;
            } else {
                break;
            }
        }
        throw failed("no inició", "did not start", tail);
    }

    /**
     * The backends of a killed server take back what they had not committed: of an unlogged table they remove the file that
     * marks it as such and leave an empty one. Replaying the log makes the mark again, and its recovery then fails on the
     * file that is in the way. Now that the mark is there, the next start removes that file before it replays.
     */
    private static boolean isStoppedByUnfinishedTables(String output) {
        return output.contains("could not create file \"base/") && output.contains("File exists");
    }

    private void writeSettings(boolean newPort) throws IOException {
        Optional<Integer> remembered = newPort ? Optional.empty() : folder.port();
        int port = remembered
                .flatMap(ClusterServer::ifFree)
                .or(() -> ifFree(0))
                .orElseThrow(() -> failed("no halla un puerto libre", "finds no free port", ""));
        folder.rememberPort(port);
        Path file = folder.data().resolve("lindero.conf");
        Files.writeString(file, ClusterSettings.render(port, folder.socketFolder()));
        folder.account().give(file);
        Files.deleteIfExists(startLog());
    }

    private static Optional<Integer> ifFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Optional.of(socket.getLocalPort());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path startLog() {
        return folder.folder().resolve("start.log");
    }

    private String tail() {
        StringBuilder text = new StringBuilder();
        List<Path> files = new ArrayList<>(List.of(startLog()));
        try (Stream<Path> logs = Files.list(folder.data().resolve("log"))) {
            logs.max(Comparator.comparing(file -> file.toFile().lastModified())).ifPresent(files::add);
        } catch (IOException e) {
            text.append(e.getMessage()).append('\n');
        }
        for (Path file : files) {
            try {
                List<String> lines = Files.readAllLines(file);
                lines.subList(Math.max(0, lines.size() - 8), lines.size())
                        .forEach(line -> text.append(line).append('\n'));
            } catch (IOException e) {
                text.append(file).append(": ").append(e.getMessage()).append('\n');
            }
        }
        return text.toString().strip();
    }

    private Problem failed(String spanish, String english, String output) {
        return Problem.of(
                        ProblemType.ENVIRONMENT,
                        ("La base de datos privada en " + folder.folder() + " " + spanish + ". " + output).strip(),
                        ("The private database in " + folder.folder() + " " + english + ". " + output).strip())
                .hint(
                        "El registro está en " + folder.data().resolve("log") + "; compruebe espacio y permisos.",
                        "The log is in " + folder.data().resolve("log") + "; check space and permissions.");
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
