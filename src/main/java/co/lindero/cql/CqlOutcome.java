package co.lindero.cql;

import co.lindero.law.Bilingual;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a condition turned out to be, and why.
 *
 * @param truth the result
 * @param leaves every test of the condition, in the order of the text, whether it mattered or not
 * @param missing names whose absence left the result unknown; empty where it is known
 * @param reasons what else left the result unknown, such as a division by zero; empty where it is known
 */
public record CqlOutcome(Truth truth, List<Leaf> leaves, Set<String> missing, List<Bilingual> reasons) {
    public CqlOutcome {
        leaves = List.copyOf(leaves);
        missing = Collections.unmodifiableSet(new TreeSet<>(missing));
        reasons = List.copyOf(reasons);
    }

    /**
     * One test of the condition.
     *
     * @param text the test as written
     * @param left what stands before the operator
     * @param operator the operator or function, in capitals
     * @param right what stands after it; null where nothing does (IS NULL)
     * @param truth the result of this test alone, its own NOT included (NOT LIKE), a NOT before it not
     * @param missing names without a value that left it unknown
     * @param reasons what else left it unknown
     */
    public record Leaf(
            String text,
            Side left,
            String operator,
            @Nullable Side right,
            Truth truth,
            Set<String> missing,
            List<Bilingual> reasons) {
        public Leaf {
            missing = Collections.unmodifiableSet(new TreeSet<>(missing));
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One side of a test.
     *
     * @param text as written
     * @param value what it came to, numbers in plain decimals; null where it has no value
     */
    public record Side(String text, @Nullable String value) {}
}
