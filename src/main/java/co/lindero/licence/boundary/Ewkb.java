package co.lindero.licence.boundary;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Geometries as PostGIS writes and reads them: hexadecimal EWKB, every bit of the coordinates kept. */
public final class Ewkb {
    private static final int DIMENSION = 2;

    private Ewkb() {}

    /** Reads what PostGIS wrote. */
    public static Geometry read(String hexadecimal) {
        return read(WKBReader.hexToBytes(hexadecimal));
    }

    /** Reads what PostGIS wrote. */
    public static Geometry read(byte[] ewkb) {
        try {
            return new WKBReader().read(ewkb);
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS wrote what JTS cannot read", e);
        }
    }

    /** Writes a geometry with its SRID. */
    public static String write(Geometry geometry) {
        return WKBWriter.toHex(
                new WKBWriter(DIMENSION, ByteOrderValues.LITTLE_ENDIAN, geometry.getSRID() != 0).write(geometry));
    }
}
