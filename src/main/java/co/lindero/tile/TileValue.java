package co.lindero.tile;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of a property as a tile has it (Mapbox Vector Tile 2.1, section 4.4): encoded once, compared by its bytes. Immutable. */
final class TileValue {
    private static final int STRING_FIELD = 1;
    private static final int DOUBLE_FIELD = 3;
    private static final int SINT_FIELD = 6;
    private static final int BOOL_FIELD = 7;
    private static final int USUAL = 40;

    private final byte[] bytes;
    private final int hash;

    private TileValue(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    /**
     * Returns a value as a tile has it.
     *
     * @param value text, whole or decimal number, truth value
     */
    static TileValue of(Object value) {
        WireBytes out = new WireBytes(USUAL);
        if (value instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.delimited(STRING_FIELD, utf8.length);
            out.raw(utf8);
        } else if (value instanceof Double || value instanceof BigDecimal) {
            out.fixed64(DOUBLE_FIELD, Double.doubleToRawLongBits(((Number) value).doubleValue()));
        } else if (value instanceof Number whole) {
            long number = whole.longValue();
            out.number(SINT_FIELD, (number << 1) ^ (number >> 63));
        } else if (value instanceof Boolean truth) {
            out.number(BOOL_FIELD, truth ? 1 : 0);
        } else {
            throw new IllegalArgumentException("no tile value: " + value.getClass());
        }
        return new TileValue(out.toByteArray());
    }

    /** Returns values as a tile has them, null where they are. */
    static List<@Nullable TileValue> all(List<@Nullable Object> values) {
        List<@Nullable TileValue> all = new ArrayList<>(values.size());
        for (Object value : values) {
            all.add(value == null ? null : of(value));
        }
        return all;
    }

    int size() {
        return bytes.length;
    }

    void writeTo(WireBytes out) {
        out.raw(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TileValue value && hash == value.hash && Arrays.equals(bytes, value.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
