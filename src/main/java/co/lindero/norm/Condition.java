package co.lindero.norm;

import co.lindero.cql.CqlEvaluation;
import co.lindero.cql.CqlException;
import co.lindero.cql.CqlExpression;
import co.lindero.cql.CqlOutcome;
import co.lindero.cql.CqlText;
import co.lindero.law.Bilingual;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a norm or use rule, parsed once. Immutable.
 *
 * <p>A text that this release cannot read decides nothing: what hangs on it is undecided, and the reason is among the tests.
 */
public final class Condition {
    private final String text;
    private final @Nullable CqlExpression expression;

    private Condition(String text, @Nullable CqlExpression expression) {
        this.text = text;
        this.expression = expression;
    }

    static Condition of(String text) {
        try {
            return new Condition(text, CqlText.parse(text, ConditionNames.ALL));
        } catch (CqlException e) {
            return new Condition(text, null);
        }
    }

    /** Returns the text it was parsed from. */
    public String text() {
        return text;
    }

    /** Returns the names it uses, in order of the alphabet. */
    public Set<String> names() {
        return expression == null ? Set.of() : expression.names();
    }

    /**
     * Decides the condition by what is known.
     *
     * @param values value of a name, or null where it is not known
     */
    public Outcome evaluate(Function<String, @Nullable Object> values) {
        if (expression == null) {
            return new Outcome(Applicability.UNDECIDED, List.of(), List.of());
        }
        CqlOutcome outcome = CqlEvaluation.evaluate(expression, values);
        return new Outcome(
                switch (outcome.truth()) {
                    case TRUE -> Applicability.APPLIES;
                    case FALSE -> Applicability.DOES_NOT_APPLY;
                    case UNKNOWN -> Applicability.UNDECIDED;
                },
                List.copyOf(outcome.missing()),
                outcome.leaves().stream().map(Condition::test).toList());
    }

    private static Test test(CqlOutcome.Leaf leaf) {
        return new Test(
                leaf.text(),
                leaf.left().value(),
                leaf.operator(),
                leaf.right() == null ? null : leaf.right().value(),
                leaf.truth().name().toLowerCase(Locale.ROOT),
                leaf.reasons());
    }

    /**
     * What came of a condition.
     *
     * @param outcome whether it holds
     * @param missing names that would have to be known to decide it, in order
     * @param tests its tests, in the order of the text
     */
    public record Outcome(Applicability outcome, List<String> missing, List<Test> tests) {
        /** No condition to decide. */
        public static final Outcome ALWAYS = new Outcome(Applicability.APPLIES, List.of(), List.of());

        public Outcome {
            missing = List.copyOf(missing);
            tests = List.copyOf(tests);
        }
    }

    /**
     * One test of a condition.
     *
     * @param text as written
     * @param left what its left side came to; null where it is not known
     * @param operator operator or function
     * @param right what its right side came to; null where it is not known or there is none
     * @param result true, false or unknown
     * @param reasons what but a missing name left it unknown, such as a division by zero
     */
    public record Test(
            String text,
            @Nullable String left,
            String operator,
            @Nullable String right,
            String result,
            List<Bilingual> reasons) {
        public Test {
            reasons = List.copyOf(reasons);
        }
    }
}
