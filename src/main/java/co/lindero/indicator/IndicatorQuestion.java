package co.lindero.indicator;

import co.lindero.publication.KnownAt;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question about the indicators of a plan.
 *
 * @param plan code of the plan
 * @param from first year; null for the year in which the plan came into force, or the last twelve years where that is longer ago, or the
 *     year of the day asked where that is still to come
 * @param to last year; null for that of the day asked, or of the last target where that is later
 * @param on legal day; null for today
 */
public record IndicatorQuestion(
        String municipality,
        String plan,
        @Nullable Integer from,
        @Nullable Integer to,
        @Nullable LocalDate on,
        KnownAt knownAt) {
    /** First year that can be asked. */
    public static final int FIRST = 1990;
    /** Last year that can be asked. */
    public static final int LAST = 2199;
    /** Most years of one answer. */
    public static final int MOST = 40;

    static final int BY_DEFAULT = 12;
}
