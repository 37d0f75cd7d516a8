package co.lindero.platform.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that looks after all running requests ten times a second. An alarm of its own for each request would cost more than
 * many a request does. Thread-safe.
 */
final class Lookout implements AutoCloseable {
    /** How late something may be noticed. */
    static final Duration EVERY = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final Set<Watched> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "http-lookout");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> looking =
            clock.scheduleAtFixedRate(this::lookAll, EVERY.toNanos(), EVERY.toNanos(), TimeUnit.NANOSECONDS);

    /** Something that has to be looked at while a request runs. */
    interface Watched {
        /**
         * Looks; called by the lookout's thread.
         *
         * @param now value of {@link System#nanoTime()}
         */
        void look(long now);
    }

    void add(Watched watched) {
        running.add(watched);
    }

    void remove(Watched watched) {
        running.remove(watched);
    }

    private void lookAll() {
        long now = System.nanoTime();
        running.removeIf(watched -> !isLookedAt(watched, now));
    }

    /** Whatever is wrong with one request, the others are still looked after. */
    private static boolean isLookedAt(Watched watched, long now) {
        try {
            watched.look(now);
            return true;
        } catch (RuntimeException | Error e) {
            LOG.error("cannot look after a request", e);
            return false;
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        clock.shutdownNow();
    }
}
