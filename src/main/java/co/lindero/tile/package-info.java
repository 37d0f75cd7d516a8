/**
 * Vector tiles of the layers: rows as WKB in EPSG:3857 in, Mapbox Vector Tiles out. The database filters by box and size;
 * clipping, snapping and encoding happen here, because that was measured to be several times faster than ST_AsMVT.
 *
 * <pre>
 * TileRoutes -> TileService -> KeptRows <- feature.LayerTileStore (rows) -> TileEncoder (TileLayer, TileShape) -> Tile, kept
 *                           -> TileChanges (TileStore)   since which publication a kept tile is what it is
 * </pre>
 *
 * Knows the collections of {@code feature}; knows nothing of parcels, plans or norms.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.tile;
