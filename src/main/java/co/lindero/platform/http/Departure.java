package co.lindero.platform.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Notices that the caller of a request has gone away before anything was written: the server reads nothing from a connection whose
 * request it is working on, so that a question that takes long would run on for nobody. Looks twice a second, and only for reads
 * (they have no body). A caller that closes its own half of the connection counts as gone. One that has sent its next request
 * already loses it with the connection, as RFC 9112 section 9.3.2 provides. Thread-safe.
 */
final class Departure implements AutoCloseable, Lookout.Watched {
    private static final long EVERY = Duration.ofMillis(500).toNanos();
    private static final int SIZE = 1_024;

    private final Thread thread = Thread.currentThread();
    private final Request request;
    private final Runnable keepNot;
    private final Consumer<Thread> left;
    private final Lookout lookout;
    private long next = System.nanoTime() + EVERY;
    private boolean over;
    private boolean gone;

    private Departure(Request request, Lookout lookout, Consumer<Thread> left, Runnable keepNot) {
        this.request = request;
        this.lookout = lookout;
        this.left = left;
        this.keepNot = keepNot;
    }

    /**
     * Starts to look, for the calling thread.
     *
     * @param left is told the thread that works for nobody
     * @param keepNot says in the answer that the connection will be closed
     */
    static Departure watch(Request request, Lookout lookout, Consumer<Thread> left, Runnable keepNot) {
        Departure departure = new Departure(request, lookout, left, keepNot);
        if ("GET".equals(request.getMethod()) && request.getLength() <= 0) {
            lookout.add(departure);
        }
        return departure;
    }

    @Override
    public synchronized void look(long now) {
        if (over || gone || now - next < 0) {
            return;
        }
        next = now + EVERY;
        if (Exchange.isAnswering(request)) {
            return;
        }
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        ByteBuffer ahead = BufferUtil.allocate(SIZE);
        int read = read(connection, ahead);
        if (read < 0) {
            gone = true;
            left.accept(thread);
        } else if (read > 0) {
            over = true;
            keepNot.run();
        }
    }

    private static int read(EndPoint connection, ByteBuffer into) {
        try {
            return connection.isOpen() ? connection.fill(into) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    /** Tells whether the caller has gone. */
    synchronized boolean isGone() {
        return gone;
    }

    @Override
    public void close() {
        lookout.remove(this);
        synchronized (this) {
            over = true;
        }
    }
}
