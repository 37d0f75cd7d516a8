package co.lindero.feature;

import co.lindero.platform.http.Query;
import co.lindero.platform.problem.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Reads {@code datetime}: the legal day of which features are asked. A day or an instant means that day; an interval, also one of
 * a begin or an end and a duration of ISO 8601, means its last day, because a collection is the state of the law and of the cadastre on one day; an open end is today, or the
 * day on which the interval begins where that is later.
 */
final class LegalMoment {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final Clock clock;

    /** Reads with a clock whose zone decides on which legal day an instant falls. */
    LegalMoment(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns the day asked for, today where none is.
     *
     * @throws Problem {@code invalid-parameter} naming {@code datetime}
     */
    LocalDate read(Query query) {
        return query.find("datetime").map(this::day).orElseGet(this::today);
    }

    /** Returns the legal day that it is. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate day(String text) {
        try {
            LocalDate day = last(text.strip().split("/", -1)).orElseThrow(() -> invalid(text));
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw invalid(text);
            }
            return day;
        } catch (DateTimeException | ArithmeticException e) {
            throw invalid(text);
        }
    }

    /** Returns the last legal day of what is written, nothing where it is no moment. */
    private Optional<LocalDate> last(String[] ends) {
        if (ends.length == 1) {
            return end(ends[0]).map(ZonedDateTime::toLocalDate);
        }
        if (ends.length != 2) {
            return Optional.empty();
        }
        boolean lasts = ends[0].startsWith("P");
        Optional<ZonedDateTime> from = lasts ? Optional.empty() : end(ends[0]);
        Optional<ZonedDateTime> to = ends[1].startsWith("P") ? from.map(begin -> after(begin, ends[1])) : end(ends[1]);
        if (lasts) {
            to.ifPresent(end -> after(end, ends[0]));
            return to.map(ZonedDateTime::toLocalDate);
        }
        boolean open = from.isEmpty() && to.isEmpty();
        boolean backwards = from.isPresent() && to.isPresent() && from.get().isAfter(to.get());
        if (open || backwards || (to.isEmpty() && ends[1].startsWith("P"))) {
            return Optional.empty();
        }
        return to.map(ZonedDateTime::toLocalDate)
                .or(() -> from.map(ZonedDateTime::toLocalDate).filter(day -> day.isAfter(today())))
                .or(() -> Optional.of(today()));
    }

    /** Returns when a duration of ISO 8601 that begins at an instant is over: {@code P2M}, {@code P1DT12H}, {@code PT1H}. */
    private static ZonedDateTime after(ZonedDateTime begin, String duration) {
        int time = duration.indexOf('T');
        ZonedDateTime day =
                time == 1 ? begin : begin.plus(Period.parse(time < 0 ? duration : duration.substring(0, time)));
        return time < 0 ? day : day.plus(Duration.parse("P" + duration.substring(time)));
    }

    /** Returns the beginning of a day or an instant; nothing for an open end. */
    private Optional<ZonedDateTime> end(String text) {
        if (text.isEmpty() || text.equals("..")) {
            return Optional.empty();
        }
        return Optional.of(
                text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(clock.getZone())
                        // a plus sign that was not encoded arrives as a space
                        : OffsetDateTime.parse(text.replace(' ', '+')).atZoneSameInstant(clock.getZone()));
    }

    private static Problem invalid(String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return Query.invalid(
                        "datetime",
                        "«datetime» «" + shown + "» no es un día, un instante con zona ni un intervalo.",
                        "'datetime' '" + shown + "' is no day, instant with zone or interval.")
                .hint(
                        "Por ejemplo 2026-11-22, 2026-11-22T15:04:05Z, 2005-06-01/2026-11-22, 2026-11-01/P2D o ../2026-11-22.",
                        "For example 2026-11-22, 2026-11-22T15:04:05Z, 2005-06-01/2026-11-22, 2026-11-01/P2D or ../2026-11-22.");
    }
}
