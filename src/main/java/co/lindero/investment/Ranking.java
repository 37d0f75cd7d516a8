package co.lindero.investment;

import co.lindero.investment.Criteria.Criterion;
import co.lindero.investment.Ranked.Inputs;
import co.lindero.investment.Ranked.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Puts projects in an order of importance, in exact decimals and without any input but criteria and measures. Projects of one
 * score stand in the order of their codes, at positions of their own. Pure.
 */
final class Ranking {
    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Criteria criteria;
    private final Map<Criterion, Scale> scales = new HashMap<>();

    private record Scale(BigDecimal worst, BigDecimal best) {
        /** How much of the weight a value earns, 0 to 1; where all values are equal, all of it. */
        BigDecimal share(BigDecimal value) {
            if (worst.compareTo(best) == 0) {
                return BigDecimal.ONE;
            }
            return value.subtract(worst)
                    .divide(best.subtract(worst), MathContext.DECIMAL64)
                    .max(BigDecimal.ZERO)
                    .min(BigDecimal.ONE);
        }
    }

    private Ranking(Criteria criteria, List<Inputs> projects) {
        this.criteria = criteria;
        for (Criterion criterion : criteria.criteria()) {
            List<BigDecimal> values = projects.stream()
                    .flatMap(project -> criterion.measure().of(project).stream())
                    .toList();
            scales.put(criterion, scale(criterion, values));
        }
    }

    /** Ranks projects; those of which no input is known come last and have no position. */
    static List<Ranked> rank(Criteria criteria, List<Inputs> projects) {
        Ranking ranking = new Ranking(criteria, projects);
        List<Ranked> ordered = projects.stream()
                .map(ranking::score)
                .sorted(Comparator.comparing(Ranked::score, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                        .thenComparing(Ranked::code))
                .toList();
        List<Ranked> placed = new ArrayList<>();
        for (Ranked project : ordered) {
            placed.add(project.score() == null ? project : project.at(placed.size() + 1));
        }
        return placed;
    }

    /** Lists what moves from one ranking of the same projects to another, in the order of the new one. */
    static List<Move> moves(List<Ranked> before, List<Ranked> after) {
        Map<String, Ranked> former = new TreeMap<>();
        before.forEach(project -> former.put(project.code(), project));
        return after.stream()
                .map(project -> new Move(
                        project.code(),
                        project.name(),
                        former.get(project.code()).position(),
                        project.position()))
                .filter(move -> !Objects.equals(move.from(), move.to()))
                .toList();
    }

    private static Scale scale(Criterion criterion, List<BigDecimal> values) {
        BigDecimal least = values.stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        BigDecimal most = values.stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ONE);
        return new Scale(
                criterion.worst() == null ? least : criterion.worst(),
                criterion.best() == null ? most : criterion.best());
    }

    private Ranked score(Inputs project) {
        List<Term> terms = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal known = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (Criterion criterion : criteria.criteria()) {
            Term term = term(criterion, project);
            terms.add(term);
            all = all.add(criterion.weight());
            if (term.points() == null) {
                missing.add(criterion.measure().word());
            } else {
                points = points.add(term.points());
                known = known.add(criterion.weight());
            }
        }
        BigDecimal unknown = all.subtract(known);
        return new Ranked(
                null,
                project.code(),
                project.name(),
                project.stage(),
                project.planned(),
                known.signum() == 0 ? null : percent(points, known),
                percent(points, all),
                percent(points.add(unknown), all),
                terms,
                missing);
    }

    private Term term(Criterion criterion, Inputs project) {
        Scale scale = scales.get(criterion);
        BigDecimal value = criterion.measure().of(project).orElse(null);
        return new Term(
                criterion.name(),
                criterion.measure().word(),
                value == null ? null : plain(value),
                plain(scale.worst()),
                plain(scale.best()),
                criterion.weight(),
                value == null ? null : plain(scale.share(value).multiply(criterion.weight())));
    }

    private static BigDecimal percent(BigDecimal points, BigDecimal weights) {
        return points.multiply(HUNDRED).divide(weights, DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
