package co.lindero.licence;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The coordinate reference system that a caller names for geometries in a body. Coordinates are x, y whatever the axis order
 * of the registry: longitude, latitude or easting, northing.
 */
final class CrsName {
    /** SRID by which PostGIS knows CRS84, x = longitude. */
    static final int CRS84 = 4326;

    private static final Pattern EPSG = Pattern.compile(
            "(?:epsg:|urn:ogc:def:crs:epsg:[^:]*:|https?://www\\.opengis\\.net/def/crs/epsg/[^/]+/)(\\d{4,6})");
    private static final Pattern LON_LAT = Pattern.compile(
            "(?:ogc:)?crs84|urn:ogc:def:crs:ogc:[^:]*:crs84|https?://www\\.opengis\\.net/def/crs/ogc/[^/]+/crs84");

    private CrsName() {}

    /** Returns the SRID that a name means, or nothing where it is not a name of that form. */
    static Optional<Integer> parse(String name) {
        String folded = name.strip().toLowerCase(Locale.ROOT);
        if (LON_LAT.matcher(folded).matches()) {
            return Optional.of(CRS84);
        }
        Matcher epsg = EPSG.matcher(folded);
        return epsg.matches() ? Optional.of(Integer.parseInt(epsg.group(1))) : Optional.empty();
    }

    /** Returns how answers name a CRS. */
    static String of(int srid) {
        return srid == CRS84 ? "CRS84" : "EPSG:" + srid;
    }
}
