/**
 * Rasters of hazard: how values become levels, and how cells of one level become polygons. Knows no database and no file.
 *
 * <pre>
 * values -> RasterClasses -> levels -> CellTracer -> polygons along the edges of the cells
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package co.lindero.ingest.raster;
