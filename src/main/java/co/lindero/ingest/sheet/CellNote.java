package co.lindero.ingest.sheet;

import java.util.Map;

/**
 * Something about a cell, a row or a sheet that the planner must know.
 *
 * @param level how much it matters; an error refuses the row, or the sheet where no row is named
 * @param code stable kebab-case code of the catalogue of findings
 * @param row as the spreadsheet numbers it; 0 for the sheet as a whole
 * @param detail figures of the message
 */
public record CellNote(Level level, String code, long row, Map<String, Object> detail) {
    /** How much a note matters. */
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }

    public CellNote {
        detail = Map.copyOf(detail);
    }

    static CellNote ofSheet(Level level, String code, Map<String, Object> detail) {
        return new CellNote(level, code, 0, detail);
    }
}
