package co.lindero.platform.db;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the private cluster lies on disk and what is remembered about it between runs.
 *
 * @param var folder of working files
 * @param folder folder of the cluster itself, usually {@code var/cluster}
 * @param account who runs the server
 */
record ClusterFolder(Path var, Path folder, ServerAccount account) {
    private static final int SOCKET_PATH_BYTES = 107;
    private static final String SOCKET_NAME = "/.s.PGSQL.65535";
    private static final Path ELSEWHERE = Path.of("/var/lib/lindero");
    private static final int PASSWORD_BYTES = 24;

    /** Finds or makes the folder, elsewhere if the server's account cannot reach {@code var}. */
    static ClusterFolder prepare(Path var, Consumer<String> say) throws IOException {
        Path remembered = var.resolve("cluster.path");
        Path usual = var.resolve("cluster");
        Path folder =
                Files.exists(remembered) ? Path.of(Files.readString(remembered).strip()) : usual;
        ServerAccount account = ServerAccount.choose(folder);
        if (Files.exists(folder.resolve("data"))) {
            return new ClusterFolder(var, folder, account);
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        account.own(folder);
        if (!account.reaches(folder)) {
            Files.delete(folder);
            folder = elsewhere(var, account);
            Files.writeString(remembered, folder + "\n");
            say.accept("La cuenta del servidor no puede entrar a " + var + ": la base de datos queda en " + folder);
        }
        return new ClusterFolder(var, folder, account);
    }

    private static Path elsewhere(Path var, ServerAccount account) throws IOException {
        Files.createDirectories(ELSEWHERE);
        Path folder = ELSEWHERE.resolve(shortHash(var));
        account.own(folder);
        if (!account.reaches(folder)) {
            throw Problem.of(
                            ProblemType.ENVIRONMENT,
                            "La cuenta que corre PostgreSQL no puede escribir en " + var + " ni en " + folder + ".",
                            "The account that runs PostgreSQL can write neither in " + var + " nor in " + folder + ".")
                    .hint(
                            "Indique en LINDERO_VAR una carpeta que esa cuenta alcance, o ejecute sin ser root.",
                            "Name in LINDERO_VAR a folder that account can reach, or run as an ordinary user.");
        }
        return folder;
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Returns the password of the cluster's only user, made the first time. */
    String password() throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            if (Files.exists(data())) {
                throw Problem.of(
                                ProblemType.ENVIRONMENT,
                                "Falta " + file + ", la contraseña de la base de datos privada.",
                                "The password of the private database, " + file + ", is missing.")
                        .hint(
                                "Restaure el archivo, o aparte " + folder + " y cargue de nuevo.",
                                "Restore the file, or put " + folder + " aside and load again.");
            }
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            writePrivate(file, String.format("%048x", new BigInteger(1, random)));
            account.give(file);
        }
        return Files.readString(file).strip();
    }

    /** Returns the port remembered from the last start. */
    Optional<Integer> port() throws IOException {
        Path file = folder.resolve("port");
        return Files.exists(file)
                ? Optional.of(Integer.valueOf(Files.readString(file).strip()))
                : Optional.empty();
    }

    void rememberPort(int port) throws IOException {
        Files.writeString(folder.resolve("port"), port + "\n");
    }

    /** Returns a private folder for the local socket, short enough for the system's limit on socket paths. */
    Path socketFolder() throws IOException {
        Path near = folder.resolve("run");
        if ((near + SOCKET_NAME).getBytes(StandardCharsets.UTF_8).length <= SOCKET_PATH_BYTES) {
            account.own(near);
            return near;
        }
        Path remembered = folder.resolve("socket");
        if (Files.exists(remembered)) {
            Path folder = Path.of(Files.readString(remembered).strip());
            if (account.owns(folder)) {
                return folder;
            }
        }
        Path fresh = Files.createTempDirectory(Path.of("/tmp"), "lindero-");
        account.give(fresh);
        Files.writeString(remembered, fresh + "\n");
        return fresh;
    }

    /** Writes a file that only its owner may read, from its first byte on. */
    static void writePrivate(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + "\n", StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Tells whether a process has its working directory in the data directory, as every server process has. */
    boolean isServer(long pid) {
        try {
            return !Files.exists(Path.of("/proc/self/cwd"))
                    || Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                            .equals(data().toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static String shortHash(Path var) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(var.toString().getBytes(StandardCharsets.UTF_8));
            return String.format("%064x", new BigInteger(1, hash)).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
