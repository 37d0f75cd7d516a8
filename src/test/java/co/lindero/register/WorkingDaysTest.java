package co.lindero.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colombian holidays as the official calendar of each year has them. */
class WorkingDaysTest {
    private final WorkingDays days = new WorkingDays();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // Easter 2024-03-31
                "2024;01-01 01-08 03-25 03-28 03-29 05-01 05-13 06-03 06-10 07-01 07-20 08-07 08-19 10-14 11-04 11-11 12-08"
                        + " 12-25",
                // Easter 2025-04-20; Saint Peter and the Sacred Heart fall on one Monday
                "2025;01-01 01-06 03-24 04-17 04-18 05-01 06-02 06-23 06-30 07-20 08-07 08-18 10-13 11-03 11-17 12-08 12-25",
                // Easter 2026-04-05; since this year the calendar has the day of Chiquinquirá, 9 July moved to Monday
                "2026;01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 12-08"
                        + " 12-25",
            })
    void holidaysAreThoseOfTheCalendar(int year, String dates) {
        List<LocalDate> holidays = Arrays.stream(dates.split(" "))
                .map(date -> LocalDate.parse(year + "-" + date))
                .toList();
        List<LocalDate> found = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() < 6 && !days.isWorkingDay(day))
                .toList();
        assertThat(found)
                .isEqualTo(holidays.stream()
                        .filter(day -> day.getDayOfWeek().getValue() < 6)
                        .toList());
    }

    @Test
    void aTermBeginsTheDayAfterAndLeavesHolidaysOut() {
        // Friday 2026-10-09; Monday 12 is a holiday
        assertThat(days.plus(LocalDate.parse("2026-10-09"), 1)).isEqualTo("2026-10-13");
        assertThat(days.plus(LocalDate.parse("2026-10-08"), 2)).isEqualTo("2026-10-13");
        assertThat(days.between(LocalDate.parse("2026-10-08"), LocalDate.parse("2026-10-13")))
                .isEqualTo(2);
        assertThat(days.minus(LocalDate.parse("2026-10-13"), 1)).isEqualTo("2026-10-09");
    }

    @Test
    void plusAndBetweenAgreeThroughAYear() {
        LocalDate from = LocalDate.parse("2026-01-01");
        for (int term = 1; term <= 245; term++) {
            LocalDate end = days.plus(from, term);
            assertThat(days.between(from, end)).isEqualTo(term);
            assertThat(days.isWorkingDay(end)).isTrue();
        }
    }
}
