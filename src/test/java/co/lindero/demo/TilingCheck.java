package co.lindero.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** How well polygons tile: validity, overlaps, and the area of their union. */
record TilingCheck(List<String> invalid, double worstOverlapM2, double sumM2, double unionM2, int unionHoles) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    static TilingCheck of(List<JsonNode> features) {
        List<String> invalid = new ArrayList<>();
        List<Geometry> shapes = new ArrayList<>();
        STRtree tree = new STRtree();
        double sum = 0;
        double worst = 0;
        for (JsonNode feature : features) {
            Geometry shape = geometry(feature.get("geometry"));
            if (!shape.isValid()) {
                invalid.add(shape.toText());
            }
            sum += shape.getArea();
            tree.insert(shape.getEnvelopeInternal(), shapes.size());
            shapes.add(shape);
        }
        for (int i = 0; i < shapes.size(); i++) {
            for (Object found : tree.query(shapes.get(i).getEnvelopeInternal())) {
                int other = (Integer) found;
                if (other < i) {
                    worst = Math.max(worst, overlapM2(shapes.get(other), shapes.get(i)));
                }
            }
        }
        Geometry union = OverlayNGRobust.union(shapes);
        int holes = 0;
        for (int i = 0; i < union.getNumGeometries(); i++) {
            holes += ((Polygon) union.getGeometryN(i)).getNumInteriorRing();
        }
        return new TilingCheck(invalid, worst, sum, union.getArea(), holes);
    }

    private static double overlapM2(Geometry a, Geometry b) {
        return a.touches(b) || a.disjoint(b)
                ? 0
                : OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION).getArea();
    }

    static Geometry geometry(JsonNode node) {
        JsonNode coordinates = node.get("coordinates");
        if (node.get("type").asText().equals("Polygon")) {
            return polygon(coordinates);
        }
        List<Polygon> parts = new ArrayList<>();
        coordinates.forEach(part -> parts.add(polygon(part)));
        return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = new ArrayList<>();
        for (JsonNode ring : rings) {
            List<Coordinate> places = new ArrayList<>();
            ring.forEach(place -> places.add(
                    new Coordinate(place.get(0).asDouble(), place.get(1).asDouble())));
            all.add(FACTORY.createLinearRing(places.toArray(Coordinate[]::new)));
        }
        return FACTORY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }
}
