package co.lindero.platform.db;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts who uses a cluster, over processes and within this one. Each process that uses it holds a shared lock on
 * {@code cluster.users}; who gets that lock exclusively is alone. Starting and stopping happens under an exclusive lock
 * on {@code cluster.mutex}. The system releases both when a process dies, however it dies.
 *
 * <p>POSIX locks belong to the process, and closing any channel of a file drops them all: hence one object per folder
 * in this JVM.
 */
final class ClusterLock {
    private static final Map<Path, ClusterLock> IN_THIS_JVM = new HashMap<>();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long RETRY_MS = 50;

    private final Path var;
    private int members;
    private @Nullable FileChannel users;

    private ClusterLock(Path var) {
        this.var = var;
    }

    static ClusterLock of(Path var) {
        synchronized (IN_THIS_JVM) {
            return IN_THIS_JVM.computeIfAbsent(var, ClusterLock::new);
        }
    }

    /** A step that reads or changes whether the cluster runs. */
    interface Step<T> {
        T run() throws IOException, InterruptedException;
    }

    /** Runs a step while no other process starts or stops the cluster, waiting for one that does so now. */
    synchronized <T> T exclusively(Step<T> step) throws IOException, InterruptedException {
        FileChannel channel = mutex();
        try {
            return step.run();
        } finally {
            channel.close();
        }
    }

    private FileChannel mutex() throws IOException, InterruptedException {
        FileChannel channel = open("cluster.mutex");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (channel.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                channel.close();
                throw Problem.of(
                                ProblemType.ENVIRONMENT,
                                "Otro proceso lindero lleva demasiado tiempo iniciando o deteniendo la base de datos.",
                                "Another lindero process has been starting or stopping the database for too long.")
                        .hint(
                                "Busque procesos lindero o initdb colgados que usen " + var + ".",
                                "Look for hanging lindero or initdb processes that use " + var + ".");
            }
            Thread.sleep(RETRY_MS);
        }
        return channel;
    }

    /** Counts one more user in this process. To be called within a step. */
    void enter() throws IOException {
        if (members == 0) {
            FileChannel channel = open("cluster.users");
            channel.lock(0, Long.MAX_VALUE, true);
            users = channel;
        }
        members++;
    }

    /**
     * Counts one user less and tells whether nobody in any process is left. To be called within a
     * step, and what follows from the answer must happen in it too.
     */
    boolean leave() throws IOException {
        members--;
        FileChannel channel = users;
        if (members > 0 || channel == null) {
            return false;
        }
        users = null;
        channel.close();
        try (FileChannel alone = open("cluster.users")) {
            FileLock lock = alone.tryLock();
            return lock != null;
        }
    }

    private FileChannel open(String name) throws IOException {
        return FileChannel.open(
                var.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
