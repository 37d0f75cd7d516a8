package co.lindero.register;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Colombian working days: Monday to Friday but for national holidays, those moved to Monday and those of Easter included. Terms
 * count from the day after the one that sets them off. Thread-safe.
 *
 * @legal Ley 51 de 1983; Código de Régimen Político y Municipal (Ley 4 de 1913), art. 62
 */
public final class WorkingDays {
    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.COLOMBIA));
    private final HolidayChanges changes;

    /** Takes the national calendar as it is. */
    public WorkingDays() {
        this(HolidayChanges.NONE);
    }

    /** Takes the national calendar with what a municipality changes of it. */
    public WorkingDays(HolidayChanges changes) {
        this.changes = changes;
    }

    /** Whether a day is one. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !changes.isHoliday(day, holidays.isHoliday(day));
    }

    /** Returns the last day of a term of so many working days that an event sets off. */
    public LocalDate plus(LocalDate event, int days) {
        LocalDate day = event;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /** Returns the day that lies so many working days before another. */
    public LocalDate minus(LocalDate end, int days) {
        LocalDate day = end;
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /** Returns the configured changes of the calendar that a term from one day to another meets. */
    public List<HolidayChanges.Change> changes(LocalDate from, LocalDate to) {
        return changes.between(from, to);
    }

    /** Returns how many working days lie after one day and up to another, which counts. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }
}
