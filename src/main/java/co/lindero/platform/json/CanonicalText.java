package co.lindero.platform.json;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Bytes of a JSON text being written, in UTF-8 with only the escapes that JSON demands, whose digits are small letters unless others
 * are given. Half of a surrogate pair, which is no character, is {@code ?}, as in {@link String#getBytes}. Not thread-safe.
 */
final class CanonicalText {
    private static final int FIRST_LENGTH = 1 << 14;
    /** Most bytes of one UTF-16 code unit: those of an escape. */
    private static final int MOST_BYTES = 6;

    private static final String HEX = "0123456789abcdef";

    private final String hex;
    private byte[] bytes;
    private int length;
    private int numbered;

    CanonicalText() {
        this(HEX);
    }

    /** Begins a text in whose escapes hexadecimal digits are those given. */
    CanonicalText(String hex) {
        this(hex, FIRST_LENGTH);
    }

    /** Begins a text of which is known how long it will be, in bytes. */
    CanonicalText(String hex, int likely) {
        this.hex = hex;
        this.bytes = new byte[likely];
    }

    /** Returns how many escapes so far were written by number. */
    int numbered() {
        return numbered;
    }

    int length() {
        return length;
    }

    /** Returns the bytes from a place on. */
    byte[] from(int start) {
        return Arrays.copyOfRange(bytes, start, length);
    }

    /** Adds all of it to a digest. */
    void addTo(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    /** Takes away what was written from a place on. */
    void cut(int start) {
        length = start;
    }

    /** Writes bytes of a text that was written before. */
    void put(byte[] written, int start, int end) {
        reserve(end - start);
        System.arraycopy(written, start, bytes, length, end - start);
        length += end - start;
    }

    /** Writes what was written to another text. */
    void put(CanonicalText other, int start, int end) {
        put(other.bytes, start, end);
    }

    /** Tells whether ASCII was written at a place. */
    boolean holds(int start, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (start < 0 || bytes[start + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Writes ASCII in the place of what was written. */
    void overwrite(int start, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            bytes[start + i] = (byte) ascii.charAt(i);
        }
    }

    /** Returns all of the bytes; nothing may be written any more. */
    byte[] all() {
        return length == bytes.length ? bytes : from(0);
    }

    /** Writes ASCII that needs no escape between quotes. */
    void putQuoted(byte[] ascii) {
        reserve(ascii.length + 2);
        bytes[length++] = '"';
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
        bytes[length++] = '"';
    }

    /** Writes one character of ASCII as it stands. */
    void put(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    /** Writes ASCII as it stands. */
    void put(String ascii) {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
    }

    /** Writes any characters as they stand. */
    void putAll(String json) {
        reserve(json.length() * MOST_BYTES);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c >= 0x80) {
                i += beyondAscii(json.codePointAt(i));
            } else {
                bytes[length++] = (byte) c;
            }
        }
    }

    /** Takes away the zeros at the end of a decimal, and its point where nothing follows it any more. */
    void cutTrailingZeros() {
        while (bytes[length - 1] == '0') {
            length--;
        }
        if (bytes[length - 1] == '.') {
            length--;
        }
    }

    /** Writes any text between quotes. */
    void quote(String text) {
        reserve(text.length() * MOST_BYTES + 2);
        bytes[length++] = '"';
        for (int i = plain(text); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += beyondAscii(text.codePointAt(i));
            } else if (c >= 0x20 && c != '"' && c != '\\') {
                bytes[length++] = (byte) c;
            } else {
                escape(c);
            }
        }
        bytes[length++] = '"';
    }

    /** Writes the characters that stand as they are up to the first that does not; returns how many they are. */
    private int plain(String text) {
        byte[] into = bytes;
        int at = length;
        int i = 0;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
                break;
            }
            into[at + i] = (byte) c;
        }
        length = at + i;
        return i;
    }

    /** Writes a character beyond ASCII; returns how many code units it took besides the first. */
    private int beyondAscii(int c) {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            bytes[length++] = '?';
            return 0;
        }
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
        } else if (c < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = continued(c >> 6);
        } else {
            bytes[length++] = (byte) (0xF0 | (c >> 18));
            bytes[length++] = continued(c >> 12);
            bytes[length++] = continued(c >> 6);
        }
        bytes[length++] = continued(c);
        return Character.charCount(c) - 1;
    }

    private static byte continued(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        switch (c) {
            case '"', '\\' -> put(c);
            case '\b' -> put('b');
            case '\f' -> put('f');
            case '\n' -> put('n');
            case '\r' -> put('r');
            case '\t' -> put('t');
            default -> {
                put("u00");
                put(hex.charAt(c >> 4));
                put(hex.charAt(c & 0xF));
                numbered++;
            }
        }
    }

    private void reserve(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), 2 * bytes.length));
        }
    }
}
