package co.lindero.platform.db;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One use of the private PostgreSQL + PostGIS cluster of a folder. The first user, over all processes, starts the
 * server and the last one out stops it. A killed user counts as gone.
 *
 * <p>The server listens on loopback and on a local socket in a private folder, and asks everyone for the password.
 * Thread-safe.
 */
public final class PrivateCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateCluster.class);

    private final ClusterLock lock;
    private final ClusterServer server;
    private final ClusterServer.Running running;
    private final String password;
    private boolean left;

    private PrivateCluster(ClusterLock lock, ClusterServer server, ClusterServer.Running running, String password) {
        this.lock = lock;
        this.server = server;
        this.running = running;
        this.password = password;
    }

    /**
     * Starts the cluster, making it the first time, or joins the one that runs.
     *
     * @param var folder of working files, made where it is missing
     * @param pgBin folder of the server programs, where they are not to be looked for
     * @param say gets a line, in Spanish, for each step that takes time
     * @throws Problem {@code environment} with what is missing and what to do
     */
    public static PrivateCluster join(Path var, Optional<Path> pgBin, Consumer<String> say) {
        try {
            Files.createDirectories(var);
            Path real = var.toRealPath();
            ClusterLock lock = ClusterLock.of(real);
            return lock.exclusively(() -> join(lock, real, pgBin, say));
        } catch (AccessDeniedException e) {
            throw noRights(var, e);
        } catch (IOException e) {
            throw unusable(var, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemType.ENVIRONMENT, "Interrumpido", "Interrupted", e);
        }
    }

    private static PrivateCluster join(ClusterLock lock, Path var, Optional<Path> pgBin, Consumer<String> say)
            throws IOException, InterruptedException {
        ClusterFolder folder = ClusterFolder.prepare(var, say);
        ClusterServer server = new ClusterServer(folder, pgBin, say);
        String password = folder.password();
        lock.enter();
        boolean joined = false;
        try {
            PrivateCluster cluster = new PrivateCluster(lock, server, server.start(), password);
            joined = true;
            return cluster;
        } finally {
            if (!joined) {
                lock.leave();
            }
        }
    }

    /** Returns the JDBC address of a database on loopback, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + running.port() + "/" + database;
    }

    /** Returns the cluster's only user, who owns everything in it. */
    public String user() {
        return ClusterServer.USER;
    }

    /** Returns the password, lower-case hexadecimal. */
    public String password() {
        return password;
    }

    /** Returns the folder of the local socket. */
    public Path socketFolder() {
        return running.socketFolder();
    }

    public int port() {
        return running.port();
    }

    /** Returns the process number of the server, for tests and messages. */
    public long pid() {
        return running.pid();
    }

    /** Leaves, once; stops the server where nobody else uses it. */
    @Override
    public void close() {
        try {
            boolean last = lock.exclusively(this::leave);
            LOG.debug("left the private cluster last={}", last);
        } catch (IOException e) {
            throw Problem.of(
                    ProblemType.ENVIRONMENT,
                    "No se pudo detener la base de datos privada: " + e.getMessage(),
                    "Could not stop the private database: " + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean leave() throws IOException {
        if (left) {
            return false;
        }
        left = true;
        boolean last = lock.leave();
        if (last) {
            server.stop();
        }
        return last;
    }

    private static Problem noRights(Path var, IOException cause) {
        return Problem.of(
                        ProblemType.ENVIRONMENT,
                        "Sin permiso sobre " + cause.getMessage() + ".",
                        "No permission on " + cause.getMessage() + ".",
                        cause)
                .hint(
                        "Ejecute con la cuenta que creó " + var + ", o indique otra carpeta con LINDERO_VAR.",
                        "Run as the account that made " + var + ", or name another folder in LINDERO_VAR.");
    }

    private static Problem unusable(Path var, IOException cause) {
        return Problem.of(
                        ProblemType.ENVIRONMENT,
                        "No se puede usar la carpeta " + var + ": " + cause.getMessage(),
                        "The folder " + var + " cannot be used: " + cause.getMessage(),
                        cause)
                .hint(
                        "Compruebe espacio y permisos, o indique otra carpeta con LINDERO_VAR.",
                        "Check space and permissions, or name another folder in LINDERO_VAR.");
    }
}
