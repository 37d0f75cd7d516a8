package co.lindero.ingest.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes spreadsheets down as plain CSV files, one for each sheet that holds anything. */
public final class SheetFiles {
    /** Name of the column with the number of the row as the spreadsheet shows it. */
    public static final String ROW = "__row";

    private SheetFiles() {}

    /**
     * A sheet written down.
     *
     * @param csv comma-separated, UTF-8, named for the sheet, its first column {@link #ROW}
     * @param notes what was noticed about its cells
     */
    public record Written(Path csv, List<CellNote> notes) {
        public Written {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads a CSV file.
     *
     * @param name what the sheet is called
     * @param file in UTF-8
     * @param folder where to write, made where missing
     * @return nothing where it has no row that holds anything
     */
    public static List<Written> ofCsv(String name, Path file, Path folder) throws IOException {
        return write(List.of(new CsvSheet(name, file)), folder);
    }

    /** Reads the visible sheets of an XLSX workbook, as {@link #ofCsv}. */
    public static List<Written> ofXlsx(Path file, Path folder) throws IOException {
        try (XlsxWorkbook workbook = XlsxWorkbook.open(file)) {
            return write(workbook.sheets(), folder);
        }
    }

    private static List<Written> write(List<? extends Sheet> sheets, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Written> written = new ArrayList<>();
        for (Sheet sheet : sheets) {
            // the file's name becomes the layer's
            Path csv = folder.resolve(sheet.name().replaceAll("[/\\\\\\p{Cntrl}]", "_") + ".csv");
            NormalTable.write(sheet, csv).ifPresent(notes -> written.add(new Written(csv, notes)));
        }
        return written;
    }
}
