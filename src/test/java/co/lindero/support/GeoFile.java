package co.lindero.support;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * GeoJSON in EPSG:9377 that a test writes record by record. Coordinates are metres from the corner of the town, as WKT or
 * by the shortcuts; several geometries of one record become a collection of their kind.
 */
public final class GeoFile {
    /** Where the towns of the tests lie: the plain of Candelaria. */
    public static final double EASTING = 4_628_000;

    public static final double NORTHING = 1_935_000;

    private final ArrayNode features = JsonNodeFactory.instance.arrayNode();

    /** Begins a record without geometry. */
    public GeoFile record() {
        ObjectNode feature = features.addObject().put("type", "Feature");
        feature.putObject("properties");
        feature.putNull("geometry");
        return this;
    }

    private ObjectNode last() {
        return (ObjectNode) features.get(features.size() - 1);
    }

    /** Sets a property of the record. */
    public GeoFile with(String name, Object value) {
        ((ObjectNode) last().get("properties")).set(name, Json.tree(value));
        return this;
    }

    /** Gives the record a rectangle: corner, width, height. */
    public GeoFile rect(double x, double y, double width, double height) {
        return wkt("POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                .formatted(
                        plain(x),
                        plain(y),
                        plain(decimal(x).add(decimal(width))),
                        plain(decimal(y).add(decimal(height)))));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }

    private static String plain(double value) {
        return plain(decimal(value));
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    /** Gives the record a geometry in well-known text. */
    public GeoFile wkt(String wkt) {
        try {
            return geometry(new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** Gives the record a geometry. */
    public GeoFile geometry(Geometry geometry) {
        last().set("geometry", json(geometry));
        return this;
    }

    private static JsonNode json(Geometry geometry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", geometry.getGeometryType());
        ArrayNode coordinates = node.putArray("coordinates");
        switch (geometry.getGeometryType()) {
            case "Point" -> place(coordinates, geometry.getCoordinate());
            case "LineString" -> line(coordinates, geometry);
            case "Polygon" -> rings(coordinates, geometry);
            default -> {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    coordinates.add(json(geometry.getGeometryN(i)).get("coordinates"));
                }
            }
        }
        return node;
    }

    private static void rings(ArrayNode into, Geometry geometry) {
        org.locationtech.jts.geom.Polygon polygon = (org.locationtech.jts.geom.Polygon) geometry;
        line(into.addArray(), polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            line(into.addArray(), polygon.getInteriorRingN(i));
        }
    }

    private static void line(ArrayNode into, Geometry line) {
        for (Coordinate coordinate : line.getCoordinates()) {
            place(into.addArray(), coordinate);
        }
    }

    private static void place(ArrayNode into, Coordinate coordinate) {
        into.add(decimal(coordinate.x).add(decimal(EASTING)));
        into.add(decimal(coordinate.y).add(decimal(NORTHING)));
    }

    /** Writes the file. */
    public Path write(Path file) {
        ObjectNode collection = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
        collection
                .putObject("crs")
                .put("type", "name")
                .putObject("properties")
                .put("name", "urn:ogc:def:crs:EPSG::9377");
        collection.set("features", features);
        try {
            return Files.write(file, Json.bytes(collection));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
