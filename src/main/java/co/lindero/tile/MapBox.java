package co.lindero.tile;

/**
 * A box of ground, m of EPSG:3857, x = easting, y = northing; empty where the least is more than the most.
 *
 * @param west least x
 * @param south least y
 * @param east most x
 * @param north most y
 */
record MapBox(double west, double south, double east, double north) {
    /** Whether the boxes have a point in common. */
    boolean meets(MapBox other) {
        return west <= other.east && east >= other.west && south <= other.north && north >= other.south;
    }

    /** Whether the other box lies in this one, sides included. */
    boolean holds(MapBox other) {
        return west <= other.west && east >= other.east && south <= other.south && north >= other.north;
    }
}
