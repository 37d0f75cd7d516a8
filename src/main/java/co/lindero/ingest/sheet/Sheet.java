package co.lindero.ingest.sheet;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** One sheet of a delivery, read from the top to the bottom. */
sealed interface Sheet permits CsvSheet, XlsxSheet {
    /** Returns its name, which a dataset takes where nobody gives one. */
    String name();

    /**
     * Hands over the rows; blank ones may be left out or not.
     *
     * @throws BrokenSheet where the file is not what it says it is
     */
    void forEachRow(Consumer<SheetRow> each) throws IOException;

    /** Returns what was noticed about cells; complete when the rows have been read. */
    List<CellNote> notes();

    /** Whether a row longer than the header means that a separator stands inside a text. */
    boolean separatesByCharacter();
}
