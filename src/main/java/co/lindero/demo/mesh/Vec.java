package co.lindero.demo.mesh;

/**
 * A place or direction before it is rounded to the grid.
 *
 * @param x easting in metres
 * @param y northing in metres
 */
public record Vec(double x, double y) {
    /** Returns this place moved by the given metres. */
    public Vec plus(double dx, double dy) {
        return new Vec(x + dx, y + dy);
    }

    /** Returns the distance to another place in metres. */
    public double distance(Vec other) {
        return StrictMath.hypot(x - other.x, y - other.y);
    }
}
