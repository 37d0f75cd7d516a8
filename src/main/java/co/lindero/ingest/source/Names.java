package co.lindero.ingest.source;

import co.lindero.ingest.sheet.ColumnNames;

/** Column and layer names brought to one form for comparison. */
final class Names {
    private Names() {}

    /** Lower case without accents; blanks, hyphens, dots and the like become one underscore. */
    static String fold(String name) {
        return ColumnNames.fold(name);
    }
}
