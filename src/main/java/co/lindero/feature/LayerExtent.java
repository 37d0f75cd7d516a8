package co.lindero.feature;

import java.util.List;

/**
 * The box around a collection, longitude and latitude.
 *
 * @param dimensions of its geometries: 0 points, 1 lines, 2 polygons
 */
public record LayerExtent(double minX, double minY, double maxX, double maxY, List<Integer> dimensions) {
    public LayerExtent {
        dimensions = List.copyOf(dimensions);
    }
}
