package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which records of a layer a mapping is for, as a condition in GDAL's own small SQL. */
final class Filter {
    private static final Pattern COUNT = Pattern.compile("(?m)^  \\S.* \\(Integer(?:64)?\\) = (\\d+)$");

    private Filter() {}

    /** The condition with its keyword, empty for all records. */
    static String where(LayerInfo layer, Map<String, List<String>> only) {
        return only.isEmpty()
                ? ""
                : only.entrySet().stream()
                        .map(entry -> text(layer, entry.getKey()) + " IN " + values(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    private static String text(LayerInfo layer, String column) {
        boolean isText = layer.findField(column)
                .filter(field -> field.type().startsWith("String"))
                .isPresent();
        return isText ? Staging.quote(column) : "CAST(" + Staging.quote(column) + " AS CHARACTER(255))";
    }

    private static String values(List<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * Tells how many records are read and how many left out; nothing where all are read.
     *
     * @throws Problem {@code mapping-invalid} if none is left: a filter that fits nothing must not pass for an empty theme
     */
    static Optional<SourceFinding> count(SourceFile source, LayerInfo layer, Map<String, List<String>> only) {
        if (only.isEmpty()) {
            return Optional.empty();
        }
        PreparedFile file = source.fileOf(layer);
        List<String> arguments = new ArrayList<>(List.of("-ro", "-q", "-nomd", "-dialect", "OGRSQL"));
        arguments.addAll(List.of("-sql", "SELECT COUNT(*) FROM " + Staging.quote(layer.name()) + where(layer, only)));
        arguments.addAll(file.openArguments());
        arguments.add(file.path().toString());
        GdalResult result = source.gdal()
                .run(GdalCommand.reading("ogrinfo", arguments, file.drivers()).with(file.environment()));
        Matcher matcher = COUNT.matcher(result.out());
        if (!result.succeeded() || !matcher.find()) {
            throw GdalFailure.staging(file.original(), result);
        }
        long read = Long.parseLong(matcher.group(1));
        if (read == 0) {
            throw Problem.of(
                            ProblemType.MAPPING_INVALID,
                            "Ningún registro de la capa «" + layer.name() + "» cumple " + said(only) + ".",
                            "No record of the layer '" + layer.name() + "' meets " + said(only) + ".")
                    .hint(
                            "Revise «only» en la asignación; lindero inspect muestra valores de cada columna.",
                            "Check \"only\" in the mapping; lindero inspect shows values of each column.");
        }
        return Optional.of(SourceFinding.info(
                "records-left-out",
                "Se leyeron " + read + " de " + layer.featureCount() + " registros: " + said(only) + ".",
                read + " of " + layer.featureCount() + " records were read: " + said(only) + "."));
    }

    private static String said(Map<String, List<String>> only) {
        return only.entrySet().stream()
                .map(entry -> "only." + entry.getKey() + " = " + String.join(" | ", entry.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
