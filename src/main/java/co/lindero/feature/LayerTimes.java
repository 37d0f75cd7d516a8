package co.lindero.feature;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Between which legal days the features of a collection hold.
 *
 * @param first first day; null where some hold on any day before
 * @param last last day; null where some hold on
 */
public record LayerTimes(
        @Nullable LocalDate first, @Nullable LocalDate last) {

    /** Returns these times where what states no day of its own holds between others. */
    LayerTimes within(LayerTimes plan) {
        return new LayerTimes(first == null ? plan.first : first, last == null ? plan.last : last);
    }
}
