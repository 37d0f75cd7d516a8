package co.lindero.licence.boundary;

import org.locationtech.jts.geom.Envelope;

/**
 * A frame of its own for a line: its origin, its direction, and what is to the left of it. Metres; exact to the rounding of the
 * coordinates.
 *
 * @param originX easting of the origin
 * @param originY northing of the origin
 * @param ux unit vector along, easting
 * @param uy unit vector along, northing
 */
record Frame(double originX, double originY, double ux, double uy) {
    double along(double px, double py) {
        return (px - originX) * ux + (py - originY) * uy;
    }

    double off(double px, double py) {
        return (py - originY) * ux - (px - originX) * uy;
    }

    double x(double along) {
        return originX + ux * along;
    }

    double y(double along) {
        return originY + uy * along;
    }

    /** Returns the frame at a place along this one that points to its left. */
    Frame leftOf(double px, double py) {
        return new Frame(px, py, -uy, ux);
    }

    /** Returns the box around a rectangle of this frame. */
    Envelope envelope(double fromAlong, double toAlong, double fromOff, double toOff) {
        Envelope box = new Envelope();
        for (double along : new double[] {fromAlong, toAlong}) {
            for (double off : new double[] {fromOff, toOff}) {
                box.expandToInclude(x(along) - uy * off, y(along) + ux * off);
            }
        }
        box.expandBy(1e-6);
        return box;
    }
}
