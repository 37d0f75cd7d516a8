package co.lindero.investment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of a project between two publications.
 *
 * @param movement {@code added}, {@code removed} or {@code changed}
 * @param before where it stood; all null where it was not there
 * @param after where it stands
 */
public record Movement(String code, @Nullable String name, String movement, Step before, Step after) {
    /** Where a project stands: stage, pesos and physical progress in percent. */
    public record Step(
            @Nullable String stage,
            @Nullable BigDecimal planned,
            @Nullable BigDecimal committed,
            @Nullable BigDecimal paid,
            @Nullable BigDecimal physicalPercent) {}
}
