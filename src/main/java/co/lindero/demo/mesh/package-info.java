/**
 * A planar subdivision kept by shared vertices.
 *
 * <pre>
 * outline -> Cutter (chords along paths) -> Face, Face, ...    every split point is remembered in the Mesh
 *                                            |
 *            Dissolve (cancel shared edges) <+-> Mesh.expand (the ring with every neighbour's vertices)
 * </pre>
 *
 * Coordinates are whole millimetres, so that what neighbours share is equal and not merely close. Knows nothing of
 * parcels or plans.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.demo.mesh;
