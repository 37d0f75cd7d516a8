package co.lindero.licence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at a GeoJSON geometry of a caller before the database reads it: type, numbers, closed rings. Pure. */
final class GeometryShape {
    private static final int LEAST_RING = 4;

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
        return node.isArray()
                && node.size() >= 2
                && node.get(0).isNumber()
                && node.get(1).isNumber()
                && Double.isFinite(node.get(0).doubleValue())
                && Double.isFinite(node.get(1).doubleValue());
    }
}
