package co.lindero.licence.boundary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes geometries as GeoJSON geometries (RFC 7946 without its rule on the CRS), to the letter as {@code ST_AsGeoJSON(geom,
 * decimals, 0)} of PostGIS does for ordinates below 10 to the 15th: x, y in the CRS of the geometry; of each ordinate its shortest decimal, rounded half to even; no
 * trailing zeros, no white space. For one geometry; not thread-safe.
 */
public final class GeoJsonText {
    /** Below this a product with a power of ten is off by less than {@link #NEAR_HALF}. */
    private static final double SURELY_CLOSE = 1L << 45;

    private static final double NEAR_HALF = 0.01;

    private final StringBuilder text = new StringBuilder(256);
    private final int decimals;
    private final long scale;

    private GeoJsonText(int decimals) {
        this.decimals = decimals;
        this.scale = BigDecimal.TEN.pow(decimals).longValueExact();
    }

    /**
     * Returns a geometry as GeoJSON.
     *
     * @param geometry not empty; of one kind, no collection of several
     * @param decimals of each ordinate, 0 to 18
     * @throws IllegalArgumentException for an empty geometry or a mixed collection
     */
    public static String write(Geometry geometry, int decimals) {
        GeoJsonText written = new GeoJsonText(decimals);
        written.geometry(geometry);
        return written.text.toString();
    }

    private void geometry(Geometry geometry) {
        boolean isMixed = geometry instanceof GeometryCollection
                && geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        if (geometry.isEmpty() || isMixed) {
            throw new IllegalArgumentException("Not written: " + geometry.getGeometryType());
        }
        text.append("{\"type\":\"").append(geometry.getGeometryType()).append("\",\"coordinates\":");
        if (geometry instanceof GeometryCollection several) {
            for (int i = 0; i < several.getNumGeometries(); i++) {
                text.append(i == 0 ? '[' : ',');
                coordinates(several.getGeometryN(i));
            }
            text.append(']');
        } else {
            coordinates(geometry);
        }
        text.append('}');
    }

    private void coordinates(Geometry simple) {
        if (simple instanceof Point point) {
            position(point.getCoordinateSequence(), 0);
        } else if (simple instanceof LineString line) {
            positions(line);
        } else {
            Polygon polygon = (Polygon) simple;
            text.append('[');
            positions(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                text.append(',');
                positions(polygon.getInteriorRingN(i));
            }
            text.append(']');
        }
    }

    private void positions(LineString line) {
        CoordinateSequence sequence = line.getCoordinateSequence();
        for (int i = 0; i < sequence.size(); i++) {
            text.append(i == 0 ? '[' : ',');
            position(sequence, i);
        }
        text.append(']');
    }

    private void position(CoordinateSequence sequence, int at) {
        text.append('[');
        number(sequence.getX(at));
        text.append(',');
        number(sequence.getY(at));
        text.append(']');
    }

    private void number(double value) {
        double scaled = Math.abs(value) * scale;
        long below = (long) scaled;
        double fraction = scaled - below;
        if (!(scaled < SURELY_CLOSE) || Math.abs(fraction - 0.5) < NEAR_HALF) {
            BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
            text.append(
                    rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
            return;
        }
        long whole = fraction < 0.5 ? below : below + 1;
        if (value < 0 && whole != 0) {
            text.append('-');
        }
        text.append(whole / scale);
        fraction(whole % scale);
    }

    private void fraction(long rest) {
        if (rest == 0) {
            return;
        }
        text.append('.');
        long place = scale / 10;
        for (long left = rest; left > 0; left %= place, place /= 10) {
            text.append((char) ('0' + left / place));
            if (place == 1) {
                return;
            }
        }
    }
}
