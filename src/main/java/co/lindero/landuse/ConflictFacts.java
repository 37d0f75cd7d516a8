package co.lindero.landuse;

import co.lindero.law.LegalSource;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two zones on the same ground of which one yields to the other.
 *
 * @param prevails zone that prevails
 * @param yields zone whose uses and figures yield
 * @param planarM2 ground on which both lie, m2; null where it was not measured
 * @param sameGround yes, or not_measured where both are on the parcel and whether they meet was not measured
 * @param why why the one prevails
 * @param sources law that says so, the theme's own legal basis last
 */
public record ConflictFacts(
        Side prevails,
        Side yields,
        @Nullable BigDecimal planarM2,
        String sameGround,
        String why,
        List<LegalSource> sources) {

    /** A zone of a theme on the parcel. */
    public record Side(
            String theme,
            String title,
            String zone,
            @Nullable String label,
            int precedence) {}
}
