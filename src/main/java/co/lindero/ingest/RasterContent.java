package co.lindero.ingest;

import co.lindero.geo.CellGrid;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The raster that zones of a load are drawn from, its cells in the load's workspace.
 *
 * @param sha256 digest of grid and cells
 * @param crs authority and code of the grid's CRS, or its WKT
 * @param grid the grid
 * @param cellM longer side of a cell in the middle, m
 * @param unit unit of the values
 * @param classes how values became levels, as it is stored
 * @param ground hexadecimal EWKB of the ground that has values; null where no cell has one
 */
record RasterContent(
        String sha256,
        String crs,
        CellGrid grid,
        double cellM,
        @Nullable String unit,
        JsonNode classes,
        @Nullable String ground) {}
