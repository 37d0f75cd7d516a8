package co.lindero.tile;

import co.lindero.tile.TileShape.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a vector tile, encoded feature by feature (Mapbox Vector Tile 2.1, section 4). Not thread-safe.
 */
final class TileLayer {
    private static final int LAYER_FIELD = 3;
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
    /** Tag and number of a feature's kind. */
    private static final int KIND_BYTES = 2;

    /** What a feature and its values take, about: room is made at once, and more where it is needed. */
    private static final int FEATURE_BYTES = 120;

    private static final int FEATURE_VALUES = 2;
    private static final int LAYER_BYTES = 200;
    private static final int MOST_EXPECTED = 1 << 10;

    private final List<String> keys;
    private final Map<TileValue, Integer> numbers;
    private final List<TileValue> values;
    private final IntSequence tags = new IntSequence();
    private final WireBytes out;
    private int features;

    /**
     * Begins a layer.
     *
     * @param keys names of the properties
     * @param rows how many features may be added
     */
    TileLayer(String name, List<String> keys, int rows) {
        int expected = Math.min(MOST_EXPECTED, rows);
        this.keys = List.copyOf(keys);
        this.numbers = new HashMap<>(2 * expected * FEATURE_VALUES);
        this.values = new ArrayList<>(expected * FEATURE_VALUES);
        this.out = new WireBytes(LAYER_BYTES + expected * FEATURE_BYTES);
        out.number(VERSION_FIELD, VERSION);
        text(NAME_FIELD, name);
        out.number(EXTENT_FIELD, TileShape.EXTENT);
    }

    private void text(int field, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.delimited(field, utf8.length);
        out.raw(utf8);
    }

    /** Adds a feature; of its values as many as the layer has keys count. */
    void add(Kind kind, IntSequence geometry, List<@Nullable TileValue> row) {
        tags.clear();
        for (int i = 0; i < keys.size(); i++) {
            TileValue value = row.get(i);
            if (value != null) {
                tags.add(i);
                tags.add(number(value));
            }
        }
        int tagBytes = tags.wireSize();
        int commandBytes = geometry.wireSize();
        out.delimited(
                FEATURE_FIELD,
                packedSize(TAGS_FIELD, tagBytes) + KIND_BYTES + packedSize(GEOMETRY_FIELD, commandBytes));
        out.packed(TAGS_FIELD, tags, tagBytes);
        out.number(TYPE_FIELD, kind.number());
        out.packed(GEOMETRY_FIELD, geometry, commandBytes);
        features++;
    }

    private int number(TileValue value) {
        Integer known = numbers.putIfAbsent(value, values.size());
        if (known == null) {
            values.add(value);
            return values.size() - 1;
        }
        return known;
    }

    private static int packedSize(int field, int bytes) {
        return bytes == 0 ? 0 : WireBytes.delimitedSize(field, bytes);
    }

    int features() {
        return features;
    }

    /** Returns how many bytes the features take so far, keys and values not counted. */
    int size() {
        return out.size();
    }

    /** Returns the bytes of a tile with this one layer, which is then closed. Tiles of one layer can be joined end to end. */
    byte[] finish() {
        keys.forEach(key -> text(KEY_FIELD, key));
        for (TileValue value : values) {
            out.delimited(VALUE_FIELD, value.size());
            value.writeTo(out);
        }
        return out.toField(LAYER_FIELD);
    }
}
