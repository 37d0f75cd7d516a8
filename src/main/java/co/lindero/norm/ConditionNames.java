package co.lindero.norm;

import co.lindero.cql.CqlNames;
import co.lindero.cql.CqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that the condition of a norm or use rule may use: the quantities, as numbers in their own units, and what a
 * question or a proposal says in words. A closed list, so that a mistyped name is found when the rule is loaded.
 */
public final class ConditionNames {
    private static final List<String> WORDS =
            List.of("use_category", "ciiu", "licence_class", "modality", "land_class");
    private static final CqlNames ALL = all();

    private ConditionNames() {}

    /** Returns the names with their types. */
    public static CqlNames names() {
        return ALL;
    }

    private static CqlNames all() {
        Map<String, CqlType> types = new HashMap<>();
        for (Quantity quantity : Quantity.values()) {
            types.put(quantity.code(), CqlType.NUMBER);
        }
        WORDS.forEach(word -> types.put(word, CqlType.TEXT));
        return new CqlNames(types);
    }
}
