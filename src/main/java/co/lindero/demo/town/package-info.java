/**
 * Towns, lots and farms as a plan of ground: who is whose neighbour, not yet who owns what.
 *
 * <pre>
 * ground -> Streets -> Block -> Lots -> Plot        open land -> Farms -> Plot
 * </pre>
 *
 * Knows nothing of files, numbers or zones.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.demo.town;
