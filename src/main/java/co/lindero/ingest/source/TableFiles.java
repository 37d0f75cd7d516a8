package co.lindero.ingest.source;

import co.lindero.ingest.sheet.BrokenSheet;
import co.lindero.ingest.sheet.SheetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spreadsheets whose rows are told by the number that the planner sees: each sheet as a plain CSV file for GDAL. */
final class TableFiles {
    private static final List<String> PLAIN = List.of("HEADERS=YES", "AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=YES");

    private TableFiles() {}

    static boolean isTable(DataFile file) {
        return file.format() == SourceFormat.CSV || file.format() == SourceFormat.XLSX;
    }

    /**
     * Returns a file for each sheet that holds anything.
     *
     * @param encoding what the caller declared, null to find it out
     * @param temporary where copies go
     */
    static List<PreparedFile> prepare(DataFile file, @Nullable String encoding, Path temporary) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(temporary), "table-");
            List<PreparedFile> sheets =
                    file.format() == SourceFormat.CSV ? csv(file, encoding, temporary, folder) : xlsx(file, folder);
            if (sheets.isEmpty()) {
                throw Delivery.unreadable(Path.of(file.label()), "no tiene ninguna fila", "has no row");
            }
            return sheets;
        } catch (BrokenSheet e) {
            throw Delivery.unreadable(Path.of(file.label()), e.spanish(), e.english());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PreparedFile> csv(DataFile file, @Nullable String encoding, Path temporary, Path folder)
            throws IOException {
        PreparedFile text = TextFiles.prepare(file, encoding, temporary, PLAIN);
        String label = Path.of(file.label()).getFileName().toString();
        String name = label.substring(0, label.length() - ".csv".length());
        return SheetFiles.ofCsv(name, text.path(), folder).stream()
                .map(sheet -> prepared(file, sheet, text.encoding(), text.findings()))
                .toList();
    }

    private static List<PreparedFile> xlsx(DataFile file, Path folder) throws IOException {
        TextEncoding encoding = new TextEncoding(null, TextEncoding.Origin.FORMAT);
        return SheetFiles.ofXlsx(file.path(), folder).stream()
                .map(sheet -> prepared(file, sheet, encoding, List.of()))
                .toList();
    }

    private static PreparedFile prepared(
            DataFile file, SheetFiles.Written sheet, TextEncoding encoding, List<SourceFinding> findings) {
        return new PreparedFile(
                file, sheet.csv(), PLAIN, Map.of(), encoding, findings, sheet.notes(), PreparedFile.Kind.ROWS);
    }
}
