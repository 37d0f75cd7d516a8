package co.lindero.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The course of one file of the register up to the day for which the demonstration was made: its status and its days. Later days
 * than that are not known yet.
 *
 * @param status as the register writes it
 */
record LicenceCourse(
        String status,
        LocalDate filed,
        @Nullable LocalDate observed,
        @Nullable LocalDate answered,
        @Nullable LocalDate decided,
        @Nullable LocalDate notified,
        @Nullable LocalDate finalOn,
        @Nullable LocalDate extended) {
    /** The day for which the register was made up. */
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    /** How a file ends. */
    enum End {
        GRANTED,
        DENIED,
        WITHDRAWN,
        /** Granted and notified, with an appeal that nobody has decided: it is not final. */
        APPEALED
    }

    /** Makes up a course from its filing; months of validity decide when an extension is asked for. */
    static LicenceCourse of(LocalDate filed, End end, int months, RandomGenerator random) {
        LocalDate observed = random.nextInt(10) < 7 ? filed.plusDays(18 + random.nextInt(25)) : null;
        LocalDate answered = observed == null ? null : observed.plusDays(8 + random.nextInt(50));
        LocalDate decided = (answered == null ? filed : answered).plusDays(20 + random.nextInt(35));
        LocalDate notified = decided.plusDays(3 + random.nextInt(10));
        LocalDate finalOn = end == End.APPEALED ? null : notified.plusDays(15 + random.nextInt(6));
        LocalDate asked = finalOn == null ? null : finalOn.plusMonths(months).minusDays(20 + random.nextInt(40));
        LocalDate extended = end == End.GRANTED && random.nextInt(10) < 3 ? asked : null;
        return new LicenceCourse(
                status(end, List.of(filed, decided, notified), observed, answered, finalOn),
                filed,
                known(observed),
                known(answered),
                known(decided),
                end == End.WITHDRAWN ? null : known(notified),
                end == End.GRANTED ? known(finalOn) : null,
                known(extended));
    }

    private static @Nullable LocalDate known(@Nullable LocalDate day) {
        return hasCome(day) ? day : null;
    }

    private static boolean hasCome(@Nullable LocalDate day) {
        return day != null && !day.isAfter(AS_OF);
    }

    private static String status(
            End end,
            List<LocalDate> filedDecidedNotified,
            @Nullable LocalDate observed,
            @Nullable LocalDate answered,
            @Nullable LocalDate finalOn) {
        if (hasCome(filedDecidedNotified.get(1))) {
            return switch (end) {
                case DENIED -> "negada";
                case WITHDRAWN -> "desistida";
                default ->
                    hasCome(finalOn) ? "en_firme" : hasCome(filedDecidedNotified.get(2)) ? "notificada" : "concedida";
            };
        }
        if (hasCome(observed)) {
            return hasCome(answered) ? "en_viabilidad" : "con_acta_de_observaciones";
        }
        return filedDecidedNotified.get(0).isAfter(AS_OF.minusDays(10)) ? "radicada" : "en_revision";
    }
}
