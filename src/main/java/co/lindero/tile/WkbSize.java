package co.lindero.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Dimension and size of a geometry, read from its WKB: area of polygons, length of lines. Not thread-safe. */
final class WkbSize {
    private static final int ISO_DIMENSIONS = 1000;
    private static final int ORDINATE_BYTES = 8;

    private double size;
    private int dimension;

    private WkbSize() {}

    static WkbSize of(ByteBuffer wkb) {
        WkbSize result = new WkbSize();
        result.read(wkb.duplicate().rewind());
        return result;
    }

    /** Returns the area or length in the square or unit of the coordinates; 0 of points. */
    double size() {
        return size;
    }

    /** Returns 0 for points, 1 for lines, 2 for polygons. */
    int dimension() {
        return dimension;
    }

    private void read(ByteBuffer in) {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = in.getInt();
        int places = 2 + (type / ISO_DIMENSIONS == 3 ? 2 : Math.min(1, type / ISO_DIMENSIONS));
        switch (type % ISO_DIMENSIONS) {
            case 1 -> in.position(in.position() + places * ORDINATE_BYTES);
            case 2 -> {
                dimension = Math.max(dimension, 1);
                size += length(in, places);
            }
            case 3 -> {
                dimension = 2;
                int rings = in.getInt();
                for (int ring = 0; ring < rings; ring++) {
                    double area = Math.abs(doubleArea(in, places)) / 2;
                    size += ring == 0 ? area : -area;
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

    private static double length(ByteBuffer in, int places) {
        int count = in.getInt();
        double sum = 0;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < count; i++) {
            double x = in.getDouble();
            double y = in.getDouble();
            in.position(in.position() + (places - 2) * ORDINATE_BYTES);
            sum += i == 0 ? 0 : Math.hypot(x - lastX, y - lastY);
            lastX = x;
            lastY = y;
        }
        return sum;
    }

    /** Coordinates are taken from the first place, so that their size does not eat the digits. */
    private static double doubleArea(ByteBuffer in, int places) {
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
