package co.lindero.cadastre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.lindero.platform.db.NumberScheme;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParcelNumberTest {
    private static final String NUMBER = "761300101000001230045000000000";

    @ParameterizedTest
    @CsvSource({
        "761300101000001230045000000000, NATIONAL, 761300101000001230045000000000",
        "76130 01 01 00 00 0123 0045 0 00 00 0000, NATIONAL, 761300101000001230045000000000",
        "76130-01-01-0000.0123.0045-000000000, NATIONAL, 761300101000001230045000000000",
        "76130010101230045000, FORMER, 76130010101230045000",
        "AAA0001BCDE, NUPRE, AAA0001BCDE",
        "aaa0001bcde, NUPRE, AAA0001BCDE",
        "12345678901, NUPRE, 12345678901",
    })
    void readsWhatACallerWrites(String text, ParcelNumber.Kind kind, String value) {
        assertThat(ParcelNumber.parse(text, NumberScheme.NPN)).isEqualTo(new ParcelNumber(kind, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7613001010000012300450000000| tiene 28 dígitos; son 30",
                "7613001010000012300450000000000| tiene 31 dígitos",
                "''| tiene 0 dígitos",
                "76130010100000123004500000000O| tiene «O» en la posición 30; se esperan dígitos",
                "7613x0101000001230045000000000| tiene «x» en la posición 5",
                "761300101000001230045100000000| la condición de propiedad (posición 22) es 1, que no existe",
                "; DROP TABLE parcel| tiene «;» en la posición 1",
                "٧٦١٣٠٠١٠١٠٠٠٠٠١٢٣٠٠٤٥٠٠٠٠٠٠٠٠٠| se esperan dígitos",
            })
    void saysWhatIsWrongAndWhere(String text, String said) {
        assertThatThrownBy(() -> ParcelNumber.parse(text, NumberScheme.NPN))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PARCEL_NUMBER);
                    assertThat(problem.detail(Language.ES)).contains(said);
                    assertThat(problem.detail(Language.ES)).contains("El número predial «");
                });
    }

    @Test
    void aLongTextIsShownInPart() {
        assertThatThrownBy(() -> ParcelNumber.parse("9".repeat(100_000), NumberScheme.NPN))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detail(Language.ES)).hasSizeLessThan(300));
    }

    @Test
    void freeNumbersAreAnyTextOfAtMost64Characters() {
        assertThat(ParcelNumber.parse(" 0599-A/12 ", NumberScheme.FREE).value()).isEqualTo("0599A/12");
        assertThatThrownBy(() -> ParcelNumber.parse("x".repeat(65), NumberScheme.FREE))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ParcelNumber.parse("  ", NumberScheme.FREE)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({
        "761300101000001230045901020003, 761300101000001230045900000000",
        "761300101000001230045800000003, 761300101000001230045800000000",
        "761300101000001230045700000001, 761300101000001230045700000000",
        "761300101000001230045900000000, ''",
        "761300101000001230045000000000, ''",
        "761300101000001230045200000001, ''",
    })
    void aUnitNamesItsParent(String number, String parent) {
        assertThat(ParcelNumber.parse(number, NumberScheme.NPN).parent())
                .isEqualTo(parent.isEmpty() ? Optional.empty() : Optional.of(parent));
    }

    @Test
    void theNationalNumberFollowsFromAFormerOneOfConditionZeroAlone() {
        assertThat(ParcelNumber.parse("76130010101230045000", NumberScheme.NPN).inferredNational())
                .isEqualTo(Optional.of(NUMBER));
        assertThat(ParcelNumber.parse("76130010101230045901", NumberScheme.NPN).inferredNational())
                .isEmpty();
        assertThat(ParcelNumber.parse(NUMBER, NumberScheme.NPN).inferredNational())
                .isEmpty();
    }
}
