package co.lindero.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CqlEvaluationTest {
    private static final Map<String, Object> VALUES = Map.of(
            "floors",
            3,
            "name",
            "Candelaria",
            "public",
            true,
            "date",
            LocalDate.parse("2022-04-16"),
            "start",
            Instant.parse("2022-04-16T10:00:00Z"));

    private static CqlOutcome outcome(String text) {
        return CqlEvaluation.evaluate(CqlText.parse(text, CqlTextTest.NAMES), VALUES::get);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "floors = 3.00 | TRUE",
                "floors <> 3 | FALSE",
                "height_m > 1 | UNKNOWN",
                "floors + height_m > 1 | UNKNOWN",
                "NOT height_m > 1 | UNKNOWN",
                "height_m > 1 AND floors > 5 | FALSE",
                "height_m > 1 OR floors > 2 | TRUE",
                "height_m IS NULL | TRUE",
                "height_m IS NOT NULL | FALSE",
                "floors BETWEEN 3 AND 3 | TRUE",
                "floors NOT BETWEEN 1 AND height_m | UNKNOWN",
                "floors NOT BETWEEN 4 AND height_m | TRUE",
                "floors IN (1, height_m) | UNKNOWN",
                "floors IN (3, height_m) | TRUE",
                "floors NOT IN (3, height_m) | FALSE",
                "floors NOT IN (1, 2) | TRUE",
                "name LIKE 'Can%ri_' | TRUE",
                "name LIKE 'can%' | FALSE",
                "name NOT LIKE '%x%' | TRUE",
                "name LIKE '%a%a%i%' | TRUE",
                "'50%' LIKE '50\\%' | TRUE",
                "'50x' LIKE '50\\%' | FALSE",
                "'' LIKE '%' | TRUE",
                "'' LIKE '_%' | FALSE",
                "'it''s' = 'it\\'s' | TRUE",
                "CASEI(name) = CASEI('cAnDeLaRiA') | TRUE",
                "ACCENTI('Bogotá København') = ACCENTI('Bogota Kobenhavn') | TRUE",
                "CASEI('STRASSE') = CASEI('straße') | TRUE",
                "'a' < 'B' | FALSE",
                "'Z' < 'a' | TRUE",
                "'\uFF5E' < '\uD83C\uDFE0' | TRUE",
                "1 / 3 = 0.33333333333333333333 | TRUE",
                "-2 / 3 = -0.66666666666666666666 | TRUE",
                "7 div 2 = 3 AND -7 div 2 = -3 | TRUE",
                "7 % 4 = 3 AND -7 % 4 = -3 | TRUE",
                "2 + 3 * 4 ^ 2 - 10 / 4 = 47.5 | TRUE",
                "2 - 3 - 4 = -5 AND 12 / 2 / 3 = 2 | TRUE",
                "0.1 + 0.2 = 0.3 | TRUE",
                "floors ^ 0 = 1 | TRUE",
                "floors / (floors - 3) > 1 | UNKNOWN",
                "public AND true | TRUE",
                "public = false | FALSE",
                "\"date\" = '2022-04-16' | TRUE",
                "T_AFTER(\"date\", INTERVAL('..', '2022-04-15')) | TRUE",
                "T_DURING(start, INTERVAL('2022-01-01T00:00:00Z', '..')) | TRUE",
                "T_EQUALS(INTERVAL('..', '..'), INTERVAL('..', '..')) | TRUE",
                "T_MEETS(INTERVAL('2020-01-01', '2021-01-01'), INTERVAL('2021-01-01', '2022-01-01')) | TRUE",
                "T_OVERLAPS(INTERVAL('2020-01-01', '2021-06-01'), INTERVAL('2021-01-01', '2022-01-01')) | TRUE",
                "T_DISJOINT(INTERVAL(start, end), INTERVAL('2023-01-01T00:00:00Z', '..')) | UNKNOWN",
                "S_INTERSECTS(geom, POINT(1 2)) | UNKNOWN",
            })
    void evaluates(String text, Truth truth) {
        assertThat(outcome(text).truth()).isEqualTo(truth);
    }

    @Test
    void tellsEachLeafWithItsValues() {
        CqlOutcome outcome = outcome("floors * 2 > 5 AND NOT name LIKE 'X%' OR height_m / (floors - 3) >= 1");
        assertThat(outcome.truth()).isEqualTo(Truth.TRUE);
        assertThat(outcome.missing()).isEmpty();
        assertThat(outcome.leaves()).hasSize(3);
        CqlOutcome.Leaf first = outcome.leaves().get(0);
        assertThat(first.left()).isEqualTo(new CqlOutcome.Side("floors * 2", "6"));
        assertThat(first.operator()).isEqualTo(">");
        assertThat(first.right()).isEqualTo(new CqlOutcome.Side("5", "5"));
        assertThat(first.truth()).isEqualTo(Truth.TRUE);
        CqlOutcome.Leaf third = outcome.leaves().get(2);
        assertThat(third.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(third.missing()).containsExactly("height_m");
        assertThat(third.reasons())
                .singleElement()
                .satisfies(reason ->
                        assertThat(reason.es()).contains("División por cero").contains("floors - 3"));
    }

    @Test
    void namesOnlyWhatStandsInTheWay() {
        CqlOutcome outcome = outcome("(end = start AND floors = 1) OR height_m > 2");
        assertThat(outcome.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(outcome.missing()).containsExactly("height_m");
    }

    @Test
    void aValueOfAnotherTypeThanDeclaredIsABug() {
        CqlExpression expression = CqlText.parse("name = 'a'", CqlTextTest.NAMES);
        assertThatThrownBy(() -> CqlEvaluation.evaluate(expression, name -> 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Every combination of three values under every shape, against tables written out here. */
    @Test
    void agreesWithTheThreeValuedTables() {
        int[][] and = {{0, 0, 0}, {0, 1, 1}, {0, 1, 2}};
        int[][] or = {{0, 1, 2}, {1, 1, 2}, {2, 2, 2}};
        int[] not = {2, 1, 0};
        Truth[] truths = {Truth.FALSE, Truth.UNKNOWN, Truth.TRUE};
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                for (int c = 0; c < 3; c++) {
                    assertThat(threeValued("x AND y OR NOT z", a, b, c)).isEqualTo(truths[or[and[a][b]][not[c]]]);
                    assertThat(threeValued("x AND (y OR NOT z)", a, b, c)).isEqualTo(truths[and[a][or[b][not[c]]]]);
                    assertThat(threeValued("NOT (x OR y AND z)", a, b, c)).isEqualTo(truths[not[or[a][and[b][c]]]]);
                    assertThat(threeValued("NOT x AND NOT NOT y OR z", a, b, c))
                            .isEqualTo(truths[or[and[not[a]][b]][c]]);
                }
            }
        }
    }

    private static Truth threeValued(String text, int... values) {
        Map<String, @Nullable Object> given = new HashMap<>();
        String[] names = {"x", "y", "z"};
        for (int i = 0; i < names.length; i++) {
            given.put(names[i], values[i] == 1 ? null : values[i] == 2);
        }
        CqlNames booleans = new CqlNames(Map.of("x", CqlType.BOOLEAN, "y", CqlType.BOOLEAN, "z", CqlType.BOOLEAN));
        return CqlEvaluation.evaluate(CqlText.parse(text, booleans), given::get).truth();
    }

    @Test
    void takesDoublesAsTheirShortestDecimals() {
        CqlExpression expression = CqlText.parse("floors = 0.1", CqlTextTest.NAMES);
        assertThat(CqlEvaluation.evaluate(expression, name -> 0.1).truth()).isEqualTo(Truth.TRUE);
        assertThat(CqlEvaluation.evaluate(expression, name -> new BigDecimal("0.10"))
                        .truth())
                .isEqualTo(Truth.TRUE);
    }
}
