package co.lindero.ingest.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0,7       | 0.7
                    0.70      | 0.7
                    .5        | 0.5
                    0.125     | 0.125
                    0,600     | 0.6
                    3         | 3
                    3.        | 3
                    1.234,5   | 1234.5
                    1,234.5   | 1234.5
                    1.234.567 | 1234567
                    1234.567  | 1234.567
                    1.2340    | 1.234
                    12 500    | 12500
                    1E+2      | 100
                    -2,5      | -2.5
                    """)
    void readsAFigureExactly(String text, BigDecimal value) {
        assertThat(FigureText.parse(text)).isEqualTo(new FigureText(FigureText.Outcome.NUMBER, value, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.500   | 1500   | 1.500
                    12,345  | 12345  | 12.345
                    999.999 | 999999 | 999.999
                    """)
    void guessesNothingWhereAMarkMayBeOfThousandsOrDecimals(String text, BigDecimal thousands, BigDecimal decimals) {
        assertThat(FigureText.parse(text)).isEqualTo(new FigureText(FigureText.Outcome.AMBIGUOUS, thousands, decimals));
        // a column of numbers writes its decimals with a point
        assertThat(FigureText.ofNumber(text.replace(',', '.')).outcome()).isEqualTo(FigureText.Outcome.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "n/a", "N.A.", "-", "—", "s/d", "No aplica", "ND"})
    void knowsTheWordsForNothing(String text) {
        assertThat(FigureText.parse(text).outcome()).isEqualTo(FigureText.Outcome.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tres",
                "3 pisos",
                "1,2,3",
                "1.23.456",
                "2-3",
                "≤3",
                "1'500",
                "0x10",
                "12345678901234567890123456789012345678901"
            })
    void refusesWhatIsNoFigure(String text) {
        assertThat(FigureText.parse(text).outcome()).isEqualTo(FigureText.Outcome.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"70%, 70", "70 %, 70", "'0,5 %', 0.5"})
    void keepsAPercentageAsWritten(String text, BigDecimal value) {
        assertThat(FigureText.parse(text)).isEqualTo(new FigureText(FigureText.Outcome.PERCENT, value, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31",
        "2026/1/31, 2026-01-31",
        "31/01/2026, 2026-01-31",
        "5-4-2026, 2026-04-05",
        "2026-01-31T00:00:00, 2026-01-31"
    })
    void readsDaysWithTheDayFirst(String text, String day) {
        assertThat(DayText.parse(text)).map(Object::toString).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "01/31/2026", "2026", "enero", "31/01/26", ""})
    void refusesWhatIsNoDay(String text) {
        assertThat(DayText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4-may, true",
        "04/05/2026, true",
        "may-45, true",
        "45, false",
        "2.2.1, false",
        "45-6, false",
        "101 bis, false"
    })
    void noticesArticlesThatBecameDays(String text, boolean day) {
        assertThat(DayText.looksLikeDay(text)).isEqualTo(day);
    }
}
