package co.lindero.feature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an answer in memory while it is short, so that the database connection is given back before the caller has read it
 * and a failure can still be told; passes on one that grows long. Used by one thread.
 */
final class SpoolOutput extends OutputStream {
    private static final int FIRST = 1 << 16;

    private final int most;
    private final Supplier<OutputStream> shortly;
    private final Supplier<OutputStream> opening;
    private final ByteArrayOutputStream kept;
    private @Nullable OutputStream opened;

    /**
     * Prepares to keep.
     *
     * @param most bytes that are kept
     * @param shortly opens where an answer goes that was kept whole
     * @param opening opens where a longer answer goes
     */
    SpoolOutput(int most, Supplier<OutputStream> shortly, Supplier<OutputStream> opening) {
        this.most = most;
        this.shortly = shortly;
        this.opening = opening;
        this.kept = new ByteArrayOutputStream(Math.min(FIRST, most));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        OutputStream out = opened;
        if (out == null && kept.size() + length <= most) {
            kept.write(bytes, from, length);
            return;
        }
        if (out == null) {
            out = opening.get();
            opened = out;
            kept.writeTo(out);
            kept.reset();
        }
        out.write(bytes, from, length);
    }

    /** Hands on what is still kept. */
    void finish() throws IOException {
        OutputStream out = opened;
        if (out == null) {
            out = shortly.get();
            opened = out;
            kept.writeTo(out);
            return;
        }
        out.flush();
    }
}
