package co.lindero.norm;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A use category that an economic activity belongs to.
 *
 * @param plan code of the plan whose table says it
 * @param ciiu class of CIIU Rev. 4 A.C., four digits
 * @param category use category of the plan
 * @param areaMinM2 least built area for this category, m2; null for none
 * @param areaMaxM2 largest built area, m2, included; null for none
 * @param note what the table adds in words
 */
public record ActivityUse(
        String plan,
        String ciiu,
        String category,
        @Nullable BigDecimal areaMinM2,
        @Nullable BigDecimal areaMaxM2,
        @Nullable String note) {}
