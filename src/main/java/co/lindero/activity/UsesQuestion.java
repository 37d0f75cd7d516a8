package co.lindero.activity;

import co.lindero.landuse.LandUseQuestion;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A question about one use on a parcel; exactly one of {@code ciiu} and {@code category} is given.
 *
 * @param place parcel, day, state of knowledge and plan
 * @param ciiu class of CIIU Rev. 4 A.C., four digits
 * @param category use category of the plan
 * @param areaM2 built area of the activity, m2; null where not said
 */
public record UsesQuestion(
        LandUseQuestion place,
        @Nullable String ciiu,
        @Nullable String category,
        @Nullable BigDecimal areaM2) {}
