package co.lindero.landuse;

import co.lindero.law.LegalSource;
import co.lindero.norm.Condition;
import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A norm as an answer states it, in one language.
 *
 * @param norm number of the norm's row: with {@code version} it names this wording for good
 * @param quantity code of the quantity, such as {@code occupation_index}
 * @param title name of the quantity for people
 * @param value limit in the unit; null where the plan is cited but its figure is not encoded
 * @param per what the value is counted for; null for an absolute value
 * @param base area that an index is taken of
 * @param condition CQL2 text under which it applies; null for always
 * @param outcome applies, does_not_apply or undecided: by what the parcel alone says
 * @param missing names that a proposal would have to say, in order
 * @param trace tests of the condition, each with its result
 * @param lotArea the lot's area, where the norm asks for it
 * @param scope zones it speaks for; empty for the whole municipality
 * @param sameGround of two zones: yes, or not_measured where both are on the parcel and whether they meet was not measured
 * @param why why it is listed
 * @param plan plan that states it
 * @param inherited whether that plan is one that the answering plan revises
 * @param version publication that brought it
 */
public record NormFacts(
        long norm,
        String quantity,
        String title,
        String operator,
        @Nullable BigDecimal value,
        String unit,
        @Nullable Per per,
        String base,
        @Nullable String condition,
        String outcome,
        List<String> missing,
        List<TestFacts> trace,
        @Nullable LotAreaFacts lotArea,
        List<ZoneName> scope,
        @Nullable String sameGround,
        String why,
        String plan,
        boolean inherited,
        long version,
        @Nullable String validFrom,
        @Nullable String validTo,
        List<LegalSource> sources) {

    /** What a value is counted for. */
    public record Per(BigDecimal amount, String unit) {}

    /** The lot's area and whether the cadastre registers it or it was measured of the drawing. */
    public record LotAreaFacts(BigDecimal m2, String which) {}

    /** A zone of a theme. */
    public record ZoneName(String theme, String zone) {}

    /** A test of a condition: what stood on each side, and what came of it: true, false or unknown and why. */
    public record TestFacts(
            String text,
            @Nullable String left,
            String operator,
            @Nullable String right,
            String result,
            @Nullable String reason) {
        /** Returns the tests of a condition as answers state them. */
        public static List<TestFacts> listOf(Condition.Outcome outcome, Language language) {
            return outcome.tests().stream()
                    .map(test -> new TestFacts(
                            test.text(),
                            test.left(),
                            test.operator(),
                            test.right(),
                            test.result(),
                            test.reasons().isEmpty()
                                    ? null
                                    : test.reasons().stream()
                                            .map(reason -> reason.in(language))
                                            .collect(Collectors.joining(" "))))
                    .toList();
        }
    }
}
