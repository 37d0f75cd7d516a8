package co.lindero.tile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a layer on the way into a tile.
 *
 * @param wkb geometry, EPSG:3857; not copied, not to be changed, read from its first byte
 * @param size area, m2 of EPSG:3857, of its polygons; length, m, of its lines; 0 of points
 * @param dimension which parts of the geometry it stands for: 0 points, 1 lines, 2 polygons
 * @param lot number from 0 to 1 that is the row's own: decides which of many small ones stand for all of them
 * @param values one for each property of the layer, null where absent
 * @param box around the whole geometry
 */
record TileRow(ByteBuffer wkb, double size, int dimension, double lot, List<@Nullable TileValue> values, MapBox box) {
    /** What a row takes in memory besides its geometry and its values, about. */
    private static final int OVERHEAD = 300;

    /**
     * Makes a row for each dimension that a geometry has, measuring it: one, but where points, lines and areas are collected.
     * A feature of a tile is of one kind.
     *
     * @param values one for each property of the layer, null where absent: text, whole or decimal number, truth value
     */
    static List<TileRow> of(ByteBuffer wkb, double lot, List<@Nullable Object> values) {
        WkbSize measured = WkbSize.of(wkb);
        List<@Nullable TileValue> encoded = TileValue.all(values);
        List<TileRow> rows = new ArrayList<>(1);
        for (int dimension = 0; dimension <= 2; dimension++) {
            if (measured.has(dimension)) {
                rows.add(new TileRow(wkb, measured.size(dimension), dimension, lot, encoded, measured.box()));
            }
        }
        return rows;
    }

    /** Returns about how many bytes of memory the row takes. */
    int bytes() {
        int bytes = OVERHEAD + wkb.capacity();
        for (TileValue value : values) {
            bytes += value == null ? 0 : value.size() + 40;
        }
        return bytes;
    }
}
