package co.lindero.feature;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Draws a small map of the features of a page, north up; beyond a size the rest is left out of the picture. */
final class SvgMap {
    private static final int LONGEST = 400_000;
    private static final double MARGIN = 0.02;

    private final WKBReader reader = new WKBReader();
    private final Envelope extent = new Envelope();
    private final StringBuilder areas = new StringBuilder();
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder points = new StringBuilder();

    /** Adds a geometry, x first. */
    void add(byte[] wkb) {
        try {
            Geometry geometry = reader.read(wkb);
            if (areas.length() + lines.length() + points.length() < LONGEST) {
                extent.expandToInclude(geometry.getEnvelopeInternal());
                geometry.apply((GeometryFilter) this::draw);
            }
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void draw(Geometry part) {
        if (part instanceof Polygon polygon) {
            line(polygon.getExteriorRing(), areas).append('Z');
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                line(polygon.getInteriorRingN(i), areas).append('Z');
            }
        } else if (part instanceof LineString line) {
            line(line, lines);
        } else if (part instanceof Point point) {
            points.append('M').append(at(point.getCoordinate())).append("h0");
        }
    }

    private static StringBuilder line(LineString line, StringBuilder paths) {
        char step = 'M';
        for (Coordinate coordinate : line.getCoordinates()) {
            paths.append(step).append(at(coordinate));
            step = 'L';
        }
        return paths;
    }

    private static String at(Coordinate coordinate) {
        return String.format(Locale.ROOT, "%.6f %.6f", coordinate.x, -coordinate.y);
    }

    /** Returns the picture, or nothing where nothing is drawn. */
    String svg() {
        if (extent.isNull()) {
            return "";
        }
        double size = Math.max(Math.max(extent.getWidth(), extent.getHeight()), 1e-6);
        Envelope frame = extent.copy();
        frame.expandBy(size * MARGIN);
        String box = String.format(
                Locale.ROOT,
                "%.6f %.6f %.6f %.6f",
                frame.getMinX(),
                -frame.getMaxY(),
                frame.getWidth(),
                frame.getHeight());
        return "<svg class=\"map\" role=\"img\" viewBox=\"" + box + "\"><path class=\"area\" d=\"" + areas
                + "\"/><path class=\"line\" d=\"" + lines + "\"/><path class=\"point\" d=\"" + points + "\"/></svg>\n";
    }
}
