package co.lindero.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Dimensions, sizes and box of a geometry, read from its WKB: area of polygons, length of lines. Not thread-safe. */
final class WkbSize {
    private static final int ISO_DIMENSIONS = 1000;
    private static final int ORDINATE_BYTES = 8;

    private final double[] sizes = new double[3];
    private final boolean[] found = new boolean[3];
    private double west = Double.POSITIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;

    private WkbSize() {}

    static WkbSize of(ByteBuffer wkb) {
        WkbSize result = new WkbSize();
        result.read(wkb.duplicate().rewind());
        return result;
    }

    /** Returns the area (2) or length (1) in the square or unit of the coordinates; 0 of points (0). */
    double size(int dimension) {
        return sizes[dimension];
    }

    /** Tells whether there are points (0), lines (1), polygons (2). */
    boolean has(int dimension) {
        return found[dimension];
    }

    /** Returns the box around all of it, in the unit of the coordinates; empty where there is nothing. */
    MapBox box() {
        return new MapBox(west, south, east, north);
    }

    /** The comparisons are false for the NaN of an empty point. */
    private void take(double x, double y) {
        west = x < west ? x : west;
        east = x > east ? x : east;
        south = y < south ? y : south;
        north = y > north ? y : north;
    }

    private void read(ByteBuffer in) {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = in.getInt();
        int places = 2 + (type / ISO_DIMENSIONS == 3 ? 2 : Math.min(1, type / ISO_DIMENSIONS));
        switch (type % ISO_DIMENSIONS) {
            case 1 -> {
                found[0] = true;
                take(in.getDouble(), in.getDouble());
                in.position(in.position() + (places - 2) * ORDINATE_BYTES);
            }
            case 2 -> {
                found[1] = true;
                sizes[1] += length(in, places);
            }
            case 3 -> {
                found[2] = true;
                int rings = in.getInt();
                for (int ring = 0; ring < rings; ring++) {
                    double area = Math.abs(doubleArea(in, places)) / 2;
                    sizes[2] += ring == 0 ? area : -area;
                }
            }
            default -> {
                int parts = in.getInt();
                for (int i = 0; i < parts; i++) {
                    read(in);
                }
            }
        }
    }

    private double length(ByteBuffer in, int places) {
        int count = in.getInt();
        double sum = 0;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < count; i++) {
            double x = in.getDouble();
            double y = in.getDouble();
            in.position(in.position() + (places - 2) * ORDINATE_BYTES);
            take(x, y);
            sum += i == 0 ? 0 : Math.hypot(x - lastX, y - lastY);
            lastX = x;
            lastY = y;
        }
        return sum;
    }

    /** Coordinates are taken from the first place, so that their size does not eat the digits. */
    private double doubleArea(ByteBuffer in, int places) {
        int count = in.getInt();
        double firstX = 0;
        double firstY = 0;
        double lastX = 0;
        double lastY = 0;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double x = in.getDouble();
            double y = in.getDouble();
            in.position(in.position() + (places - 2) * ORDINATE_BYTES);
            take(x, y);
            if (i == 0) {
                firstX = x;
                firstY = y;
            }
            double dx = x - firstX;
            double dy = y - firstY;
            sum += lastX * dy - dx * lastY;
            lastX = dx;
            lastY = dy;
        }
        return sum;
    }
}
