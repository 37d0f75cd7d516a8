package co.lindero.tile;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a layer on the way into a tile.
 *
 * @param wkb geometry, EPSG:3857; not copied, not to be changed, read from its first byte
 * @param size area, m2 of EPSG:3857, of a polygon; length, m, of a line; 0 of a point
 * @param dimension 0 point, 1 line, 2 polygon
 * @param lot number from 0 to 1 that is the row's own: decides which of many small ones stand for all of them
 * @param values one for each property of the layer, null where absent: text, whole or decimal number, truth value
 */
record TileRow(ByteBuffer wkb, double size, int dimension, double lot, List<@Nullable Object> values) {
    /** Makes a row, measuring its geometry. */
    static TileRow of(ByteBuffer wkb, double lot, List<@Nullable Object> values) {
        WkbSize measured = WkbSize.of(wkb);
        return new TileRow(wkb, measured.size(), measured.dimension(), lot, values);
    }
}
