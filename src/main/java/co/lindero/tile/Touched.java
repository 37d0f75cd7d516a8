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
        @org.jspecify.annotations.Nullable List<MapBox> boxes) {
    Touched {
        boxes = boxes == null ? null : List.copyOf(boxes);
    }

    boolean touches(String tiled, TileAddress tile) {
        if (!layer.isEmpty() && !layer.equals(tiled)) {
            return false;
        }
        if (boxes == null) {
            return true;
        }
        MapBox drawn = tile.drawn();
        return boxes.stream().anyMatch(box -> box.meets(drawn));
    }
}
