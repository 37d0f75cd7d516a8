package co.lindero.plan;

import co.lindero.law.Bilingual;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The themes that Lindero ships with. A planner may add others; these are those that answers know by name, and of which
 * the expected ones are spoken of whether they are loaded or not.
 *
 * @legal Ley 388 de 1997, arts. 10, 12, 30-35; Decreto 1077 de 2015, arts. 2.2.2.1.3.1.1 ff (hazard)
 */
public final class ThemeCatalogue {
    private static final Map<String, Shipped> SHIPPED = new LinkedHashMap<>();
    private static final Set<String> PROTECTION = Set.of(StripRules.RIPARIAN, "urban-protection");

    static {
        add("risk-condition", "Área con condición de riesgo", "Risk condition area", 10, true, false);
        add("hazard-condition", "Área con condición de amenaza", "Hazard condition area", 20, true, false);
        add("hazard-flood", "Amenaza por inundación", "Flood hazard", 30, true, true);
        add("hazard-flood-pluvial", "Amenaza por inundación pluvial", "Pluvial flood hazard", 31, true, false);
        add("hazard-flash-flood", "Amenaza por avenida torrencial", "Flash flood hazard", 32, true, true);
        add("hazard-mass-movement", "Amenaza por movimiento en masa", "Mass movement hazard", 33, true, true);
        add("riparian-buffer", "Ronda hídrica", "Riparian buffer", 40, true, true);
        add("urban-protection", "Suelo de protección urbano", "Urban protection land", 41, true, true);
        add("heritage", "Patrimonio cultural", "Cultural heritage", 50, false, false);
        add("road-reservation", "Reserva vial", "Road reservation", 60, false, true);
        add("general-system", "Sistemas generales", "General systems", 61, false, false);
        add("land-class", "Clasificación del suelo", "Land class", 70, false, true);
        add("rural-zoning", "Zonificación del suelo rural", "Rural zoning", 80, false, false);
        add("suburban-corridor", "Corredor vial suburbano", "Suburban corridor", 81, false, false);
        add("urban-treatment", "Tratamiento urbanístico", "Urban treatment", 90, false, false);
        add("activity-area", "Área de actividad", "Activity area", 91, false, true);
    }

    private ThemeCatalogue() {}

    /**
     * A theme that Lindero ships.
     *
     * @param code code
     * @param title title
     * @param precedence default order among themes
     * @param protective whether it is hazard, risk or protection
     * @param expected whether every answer speaks of it
     */
    public record Shipped(String code, Bilingual title, int precedence, boolean protective, boolean expected) {}

    private static void add(String code, String es, String en, int precedence, boolean protective, boolean expected) {
        SHIPPED.put(code, new Shipped(code, new Bilingual(es, en), precedence, protective, expected));
    }

    /** Returns what is shipped of a theme, or nothing for a planner's own. */
    public static Optional<Shipped> find(String code) {
        return Optional.ofNullable(SHIPPED.get(code));
    }

    /** Tells whether every zone of a theme is land of protection, whatever its level; {@code lindero.is_protection} says the same. */
    public static boolean isProtection(String code) {
        return PROTECTION.contains(code);
    }

    /** Tells whether nothing is built on the zones of a theme, whatever their level: land of protection, or reserved for a road. */
    public static boolean forbidsBuilding(String code) {
        return isProtection(code) || code.equals(StripRules.ROAD);
    }

    /** Returns the themes on whose zones nothing is built. */
    public static List<String> listForbidding() {
        return SHIPPED.keySet().stream().filter(ThemeCatalogue::forbidsBuilding).toList();
    }

    /** Returns the themes that every answer speaks of. */
    public static List<Shipped> listExpected() {
        return SHIPPED.values().stream().filter(Shipped::expected).toList();
    }
}
