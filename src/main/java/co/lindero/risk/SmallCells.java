package co.lindero.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chooses the rows of a table by group and level that are kept back: those whose counts are small, and as many more as it takes that
 * no sum that somebody can know gives one of them away. Such sums are those of a level over all groups, of a level over the groups of
 * one larger territory (which another table counts), and of a group over its levels (whose parcels the cadastre counts). Where a line
 * has nothing more to hide behind, it stays as it is: its sum is small itself. Pure.
 */
final class SmallCells {
    private final List<ExposedRow> cells;
    private final int threshold;
    private final Set<ExposedRow> hidden = new LinkedHashSet<>();

    private SmallCells(List<ExposedRow> cells, int threshold) {
        this.cells = cells;
        this.threshold = threshold;
    }

    /**
     * Returns the rows to keep back.
     *
     * @param cells all rows of all groups and levels, one each
     * @param threshold counts under this are small; 0 or 1 for none
     */
    static Set<ExposedRow> of(List<ExposedRow> cells, int threshold) {
        SmallCells chosen = new SmallCells(cells, threshold);
        cells.stream().filter(cell -> cell.isSmall(threshold)).forEach(chosen.hidden::add);
        List<List<ExposedRow>> lines = chosen.lines();
        boolean more = !chosen.hidden.isEmpty();
        while (more) {
            more = false;
            for (List<ExposedRow> line : lines) {
                more |= chosen.cover(line);
            }
        }
        return chosen.hidden;
    }

    private List<List<ExposedRow>> lines() {
        List<List<ExposedRow>> lines = new ArrayList<>(grouped(cell -> List.of("level " + cell.level())));
        lines.addAll(grouped(cell -> cell.parents().stream()
                .map(parent -> cell.level() + " in " + parent)
                .toList()));
        lines.addAll(grouped(cell -> List.of("group " + cell.code())));
        return lines;
    }

    private List<List<ExposedRow>> grouped(Function<ExposedRow, List<String>> keys) {
        Map<String, List<ExposedRow>> lines = new TreeMap<>();
        cells.stream()
                .filter(cell -> cell.counted() > 0)
                .forEach(cell -> keys.apply(cell)
                        .forEach(key -> lines.computeIfAbsent(key, name -> new ArrayList<>())
                                .add(cell)));
        return List.copyOf(lines.values());
    }

    /** Hides the smallest others of a line until its hidden rows hide each other; tells whether it hid any. */
    private boolean cover(List<ExposedRow> line) {
        boolean hid = false;
        while (isTelling(line)) {
            ExposedRow next = line.stream()
                    .filter(cell -> !hidden.contains(cell))
                    .min(Comparator.comparingLong(ExposedRow::counted)
                            .thenComparing(cell -> Objects.toString(cell.code(), "\uffff"))
                            .thenComparing(cell -> Objects.toString(cell.level(), "")))
                    .orElseThrow();
            hidden.add(next);
            hid = true;
        }
        return hid;
    }

    private boolean isTelling(List<ExposedRow> line) {
        List<ExposedRow> within = line.stream().filter(hidden::contains).collect(Collectors.toList());
        return !within.isEmpty()
                && within.size() < line.size()
                && (within.size() < 2
                        || within.stream()
                                .reduce(ExposedRow::plus)
                                .orElseThrow()
                                .isSmall(threshold));
    }
}
