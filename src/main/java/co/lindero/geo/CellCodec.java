package co.lindero.geo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The cells of a tile as they are kept: 32-bit IEEE big-endian, row by row, deflated; not-a-number where there is no value. */
public final class CellCodec {
    private static final int BUFFER = 16_384;

    private CellCodec() {}

    /** Returns cells as big-endian bytes. */
    public static byte[] bytes(float[] cells) {
        ByteBuffer buffer = ByteBuffer.allocate(cells.length * Float.BYTES);
        buffer.asFloatBuffer().put(cells);
        return buffer.array();
    }

    /** Returns the bytes that {@link #decode} turns into the same cells. */
    public static byte[] encode(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * Returns the cells of a tile.
     *
     * @param count how many cells the tile has
     */
    public static float[] decode(byte[] stored, int count) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored);
            byte[] bytes = new byte[count * Float.BYTES];
            int length = 0;
            while (length < bytes.length) {
                int read = inflater.inflate(bytes, length, bytes.length - length);
                if (read == 0) {
                    throw new IllegalStateException("A tile of " + count + " cells ends after " + length + " bytes");
                }
                length += read;
            }
            float[] cells = new float[count];
            ByteBuffer.wrap(bytes).asFloatBuffer().get(cells);
            return cells;
        } catch (DataFormatException e) {
            throw new IllegalStateException("A stored tile cannot be read", e);
        } finally {
            inflater.end();
        }
    }
}
