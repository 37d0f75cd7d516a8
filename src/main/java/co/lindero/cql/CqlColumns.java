package co.lindero.cql;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The names that a filter of a collection may use, each with its column: its queryables.
 *
 * @param columns column by name
 */
public record CqlColumns(Map<String, CqlColumn> columns) {
    public CqlColumns {
        columns = Map.copyOf(columns);
    }

    /** Returns the names with their types, to parse with. */
    public CqlNames names() {
        return new CqlNames(columns.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().type(), (a, b) -> a, TreeMap::new)));
    }

    CqlColumn get(Operand.Name name) {
        CqlColumn column = columns.get(name.name());
        if (column == null || column.type() != name.type()) {
            throw new IllegalArgumentException("parsed over other names: " + name.name());
        }
        return column;
    }
}
