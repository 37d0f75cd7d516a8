package co.lindero.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts what personal columns hold, without anybody seeing it. */
final class PersonalCounts {
    private static final Pattern COUNT = Pattern.compile("(?m)^  \\S.* \\(Integer(?:64)?\\) = (\\d+)$");

    private PersonalCounts() {}

    /** From each column to the number of records in which it is filled; -1 where it could not be counted. */
    static Map<String, Long> count(SourceFile source, LayerInfo layer, List<String> columns) {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (columns.isEmpty()) {
            return counts;
        }
        columns.forEach(column -> counts.put(column, -1L));
        PreparedFile file = source.fileOf(layer);
        String list = columns.stream()
                .map(column -> "COUNT(" + Staging.quote(column) + ")")
                .collect(Collectors.joining(", "));
        List<String> arguments = new ArrayList<>(List.of("-ro", "-q", "-nomd", "-dialect", "OGRSQL"));
        arguments.addAll(List.of("-sql", "SELECT " + list + " FROM " + Staging.quote(layer.name())));
        arguments.addAll(file.openArguments());
        arguments.add(file.path().toString());
        GdalResult result = source.gdal()
                .run(GdalCommand.reading("ogrinfo", arguments, file.drivers()).with(file.environment()));
        Matcher matcher = COUNT.matcher(result.out());
        for (String column : columns) {
            if (matcher.find()) {
                counts.put(column, Long.valueOf(matcher.group(1)));
            }
        }
        return counts;
    }
}
