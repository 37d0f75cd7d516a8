package co.lindero.platform.json;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.base.GeneratorBase;
import com.fasterxml.jackson.core.io.IOContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON document into memory, in UTF-8 without white space. Throws {@link IllegalArgumentException} for binary data. For one
 * document; not thread-safe.
 */
abstract class TextGenerator extends GeneratorBase {
    /** A generator that borrows no buffers of a factory needs no context. */
    private static final @Nullable IOContext NO_BUFFERS = null;

    private final CanonicalText text;

    /**
     * Begins a document.
     *
     * @param codec reads and writes what is told as a JSON text or as an object of Java
     * @param text where it is written
     */
    TextGenerator(ObjectCodec codec, CanonicalText text) {
        super(0, codec, NO_BUFFERS);
        this.text = text;
    }

    /** Returns what was written. */
    CanonicalText text() {
        return text;
    }

    /** An object or array that has not ended. */
    static class Container {
        boolean isObject;
        boolean isEmpty;
    }

    /** Returns the innermost object or array that has not ended; null outside of all. */
    abstract @Nullable Container container();

    /** Separates an element of an array from the one before it; called before each value. */
    void element() {
        Container in = container();
        if (in != null && !in.isObject) {
            separate(in);
        }
    }

    void separate(Container in) {
        if (!in.isEmpty) {
            text.put(',');
        }
        in.isEmpty = false;
    }

    /** Begins a member, whose name is written next. */
    abstract void begin(String name);

    void word(String ascii) {
        element();
        text.put(ascii);
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        begin(name);
        text.quote(name);
        text.put(':');
    }

    @Override
    public void writeFieldName(SerializableString name) throws IOException {
        byte[] quoted = name.asQuotedUTF8();
        if (quoted.length != name.charLength()) {
            writeFieldName(name.getValue());
            return;
        }
        begin(name.getValue());
        text.putQuoted(quoted);
        text.put(':');
    }

    @Override
    public void writeString(String value) throws IOException {
        element();
        text.quote(value);
    }

    @Override
    public void writeString(char[] value, int offset, int length) throws IOException {
        writeString(new String(value, offset, length));
    }

    @Override
    public void writeBoolean(boolean value) {
        word(value ? "true" : "false");
    }

    @Override
    public void writeNull() {
        word("null");
    }

    @Override
    public void writeNumber(int value) {
        word(Integer.toString(value));
    }

    @Override
    public void writeNumber(long value) {
        word(Long.toString(value));
    }

    @Override
    public void writeNumber(BigInteger value) throws IOException {
        writeNumber(new BigDecimal(value));
    }

    @Override
    public void writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
        throw new IllegalArgumentException("Not a JSON value: binary data");
    }

    @Override
    public void writeRawUTF8String(byte[] value, int offset, int length) {
        _reportUnsupportedOperation();
    }

    @Override
    public void writeUTF8String(byte[] value, int offset, int length) {
        _reportUnsupportedOperation();
    }

    @Override
    public void writeRaw(String value) {
        _reportUnsupportedOperation();
    }

    @Override
    public void writeRaw(String value, int offset, int length) {
        _reportUnsupportedOperation();
    }

    @Override
    public void writeRaw(char[] value, int offset, int length) {
        _reportUnsupportedOperation();
    }

    @Override
    public void writeRaw(char value) {
        _reportUnsupportedOperation();
    }

    @Override
    public void flush() {
        // everything is in memory
    }

    @Override
    protected void _releaseBuffers() {
        // nothing is shared
    }

    @Override
    protected void _verifyValueWrite(String what) {
        // only serializers write here, and they keep to the grammar
    }
}
