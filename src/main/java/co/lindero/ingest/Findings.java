package co.lindero.ingest;

import java.util.List;
import java.util.Map;

/**
 * What a load found, as little of it as fits in memory whatever the file: the reports hold all.
 *
 * @param counts how many of each code, by level
 * @param examples the first of each code, those of the file as a whole in front
 */
public record Findings(Map<String, Map<String, Long>> counts, List<Finding> examples) {
    public Findings {
        counts = Map.copyOf(counts);
        examples = List.copyOf(examples);
    }

    /** Counts the findings of a level. */
    public long count(Finding.Level level) {
        return counts.getOrDefault(level.name(), Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Counts the findings of a level and code. */
    public long count(Finding.Level level, String code) {
        return counts.getOrDefault(level.name(), Map.of()).getOrDefault(code, 0L);
    }
}
