package co.lindero.ingest.rule;

import co.lindero.ingest.Finding;
import co.lindero.ingest.FindingCode;
import java.util.Map;

/**
 * What is wrong with a row.
 *
 * @param level how much it weighs
 * @param code of the catalogue
 * @param row as the spreadsheet numbers it; the position of the record for other files
 * @param key what the row speaks of
 * @param detail figures of the message; {@code column} is the header of the column
 */
public record RowFault(Finding.Level level, FindingCode code, long row, String key, Map<String, Object> detail) {
    public RowFault {
        detail = Map.copyOf(detail);
    }
}
