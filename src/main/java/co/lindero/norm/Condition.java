package co.lindero.norm;

import co.lindero.law.Bilingual;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The condition of a norm or use rule, not decided yet: what hangs on it is undecided. Immutable. */
public final class Condition {
    private final String text;

    private Condition(String text) {
        this.text = text;
    }

    static Condition of(String text) {
        return new Condition(text);
    }

    /** Returns the text. */
    public String text() {
        return text;
    }

    /** Returns the names it uses, in order of the alphabet. */
    public Set<String> names() {
        return Set.of();
    }

    /**
     * Decides the condition by what is known.
     *
     * @param values value of a name, or null where it is not known
     */
    public Outcome evaluate(Function<String, @Nullable Object> values) {
        return new Outcome(Applicability.UNDECIDED, List.of(), List.of());
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
