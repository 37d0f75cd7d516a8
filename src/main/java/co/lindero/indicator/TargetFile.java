package co.lindero.indicator;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Targets as a planner writes them: CSV in UTF-8 with the columns {@code indicator, year, target, source} and, if wanted,
 * {@code name}; comma between columns, or semicolon and then a decimal comma too. All faults are told at once, by line.
 */
final class TargetFile {
    private static final Set<String> COLUMNS = Set.of("indicator", "year", "target", "source", "name");
    private static final Set<String> NEEDED = Set.of("indicator", "year", "target", "source");

    private final Set<String> indicators;
    private final List<Problem.Fault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private TargetFile(Set<String> indicators) {
        this.indicators = indicators;
    }

    /**
     * Reads a file.
     *
     * @param indicators codes that there are
     * @throws Problem {@code targets-invalid} with every fault
     */
    static List<Target> read(Path file, Set<String> indicators) {
        TargetFile reader = new TargetFile(indicators);
        List<Target> targets = reader.targets(file);
        if (!reader.faults.isEmpty()) {
            Problem problem = Problem.of(
                            ProblemType.TARGETS_INVALID,
                            file.getFileName() + " no trae metas que se puedan usar.",
                            file.getFileName() + " holds no targets that can be used.")
                    .hint(
                            "Columnas: indicator, year, target, source y, si se quiere, name. Indicadores: "
                                    + String.join(", ", new TreeSet<>(indicators)) + ".",
                            "Columns: indicator, year, target, source and, if wanted, name. Indicators: "
                                    + String.join(", ", new TreeSet<>(indicators)) + ".");
            reader.faults.forEach(problem::fault);
            throw problem;
        }
        return targets;
    }

    private List<Target> targets(Path file) {
        List<Target> targets = new ArrayList<>();
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^\ufeff", "");
            String first = text.lines().findFirst().orElse("");
            boolean semicolon = first.contains(";");
            CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(semicolon ? ';' : ',');
            try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                    .readerForMapOf(String.class)
                    .with(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .with(schema)
                    .readValues(text)) {
                boolean headed = false;
                while (rows.hasNextValue()) {
                    int line = rows.getCurrentLocation().getLineNr();
                    Map<String, String> row = rows.nextValue();
                    if (!headed && !header(row.keySet())) {
                        return targets;
                    }
                    headed = true;
                    add(targets, row, line, semicolon);
                }
                if (!headed) {
                    fault(1, "sin filas", "no rows");
                }
            }
        } catch (IOException e) {
            fault(1, "no se puede leer como CSV en UTF-8", "cannot be read as CSV in UTF-8");
        }
        return targets;
    }

    private boolean header(Set<String> names) {
        boolean sound = true;
        for (String needed : new TreeSet<>(NEEDED)) {
            if (!names.contains(needed)) {
                fault(1, "falta la columna " + needed, "column " + needed + " is missing");
                sound = false;
            }
        }
        for (String name : new TreeSet<>(names)) {
            if (!COLUMNS.contains(name)) {
                fault(1, "no hay una columna " + name, "there is no column " + name);
                sound = false;
            }
        }
        return sound;
    }

    private void add(List<Target> targets, Map<String, String> row, int line, boolean semicolon) {
        String indicator = cell(row, "indicator");
        String year = cell(row, "year");
        String target = semicolon ? cell(row, "target").replace(',', '.') : cell(row, "target");
        String source = cell(row, "source");
        int before = faults.size();
        if (!indicators.contains(indicator)) {
            fault(line, "no hay un indicador «" + indicator + "»", "there is no indicator \"" + indicator + "\"");
        }
        if (!year.matches("(19[9]\\d|20\\d\\d|21\\d\\d)")) {
            fault(line, "«" + year + "» no es un año de 1990 a 2199", "\"" + year + "\" is no year from 1990 to 2199");
        }
        if (!target.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
            fault(line, "«" + target + "» no es un número", "\"" + target + "\" is no number");
        }
        if (source.isEmpty()) {
            fault(line, "falta source: qué acto o documento fija la meta", "source is missing: what sets the target");
        }
        if (!seen.add(indicator + " " + year)) {
            fault(line, "se repite " + indicator + " " + year, indicator + " " + year + " comes twice");
        }
        if (faults.size() == before) {
            String name = cell(row, "name");
            targets.add(new Target(
                    indicator, Integer.parseInt(year), new BigDecimal(target), name.isEmpty() ? null : name, source));
        }
    }

    private static String cell(Map<String, String> row, String column) {
        String value = row.get(column);
        return value == null ? "" : value.strip();
    }

    private void fault(int line, String es, String en) {
        faults.add(new Problem.Fault(
                "targets-invalid",
                "Línea " + line + ": " + es + ".",
                "Line " + line + ": " + en + ".",
                "line " + line));
    }
}
