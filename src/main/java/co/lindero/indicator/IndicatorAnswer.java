package co.lindero.indicator;

import co.lindero.law.LegalSource;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Indicators of a plan year by year, as it is written: {@code docs/schemas/indicators.schema.json}.
 *
 * @param on legal day asked; the value of its year is that of this day
 */
public record IndicatorAnswer(
        String municipality,
        String plan,
        String on,
        KnownAtFacts knownAt,
        List<Series> indicators,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean demonstration,
        String notice) {

    /** The state of knowledge. */
    public record KnownAtFacts(long publication, String at) {}

    /**
     * One indicator.
     *
     * @param better more or less: which way a target is met
     * @param planName name that the plan gives it; null for none
     * @param values a value a year
     */
    public record Series(
            String code,
            String name,
            @Nullable String planName,
            String unit,
            String better,
            String method,
            LegalSource source,
            List<Year> values) {}

    /**
     * A year.
     *
     * @param on day at which it is computed
     * @param value null where data are missing, or the year is still to come
     * @param state known, no_data or future
     * @param target target of the year; null for none
     * @param met whether the value meets it; null where either is missing
     * @param targetSource where the plan sets it
     */
    public record Year(
            int year,
            String on,
            @Nullable BigDecimal value,
            String state,
            @Nullable BigDecimal target,
            @Nullable Boolean met,
            @Nullable String targetSource) {}
}
