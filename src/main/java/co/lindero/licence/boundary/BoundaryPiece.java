package co.lindero.licence.boundary;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;

/**
 * A straight piece of the boundary of a site, classed by the rules of docs/quantities.md.
 *
 * @param side class
 * @param reason why the class is not sure; null where it is
 * @param front number of the front it belongs to, 1 the longest, 0 a chamfer; null where it is none
 * @param lengthM length, m
 * @param normal direction of the outward normal, degrees counter-clockwise from east
 * @param faces what lies outside
 * @param severalFronts whether the site has fronts in several directions
 * @param line the piece, two points, storage CRS
 */
public record BoundaryPiece(
        Side side,
        @Nullable String reason,
        @Nullable Integer front,
        double lengthM,
        double normal,
        Facing faces,
        boolean severalFronts,
        LineString line) {

    /** The classes of boundary. */
    public enum Side {
        FRONT,
        SIDE,
        REAR,
        /** Not a front; which of the other two is not sure. */
        SIDE_OR_REAR,
        /** Nothing sure can be said of it. */
        UNKNOWN,
        /** Shared by two parcels of the site: no setback line. */
        JOINED;

        /** Returns the word that answers use. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Tells whether a piece of this class may turn out to be of another. */
        public boolean mayBe(Side other) {
            return this == other || this == UNKNOWN || (this == SIDE_OR_REAR && (other == SIDE || other == REAR));
        }
    }

    /** Returns the piece as hexadecimal EWKB. */
    public String ewkb() {
        return Ewkb.write(line);
    }
}
