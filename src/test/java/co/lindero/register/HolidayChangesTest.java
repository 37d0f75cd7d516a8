package co.lindero.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.register.LicenceTerms.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays that a municipality adds to the calendar or takes out of it. */
class HolidayChangesTest {
    private static final String CHANGES = """
            added:
              - {day: 2026-09-24, source: "Decreto municipal FICTICIO 12 de 2026"}
            removed:
              - {day: 2026-07-13, source: "la ley que lo crea no se leyó"}
            """;

    @TempDir
    Path folder;

    private HolidayChanges read(String yaml) {
        try {
            return HolidayChanges.read(Files.writeString(folder.resolve("festivos.yaml"), yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDayTakenOutIsAWorkingDayAndOneAddedIsNone() {
        WorkingDays days = new WorkingDays(read(CHANGES));
        assertThat(new WorkingDays().isWorkingDay(LocalDate.parse("2026-07-13")))
                .isFalse();
        assertThat(days.isWorkingDay(LocalDate.parse("2026-07-13"))).isTrue();
        assertThat(days.isWorkingDay(LocalDate.parse("2026-09-24"))).isFalse();
        assertThat(days.plus(LocalDate.parse("2026-07-10"), 1)).isEqualTo("2026-07-13");
    }

    @Test
    void aSaturdayTakenOutStaysNone() {
        WorkingDays days = new WorkingDays(read("removed: [{day: 2026-07-11, source: x}]"));
        assertThat(days.isWorkingDay(LocalDate.parse("2026-07-11"))).isFalse();
    }

    @Test
    void aTermThatMeetsAChangedDaySaysSo() {
        LicenceClock clock = new LicenceClock(ValidityRegimes.shipped(), new WorkingDays(read(CHANGES)));
        Decision met = decision(clock, "2026-07-01");
        assertThat(met.calendar())
                .containsExactly(
                        new HolidayChanges.Change("2026-07-13", false, "la ley que lo crea no se leyó"),
                        new HolidayChanges.Change("2026-09-24", true, "Decreto municipal FICTICIO 12 de 2026"));
        assertThat(decision(clock, "2026-10-01").calendar()).isEmpty();
        Decision untouched = decision(new LicenceClock(ValidityRegimes.shipped(), new WorkingDays()), "2026-07-01");
        assertThat(LocalDate.parse(met.earliest())).isBefore(untouched.earliest());
    }

    private static Decision decision(LicenceClock clock, String filed) {
        Licence licence = new Licence(
                "76130",
                "76130-0-26-0001",
                "d",
                "construccion",
                List.of(),
                List.of("obra_nueva"),
                "en_revision",
                LocalDate.parse(filed),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
        return clock.count(licence, LocalDate.parse("2026-11-24"), Language.ES).decision();
    }

    @ParameterizedTest
    @CsvSource({
        "'added: [{day: 2026-02-30, source: x}]', 'day: 2026-02-30'",
        "'added: [{day: 2026-02-03}]', '2026-02-03: source'",
        "'added: [{day: 2026-02-03, source: x}, {day: 2026-02-03, source: y}]', '2026-02-03: 2'",
        "'festivos: []', 'festivos: added, removed'",
        "'added: [', cannot",
    })
    void aFileThatCannotBeUsedIsRefusedWithItsFault(String yaml, String fault) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detail(Language.ES) + problem.detail(Language.EN))
                                .contains(fault));
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> HolidayChanges.read(folder.resolve("nada.yaml")))
                .isInstanceOf(Problem.class);
    }
}
