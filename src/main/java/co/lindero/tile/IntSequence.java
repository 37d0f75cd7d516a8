package co.lindero.tile;

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

    /** Writes the numbers without tag and length. */
    void writeTo(WireBytes out) {
        for (int i = 0; i < size; i++) {
            out.varint(Integer.toUnsignedLong(values[i]));
        }
    }
}
