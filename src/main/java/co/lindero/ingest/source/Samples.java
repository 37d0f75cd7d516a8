package co.lindero.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first values of a layer's columns; personal columns are not even selected. */
final class Samples {
    static final String MASKED = "***";
    private static final int WANTED = 3;
    private static final int RECORDS_READ = 10;
    private static final int LONGEST = 40;
    private static final Pattern VALUE = Pattern.compile("^  (.*) \\([A-Za-z0-9]+(?:\\([A-Za-z0-9]+\\))?\\) = (.*)$");

    private Samples() {}

    /** From each column to its first different values, {@code ***} for a personal one. */
    static Map<String, List<String>> read(SourceFile source, LayerInfo layer, Set<String> personal) {
        Map<String, List<String>> samples = new LinkedHashMap<>();
        layer.fields()
                .forEach(field -> samples.put(
                        field.name(), new ArrayList<>(personal.contains(field.name()) ? List.of(MASKED) : List.of())));
        PreparedFile file = source.fileOf(layer);
        String columns = layer.fields().stream()
                .map(FieldInfo::name)
                .filter(name -> !personal.contains(name))
                .map(Staging::quote)
                .collect(Collectors.joining(", "));
        if (columns.isEmpty()) {
            return samples;
        }
        List<String> arguments = new ArrayList<>(List.of("-ro", "-q", "-nomd", "-geom=NO", "-dialect", "OGRSQL"));
        arguments.addAll(List.of(
                "-sql", "SELECT " + columns + " FROM " + Staging.quote(layer.name()) + " LIMIT " + RECORDS_READ));
        arguments.addAll(file.openArguments());
        arguments.add(file.path().toString());
        GdalResult result = source.gdal()
                .run(GdalCommand.reading("ogrinfo", arguments, file.drivers()).with(file.environment()));
        result.out().lines().forEach(line -> add(line, samples, personal));
        return samples;
    }

    private static void add(String line, Map<String, List<String>> samples, Set<String> personal) {
        Matcher value = VALUE.matcher(line);
        if (!value.matches() || personal.contains(value.group(1))) {
            return;
        }
        List<String> seen = samples.get(value.group(1));
        String text = value.group(2);
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        if (seen != null && seen.size() < WANTED && !text.equals("(null)") && !text.isBlank() && !seen.contains(cut)) {
            seen.add(cut);
        }
    }
}
