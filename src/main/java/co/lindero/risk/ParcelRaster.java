package co.lindero.risk;

import co.lindero.geo.CellGrid;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A raster that speaks of a plot.
 *
 * @param theme code of the theme
 * @param dataset name of the dataset
 * @param content number of its cells
 * @param grid its grid
 * @param cellM longer side of a cell, m
 * @param unit unit of its values
 * @param classes how values became levels, as it is stored
 * @param planarM2 ground of the plot that the raster speaks for, m2, planar in the storage CRS
 * @param target that ground, polygons in the CRS of the grid
 */
record ParcelRaster(
        String theme,
        String dataset,
        long content,
        CellGrid grid,
        double cellM,
        @Nullable String unit,
        JsonNode classes,
        double planarM2,
        Geometry target) {

    /** Takes the tiles of a raster, one at a time, as they are kept. */
    @FunctionalInterface
    interface TileSink {
        void accept(int row, int column, byte[] cells);
    }
}
