package co.lindero.cql;

import co.lindero.cql.CqlException.Kind;

/**
 * The CRS of the geometries in a filter ({@code filter-crs}).
 *
 * @param srid its EPSG number, known to the database
 * @param axes order in which a text states the axes: the one that the CRS registers
 * @param surface whether the coordinates are degrees on the globe or lengths on a plane
 */
public record FilterCrs(int srid, Axes axes, Surface surface) {
    /** What a filter means that states no CRS: longitude, latitude. */
    public static final FilterCrs CRS84 = new FilterCrs(4326, Axes.X_FIRST, Surface.GLOBE);

    /** To how many degrees coordinates in longitude, latitude are kept and compared: 0.1 mm, as they are published. */
    static final String DEGREE_GRID = "1e-9";

    private static final double HALF_TURN = 180;
    private static final double RIGHT_ANGLE = 90;

    /** Order of the axes in a text. */
    public enum Axes {
        /** Longitude or easting first. */
        X_FIRST,
        /** Latitude or northing first, as EPSG:4326, 4686 and 9377 register it. */
        Y_FIRST
    }

    /** What coordinates measure. */
    public enum Surface {
        /** Degrees; boxes may cross the antimeridian. */
        GLOBE,
        /** Lengths. */
        PLANE
    }

    /** Refuses a longitude or latitude that is none. */
    void requireInside(Source at, double x, double y) {
        if (surface == Surface.GLOBE && (Math.abs(x) > HALF_TURN || Math.abs(y) > RIGHT_ANGLE)) {
            String order = axes == Axes.X_FIRST ? "longitud, latitud" : "latitud, longitud";
            String inEnglish = axes == Axes.X_FIRST ? "longitude, latitude" : "latitude, longitude";
            throw CqlException.at(
                    at,
                    Kind.VALUE,
                    "La longitud " + x + " o la latitud " + y + " no existe; el orden es " + order + ".",
                    "There is no longitude " + x + " or latitude " + y + "; the order is " + inEnglish + ".");
        }
    }
}
