package co.lindero.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.lindero.investment.Ranked.Inputs;
import co.lindero.platform.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {
    private static final String TWO = """
            name: Dos
            criteria:
              - {name: Gente, measure: people_served, weight: 3, worst: 0, best: 100}
              - {name: Costo, measure: planned, weight: 1, worst: 1000, best: 0}
            """;

    private static Inputs project(String code, @Nullable Long people, @Nullable String planned) {
        return new Inputs(
                code, null, "viable", planned == null ? null : new BigDecimal(planned), null, people, 0, 2, null, null);
    }

    @Test
    void showsTheArithmeticOfEachPosition() {
        List<Ranked> ranked = Ranking.rank(
                Criteria.parse(TWO),
                List.of(project("A", 50L, "500"), project("B", 100L, "2000"), project("C", 0L, "0")));
        assertThat(ranked).extracting(Ranked::code).containsExactly("B", "A", "C");
        assertThat(ranked).extracting(Ranked::position).containsExactly(1, 2, 3);
        // B: 3 x 1 + 1 x 0 of 4; A: 3 x 0.5 + 1 x 0.5 of 4; C: 0 + 1 of 4
        assertThat(ranked)
                .extracting(project -> String.valueOf(project.score()))
                .containsExactly("75.0000", "50.0000", "25.0000");
        assertThat(ranked.get(1).terms())
                .extracting(term -> String.valueOf(term.points()))
                .containsExactly("1.5", "0.5");
    }

    @Test
    void saysThatAnInputIsMissingInsteadOfTakingItForZero() {
        List<Ranked> ranked = Ranking.rank(
                Criteria.parse(TWO),
                List.of(project("A", 60L, null), project("B", 60L, "1000"), project("C", null, null)));
        Ranked first = ranked.get(0);
        assertThat(first.code()).isEqualTo("A");
        assertThat(first.missing()).containsExactly("planned");
        assertThat(first.score()).isEqualByComparingTo("60");
        assertThat(first.lowest()).isEqualByComparingTo("45");
        assertThat(first.highest()).isEqualByComparingTo("70");
        assertThat(ranked.get(2).position()).isNull();
        assertThat(ranked.get(2).score()).isNull();
    }

    @Test
    void tellsWhatMovesWhenAWeightChanges() {
        List<Inputs> projects = List.of(project("A", 50L, "0"), project("B", 100L, "1000"), project("C", 0L, "900"));
        Criteria criteria = Criteria.parse(TWO);
        List<Ranked> before = Ranking.rank(criteria, projects);
        List<Ranked> after = Ranking.rank(criteria.weighing(Criteria.weights(List.of("Costo=30"))), projects);
        assertThat(Ranking.moves(before, after))
                .extracting(move -> move.code() + " " + move.from() + " " + move.to())
                .containsExactly("A 2 1", "B 1 2");
        assertThat(Ranking.moves(before, before)).isEmpty();
    }

    /** More of what is wanted never costs a place. */
    @Test
    void isMonotone() {
        Random random = new Random(7);
        Criteria criteria = Criteria.parse(TWO);
        for (int round = 0; round < 200; round++) {
            List<Inputs> projects = IntStream.range(0, 8)
                    .mapToObj(i -> project("P" + i, (long) random.nextInt(100), String.valueOf(random.nextInt(1000))))
                    .toList();
            List<Inputs> better = projects.stream()
                    .map(p -> p.code().equals("P3")
                            ? project("P3", p.peopleServed() + 20, String.valueOf(p.planned()))
                            : p)
                    .toList();
            assertThat(position(Ranking.rank(criteria, better)))
                    .isLessThanOrEqualTo(position(Ranking.rank(criteria, projects)));
        }
    }

    private static int position(List<Ranked> ranked) {
        return ranked.stream()
                .filter(project -> project.code().equals("P3"))
                .findFirst()
                .orElseThrow()
                .position();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "criteria: []|criteria",
                "criteria: [{measure: beauty, weight: 1}]|criteria[0].measure",
                "criteria: [{measure: planned, weight: -1}]|criteria[0].weight",
                "criteria: [{measure: planned, weight: 1, wait: 2}]|criteria[0].wait",
                "criteria: [{measure: planned, weight: 1, worst: 2, best: 2}]|criteria[0]",
                "criteria: [{measure: planned, weight: 1}, {measure: planned, weight: 1}]|criteria[1].name",
                "{stages: [soñado], criteria: [{measure: planned, weight: 1}]}|stages",
                "criteria: [{measure: planned, weight: 0}]|criteria",
                "'a: ['|línea",
                "text|criteria"
            })
    void refusesCriteriaThatCannotBeUsedAndSaysWhere(String yaml, String where) {
        assertThatThrownBy(() -> Criteria.parse(yaml))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.faults())
                                .anySatisfy(fault -> assertThat(fault.where()).startsWith(where)));
    }

    @Test
    void refusesWeightsOfCriteriaThatAreNotThere() {
        Criteria criteria = Criteria.standard();
        assertThatThrownBy(() -> criteria.weighing(Map.of("Belleza", BigDecimal.ONE)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Criteria.weights(List.of("Personas"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Criteria.weights(List.of("Personas=-3"))).isInstanceOf(Problem.class);
    }
}
