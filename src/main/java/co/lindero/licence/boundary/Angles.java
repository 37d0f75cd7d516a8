package co.lindero.licence.boundary;

import co.lindero.licence.boundary.BoundaryCutter.Piece;
import java.util.List;

/** Directions in degrees counter-clockwise from east. */
final class Angles {
    /** Angles are compared to this, degrees: the rounding of arc tangents. */
    private static final double STEP_DEG = 1e-9;

    private Angles() {}

    /** Returns the angle between two directions, 0 to 180 degrees. */
    static double between(double one, double other) {
        double turned = Math.rint((one - other) / STEP_DEG) * STEP_DEG;
        return Math.rint(Math.abs((turned + 900) % 360 - 180) / STEP_DEG) * STEP_DEG;
    }

    /** Returns the mean direction of the outward normals of pieces, weighted by their lengths. */
    static double mean(List<Piece> pieces) {
        double east = 0;
        double north = 0;
        for (Piece piece : pieces) {
            east += piece.lengthM() * Math.cos(Math.toRadians(piece.normal()));
            north += piece.lengthM() * Math.sin(Math.toRadians(piece.normal()));
        }
        return Math.toDegrees(Math.atan2(north, east));
    }
}
