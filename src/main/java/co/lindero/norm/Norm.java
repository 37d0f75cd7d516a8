package co.lindero.norm;

import co.lindero.law.LegalSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a plan demands.
 *
 * @param id row
 * @param version publication that brought the row
 * @param plan code of the plan that states it
 * @param scope zone it speaks for; null for the whole municipality
 * @param second second zone that must lie there too; null for none
 * @param value limit in the quantity's unit; null where the plan is cited but the figure is not encoded
 * @param per what the value is counted for; null for an absolute value
 * @param base area an index is taken of
 * @param condition CQL2 text; null for always
 * @param validFrom first legal day; null where it is the plan's
 * @param validTo first legal day on which it no longer holds; null where open
 */
public record Norm(
        long id,
        long version,
        String plan,
        @Nullable Scope scope,
        @Nullable Scope second,
        Quantity quantity,
        Operator operator,
        @Nullable BigDecimal value,
        @Nullable Per per,
        IndexBase base,
        @Nullable String condition,
        LegalSource source,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /**
     * A zone that a rule speaks for.
     *
     * @param theme code of the theme
     * @param zone code of the zone
     */
    public record Scope(String theme, String zone) {}

    /**
     * What a value is counted for.
     *
     * @param amount how many of the unit, such as 100
     * @param unit such as {@code dwelling} or {@code m2}
     */
    public record Per(BigDecimal amount, String unit) {}
}
