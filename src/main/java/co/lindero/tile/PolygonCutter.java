package co.lindero.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Cuts the polygons that clipping ring by ring would leave invalid: slower, and right. */
final class PolygonCutter {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private PolygonCutter() {}

    /**
     * Returns the parts of a polygon inside the square [least, most].
     *
     * @param rings closed rings, tile units, the exterior one first; valid
     */
    static List<Polygon> cut(List<Coordinate[]> rings, double least, double most) {
        LinearRing[] holes =
                rings.stream().skip(1).map(GEOMETRIES::createLinearRing).toArray(LinearRing[]::new);
        Polygon whole = GEOMETRIES.createPolygon(GEOMETRIES.createLinearRing(rings.get(0)), holes);
        Geometry cut = OverlayNGRobust.overlay(
                whole, GEOMETRIES.toGeometry(new Envelope(least, most, least, most)), OverlayNG.INTERSECTION);
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < cut.getNumGeometries(); i++) {
            if (cut.getGeometryN(i) instanceof Polygon part) {
                parts.add(part);
            }
        }
        return parts;
    }
}
