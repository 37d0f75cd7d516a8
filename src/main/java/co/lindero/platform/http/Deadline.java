package co.lindero.platform.http;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The time limit of one request. When it passes, the serving thread is interrupted: waiting for a connection, a lock or
 * the request's body ends at once. A running statement does not feel it; the database's own limit, which is the shorter
 * one, ends that.
 */
final class Deadline implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final ScheduledFuture<?> alarm;
    private boolean over;
    private boolean passed;

    private Deadline(ScheduledExecutorService clock, Duration limit) {
        this.alarm = clock.schedule(this::ring, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Starts the limit for the calling thread. */
    static Deadline start(ScheduledExecutorService clock, Duration limit) {
        return new Deadline(clock, limit);
    }

    private synchronized void ring() {
        if (!over) {
            passed = true;
            thread.interrupt();
        }
    }

    /** Returns whether the limit has passed. */
    synchronized boolean passed() {
        return passed;
    }

    /** Takes the limit away. */
    synchronized void lift() {
        over = true;
        alarm.cancel(false);
    }

    /** Ends the limit; the thread goes on without a trace of an interruption. */
    @Override
    public synchronized void close() {
        over = true;
        alarm.cancel(false);
        if (passed) {
            Thread.interrupted();
        }
    }
}
