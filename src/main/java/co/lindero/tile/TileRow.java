package co.lindero.tile;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a layer on the way into a tile.
 *
 * @param wkb geometry, EPSG:3857; not copied, not to be changed, read from its first byte
 * @param size area, m2 of EPSG:3857, of its polygons; length, m, of its lines; 0 of points
 * @param dimension which parts of the geometry it stands for: 0 points, 1 lines, 2 polygons
 * @param lot number from 0 to 1 that is the row's own: decides which of many small ones stand for all of them
 * @param values one for each property of the layer, null where absent: text, whole or decimal number, truth value
 */
record TileRow(ByteBuffer wkb, double size, int dimension, double lot, List<@Nullable Object> values) {
    /**
     * Makes a row for each dimension that a geometry has, measuring it: one, but where points, lines and areas are collected.
     * A feature of a tile is of one kind.
     */
    static List<TileRow> of(ByteBuffer wkb, double lot, List<@Nullable Object> values) {
        WkbSize measured = WkbSize.of(wkb);
        return IntStream.rangeClosed(0, 2)
                .filter(measured::has)
                .mapToObj(dimension -> new TileRow(wkb, measured.size(dimension), dimension, lot, values))
                .toList();
    }
}
