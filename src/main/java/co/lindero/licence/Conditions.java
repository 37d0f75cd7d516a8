package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.norm.Condition;
import java.util.List;

/** Decides whether the condition of a norm or use rule holds for a proposal. */
interface Conditions {

    /** Whether a condition holds. */
    enum Holds {
        YES,
        NO,
        UNKNOWN
    }

    /**
     * What came of a condition.
     *
     * @param holds whether it holds
     * @param missing inputs that would decide it
     * @param trace each test with what stood on its two sides, for people
     */
    record Outcome(Holds holds, List<String> missing, Bilingual trace) {
        public Outcome {
            missing = List.copyOf(missing);
        }
    }

    Outcome decide(Condition condition);
}
