package co.lindero.feature;

import co.lindero.platform.http.Query;
import co.lindero.platform.problem.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Reads {@code datetime}: the legal day of which features are asked. A day or an instant means that day; an interval means
 * its last day, because a collection is the state of the law and of the cadastre on one day; an open end is today, or the
 * day on which the interval begins where that is later.
 */
final class LegalMoment {
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
        return query.find("datetime").map(this::day).orElseGet(() -> LocalDate.now(clock));
    }

    private LocalDate day(String text) {
        String[] ends = text.strip().split("/", -1);
        if (ends.length == 1) {
            return end(ends[0]).orElseThrow(() -> invalid(text));
        }
        if (ends.length != 2) {
            throw invalid(text);
        }
        Optional<LocalDate> from = end(ends[0]);
        Optional<LocalDate> to = end(ends[1]);
        boolean open = from.isEmpty() && to.isEmpty();
        boolean backwards = from.isPresent() && to.isPresent() && from.get().isAfter(to.get());
        if (open || backwards) {
            throw invalid(text);
        }
        LocalDate today = LocalDate.now(clock);
        return to.orElseGet(() -> from.filter(day -> day.isAfter(today)).orElse(today));
    }

    private Optional<LocalDate> end(String text) {
        if (text.isEmpty() || text.equals("..")) {
            return Optional.empty();
        }
        try {
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text));
            }
            return Optional.of(OffsetDateTime.parse(text.replace(' ', '+'))
                    .atZoneSameInstant(clock.getZone())
                    .toLocalDate());
        } catch (DateTimeException e) {
            throw invalid(text);
        }
    }

    private static Problem invalid(String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return Query.invalid(
                        "datetime",
                        "«datetime» «" + shown + "» no es un día, un instante con zona ni un intervalo.",
                        "'datetime' '" + shown + "' is no day, instant with zone or interval.")
                .hint(
                        "Por ejemplo 2026-11-22, 2026-11-22T15:04:05Z, 2005-06-01/2026-11-22 o ../2026-11-22.",
                        "For example 2026-11-22, 2026-11-22T15:04:05Z, 2005-06-01/2026-11-22 or ../2026-11-22.");
    }
}
