package co.lindero.revision;

import co.lindero.norm.NormBook;
import java.time.LocalDate;
import java.util.List;

/**
 * A plan as it answers on a day, at a publication.
 *
 * @param municipality DIVIPOLA code
 * @param chain codes of the plan and of those it inherits from, in that order
 * @param on legal day
 * @param at publication
 * @param book norms and use rules
 */
record PlanState(String municipality, List<String> chain, LocalDate on, long at, NormBook book) {
    String plan() {
        return chain.get(0);
    }
}
