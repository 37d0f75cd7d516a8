package co.lindero.investment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an order of importance may be made of. A measure that a project does not have is missing, never zero. */
enum Measure {
    /** People that the project says it serves. */
    PEOPLE_SERVED,
    /** Budget for each of them, pesos. */
    COST_PER_PERSON,
    /** Parcels that its areas of influence, else its works, meet. */
    PARCELS_SERVED,
    /** Buildings there that stand in high hazard. */
    BUILDINGS_IN_HAZARD,
    /** Share of the five kinds of viability that are given, 0 to 1; one that is not stated is not given. */
    VIABILITY_COMPLETE,
    /** Stage, 1 formulado to 6 terminado. */
    MATURITY,
    /** Budget, pesos. */
    PLANNED,
    /** Share of the budget that is committed, 0 to 1. */
    COMMITTED_SHARE;

    Optional<BigDecimal> of(Ranked.Inputs project) {
        return Optional.ofNullable(
                switch (this) {
                    case PEOPLE_SERVED -> number(project.peopleServed());
                    case COST_PER_PERSON -> quotient(project.planned(), number(project.peopleServed()));
                    case PARCELS_SERVED -> number(project.parcelsServed());
                    case BUILDINGS_IN_HAZARD -> number(project.buildingsInHazard());
                    case VIABILITY_COMPLETE ->
                        quotient(BigDecimal.valueOf(project.viabilities()), BigDecimal.valueOf(Ranked.VIABILITIES));
                    case MATURITY -> project.maturity() == null ? null : BigDecimal.valueOf(project.maturity());
                    case PLANNED -> project.planned();
                    case COMMITTED_SHARE -> quotient(project.committed(), project.planned());
                });
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Measure> find(String word) {
        return Arrays.stream(values())
                .filter(measure -> measure.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Measure::word).collect(Collectors.joining(", "));
    }

    private static @Nullable BigDecimal number(@Nullable Long count) {
        return count == null ? null : BigDecimal.valueOf(count);
    }

    private static @Nullable BigDecimal quotient(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part == null || whole == null || whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL64);
    }
}
