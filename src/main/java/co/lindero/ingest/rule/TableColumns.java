package co.lindero.ingest.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a table is read from.
 *
 * @param headers header of each target's column, as the file writes it; a target without column has none
 * @param numeric targets whose column the file declares as numbers, so that their point is one of decimals
 * @param figures columns that each hold the figures of one quantity; empty where each row says its own
 */
public record TableColumns(Map<String, String> headers, Set<String> numeric, List<FigureColumn> figures) {
    public TableColumns {
        headers = Map.copyOf(headers);
        numeric = Set.copyOf(numeric);
        figures = List.copyOf(figures);
    }

    /**
     * A column whose cells are the figures of one quantity.
     *
     * @param target where its texts are found
     * @param stated what each of its figures says besides, by target of norms: quantity, operator, unit and others
     * @param nothing figures that stand for none, such as 0
     */
    public record FigureColumn(String target, Map<String, String> stated, List<String> nothing) {
        public FigureColumn {
            stated = Map.copyOf(stated);
            nothing = List.copyOf(nothing);
        }
    }

    /** Returns the columns as they are for the figures of one of them, which is then the column of the value. */
    TableColumns of(FigureColumn figure) {
        Map<String, String> named = new HashMap<>(headers);
        // what the mapping states for a figure is said under the column of the figure
        figure.stated().keySet().forEach(target -> named.put(target, header(figure.target())));
        named.put("value", header(figure.target()));
        return new TableColumns(named, numeric.contains(figure.target()) ? Set.of("value") : Set.of(), List.of());
    }

    /** Returns the header of a target's column; the name of the target where it has none. */
    public String header(String target) {
        @Nullable String header = headers.get(target);
        return header == null ? target : header;
    }
}
