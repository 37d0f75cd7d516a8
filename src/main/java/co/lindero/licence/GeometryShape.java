package co.lindero.licence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a GeoJSON geometry of a caller before the database reads it: members, type, numbers, closed rings. Pure. */
final class GeometryShape {
    private static final int LEAST_RING = 4;
    /** x, y, and a height or measure or both, which are not read. */
    private static final int MOST_NUMBERS = 4;

    private static final Set<String> MEMBERS = Set.of("type", "coordinates");

    private GeometryShape() {}

    /** What is wrong with a geometry, and where below it. */
    record Flaw(String code, String es, String en, String below) {}

    /**
     * Returns the first flaw of an areal geometry, or null.
     *
     * @param types types that are allowed, such as Polygon and MultiPolygon
     */
    static @Nullable Flaw find(JsonNode geometry, List<String> types) {
        String type = geometry.path("type").asText();
        if (!geometry.isObject() || !types.contains(type)) {
            String list = String.join(", ", types);
            return new Flaw(
                    "invalid-geometry",
                    "Se espera una geometría GeoJSON de tipo " + list + ".",
                    "A GeoJSON geometry of type " + list + " is expected.",
                    "");
        }
        Flaw foreign = foreign(geometry);
        if (foreign != null) {
            return foreign;
        }
        JsonNode coordinates = geometry.path("coordinates");
        if (coordinates.isArray() && coordinates.isEmpty()) {
            return new Flaw("empty-geometry", "La geometría está vacía.", "The geometry is empty.", "/coordinates");
        }
        int depth = switch (type) {
            case "Point" -> 0;
            case "MultiPoint" -> 1;
            case "Polygon" -> 2;
            default -> 3;
        };
        return nested(coordinates, depth, depth >= 2, "/coordinates");
    }

    /** Finds a member that a geometry does not have: a CRS in there would be read by some and passed over by others. */
    private static @Nullable Flaw foreign(JsonNode geometry) {
        for (Iterator<String> names = geometry.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                return new Flaw(
                        "unknown-member",
                        "Una geometría solo lleva type y coordinates; el sistema de coordenadas va en proposal.crs.",
                        "A geometry has type and coordinates alone; the reference system goes in proposal.crs.",
                        "/" + name.replace("~", "~0").replace("/", "~1"));
            }
        }
        return null;
    }

    private static @Nullable Flaw nested(JsonNode node, int depth, boolean areal, String below) {
        if (depth == 0) {
            return isPosition(node)
                    ? null
                    : new Flaw(
                            "invalid-geometry",
                            "Se esperan dos números finitos: x, y.",
                            "Two finite numbers are expected: x, y.",
                            below);
        }
        if (!node.isArray() || node.isEmpty()) {
            return new Flaw(
                    node.isArray() ? "empty-geometry" : "invalid-geometry",
                    "Se espera una lista que no esté vacía.",
                    "A list that is not empty is expected.",
                    below);
        }
        for (int i = 0; i < node.size(); i++) {
            Flaw flaw = nested(node.get(i), depth - 1, areal, below + "/" + i);
            if (flaw != null) {
                return flaw;
            }
        }
        return areal && depth == 1 ? ring(node, below) : null;
    }

    private static @Nullable Flaw ring(JsonNode ring, String below) {
        JsonNode first = ring.get(0);
        JsonNode last = ring.get(ring.size() - 1);
        boolean closed = same(first.get(0), last.get(0)) && same(first.get(1), last.get(1));
        return ring.size() >= LEAST_RING && closed
                ? null
                : new Flaw(
                        "invalid-geometry",
                        "El anillo no está cerrado o tiene menos de cuatro posiciones.",
                        "The ring is not closed or has fewer than four positions.",
                        below);
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }

    private static boolean isPosition(JsonNode node) {
        if (!node.isArray() || node.size() < 2 || node.size() > MOST_NUMBERS) {
            return false;
        }
        for (JsonNode number : node) {
            if (!number.isNumber()
                    || !Double.isFinite(number.doubleValue())
                    || number.decimalValue().scale() > Members.MOST_DECIMALS) {
                return false;
            }
        }
        return true;
    }
}
