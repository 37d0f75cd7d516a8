package co.lindero.tile;

import java.util.List;

/**
 * What a publication changed of the layers.
 *
 * @param publication number
 * @param layer collection; empty for all of them
 * @param boxes where, m of EPSG:3857; null for everywhere
 */
record Touched(
        long publication,
        String layer,
        @org.jspecify.annotations.Nullable List<Box> boxes) {
    Touched {
        boxes = boxes == null ? null : List.copyOf(boxes);
    }

    /** A box of ground, m of EPSG:3857. */
    record Box(double west, double south, double east, double north) {}

    boolean touches(String tiled, TileAddress tile) {
        if (!layer.isEmpty() && !layer.equals(tiled)) {
            return false;
        }
        if (boxes == null) {
            return true;
        }
        double margin = tile.sideM() * TileShape.MARGIN / TileShape.EXTENT;
        double west = tile.west() - margin;
        double east = tile.west() + tile.sideM() + margin;
        double north = tile.north() + margin;
        double south = tile.north() - tile.sideM() - margin;
        return boxes.stream()
                .anyMatch(box ->
                        box.west() <= east && box.east() >= west && box.south() <= north && box.north() >= south);
    }
}
