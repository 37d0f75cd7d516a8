package co.lindero.ingest.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping applied to one layer: which column feeds which target, and what becomes of the others.
 *
 * @param kind what is loaded
 * @param name name of the profile, or of the mapping file
 * @param fields one entry per mapped target, in the order of the targets
 * @param attributeColumns columns kept as attributes; empty for kinds that keep none
 * @param personalColumns columns that are never read
 * @param only for each column of a condition the texts of which a record must hold one; empty: all records are read
 * @param figures columns that each hold the figures of norms; empty: each record says its own
 */
public record ResolvedMapping(
        LoadKind kind,
        String name,
        List<ResolvedField> fields,
        List<String> attributeColumns,
        List<String> personalColumns,
        Map<String, List<String>> only,
        List<Mapping.FigureRule> figures) {
    public ResolvedMapping {
        fields = List.copyOf(fields);
        attributeColumns = List.copyOf(attributeColumns);
        personalColumns = List.copyOf(personalColumns);
        only = Map.copyOf(only);
        figures = List.copyOf(figures);
    }

    /** Makes a mapping that reads all records. */
    public ResolvedMapping(
            LoadKind kind,
            String name,
            List<ResolvedField> fields,
            List<String> attributeColumns,
            List<String> personalColumns) {
        this(kind, name, fields, attributeColumns, personalColumns, Map.of(), List.of());
    }

    /** Finds how a target is fed. */
    public Optional<ResolvedField> find(String target) {
        return fields.stream().filter(field -> field.target().equals(target)).findFirst();
    }

    /** Lists every column that has to be read. */
    public Set<String> columnsRead() {
        Set<String> columns = new LinkedHashSet<>();
        fields.forEach(field -> columns.addAll(field.columns()));
        figures.forEach(figure -> columns.add(figure.column()));
        columns.addAll(attributeColumns);
        return columns;
    }
}
