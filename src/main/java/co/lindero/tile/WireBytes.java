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

    /** Writes a packed field of numbers that take so many bytes; nothing where there are none. */
    void packed(int field, IntSequence numbers, int size) {
        if (size > 0) {
            delimited(field, size);
            write(size, numbers::writeTo);
        }
    }

    /** Returns how many bytes a field takes with its tag, its length and so many bytes. */
    static int delimitedSize(int field, int size) {
        return CodedOutputStream.computeTagSize(field) + CodedOutputStream.computeUInt32SizeNoTag(size) + size;
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
        write(more.length, to -> to.writeRawBytes(more, 0, more.length));
    }

    /** Returns the bytes as a field by itself. */
    byte[] toField(int field) {
        byte[] all = new byte[delimitedSize(field, size())];
        CodedOutputStream to = CodedOutputStream.newInstance(all);
        try {
            to.writeTag(field, DELIMITED);
            to.writeUInt32NoTag(size());
            to.writeRawBytes(bytes, 0, size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
