package co.lindero.demo.mesh;

/**
 * A vertex on the millimetre grid.
 *
 * @param x easting in whole millimetres
 * @param y northing in whole millimetres
 */
public record Node(long x, long y) {
    /** Millimetres in a metre. */
    public static final double PER_METRE = 1000.0;

    /** Returns the vertex nearest to a place given in metres. */
    public static Node at(double easting, double northing) {
        return new Node(Math.round(easting * PER_METRE), Math.round(northing * PER_METRE));
    }

    /** Returns the easting in metres. */
    public double easting() {
        return x / PER_METRE;
    }

    /** Returns the northing in metres. */
    public double northing() {
        return y / PER_METRE;
    }

    /** Returns the place of this vertex in metres. */
    public Vec vec() {
        return new Vec(easting(), northing());
    }

    double distanceMm(Node other) {
        return StrictMath.hypot((double) x - other.x, (double) y - other.y);
    }

    /** Returns the distance in millimetres from this vertex to the segment from a to b. */
    double distanceMm(Node a, Node b) {
        double dx = (double) b.x - a.x;
        double dy = (double) b.y - a.y;
        double px = (double) x - a.x;
        double py = (double) y - a.y;
        double length2 = dx * dx + dy * dy;
        double t = length2 == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
        return StrictMath.hypot(px - t * dx, py - t * dy);
    }
}
