package co.lindero.investment;

import co.lindero.investment.ProjectStore.Sums;
import co.lindero.investment.ProjectStore.Territory;
import co.lindero.investment.ProjectStore.Unstated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the projects of a territory cost. A project of several territories of one kind counts in each with an equal share of
 * every line of its budget, to the centavo, what does not divide in the first by code: so the territories of one kind and
 * {@code none} add up to the municipality. It counts as a project in each, and under {@code shared}.
 *
 * @param territory the territory; code {@code none} for what lies in none of a kind
 * @param projects how many
 * @param shared how many of them lie in other territories of the kind too
 * @param unstated how many do not state an amount
 * @param budget amounts, pesos
 * @param perInhabitant the same for each inhabitant, pesos to 0.01; null where the population is unknown or nobody
 * @param byAxis by axis of the development plan; null for projects of none
 * @param byYear by fiscal year; a project counts in each of its years
 * @param bySource by source of the money
 */
public record Summary(
        Place territory,
        long projects,
        long shared,
        Unstated unstated,
        Money budget,
        @Nullable Money perInhabitant,
        List<Group> byAxis,
        List<Group> byYear,
        List<Group> bySource) {
    private static final int CENTAVOS = 2;
    private static final Unstated NOTHING = new Unstated(0, 0, 0);
    private static final Money NO_MONEY = new Money(null, null, null, null);

    public Summary {
        byAxis = List.copyOf(byAxis);
        byYear = List.copyOf(byYear);
        bySource = List.copyOf(bySource);
    }

    /** Where the projects lie. */
    public record Place(
            String code,
            String kind,
            @Nullable String name,
            @Nullable Long population) {
        static Place of(Territory territory) {
            return new Place(territory.code(), territory.kind(), territory.name(), territory.population());
        }
    }

    /**
     * What some of the projects cost.
     *
     * @param label axis, year or source; null for what does not state one
     */
    public record Group(@Nullable String label, long projects, long shared, Money budget) {}

    static Summary of(Place place, List<Sums> sums) {
        Sums total = sums.stream()
                .filter(row -> row.grouped().equals("total"))
                .findFirst()
                .orElse(new Sums("total", null, 0, 0, NOTHING, NO_MONEY));
        return new Summary(
                place,
                total.projects(),
                total.shared(),
                total.unstated(),
                total.money(),
                perInhabitant(total.money(), place.population()),
                groups(sums, "axis"),
                groups(sums, "year"),
                groups(sums, "source"));
    }

    private static List<Group> groups(List<Sums> sums, String by) {
        return sums.stream()
                .filter(row -> row.grouped().equals(by))
                .map(row -> new Group(row.label(), row.projects(), row.shared(), row.money()))
                .toList();
    }

    private static @Nullable Money perInhabitant(Money money, @Nullable Long population) {
        if (population == null || population == 0) {
            return null;
        }
        BigDecimal people = BigDecimal.valueOf(population);
        return new Money(
                each(money.planned(), people),
                each(money.committed(), people),
                each(money.obliged(), people),
                each(money.paid(), people));
    }

    private static @Nullable BigDecimal each(@Nullable BigDecimal amount, BigDecimal people) {
        return amount == null ? null : amount.divide(people, CENTAVOS, RoundingMode.HALF_UP);
    }
}
