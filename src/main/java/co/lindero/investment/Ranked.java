package co.lindero.investment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project in the order of importance, with the arithmetic of its position.
 *
 * @param position place, from 1; null where no input of any criterion is known
 * @param score 0 to 100: the points of the known criteria over their weights; null where none is known
 * @param lowest score if every missing input were the worst
 * @param highest score if every missing input were the best
 * @param terms criterion by criterion
 * @param missing measures that are not known
 */
public record Ranked(
        @Nullable Integer position,
        String code,
        @Nullable String name,
        @Nullable String stage,
        @Nullable BigDecimal planned,
        @Nullable BigDecimal score,
        BigDecimal lowest,
        BigDecimal highest,
        List<Term> terms,
        List<String> missing) {
    /** Kinds of viability that there are. */
    static final int VIABILITIES = 5;

    public Ranked {
        terms = List.copyOf(terms);
        missing = List.copyOf(missing);
    }

    Ranked at(int place) {
        return new Ranked(place, code, name, stage, planned, score, lowest, highest, terms, missing);
    }

    /**
     * One criterion of a project: points = weight x (value - worst) / (best - worst), the quotient kept within 0 and 1.
     *
     * @param value what was measured; null where it is not known
     * @param worst value that earns nothing
     * @param best value that earns the weight
     * @param points null where the value is not known
     */
    public record Term(
            String criterion,
            String measure,
            @Nullable BigDecimal value,
            BigDecimal worst,
            BigDecimal best,
            BigDecimal weight,
            @Nullable BigDecimal points) {}

    /** What is measured of a project; nulls where it is not known. */
    record Inputs(
            String code,
            @Nullable String name,
            @Nullable String stage,
            @Nullable BigDecimal planned,
            @Nullable BigDecimal committed,
            @Nullable Long peopleServed,
            int viabilities,
            @Nullable Integer maturity,
            @Nullable Long parcelsServed,
            @Nullable Long buildingsInHazard) {}
}
