package co.lindero.tile;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** A growing list of unsigned 32-bit numbers, written as a packed field. Not thread-safe. */
final class IntSequence {
    private static final int FIRST_CAPACITY = 256;

    private int[] values = new int[FIRST_CAPACITY];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** Drops what was added last. */
    void shorten(int left) {
        size = left;
    }

    void set(int index, int value) {
        values[index] = value;
    }

    /** Returns how many bytes the numbers take as a packed field holds them, unsigned. */
    int wireSize() {
        int bytes = 0;
        for (int i = 0; i < size; i++) {
            bytes += CodedOutputStream.computeUInt32SizeNoTag(values[i]);
        }
        return bytes;
    }

    /** Writes the numbers without tag and length. */
    void writeTo(CodedOutputStream out) throws IOException {
        for (int i = 0; i < size; i++) {
            out.writeUInt32NoTag(values[i]);
        }
    }
}
