package co.lindero.ingest.rule;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The zones of a plan and of those it revises, at whatever date, by theme. Immutable. */
public final class PlanZones {
    private final Map<String, Set<String>> codes = new TreeMap<>();

    /** Takes the codes of the zones of each theme; a theme without zones has an empty set. */
    public PlanZones(Map<String, ? extends Set<String>> codes) {
        codes.forEach((theme, zones) -> this.codes.put(theme, new TreeSet<>(zones)));
    }

    Set<String> themes() {
        return codes.keySet();
    }

    Set<String> codes(String theme) {
        return codes.getOrDefault(theme, Set.of());
    }
}
