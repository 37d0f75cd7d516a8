package co.lindero.norm;

import java.util.List;

/**
 * The condition of a norm or use rule.
 *
 * @param text CQL2 text
 */
public record Condition(String text) {
    static Condition of(String text) {
        return new Condition(text);
    }

    /**
     * What came of it.
     *
     * @param outcome whether it holds
     * @param missing names that would have to be known to decide it, in order
     */
    public record Outcome(Applicability outcome, List<String> missing) {
        /** Nothing to decide. */
        public static final Outcome ALWAYS = new Outcome(Applicability.APPLIES, List.of());

        public Outcome {
            missing = List.copyOf(missing);
        }
    }
}
