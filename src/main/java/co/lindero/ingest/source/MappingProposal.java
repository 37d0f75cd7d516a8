package co.lindero.ingest.source;

import co.lindero.platform.problem.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a mapping file that can be loaded as it is once its comments are settled. */
final class MappingProposal {
    private MappingProposal() {}

    static String render(Inspection.Layer layer, Language language) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# ")
                .append(language.pick("Propuesta para «", "Proposal for '"))
                .append(oneLine(layer.info().name()))
                .append(language.pick("», perfil ", "', profile "))
                .append(layer.profile())
                .append(" (")
                .append(layer.kind().word())
                .append(")\n");
        source(layer, language, yaml);
        yaml.append("fields:\n");
        layer.fields().forEach(proposal -> field(proposal, language, yaml));
        values(layer, yaml);
        rest(layer, language, yaml);
        return yaml.toString();
    }

    private static void source(Inspection.Layer layer, Language language, StringBuilder yaml) {
        yaml.append("source:\n  layer: ").append(quote(layer.info().name())).append('\n');
        if (layer.crsProblem() == null) {
            layer.info()
                    .crs()
                    .ifPresent(crs -> yaml.append(crs.code() == null ? "  # crs: " : "  crs: ")
                            .append(quote(crs.label()))
                            .append('\n'));
        } else {
            yaml.append("  # crs: EPSG:9377  # ")
                    .append(oneLine(layer.crsProblem().detail(language)))
                    .append('\n');
        }
        String encoding = layer.encoding().name();
        if (encoding != null && layer.encoding().origin() != TextEncoding.Origin.FORMAT) {
            boolean guessed = layer.encoding().origin() == TextEncoding.Origin.GUESSED;
            yaml.append(guessed ? "  # encoding: " : "  encoding: ").append(encoding);
            yaml.append(guessed ? language.pick("  # supuesta", "  # guessed") : "")
                    .append('\n');
        }
    }

    private static void field(Inspection.Proposal proposal, Language language, StringBuilder yaml) {
        ResolvedField field = proposal.field();
        if (field == null) {
            String word = proposal.required()
                    ? language.pick("obligatorio: indique la columna", "required: name the column")
                    : language.pick("sin columna", "no column");
            yaml.append("  # ")
                    .append(proposal.target())
                    .append(":  # ")
                    .append(word)
                    .append('\n');
        } else {
            yaml.append("  ")
                    .append(proposal.target())
                    .append(": ")
                    .append(rule(field))
                    .append('\n');
        }
    }

    private static String rule(ResolvedField field) {
        @Nullable String constant = field.constant();
        if (constant != null) {
            return "{const: " + quote(constant) + "}";
        }
        List<String> columns = field.columns();
        return columns.size() == 1
                ? quote(columns.get(0))
                : columns.stream().map(MappingProposal::quote).collect(Collectors.joining(", ", "{join: [", "]}"));
    }

    /** The translation of values that the profile would do, so that a load with this file does the same. */
    private static void values(Inspection.Layer layer, StringBuilder yaml) {
        List<ResolvedField> mapped = layer.fields().stream()
                .map(Inspection.Proposal::field)
                .filter(java.util.Objects::nonNull)
                .toList();
        String domains = mapped.stream()
                .filter(field -> layer.domains().containsKey(field.target()))
                .map(field -> "  " + field.target() + ": ["
                        + String.join(", ", layer.domains().get(field.target())) + "]\n")
                .collect(Collectors.joining());
        yaml.append(domains.isEmpty() ? "" : "domains:\n" + domains);
        String values = mapped.stream()
                .filter(field -> !field.values().isEmpty())
                .map(MappingProposal::valuesOf)
                .collect(Collectors.joining());
        yaml.append(values.isEmpty() ? "" : "values:\n" + values);
    }

    private static String valuesOf(ResolvedField field) {
        return field.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "    " + quote(entry.getKey()) + ": " + quote(entry.getValue()) + "\n")
                .collect(Collectors.joining("", "  " + field.target() + ":\n", ""));
    }

    private static void rest(Inspection.Layer layer, Language language, StringBuilder yaml) {
        List<String> used = layer.fields().stream()
                .map(Inspection.Proposal::field)
                .filter(java.util.Objects::nonNull)
                .flatMap(field -> field.columns().stream())
                .toList();
        String personal = layer.columns().stream()
                .filter(Inspection.Column::personal)
                .map(column -> oneLine(column.field().name()))
                .collect(Collectors.joining(", "));
        String free = layer.columns().stream()
                .filter(column ->
                        !column.personal() && !used.contains(column.field().name()))
                .map(column -> oneLine(column.field().name()))
                .collect(Collectors.joining(", "));
        if (!free.isEmpty()) {
            yaml.append("# ")
                    .append(language.pick("Columnas sin usar: ", "Unused columns: "))
                    .append(free)
                    .append('\n');
        }
        if (!personal.isEmpty()) {
            yaml.append("# ")
                    .append(language.pick("Datos personales, nunca se cargan: ", "Personal data, never loaded: "))
                    .append(personal)
                    .append('\n');
        }
    }

    private static String quote(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_]*") && !text.matches("(?i)y|n|yes|no|on|off|true|false|null")
                ? text
                : '"' + oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
