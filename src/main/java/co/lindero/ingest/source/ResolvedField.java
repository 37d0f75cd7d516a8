package co.lindero.ingest.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a target's value comes from in one layer, ready to be turned into SQL.
 *
 * <p>A value is translated by {@code values} (its text trimmed, otherwise exact), then by {@code foldedValues}, whose
 * keys are in lower case, without the accents of {@code áéíóúüñ}, with every run of other characters than letters and
 * digits as one {@code _}, none at the ends. Where either map has entries, a value that neither knows is unmapped.
 * Several columns are translated one by one and joined by a blank, empty ones left out.
 *
 * @param target name of the target
 * @param type what its values must be
 * @param columns source columns as the file names them; empty for a constant
 * @param constant the value of every record, null when it comes from columns
 * @param values translation of values as they stand in the file
 * @param foldedValues translation of values brought to one form
 */
public record ResolvedField(
        String target,
        Target.Type type,
        List<String> columns,
        @Nullable String constant,
        Map<String, String> values,
        Map<String, String> foldedValues) {
    public ResolvedField {
        columns = List.copyOf(columns);
        values = Map.copyOf(values);
        foldedValues = Map.copyOf(foldedValues);
    }

    /** Returns the only source column, if there is exactly one. */
    public Optional<String> column() {
        return columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
    }
}
