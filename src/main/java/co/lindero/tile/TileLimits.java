package co.lindero.tile;

import co.lindero.feature.LayerExtent;
import java.util.List;
import java.util.Optional;

/**
 * Which tiles a tileset may have something in.
 *
 * @param box around all that it shows, longitude and latitude
 */
record TileLimits(LayerExtent box) {
    /**
     * The tiles of one zoom.
     *
     * @param first north-western one
     * @param last south-eastern one
     */
    record Zoom(TileAddress first, TileAddress last) {}

    /** Returns the limits around boxes, nothing where there is none. */
    static Optional<TileLimits> around(List<LayerExtent> boxes) {
        return boxes.stream()
                .reduce((a, b) -> new LayerExtent(
                        Math.min(a.minX(), b.minX()),
                        Math.min(a.minY(), b.minY()),
                        Math.max(a.maxX(), b.maxX()),
                        Math.max(a.maxY(), b.maxY()),
                        List.of()))
                .map(TileLimits::new);
    }

    /** Returns the tiles of a zoom. */
    Zoom of(int zoom) {
        return new Zoom(TileAddress.at(zoom, box.minX(), box.maxY()), TileAddress.at(zoom, box.maxX(), box.minY()));
    }

    /** Whether a tile is within. */
    boolean contain(TileAddress tile) {
        Zoom zoom = of(tile.zoom());
        return tile.row() >= zoom.first.row()
                && tile.row() <= zoom.last.row()
                && tile.column() >= zoom.first.column()
                && tile.column() <= zoom.last.column();
    }
}
