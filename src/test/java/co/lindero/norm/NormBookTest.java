package co.lindero.norm;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.law.LegalSource;
import co.lindero.norm.Norm.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a revision replaces and what it inherits. */
class NormBookTest {
    private static final Scope AR2 = new Scope("activity-area", "AR-2");
    private static final Scope AR3 = new Scope("activity-area", "AR-3");
    private static final Scope CONSOLIDATION = new Scope("urban-treatment", "Consolidacion");
    private static final LegalSource SOURCE = new LegalSource("Acuerdo 1", "45", null, null);
    private static final List<String> CHAIN = List.of("NEW", "OLD");

    private final AtomicLong ids = new AtomicLong();

    private Norm norm(
            String plan, @Nullable Scope scope, @Nullable Scope second, @Nullable String condition, String value) {
        return new Norm(
                ids.incrementAndGet(),
                1,
                plan,
                scope,
                second,
                Quantity.FLOORS,
                Operator.AT_MOST,
                value.isEmpty() ? null : new BigDecimal(value),
                null,
                IndexBase.PREDIO,
                condition,
                SOURCE,
                null,
                null);
    }

    private UseRule use(String plan, Scope scope, String category, Regime regime) {
        return new UseRule(ids.incrementAndGet(), 1, plan, scope, category, regime, null, SOURCE, null, null);
    }

    private static ActivityUse activity(String plan, String ciiu, String category) {
        return new ActivityUse(plan, ciiu, category, null, null, null);
    }

    private static NormBook norms(Norm... norms) {
        return NormBook.of(CHAIN, List.of(norms), List.of(), List.of());
    }

    private static List<String> said(List<Norm> norms) {
        return norms.stream()
                .map(norm ->
                        norm.plan() + " " + norm.value() + (norm.condition() == null ? "" : " " + norm.condition()))
                .toList();
    }

    @Test
    void aNormReplacesThatOfTheSameScopeQuantityOperatorAndCondition() {
        NormBook book = norms(norm("OLD", AR2, null, null, "3"), norm("NEW", AR2, null, null, "5"));
        assertThat(said(book.listNorms(AR2))).containsExactly("NEW 5");
    }

    @Test
    void whatARevisionDoesNotSayIsInherited() {
        NormBook book = norms(
                norm("OLD", AR2, null, null, "3"),
                norm("OLD", AR3, null, null, "4"),
                norm("NEW", AR2, null, "lot_area_m2 > 500", "5"));
        assertThat(said(book.listNorms(AR2))).containsExactly("OLD 3", "NEW 5 lot_area_m2 > 500");
        assertThat(said(book.listNorms(AR3))).containsExactly("OLD 4");
        assertThat(book.isInherited("OLD")).isTrue();
        assertThat(book.isInherited("NEW")).isFalse();
    }

    @Test
    void aNormCitedWithoutFigureReplacesTheFigure() {
        NormBook book = norms(norm("OLD", AR2, null, null, "3"), norm("NEW", AR2, null, null, ""));
        assertThat(said(book.listNorms(AR2))).containsExactly("NEW null");
    }

    @Test
    void ofTwoZonesNeitherIsTheFirst() {
        NormBook book = norms(
                norm("OLD", AR2, CONSOLIDATION, null, "3"),
                norm("NEW", CONSOLIDATION, AR2, null, "5"),
                norm("OLD", AR3, CONSOLIDATION, null, "4"));
        assertThat(said(book.listTwoZone(List.of(AR2, CONSOLIDATION)))).containsExactly("NEW 5");
        assertThat(book.listTwoZone(List.of(AR2, AR3))).isEmpty();
        assertThat(book.listNorms(AR2)).isEmpty();
        assertThat(book.speaksOf(CONSOLIDATION)).isTrue();
        assertThat(book.themesWithNorms()).containsExactly("activity-area", "urban-treatment");
    }

    @Test
    void aNormOfTheMunicipalityIsNotThatOfAZone() {
        NormBook book = norms(norm("OLD", null, null, null, "3"), norm("NEW", AR2, null, null, "5"));
        assertThat(said(book.listMunicipal())).containsExactly("OLD 3");
    }

    @Test
    void rulesOnOneCategoryAreReplacedTogetherAndTwoRegimesOfOnePlanStand() {
        NormBook book = NormBook.of(
                CHAIN,
                List.of(),
                List.of(
                        use("OLD", AR2, "C-1", Regime.PROHIBIDO),
                        use("NEW", AR2, "C-1", Regime.CONDICIONADO),
                        use("NEW", AR2, "C-1", Regime.COMPATIBLE),
                        use("OLD", AR2, "C-2", Regime.PRINCIPAL)),
                List.of());
        assertThat(book.listUses(AR2).stream().map(rule -> rule.category() + " " + rule.regime()))
                .containsExactly("C-1 COMPATIBLE", "C-1 CONDICIONADO", "C-2 PRINCIPAL");
        assertThat(book.listUses(AR3)).isEmpty();
    }

    @Test
    void theLinesOnOneActivityAreReplacedTogether() {
        NormBook book = NormBook.of(
                CHAIN,
                List.of(),
                List.of(),
                List.of(
                        activity("OLD", "4711", "C-1"),
                        activity("OLD", "4711", "C-2"),
                        activity("OLD", "5611", "S-1"),
                        activity("NEW", "4711", "C-3")));
        assertThat(book.listActivities("4711").stream().map(ActivityUse::category))
                .containsExactly("C-3");
        assertThat(book.listActivities("5611")).hasSize(1);
        assertThat(book.activities()).containsExactly("4711", "5611");
        assertThat(book.categories()).containsExactly("C-3", "S-1");
    }
}
