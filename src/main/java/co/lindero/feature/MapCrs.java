package co.lindero.feature;

/**
 * A coordinate reference system in which features can be had.
 *
 * @param uri its OGC identifier
 * @param srid EPSG code of the coordinates as PostGIS holds them
 * @param geometry expression of the geometry in it over the source's alias, x = easting or longitude
 * @param box how a box given in it is applied
 * @param northFirst whether its registered axis order is northing, easting or latitude, longitude
 * @param degrees whether its coordinates are degrees
 */
public record MapCrs(String uri, int srid, String geometry, Box box, boolean northFirst, boolean degrees) {
    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final int WGS84 = 4326;
    private static final int DEGREE_DECIMALS = 9;
    private static final int METRE_DECIMALS = 4;

    /** How a box in the CRS finds features. */
    enum Box {
        /** By the copy of the geometry in the very CRS. */
        COPY,
        /** By the copy in degrees; it may cross the 180th meridian. */
        LON_LAT,
        /** By the stored geometry, the box being transformed. */
        TRANSFORMED
    }

    /** Longitude, latitude of WGS 84. */
    static MapCrs crs84() {
        return new MapCrs(CRS84, WGS84, "f.geom_4326", Box.LON_LAT, false, true);
    }

    /** A geographic CRS whose coordinates are those of WGS 84 within the accuracy of either, latitude first. */
    static MapCrs geographic(int code) {
        return new MapCrs(EPSG + code, WGS84, "f.geom_4326", Box.LON_LAT, true, true);
    }

    /** Web Mercator, easting first. */
    static MapCrs web() {
        return new MapCrs(EPSG + "3857", 3857, "f.geom_3857", Box.COPY, false, false);
    }

    /** The CRS that geometries are stored in. */
    static MapCrs stored(int srid, boolean northFirst) {
        return new MapCrs(EPSG + srid, srid, "f.geom", Box.COPY, northFirst, false);
    }

    /** A projected CRS of which no copy is kept. */
    static MapCrs transformed(int srid, boolean northFirst) {
        return new MapCrs(EPSG + srid, srid, "ST_Transform(f.geom, " + srid + ")", Box.TRANSFORMED, northFirst, false);
    }

    /** Returns how many decimals coordinates are written with: 0.1 mm. */
    int decimals() {
        return degrees ? DEGREE_DECIMALS : METRE_DECIMALS;
    }

    /** Returns the value of the header {@code Content-Crs}. */
    String header() {
        return '<' + uri + '>';
    }
}
