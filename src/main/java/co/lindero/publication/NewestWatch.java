package co.lindero.publication;

import co.lindero.platform.db.Database;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the newest publication without a question to the database, while many ask: a session of its own holds the publishing lock as
 * one that reads, so that nobody can publish before it has let go, which it does at once when it sees somebody wait. From
 * then on, until the publication is there, nothing is known here and the database must be asked. Where the session is lost, what was
 * known is not believed for longer than {@link #TRUST}. Thread-safe.
 *
 * <p>Nothing is held while nobody asks, nor in one-off commands: it begins with {@link #asked} many times a second.
 */
public final class NewestWatch implements AutoCloseable {
    /** How long what the session saw is believed, counted from before it looked. */
    static final Duration TRUST = Duration.ofMillis(250);
    /** How often the session looks whether somebody waits: a publication waits that long at the most. */
    private static final Duration EVERY = Duration.ofMillis(20);
    /** After how long without anybody asking the lock is left. */
    private static final Duration IDLE = Duration.ofSeconds(2);
    /** How long nothing is tried where it did not work: an old server, or one behind a pool of sessions. */
    private static final Duration REST = Duration.ofSeconds(30);
    /** Questions to the database within a second that make it worth while. */
    private static final int MANY = 20;

    private static final Logger LOG = LoggerFactory.getLogger(NewestWatch.class);

    private final Database database;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Seen seen;
    private volatile boolean used;
    private volatile @Nullable WatchSessionStore session;
    private boolean running;
    private long second = System.nanoTime();
    private long restsUntil = second;
    private int questions;

    private NewestWatch(Database database) {
        this.database = database;
    }

    /** What the session saw, and until when it is believed. */
    private record Seen(long number, long until) {}

    /** Makes a watch that begins when many ask, and ends with the database. */
    public static NewestWatch of(Database database) {
        NewestWatch watch = new NewestWatch(database);
        database.closeFirst(watch);
        return watch;
    }

    /** Returns the number of the newest publication, 0 in an empty database; nothing where the database must be asked. */
    public OptionalLong find() {
        Seen now = seen;
        if (now == null || System.nanoTime() - now.until >= 0) {
            return OptionalLong.empty();
        }
        if (!used) {
            used = true;
        }
        return OptionalLong.of(now.number);
    }

    /** Is told of each question to the database; begins to watch when there are many. */
    public synchronized void asked() {
        long now = System.nanoTime();
        if (now - second > TimeUnit.SECONDS.toNanos(1)) {
            second = now;
            questions = 0;
        }
        questions++;
        if (questions >= MANY && !running && now - restsUntil >= 0 && closed.getCount() > 0) {
            running = true;
            Thread thread = new Thread(this::run, "publication-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        boolean failed = true;
        try (WatchSessionStore fresh = WatchSessionStore.open(database)) {
            session = fresh;
            watch(fresh);
            failed = false;
        } catch (WatchSessionStore.Lost e) {
            if (closed.getCount() > 0) {
                LOG.debug("not watching the newest publication error={}", e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(failed);
        }
    }

    private synchronized void end(boolean failed) {
        running = false;
        restsUntil = System.nanoTime() + (failed ? REST.toNanos() : 0);
    }

    /** Watches until nobody asks any more; whatever ends it, what was seen is forgotten before the session lets go of the lock. */
    private void watch(WatchSessionStore fresh) throws InterruptedException {
        boolean holds = false;
        long last = System.nanoTime();
        try {
            do {
                long now = System.nanoTime();
                if (!holds) {
                    holds = fresh.take();
                }
                if (holds && !sees(fresh.look(), now)) {
                    seen = null;
                    fresh.leave();
                    holds = false;
                }
                if (used) {
                    used = false;
                    last = now;
                } else if (now - last > IDLE.toNanos()) {
                    return;
                }
            } while (!closed.await(EVERY.toNanos(), TimeUnit.NANOSECONDS));
        } finally {
            seen = null;
        }
    }

    /** Takes what was seen; tells whether the lock may be kept. */
    private boolean sees(WatchSessionStore.Look look, long began) {
        if (!look.held()) {
            throw new WatchSessionStore.Lost("the session does not hold what it took");
        }
        if (look.wanted()) {
            return false;
        }
        seen = new Seen(look.number(), began + TRUST.toNanos());
        return true;
    }

    @Override
    public void close() {
        closed.countDown();
        seen = null;
        WatchSessionStore open = session;
        if (open != null) {
            try {
                open.abort();
            } catch (WatchSessionStore.Lost e) {
                LOG.debug("closing the watch error={}", e.getMessage());
            }
        }
    }
}
