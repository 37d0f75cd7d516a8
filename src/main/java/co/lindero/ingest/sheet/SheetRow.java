package co.lindero.ingest.sheet;

import java.util.List;

/**
 * A row of a spreadsheet.
 *
 * @param number as the spreadsheet numbers it, from 1; blank rows count
 * @param cells texts from the first column on, trimmed, empty where there is nothing
 */
record SheetRow(long number, List<String> cells) {
    SheetRow {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }

    /** Returns the text of a column, from 0; empty beyond the last. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
