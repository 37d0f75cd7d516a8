package co.lindero.platform.http;

import io.javalin.http.Context;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Answers that are written while they are made. One that is long has no time limit: it goes on as long as its reader takes
 * something within the connection's idle time, and every single database statement keeps its own limit.
 */
public final class LongAnswer {
    private LongAnswer() {}

    /** The caller has gone away, or takes nothing any more: there is nobody to tell. */
    public static final class ReaderGone extends IOException {
        private static final long serialVersionUID = 1L;

        ReaderGone(IOException cause) {
            super("the reader has gone", cause);
        }
    }

    /**
     * Lifts the request's time limit and returns where the answer goes, compressed where the caller takes that. Writing to
     * it throws {@link ReaderGone} once the connection is closed.
     */
    public static OutputStream begin(Context ctx) {
        Exchange.of(ctx).liftDeadline();
        return new Watched(ctx.outputStream());
    }

    /** Ends a request whose reader has gone: the connection is cut, so that nobody takes what was written for whole. */
    public static void abandon(Context ctx) {
        Exchange.of(ctx).abort();
    }

    private static final class Watched extends FilterOutputStream {
        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new ReaderGone(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw new ReaderGone(e);
            }
        }
    }
}
