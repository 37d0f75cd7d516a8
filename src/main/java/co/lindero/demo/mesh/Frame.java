package co.lindero.demo.mesh;

import java.util.List;

/**
 * A local system of axes: u along a direction, v to its left.
 *
 * @param origin where u and v are zero
 * @param cos cosine of the direction of u from the east
 * @param sin sine of the direction of u from the east
 */
public record Frame(Vec origin, double cos, double sin) {
    private static final double FAR_M = 60_000;

    /** Returns the frame at a place whose u axis is turned by degrees from the east, counter-clockwise. */
    public static Frame at(Vec origin, double degrees) {
        return new Frame(origin, StrictMath.cos(Math.toRadians(degrees)), StrictMath.sin(Math.toRadians(degrees)));
    }

    /** Returns this frame turned by a quarter, so that u becomes v. */
    public Frame turned() {
        return new Frame(origin, -sin, cos);
    }

    /** Returns the u of a place, metres. */
    public double u(Vec place) {
        return (place.x() - origin.x()) * cos + (place.y() - origin.y()) * sin;
    }

    /** Returns the v of a place, metres. */
    public double v(Vec place) {
        return (place.y() - origin.y()) * cos - (place.x() - origin.x()) * sin;
    }

    /** Returns the place at u and v. */
    public Vec place(double u, double v) {
        return new Vec(origin.x() + u * cos - v * sin, origin.y() + u * sin + v * cos);
    }

    /** Returns the line of constant u, long enough to cross any face. */
    public List<Vec> lineAt(double u) {
        return List.of(place(u, -FAR_M), place(u, FAR_M));
    }

    /** Returns the smallest and largest u and v of a face. */
    public Extent extent(Face face) {
        Extent extent = Extent.EMPTY;
        for (Node node : face.ring()) {
            Vec place = node.vec();
            extent = extent.with(u(place), v(place));
        }
        return extent;
    }

    /** Returns the mean u of the vertices of a face: tells on which side of a line it lies that does not cross it. */
    public double meanU(Face face) {
        double sum = 0;
        for (Node node : face.ring()) {
            sum += u(node.vec());
        }
        return sum / face.ring().size();
    }
}
