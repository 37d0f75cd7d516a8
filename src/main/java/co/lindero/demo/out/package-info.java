/**
 * The files of a demonstration: GeoJSON one feature a line, and the manifest that tells what to load in which order.
 *
 * <pre>
 * Properties + Drawing -> GeoJsonFile     args -> Manifest
 * </pre>
 *
 * Knows nothing of what the features mean.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.demo.out;
