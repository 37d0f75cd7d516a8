package co.lindero.feature;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes JSON as UTF-8 through one buffer: texts, numbers of a fixed precision, and pieces that are JSON already. Leaves commas
 * and braces to the caller. Used by one thread.
 */
final class JsonOut {
    /** Least size of the buffer: the longest number and more. */
    private static final int LEAST = 64;

    private static final int LONGEST_NUMBER = 32;
    private static final long[] POWERS = {
        1L, 10L, 100L, 1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L, 100_000_000L, 1_000_000_000L
    };
    /** Beyond it a number of nine decimals does not fit a long. */
    private static final double LARGE = 9e9;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final byte[] buffer;
    private int used;

    /**
     * Writes to a stream.
     *
     * @param size bytes that are handed on at once
     */
    JsonOut(OutputStream out, int size) {
        this.out = out;
        this.buffer = new byte[Math.max(LEAST, size)];
    }

    /** Writes what is JSON already. */
    void raw(byte[] json) throws IOException {
        if (json.length > buffer.length - used) {
            flushBuffer();
            if (json.length > buffer.length) {
                out.write(json);
                return;
            }
        }
        System.arraycopy(json, 0, buffer, used, json.length);
        used += json.length;
    }

    /** Writes what is JSON already. */
    void raw(String json) throws IOException {
        raw(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes one character of US-ASCII. */
    void raw(char c) throws IOException {
        room(1);
        buffer[used++] = (byte) c;
    }

    /** Writes a text in quotes. */
    void text(String text) throws IOException {
        raw('"');
        int length = text.length();
        for (int i = 0; i < length; ) {
            room(6);
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                buffer[used++] = (byte) c;
                i++;
            } else if (c < 0x80) {
                escape(c);
                i++;
            } else {
                i += encode(text, i);
            }
        }
        raw('"');
    }

    private void escape(char c) {
        buffer[used++] = '\\';
        switch (c) {
            case '"', '\\' -> buffer[used++] = (byte) c;
            case '\n' -> buffer[used++] = 'n';
            case '\r' -> buffer[used++] = 'r';
            case '\t' -> buffer[used++] = 't';
            default -> {
                buffer[used++] = 'u';
                buffer[used++] = '0';
                buffer[used++] = '0';
                buffer[used++] = HEX[c >> 4];
                buffer[used++] = HEX[c & 15];
            }
        }
    }

    private int encode(String text, int at) {
        int code = text.codePointAt(at);
        int chars = Character.charCount(code);
        byte[] bytes = text.substring(at, at + chars).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
        return chars;
    }

    /** Writes a whole number. */
    void number(long value) throws IOException {
        room(LONGEST_NUMBER);
        if (value == Long.MIN_VALUE) {
            raw(Long.toString(value));
            return;
        }
        long rest = value;
        if (rest < 0) {
            buffer[used++] = '-';
            rest = -rest;
        }
        digits(rest);
    }

    private void digits(long value) {
        int count = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            count++;
        }
        long rest = value;
        for (int i = used + count - 1; i >= used; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += count;
    }

    /**
     * Writes a number rounded to some decimals, half up, without zeros at the end.
     *
     * @param decimals 0 to 9
     */
    void number(double value, int decimals) throws IOException {
        room(LONGEST_NUMBER);
        if (!(Math.abs(value) < LARGE)) {
            raw(Double.isFinite(value) ? Double.toString(value) : "null");
            return;
        }
        long scaled = Math.round(Math.abs(value) * POWERS[decimals]);
        if (value < 0 && scaled != 0) {
            buffer[used++] = '-';
        }
        digits(scaled / POWERS[decimals]);
        fraction(scaled % POWERS[decimals], decimals);
    }

    /**
     * Writes a number as {@link #number(double, int)} does, with one decimal at least.
     *
     * @param decimals 1 to 9
     */
    void real(double value, int decimals) throws IOException {
        number(value, decimals);
        boolean whole = Math.round(Math.abs(value) * POWERS[decimals]) % POWERS[decimals] == 0;
        if (whole && Math.abs(value) < LARGE) {
            raw(".0");
        }
    }

    private void fraction(long fraction, int decimals) {
        if (fraction == 0) {
            return;
        }
        long rest = fraction;
        int left = decimals;
        while (rest % 10 == 0) {
            rest /= 10;
            left--;
        }
        buffer[used++] = '.';
        for (int i = used + left - 1; i >= used; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += left;
    }

    private void room(int bytes) throws IOException {
        if (buffer.length - used < bytes) {
            flushBuffer();
        }
    }

    private void flushBuffer() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    /** Hands everything on. */
    void flush() throws IOException {
        flushBuffer();
    }
}
