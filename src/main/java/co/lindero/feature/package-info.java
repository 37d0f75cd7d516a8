/**
 * Map layers for GIS tools: OGC API Features over everything that is published.
 *
 * <pre>
 * FeatureRoutes, CollectionRoutes, ApiRoutes   HTTP
 *   -> FeatureService        one request: scope, statement, encoder
 *        -> LayerScopes      which collections there are on a day, at a publication (kept)
 *        -> FeatureStore     rows through one statement (FeatureSql), in order, as they come
 *   -> GeoJsonEncoder, CsvEncoder, FlatGeobufEncoder, HtmlItems    rows to bytes
 * </pre>
 *
 * <p>A collection is one {@link co.lindero.feature.FeatureLayer}: what it reads from, its properties, its key. Coordinates
 * leave in the axis order that the CRS asked for has in the EPSG registry, x first for CRS84. Knows nothing of legal
 * evaluation.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.feature;
