package co.lindero.demo.mesh;

/**
 * Bounds in a frame, metres.
 *
 * @param u0 smallest u
 * @param u1 largest u
 * @param v0 smallest v
 * @param v1 largest v
 */
public record Extent(double u0, double u1, double v0, double v1) {
    static final Extent EMPTY = new Extent(
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    Extent with(double u, double v) {
        return new Extent(Math.min(u0, u), Math.max(u1, u), Math.min(v0, v), Math.max(v1, v));
    }

    /** Returns the length along u. */
    public double lengthU() {
        return u1 - u0;
    }

    /** Returns the length along v. */
    public double lengthV() {
        return v1 - v0;
    }
}
