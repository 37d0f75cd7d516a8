package co.lindero.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes a geometry from its WKB as GeoJSON, without making an object of it: points, lines, polygons, their collections;
 * two-dimensional. Coordinates are written in the order of the WKB (x, y) or turned round. Used by one thread.
 */
final class WkbGeoJson {
    private static final String[] TYPES = {
        "", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection"
    };
    private static final byte[][] HEADS = heads();
    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;
    private static final int COLLECTION = 7;
    private static final int COORDINATE_BYTES = 16;

    private final JsonOut out;
    private final int decimals;
    private final boolean turned;

    /**
     * Prepares to write.
     *
     * @param decimals decimals of a coordinate
     * @param turned whether y comes first
     */
    WkbGeoJson(JsonOut out, int decimals, boolean turned) {
        this.out = out;
        this.decimals = decimals;
        this.turned = turned;
    }

    private static byte[][] heads() {
        byte[][] heads = new byte[TYPES.length][];
        for (int type = 0; type < TYPES.length; type++) {
            String member = type == COLLECTION ? "geometries" : "coordinates";
            heads[type] = ("{\"type\":\"" + TYPES[type] + "\",\"" + member + "\":").getBytes(StandardCharsets.US_ASCII);
        }
        return heads;
    }

    /** Writes a geometry. */
    void write(byte[] wkb) throws IOException {
        geometry(ByteBuffer.wrap(wkb));
    }

    private void geometry(ByteBuffer wkb) throws IOException {
        int type = head(wkb);
        out.raw(HEADS[type]);
        coordinates(type, wkb);
        out.raw('}');
    }

    private static int head(ByteBuffer wkb) {
        wkb.order(wkb.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = wkb.getInt();
        if (type < POINT || type > COLLECTION) {
            throw new IllegalArgumentException("WKB type " + type);
        }
        return type;
    }

    private void coordinates(int type, ByteBuffer wkb) throws IOException {
        switch (type) {
            case POINT -> coordinate(wkb);
            case LINE -> line(wkb);
            case POLYGON -> polygon(wkb);
            case COLLECTION -> members(wkb, true);
            default -> members(wkb, false);
        }
    }

    private void members(ByteBuffer wkb, boolean whole) throws IOException {
        int count = wkb.getInt();
        out.raw('[');
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.raw(',');
            }
            if (whole) {
                geometry(wkb);
            } else {
                coordinates(head(wkb), wkb);
            }
        }
        out.raw(']');
    }

    private void polygon(ByteBuffer wkb) throws IOException {
        int rings = wkb.getInt();
        out.raw('[');
        for (int i = 0; i < rings; i++) {
            if (i > 0) {
                out.raw(',');
            }
            ring(wkb, i == 0);
        }
        out.raw(']');
    }

    private void line(ByteBuffer wkb) throws IOException {
        int count = wkb.getInt();
        run(wkb, wkb.position(), count, 1);
        wkb.position(wkb.position() + count * COORDINATE_BYTES);
    }

    /** An outer ring goes against the clock and a hole with it, as RFC 7946 has it. */
    private void ring(ByteBuffer wkb, boolean outer) throws IOException {
        int count = wkb.getInt();
        int at = wkb.position();
        boolean backwards = isCounterClockwise(wkb, at, count) != outer;
        run(wkb, backwards ? at + (count - 1) * COORDINATE_BYTES : at, count, backwards ? -1 : 1);
        wkb.position(at + count * COORDINATE_BYTES);
    }

    private static boolean isCounterClockwise(ByteBuffer wkb, int at, int count) {
        double originX = wkb.getDouble(at);
        double originY = wkb.getDouble(at + 8);
        double twice = 0;
        double x = 0;
        double y = 0;
        for (int i = 1; i < count; i++) {
            int next = at + i * COORDINATE_BYTES;
            double nextX = wkb.getDouble(next) - originX;
            double nextY = wkb.getDouble(next + 8) - originY;
            twice += x * nextY - nextX * y;
            x = nextX;
            y = nextY;
        }
        return twice >= 0;
    }

    private void run(ByteBuffer wkb, int first, int count, int step) throws IOException {
        out.raw('[');
        int at = first;
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.raw(',');
            }
            pair(wkb.getDouble(at), wkb.getDouble(at + 8));
            at += step * COORDINATE_BYTES;
        }
        out.raw(']');
    }

    private void coordinate(ByteBuffer wkb) throws IOException {
        pair(wkb.getDouble(), wkb.getDouble());
    }

    private void pair(double x, double y) throws IOException {
        out.raw('[');
        out.number(turned ? y : x, decimals);
        out.raw(',');
        out.number(turned ? x : y, decimals);
        out.raw(']');
    }
}
