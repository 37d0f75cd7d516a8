package co.lindero.ingest.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merged cells: only the first of them holds the value. Used while the rows are read, from the top to the bottom. */
final class XlsxMerge {
    private final String range;
    private final int firstColumn;
    private final int lastColumn;
    private final long firstRow;
    private final long lastRow;
    private @Nullable String value;
    private boolean filled;
    private final List<Long> refused = new ArrayList<>();

    private XlsxMerge(String range, int firstColumn, int lastColumn, long firstRow, long lastRow) {
        this.range = range;
        this.firstColumn = firstColumn;
        this.lastColumn = lastColumn;
        this.firstRow = firstRow;
        this.lastRow = lastRow;
    }

    static XlsxMerge of(String range) throws IOException {
        if (!range.matches("[A-Z]{1,3}\\d{1,7}(:[A-Z]{1,3}\\d{1,7})?")) {
            throw new BrokenSheet("está dañado: celdas combinadas " + range, "is damaged: merged cells " + range);
        }
        int colon = range.indexOf(':');
        String first = colon < 0 ? range : range.substring(0, colon);
        String last = range.substring(colon + 1);
        return new XlsxMerge(range, ColumnNames.position(first), ColumnNames.position(last), row(first), row(last));
    }

    private static long row(String reference) {
        return Long.parseLong(reference.replaceAll("[A-Z]+", ""));
    }

    /** Puts the value into a row where the cells are merged downwards; a row that holds nothing else is not made one by it. */
    void fill(long row, Map<Integer, String> cells) {
        if (row < firstRow || row > lastRow) {
            return;
        }
        if (row == firstRow) {
            value = cells.getOrDefault(firstColumn, "");
        }
        if (value == null || value.isEmpty() || cells.values().stream().allMatch(String::isEmpty)) {
            return;
        }
        if (firstColumn != lastColumn) {
            refused.add(row);
        } else if (row > firstRow) {
            cells.put(firstColumn, value);
            filled = true;
        }
    }

    /** Returns what the planner must know of it, once the rows have been read. */
    List<CellNote> notes() {
        String text = value == null ? "" : value;
        if (filled) {
            return List.of(note(CellNote.Level.INFO, "merged-cells-filled", firstRow, text));
        }
        return refused.stream()
                .map(row -> note(CellNote.Level.ERROR, "merged-cells", row, text))
                .toList();
    }

    private CellNote note(CellNote.Level level, String code, long row, String text) {
        return new CellNote(level, code, row, Map.of("range", range, "value", text));
    }
}
