package co.lindero.cql;

import co.lindero.cql.Condition.Joining;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a condition in three-valued logic: a test whose names have no value, or that divides by zero, is unknown,
 * and so is what hangs on it. Every test is evaluated, so that the trace is whole. Arithmetic is exact; a quotient is
 * cut to 20 decimals. A spatial test is always unknown here, as only PostGIS knows geometries.
 */
public final class CqlEvaluation {
    private final Function<String, @Nullable Object> values;
    private final List<CqlOutcome.Leaf> leaves = new ArrayList<>();

    private CqlEvaluation(Function<String, @Nullable Object> values) {
        this.values = values;
    }

    /** What a part of the condition comes to, and what keeps it from being known. */
    private record Judgement(Truth truth, Unknown unknown) {}

    /**
     * Returns what a condition comes to.
     *
     * @param values the value of each name in the Java type that {@link CqlType} tells; null where it has none
     * @throws IllegalArgumentException for a value of another type than declared: a bug
     */
    public static CqlOutcome evaluate(CqlExpression expression, Function<String, @Nullable Object> values) {
        CqlEvaluation evaluation = new CqlEvaluation(values);
        Judgement whole = evaluation.judge(expression.root());
        return new CqlOutcome(
                whole.truth(),
                evaluation.leaves,
                whole.unknown().missing(),
                whole.unknown().reasons());
    }

    private Judgement judge(Condition condition) {
        if (condition instanceof Condition.Junction junction) {
            return junction(junction);
        } else if (condition instanceof Condition.Not not) {
            Judgement inner = judge(not.of());
            return new Judgement(inner.truth().not(), inner.unknown());
        } else if (condition instanceof Condition.Constant constant) {
            return new Judgement(Truth.of(constant.value()), Unknown.NOTHING);
        }
        CqlOutcome.Leaf leaf = test((Condition.Test) condition);
        leaves.add(leaf);
        return new Judgement(leaf.truth(), new Unknown(leaf.missing(), leaf.reasons()));
    }

    private Judgement junction(Condition.Junction junction) {
        Truth truth = Truth.of(junction.joining() == Joining.AND);
        List<Unknown> unknowns = new ArrayList<>();
        for (Condition part : junction.parts()) {
            Judgement next = judge(part);
            truth = junction.joining() == Joining.AND ? truth.and(next.truth()) : truth.or(next.truth());
            unknowns.add(next.unknown());
        }
        return new Judgement(truth, truth == Truth.UNKNOWN ? Unknown.all(unknowns) : Unknown.NOTHING);
    }

    private CqlOutcome.Leaf test(Condition.Test test) {
        if (test instanceof Condition.Comparison comparison) {
            OperandValue left = value(comparison.left());
            OperandValue right = value(comparison.right());
            return leaf(
                    test,
                    side(comparison.left(), left),
                    comparison.operator().symbol(),
                    side(comparison.right(), right),
                    compare(left, comparison.operator(), right),
                    List.of(left.unknown(), right.unknown()));
        } else if (test instanceof Condition.Like like) {
            return like(like);
        } else if (test instanceof Condition.Between between) {
            return between(between);
        } else if (test instanceof Condition.Membership membership) {
            return membership(membership);
        } else if (test instanceof Condition.Absence absence) {
            return absence(absence);
        } else if (test instanceof Condition.Temporal temporal) {
            return temporal(temporal);
        }
        return spatial((Condition.Spatial) test);
    }

    private OperandValue value(Operand operand) {
        return OperandValue.of(operand, values);
    }

    private static CqlOutcome.Side side(Operand operand, OperandValue value) {
        return new CqlOutcome.Side(operand.at().text(), value.shown());
    }

    private static Truth compare(OperandValue left, Comparator comparator, OperandValue right) {
        Object one = left.known();
        Object other = right.known();
        return one == null || other == null
                ? Truth.UNKNOWN
                : Truth.of(comparator.accepts(OperandValue.compare(one, other)));
    }

    private static Truth inSense(Condition.Sense sense, Truth truth) {
        return sense == Condition.Sense.NEGATED ? truth.not() : truth;
    }

    private static CqlOutcome.Leaf leaf(
            Condition.Test test,
            CqlOutcome.Side left,
            String operator,
            CqlOutcome.@Nullable Side right,
            Truth truth,
            List<Unknown> unknowns) {
        Unknown unknown = truth == Truth.UNKNOWN ? Unknown.all(unknowns) : Unknown.NOTHING;
        return new CqlOutcome.Leaf(
                test.at().text(), left, operator, right, truth, unknown.missing(), unknown.reasons());
    }

    private CqlOutcome.Leaf like(Condition.Like like) {
        OperandValue text = value(like.value());
        OperandValue pattern = value(like.pattern());
        Truth truth = text.known() instanceof String words && pattern.known() instanceof String signs
                ? inSense(like.sense(), Truth.of(LikePattern.matches(words, signs)))
                : Truth.UNKNOWN;
        return leaf(
                like,
                side(like.value(), text),
                like.sense().of("LIKE"),
                side(like.pattern(), pattern),
                truth,
                List.of(text.unknown()));
    }

    private CqlOutcome.Leaf between(Condition.Between between) {
        OperandValue value = value(between.value());
        OperandValue low = value(between.low());
        OperandValue high = value(between.high());
        Truth truth = compare(value, Comparator.AT_LEAST, low).and(compare(value, Comparator.AT_MOST, high));
        return leaf(
                between,
                side(between.value(), value),
                between.sense().of("BETWEEN"),
                new CqlOutcome.Side(
                        between.low().at().text() + " AND "
                                + between.high().at().text(),
                        pair(low, high, " AND ")),
                inSense(between.sense(), truth),
                List.of(value.unknown(), low.unknown(), high.unknown()));
    }

    private static @Nullable String pair(OperandValue one, OperandValue other, String between) {
        return one.known() == null || other.known() == null ? null : one.shown() + between + other.shown();
    }

    private CqlOutcome.Leaf membership(Condition.Membership membership) {
        OperandValue value = value(membership.value());
        Truth truth = Truth.FALSE;
        List<Unknown> unknowns = new ArrayList<>(List.of(value.unknown()));
        List<String> texts = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (Operand item : membership.items()) {
            OperandValue each = value(item);
            truth = truth.or(compare(value, Comparator.EQUAL, each));
            unknowns.add(each.unknown());
            texts.add(item.at().text());
            shown.add(String.valueOf(each.shown()));
        }
        return leaf(
                membership,
                side(membership.value(), value),
                membership.sense().of("IN"),
                new CqlOutcome.Side(String.join(", ", texts), String.join(", ", shown)),
                inSense(membership.sense(), truth),
                unknowns);
    }

    private CqlOutcome.Leaf absence(Condition.Absence absence) {
        OperandValue value = absence.name().type() == CqlType.GEOMETRY
                ? new OperandValue(values.apply(absence.name().name()), Unknown.NOTHING)
                : value(absence.name());
        return leaf(
                absence,
                side(absence.name(), value),
                absence.sense() == Condition.Sense.PLAIN ? "IS NULL" : "IS NOT NULL",
                null,
                inSense(absence.sense(), Truth.of(value.known() == null)),
                List.of());
    }

    private CqlOutcome.Leaf temporal(Condition.Temporal temporal) {
        TimeSpan left = TimeSpan.of(temporal.left(), values);
        TimeSpan right = TimeSpan.of(temporal.right(), values);
        boolean all = temporal.function().joining() == Joining.AND;
        Truth truth = Truth.of(all);
        for (TemporalFunction.EndTest test : temporal.function().tests()) {
            Truth next = TimeSpan.compare(left, test, right);
            truth = all ? truth.and(next) : truth.or(next);
        }
        return leaf(
                temporal,
                left.side(temporal.left()),
                temporal.function().name(),
                right.side(temporal.right()),
                truth,
                List.of(left.unknown(), right.unknown()));
    }

    private static CqlOutcome.Leaf spatial(Condition.Spatial spatial) {
        return new CqlOutcome.Leaf(
                spatial.at().text(),
                new CqlOutcome.Side(spatial.left().at().text(), null),
                spatial.function().name(),
                new CqlOutcome.Side(spatial.right().at().text(), null),
                Truth.UNKNOWN,
                Set.of(),
                List.copyOf(Unknown.because(
                                "Las funciones espaciales solo se evalúan sobre capas.",
                                "Spatial functions are evaluated over layers only.")
                        .reasons()));
    }
}
