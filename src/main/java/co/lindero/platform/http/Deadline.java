package co.lindero.platform.http;

import java.time.Duration;

/**
 * The time limit of one request. When it passes, the serving thread is interrupted: waiting for a connection, a lock or
 * the request's body ends at once. A running statement does not feel it; the database's own limit, which is the shorter
 * one, ends that.
 */
final class Deadline implements AutoCloseable, Lookout.Watched {
    private final Thread thread = Thread.currentThread();
    private final Lookout lookout;
    private final long ends;
    private boolean over;
    private boolean passed;

    private Deadline(Lookout lookout, Duration limit) {
        this.lookout = lookout;
        this.ends = System.nanoTime() + limit.toNanos();
    }

    /** Starts the limit for the calling thread. */
    static Deadline start(Lookout lookout, Duration limit) {
        Deadline deadline = new Deadline(lookout, limit);
        lookout.add(deadline);
        return deadline;
    }

    @Override
    public synchronized void look(long now) {
        if (!over && !passed && now - ends >= 0) {
            passed = true;
            thread.interrupt();
        }
    }

    /** Returns whether the limit has passed. */
    synchronized boolean passed() {
        return passed;
    }

    /** Takes the limit away. */
    void lift() {
        lookout.remove(this);
        synchronized (this) {
            over = true;
        }
    }

    /** Ends the limit; the thread goes on without a trace of an interruption. */
    @Override
    public void close() {
        lift();
        if (passed()) {
            Thread.interrupted();
        }
    }
}
