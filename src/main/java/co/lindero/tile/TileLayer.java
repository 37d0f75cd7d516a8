package co.lindero.tile;

import co.lindero.tile.TileShape.Kind;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a vector tile, encoded feature by feature (Mapbox Vector Tile 2.1, section 4). Not thread-safe.
 */
final class TileLayer {
    private static final int VERSION = 2;
    private static final int NAME_FIELD = 1;
    private static final int FEATURE_FIELD = 2;
    private static final int KEY_FIELD = 3;
    private static final int VALUE_FIELD = 4;
    private static final int EXTENT_FIELD = 5;
    private static final int VERSION_FIELD = 15;
    private static final int TAGS_FIELD = 2;
    private static final int TYPE_FIELD = 3;
    private static final int GEOMETRY_FIELD = 4;

    private final List<String> keys;
    private final Map<Object, Integer> values = new HashMap<>();
    private final IntSequence tags = new IntSequence();
    private final ByteString.Output bytes = ByteString.newOutput(1 << 14);
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes, 1 << 12);
    private int features;

    /**
     * Begins a layer.
     *
     * @param keys names of the properties
     */
    TileLayer(String name, List<String> keys) {
        this.keys = List.copyOf(keys);
        try {
            out.writeUInt32(VERSION_FIELD, VERSION);
            out.writeString(NAME_FIELD, name);
            out.writeUInt32(EXTENT_FIELD, TileShape.EXTENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a feature; of its values as many as the layer has keys count. */
    void add(Kind kind, IntSequence geometry, List<@Nullable Object> row) {
        tags.clear();
        for (int i = 0; i < keys.size(); i++) {
            Object value = row.get(i);
            if (value != null) {
                tags.add(i);
                tags.add(values.computeIfAbsent(value, unseen -> values.size()));
            }
        }
        try {
            write(kind, geometry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        features++;
    }

    private void write(Kind kind, IntSequence geometry) throws IOException {
        int tagBytes = tags.encodedSize();
        int geometryBytes = geometry.encodedSize();
        int size = packedSize(TAGS_FIELD, tagBytes)
                + CodedOutputStream.computeEnumSize(TYPE_FIELD, kind.number())
                + packedSize(GEOMETRY_FIELD, geometryBytes);
        out.writeTag(FEATURE_FIELD, 2);
        out.writeUInt32NoTag(size);
        writePacked(TAGS_FIELD, tags, tagBytes);
        out.writeEnum(TYPE_FIELD, kind.number());
        writePacked(GEOMETRY_FIELD, geometry, geometryBytes);
    }

    private static int packedSize(int field, int bytes) {
        return bytes == 0
                ? 0
                : CodedOutputStream.computeTagSize(field) + CodedOutputStream.computeUInt32SizeNoTag(bytes) + bytes;
    }

    private void writePacked(int field, IntSequence numbers, int size) throws IOException {
        if (size > 0) {
            out.writeTag(field, 2);
            out.writeUInt32NoTag(size);
            numbers.writeTo(out);
        }
    }

    int features() {
        return features;
    }

    /** Returns how many bytes the features take so far, keys and values not counted. */
    int size() {
        return out.getTotalBytesWritten();
    }

    /** Returns the layer's message; the layer is then closed. */
    ByteString finish() {
        try {
            for (String key : keys) {
                out.writeString(KEY_FIELD, key);
            }
            Object[] ordered = new Object[values.size()];
            values.forEach((value, index) -> ordered[index] = value);
            for (Object value : ordered) {
                writeValue(value);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteString();
    }

    private void writeValue(Object value) throws IOException {
        out.writeTag(VALUE_FIELD, 2);
        if (value instanceof String text) {
            out.writeUInt32NoTag(CodedOutputStream.computeStringSize(1, text));
            out.writeString(1, text);
        } else if (value instanceof Double || value instanceof BigDecimal) {
            double number = ((Number) value).doubleValue();
            out.writeUInt32NoTag(CodedOutputStream.computeDoubleSize(3, number));
            out.writeDouble(3, number);
        } else if (value instanceof Number whole) {
            out.writeUInt32NoTag(CodedOutputStream.computeSInt64Size(6, whole.longValue()));
            out.writeSInt64(6, whole.longValue());
        } else if (value instanceof Boolean truth) {
            out.writeUInt32NoTag(CodedOutputStream.computeBoolSize(7, truth));
            out.writeBool(7, truth);
        } else {
            throw new IllegalArgumentException("no tile value: " + value.getClass());
        }
    }
}
