package co.lindero.tile;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Bytes in the wire format of Protocol Buffers, growing as they come. Not thread-safe. */
final class WireBytes {
    /** A field whose length goes before its bytes. */
    private static final int DELIMITED = 2;

    /** No tag and number take more bytes than these together. */
    private static final int LONGEST_FIELD = 20;

    private byte[] bytes;
    private int before;
    private CodedOutputStream out;

    WireBytes(int capacity) {
        this.bytes = new byte[capacity];
        this.out = CodedOutputStream.newInstance(bytes);
    }

    int size() {
        return before + out.getTotalBytesWritten();
    }

    void clear() {
        continueAt(0);
    }

    private void continueAt(int size) {
        before = size;
        out = CodedOutputStream.newInstance(bytes, size, bytes.length - size);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size());
    }

    /** What is written to an array with room enough fails only by a fault of this class. */
    @FunctionalInterface
    private interface Writing {
        void run(CodedOutputStream to) throws IOException;
    }

    /** Makes room for so many more bytes, and writes. */
    private void write(int most, Writing writing) {
        if (out.spaceLeft() < most) {
            int size = size();
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + most));
            continueAt(size);
        }
        try {
            writing.run(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a number without a tag, its 64 bits taken as unsigned. */
    void varint(long value) {
        write(LONGEST_FIELD, to -> to.writeUInt64NoTag(value));
    }

    /** Writes a field that holds a number. */
    void number(int field, long value) {
        write(LONGEST_FIELD, to -> to.writeUInt64(field, value));
    }

    /** Writes a field that holds eight bytes, the least first. */
    void fixed64(int field, long value) {
        write(LONGEST_FIELD, to -> to.writeFixed64(field, value));
    }

    /** Writes tag and length of a field whose bytes follow. */
    void delimited(int field, int length) {
        write(LONGEST_FIELD, to -> {
            to.writeTag(field, DELIMITED);
            to.writeUInt32NoTag(length);
        });
    }

    /** Writes bytes as they are. */
    void raw(byte[] more) {
        raw(more, more.length);
    }

    /** Writes all bytes of another one as they are. */
    void raw(WireBytes other) {
        raw(other.bytes, other.size());
    }

    private void raw(byte[] more, int length) {
        write(length, to -> to.writeRawBytes(more, 0, length));
    }
}
