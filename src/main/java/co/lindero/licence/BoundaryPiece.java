package co.lindero.licence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A straight piece of the boundary of a site, classed by the rules of docs/quantities.md.
 *
 * @param side class
 * @param reason why the class is not sure; null where it is
 * @param front number of the front it belongs to, 1 the longest, 0 a chamfer; null where it is none
 * @param lengthM length, m
 * @param normal direction of the outward normal, degrees counter-clockwise from east
 * @param faces what lies outside: open, public, green (open space of a layout), private, joined, notch, unknown, void
 * @param severalFronts whether the site has fronts in several directions
 * @param ewkb hexadecimal EWKB in the storage CRS
 * @param geojson GeoJSON in the CRS of the answer
 */
record BoundaryPiece(
        Side side,
        @Nullable String reason,
        @Nullable Integer front,
        double lengthM,
        double normal,
        String faces,
        boolean severalFronts,
        String ewkb,
        String geojson) {

    /** The classes of boundary. */
    enum Side {
        FRONT,
        SIDE,
        REAR,
        /** Not a front; which of the other two is not sure. */
        SIDE_OR_REAR,
        /** Nothing sure can be said of it. */
        UNKNOWN,
        /** Shared by two parcels of the site: no setback line. */
        JOINED;

        static Side of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Tells whether a piece of this class may turn out to be of another. */
        boolean mayBe(Side other) {
            return this == other || this == UNKNOWN || (this == SIDE_OR_REAR && (other == SIDE || other == REAR));
        }
    }
}
