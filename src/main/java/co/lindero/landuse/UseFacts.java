package co.lindero.landuse;

import co.lindero.landuse.NormFacts.TestFacts;
import co.lindero.law.LegalSource;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A use rule as an answer states it.
 *
 * @param rule number of the rule's row: with {@code version} it names this wording for good
 * @param category use category of the plan
 * @param regime principal, compatible, condicionado or prohibido
 * @param conflicting whether the category is listed here with another regime too
 * @param condition CQL2 text that decides a condicionado; null where prose alone says it
 * @param outcome applies, does_not_apply or undecided
 * @param missing names that a proposal would have to say, in order
 * @param trace tests of the condition, each with its result
 * @param activities classes of CIIU that belong to the category
 * @param plan plan that states it
 * @param inherited whether that plan is one that the answering plan revises
 * @param version publication that brought it
 */
public record UseFacts(
        long rule,
        String category,
        String regime,
        boolean conflicting,
        @Nullable String condition,
        String outcome,
        List<String> missing,
        List<TestFacts> trace,
        List<ActivityFacts> activities,
        String plan,
        boolean inherited,
        long version,
        @Nullable String validFrom,
        @Nullable String validTo,
        List<LegalSource> sources) {

    /** A class of CIIU under a category, with the built areas for which it belongs there, m2. */
    public record ActivityFacts(
            String ciiu,
            @Nullable BigDecimal areaMinM2,
            @Nullable BigDecimal areaMaxM2,
            @Nullable String note) {}
}
