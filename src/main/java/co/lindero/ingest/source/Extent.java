package co.lindero.ingest.source;

import java.util.Locale;

/**
 * A box in the layer's own CRS; x is easting or longitude and y northing or latitude, as GDAL reports them.
 */
public record Extent(double minX, double minY, double maxX, double maxY) {
    boolean within(double x1, double y1, double x2, double y2) {
        return minX >= x1 && minY >= y1 && maxX <= x2 && maxY <= y2;
    }

    Extent swapped() {
        return new Extent(minY, minX, maxY, maxX);
    }

    /** Returns {@code x1..x2, y1..y2} with a decimal point. */
    public String text() {
        return String.format(Locale.ROOT, "x %.6g…%.6g, y %.6g…%.6g", minX, maxX, minY, maxY);
    }
}
