package co.lindero.norm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a plan is encoded: for each of its zones, on a legal day, which quantities have a figure, which the plan only
 * cites, and which it leaves unsaid though it says them of other zones of the theme.
 *
 * @param zones in the order of theme and code; theme and zone are empty for what is said of the whole municipality
 */
public record Completeness(List<Zone> zones) {
    public Completeness {
        zones = List.copyOf(zones);
    }

    /**
     * One zone.
     *
     * @param theme code of its theme
     * @param zone its code
     * @param encoded quantities with a figure, in order of the alphabet
     * @param cited quantities that the plan cites without a figure
     * @param missing quantities of which it says nothing here
     * @param useRules use categories of which a rule of this zone speaks
     */
    public record Zone(
            String theme, String zone, List<String> encoded, List<String> cited, List<String> missing, long useRules) {
        public Zone {
            encoded = List.copyOf(encoded);
            cited = List.copyOf(cited);
            missing = List.copyOf(missing);
        }
    }

    /** Returns the zones by theme. */
    public Map<String, List<Zone>> byTheme() {
        Map<String, List<Zone>> themes = new LinkedHashMap<>();
        zones.forEach(zone -> themes.computeIfAbsent(zone.theme(), theme -> new java.util.ArrayList<>())
                .add(zone));
        return themes;
    }

    /** Returns it as answers show it; {@code docs/schemas/plan-completeness.schema.json} holds the shape. */
    public ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(
                "encoded",
                zones.stream().mapToLong(zone -> zone.encoded().size()).sum());
        node.put("cited", zones.stream().mapToLong(zone -> zone.cited().size()).sum());
        node.put(
                "missing",
                zones.stream().mapToLong(zone -> zone.missing().size()).sum());
        ArrayNode themes = node.putArray("themes");
        byTheme().forEach((theme, list) -> {
            ObjectNode one = themes.addObject().put("theme", theme.isEmpty() ? null : theme);
            ArrayNode each = one.putArray("zones");
            list.forEach(zone -> each.add(json(zone)));
        });
        return node;
    }

    private static ObjectNode json(Zone zone) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("zone", zone.zone().isEmpty() ? null : zone.zone());
        zone.encoded().forEach(node.putArray("encoded")::add);
        zone.cited().forEach(node.putArray("cited")::add);
        zone.missing().forEach(node.putArray("missing")::add);
        return node.put("useRules", zone.useRules());
    }
}
