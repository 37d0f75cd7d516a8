package co.lindero.norm;

import co.lindero.cql.CqlNames;
import co.lindero.cql.CqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The closed list of names that a condition may use: the quantities, and what a proposal is. */
public final class ConditionNames {
    /** Use category of the proposal. */
    public static final String USE_CATEGORY = "use_category";
    /** Class of CIIU of the proposal, four digits, as text. */
    public static final String CIIU = "ciiu";
    /** Class of the licence. */
    public static final String LICENCE_CLASS = "licence_class";
    /** Modality of the licence. */
    public static final String MODALITY = "modality";
    /** Land class of the parcel: the zone's code in lower case, as {@code --ground} writes it. */
    public static final String LAND_CLASS = "land_class";

    /** All names, each with its type. */
    public static final CqlNames ALL = all();

    private ConditionNames() {}

    private static CqlNames all() {
        Map<String, CqlType> types = new HashMap<>();
        for (Quantity quantity : Quantity.values()) {
            types.put(quantity.code(), CqlType.NUMBER);
        }
        List.of(USE_CATEGORY, CIIU, LICENCE_CLASS, MODALITY, LAND_CLASS).forEach(name -> types.put(name, CqlType.TEXT));
        return new CqlNames(types);
    }
}
