package co.lindero.risk;

import co.lindero.publication.KnownAt;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question about who and what lies in the levels of a theme.
 *
 * @param municipality DIVIPOLA code
 * @param theme code of a theme of hazard, risk or protection
 * @param level the level asked for; null for every level of a zone
 * @param by how rows are grouped: a kind of territory, land-class or use
 * @param plan code of the plan that shall answer; null for the one in force
 * @param on legal day; null for today
 * @param knownAt state of knowledge
 */
public record ExposureQuestion(
        String municipality,
        String theme,
        @Nullable RiskLevel level,
        String by,
        @Nullable String plan,
        @Nullable LocalDate on,
        KnownAt knownAt) {

    /** The kinds of territory by which rows may be grouped. */
    public static final List<String> TERRITORIES =
            List.of("municipio", "cabecera", "corregimiento", "centro_poblado", "vereda", "barrio", "manzana");

    /** All ways of grouping. */
    public static final Set<String> GROUPINGS = Set.of(
            "municipio",
            "cabecera",
            "corregimiento",
            "centro_poblado",
            "vereda",
            "barrio",
            "manzana",
            "land-class",
            "use");

    /** Whether a row speaks of people of one place, so that small counts are kept back. */
    boolean tellsPlaces() {
        return TERRITORIES.contains(by) && !by.equals("municipio");
    }
}
