package co.lindero.demo;

import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Rings;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.mesh.Vec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** Overlays on the millimetre grid, so that results share their vertices. */
final class JtsShapes {
    private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);
    private static final GeometryFactory FACTORY = new GeometryFactory(MILLIMETRES);
    private static final double SMALLEST_M2 = 1;

    private JtsShapes() {}

    static Geometry line(List<Vec> path) {
        return FACTORY.createLineString(
                path.stream().map(place -> new Coordinate(place.x(), place.y())).toArray(Coordinate[]::new));
    }

    static Geometry polygon(List<Shape> shapes) {
        Polygon[] polygons = shapes.stream().map(JtsShapes::polygon).toArray(Polygon[]::new);
        return FACTORY.createMultiPolygon(polygons);
    }

    private static Polygon polygon(Shape shape) {
        return FACTORY.createPolygon(
                ring(shape.shell()), shape.holes().stream().map(JtsShapes::ring).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(List<Node> nodes) {
        List<Coordinate> places = new ArrayList<>();
        nodes.forEach(node -> places.add(new Coordinate(node.easting(), node.northing())));
        places.add(places.get(0));
        return FACTORY.createLinearRing(places.toArray(Coordinate[]::new));
    }

    static Geometry and(Geometry a, Geometry b) {
        return OverlayNG.overlay(a, b, OverlayNG.INTERSECTION, MILLIMETRES);
    }

    static Geometry union(List<Geometry> parts) {
        return UnaryUnionNG.union(parts, FACTORY, MILLIMETRES);
    }

    static Geometry or(Geometry a, Geometry b) {
        return OverlayNG.overlay(a, b, OverlayNG.UNION, MILLIMETRES);
    }

    static Geometry without(Geometry a, Geometry b) {
        return OverlayNG.overlay(a, b, OverlayNG.DIFFERENCE, MILLIMETRES);
    }

    /** Returns the polygons of a geometry that are larger than a square metre. */
    static List<Shape> shapes(Geometry geometry) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() > SMALLEST_M2) {
                List<List<Node>> holes = new ArrayList<>();
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    holes.add(nodes(polygon.getInteriorRingN(hole), false));
                }
                shapes.add(new Shape(nodes(polygon.getExteriorRing(), true), holes));
            }
        }
        return shapes;
    }

    private static List<Node> nodes(LinearRing ring, boolean isShell) {
        Coordinate[] places = ring.getCoordinates();
        List<Node> nodes = new ArrayList<>(Arrays.stream(places, 0, places.length - 1)
                .map(place -> Node.at(place.x, place.y))
                .toList());
        if (Rings.areaM2(nodes) > 0 != isShell) {
            Collections.reverse(nodes);
        }
        return nodes;
    }
}
