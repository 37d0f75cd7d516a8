package co.lindero.ingest.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sheet written down as a plain CSV file: one header line, one line for each row that holds anything, and in front the
 * number of the row as the spreadsheet shows it.
 */
final class NormalTable {
    private static final String SEPARATORS = "[\\p{Cntrl};,|\"]+";

    private final Sheet sheet;
    private final List<CellNote> notes = new ArrayList<>();
    private final Map<Integer, Long> unnamed = new LinkedHashMap<>();
    private @Nullable Header header;
    private long headerRow;
    private long blank;
    private long pending;

    private NormalTable(Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * The first row that holds anything.
     *
     * @param width how many cells it has
     * @param named positions of the columns that have a name
     * @param columns position of each column that has a name of its own
     */
    private record Header(int width, Set<Integer> named, Map<String, Integer> columns) {}

    /**
     * Writes a sheet and returns what was noticed.
     *
     * @return nothing where the sheet has no row at all
     * @throws BrokenSheet where the file is not what it says it is
     */
    static java.util.Optional<List<CellNote>> write(Sheet sheet, Path csv) throws IOException {
        NormalTable table = new NormalTable(sheet);
        try (Writer writer = Files.newBufferedWriter(csv)) {
            sheet.forEachRow(row -> table.add(row, writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return table.header == null ? java.util.Optional.empty() : java.util.Optional.of(table.finish());
    }

    private void add(SheetRow row, Writer writer) {
        try {
            if (row.isBlank()) {
                pending++;
            } else if (header == null) {
                header = header(row);
                headerRow = row.number();
                List<String> names = new ArrayList<>(List.of(SheetFiles.ROW));
                names.addAll(header.columns().keySet());
                writer.write(line(names));
                pending = 0;
            } else {
                blank += pending;
                pending = 0;
                writer.write(line(cells(row, header)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(text -> '"' + text.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }

    private Header header(SheetRow row) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String name = row.cell(i).replaceAll(SEPARATORS, " ").strip();
            if (!name.isEmpty()) {
                places.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
            }
        }
        Map<String, List<String>> folded = new LinkedHashMap<>();
        places.forEach(
                (name, at) -> at.forEach(i -> folded.computeIfAbsent(ColumnNames.fold(name), key -> new ArrayList<>())
                        .add(ColumnNames.letter(i))));
        folded.forEach((name, letters) -> {
            if (letters.size() > 1) {
                notes.add(CellNote.ofSheet(
                        CellNote.Level.ERROR,
                        "duplicate-column",
                        Map.of("column", name, "cells", String.join(", ", letters))));
            }
        });
        Map<String, Integer> columns = new LinkedHashMap<>();
        // readers tell columns apart without regard to case and accents: of repeated ones the first stays
        Set<String> taken = new HashSet<>();
        places.forEach((name, at) -> {
            if (taken.add(ColumnNames.fold(name))) {
                columns.put(name, at.get(0));
            }
        });
        Set<Integer> named = new HashSet<>();
        places.values().forEach(named::addAll);
        return new Header(row.cells().size(), named, columns);
    }

    private List<String> cells(SheetRow row, Header of) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(row.number())));
        of.columns().values().forEach(i -> cells.add(row.cell(i)));
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty() && !of.named().contains(i) && outside(row, of, i)) {
                break;
            }
        }
        return cells;
    }

    /** A cell under no header: of a text file a row that fell apart, of a spreadsheet a note beside the table. Returns whether the row fell apart. */
    private boolean outside(SheetRow row, Header of, int column) {
        boolean apart = sheet.separatesByCharacter() && column >= of.width();
        if (apart) {
            notes.add(new CellNote(
                    CellNote.Level.ERROR,
                    "too-many-cells",
                    row.number(),
                    Map.of("cells", row.cells().size(), "columns", of.width())));
        } else {
            unnamed.putIfAbsent(column, row.number());
        }
        return apart;
    }

    private List<CellNote> finish() {
        if (!unnamed.isEmpty()) {
            String cells = unnamed.entrySet().stream()
                    .map(entry -> ColumnNames.letter(entry.getKey()) + entry.getValue())
                    .collect(Collectors.joining(", "));
            notes.add(CellNote.ofSheet(CellNote.Level.WARNING, "column-without-name", Map.of("cells", cells)));
        }
        if (blank > 0) {
            notes.add(CellNote.ofSheet(CellNote.Level.INFO, "blank-rows", Map.of("rows", blank)));
        }
        // what is wrong with the header is wrong with the sheet
        sheet.notes().stream()
                .map(note -> note.row() > headerRow ? note : CellNote.ofSheet(note.level(), note.code(), note.detail()))
                .forEach(notes::add);
        return List.copyOf(notes);
    }
}
