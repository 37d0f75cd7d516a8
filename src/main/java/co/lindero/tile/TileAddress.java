package co.lindero.tile;

/**
 * A tile of the tile matrix set WebMercatorQuad.
 *
 * @param zoom tile matrix, 0 to {@link #MOST_ZOOM}
 * @param row from the north, 0 to 2^zoom - 1
 * @param column from the west, 0 to 2^zoom - 1
 */
record TileAddress(int zoom, int row, int column) {
    /** The deepest tile matrix: a tile is 2.4 m wide. */
    static final int MOST_ZOOM = 24;

    /** Half the side of the square world of EPSG:3857, m. */
    static final double HALF_WORLD_M = 20_037_508.342_789_244;

    /** Where the square world ends, degrees north and south. */
    private static final double MOST_LATITUDE = 85.051_128_779_806_6;

    TileAddress {
        if (zoom < 0 || zoom > MOST_ZOOM || row < 0 || column < 0 || row >= 1 << zoom || column >= 1 << zoom) {
            throw new IllegalArgumentException("no tile " + zoom + "/" + row + "/" + column);
        }
    }

    /**
     * Returns the tile of a zoom that a place lies in; at the edge of the square world where it lies beyond.
     *
     * @param longitude degrees
     * @param latitude degrees
     */
    static TileAddress at(int zoom, double longitude, double latitude) {
        int tiles = 1 << zoom;
        double radians = Math.toRadians(Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude)));
        double x = (longitude + 180) / 360;
        double y = 0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI);
        return new TileAddress(zoom, within(tiles, y), within(tiles, x));
    }

    private static int within(int tiles, double share) {
        return (int) Math.max(0, Math.min(tiles - 1, Math.floor(share * tiles)));
    }

    /** Returns the side of the tile, m of EPSG:3857. */
    double sideM() {
        return 2 * HALF_WORLD_M / (1 << zoom);
    }

    /** Returns the western edge, m of EPSG:3857. */
    double west() {
        return column * sideM() - HALF_WORLD_M;
    }

    /** Returns the northern edge, m of EPSG:3857. */
    double north() {
        return HALF_WORLD_M - row * sideM();
    }

    /** Whether a tile lies on the same ground as another, of whatever zoom, or beside it. */
    boolean touches(TileAddress other) {
        TileAddress deep = zoom >= other.zoom ? this : other;
        TileAddress shallow = zoom >= other.zoom ? other : this;
        int levels = deep.zoom - shallow.zoom;
        return isNear(deep.row, shallow.row, levels) && isNear(deep.column, shallow.column, levels);
    }

    /** One tile of the deeper zoom to either side counts: features near an edge are drawn on both sides of it. */
    private static boolean isNear(int deep, int shallow, int levels) {
        return ((deep + 1) >> levels) >= shallow && ((deep - 1) >> levels) <= shallow;
    }
}
