package co.lindero.tile;

import java.util.Arrays;

/**
 * Bytes in the wire format of Protocol Buffers, growing as they come. Written by hand because a tile is made of hundreds of small
 * fields, each of which a general library checks and copies. Not thread-safe.
 */
final class WireBytes {
    /** A field whose length goes before its bytes. */
    private static final int DELIMITED = 2;

    private static final int MORE = 0x80;
    private static final int BITS = 7;
    private static final int LONGEST_VARINT = 10;

    private byte[] bytes;
    private int size;

    WireBytes(int capacity) {
        this.bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Makes room for so many more bytes. */
    private void require(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    /** Writes a number without a tag, its 64 bits taken as unsigned. */
    void varint(long value) {
        require(LONGEST_VARINT);
        long left = value;
        while ((left & -MORE) != 0) {
            bytes[size++] = (byte) (left | MORE);
            left >>>= BITS;
        }
        bytes[size++] = (byte) left;
    }

    /** Writes a field that holds a number. */
    void number(int field, long value) {
        varint((long) field << 3);
        varint(value);
    }

    /** Writes a field that holds eight bytes, the least first. */
    void fixed64(int field, long value) {
        varint((long) field << 3 | 1);
        require(Long.BYTES);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** Writes tag and length of a field whose bytes follow. */
    void delimited(int field, int length) {
        varint((long) field << 3 | DELIMITED);
        varint(length);
    }

    /** Writes bytes as they are. */
    void raw(byte[] more) {
        raw(more, more.length);
    }

    /** Writes all bytes of another one as they are. */
    void raw(WireBytes other) {
        raw(other.bytes, other.size);
    }

    private void raw(byte[] more, int length) {
        require(length);
        System.arraycopy(more, 0, bytes, size, length);
        size += length;
    }
}
