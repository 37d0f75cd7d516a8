package co.lindero.ingest.sheet;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A CSV file in UTF-8, separated by comma, semicolon or tabulator, whichever stands most often in its first line outside
 * quotation marks; a first line {@code sep=;}, which Excel writes, says it outright. Quoted texts may hold line breaks.
 */
final class CsvSheet implements Sheet {
    private static final String DECLARATION = "sep=";
    private static final String MARK = "\ufeff";

    private final String name;
    private final Path file;

    CsvSheet(String name, Path file) {
        this.name = name;
        this.file = file;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean separatesByCharacter() {
        return true;
    }

    @Override
    public List<CellNote> notes() {
        return List.of();
    }

    @Override
    public void forEachRow(Consumer<SheetRow> each) throws IOException {
        String first = firstLine();
        boolean declared = first.startsWith(DECLARATION) && first.length() == DECLARATION.length() + 1;
        ObjectReader format = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvSchema.emptySchema()
                        .withColumnSeparator(declared ? first.charAt(DECLARATION.length()) : separator(first)));
        try (BufferedReader reader = Files.newBufferedReader(file);
                MappingIterator<String[]> rows = format.readValues(reader)) {
            for (long number = 1; rows.hasNextValue(); number++) {
                String[] cells = rows.nextValue();
                if (!(declared && number == 1)) {
                    each.accept(row(number, cells));
                }
            }
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    private static SheetRow row(long number, String[] cells) {
        return new SheetRow(
                number,
                Arrays.stream(cells)
                        .map(text -> text == null ? "" : text.replace(MARK, "").strip())
                        .toList());
    }

    private String firstLine() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            while (line != null && line.isBlank()) {
                line = reader.readLine();
            }
            return line == null ? "" : line.replace(MARK, "");
        }
    }

    private static char separator(String line) {
        Map<Character, Integer> seen = new java.util.HashMap<>();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (!quoted && ";,\t".indexOf(c) >= 0) {
                seen.merge(c, 1, Integer::sum);
            }
        }
        return seen.entrySet().stream()
                .max(Map.Entry.<Character, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(',');
    }

    private static BrokenSheet broken(JsonProcessingException cause) {
        JsonLocation place = cause.getLocation();
        long line = place == null ? 0 : place.getLineNr();
        return new BrokenSheet(
                "tiene comillas mal puestas o sin cerrar; se notó en la línea " + line,
                "has quotation marks that are misplaced or not closed; noticed on line " + line);
    }
}
