package co.lindero.register;

import co.lindero.law.LegalSource;
import co.lindero.platform.problem.Language;
import co.lindero.register.LicenceTerms.Decision;
import co.lindero.register.LicenceTerms.Reading;
import co.lindero.register.LicenceTerms.SecondExtension;
import co.lindero.register.LicenceTerms.Validity;
import co.lindero.register.ValidityRegimes.Found;
import co.lindero.register.ValidityRegimes.Regime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts the validity and the decision term of a licence from its dates. What the dates do not allow to say is unknown, never
 * guessed. Pure, thread-safe.
 *
 * @legal Decreto 1077 de 2015, arts. 2.2.6.1.2.3.1 (decision), 2.2.6.1.2.2.4 (observations), 2.2.6.1.2.4.1 and 2.2.6.1.2.4.2
 *     (validity, extension, revalidation); Ley 388 de 1997, art. 99
 */
final class LicenceClock {
    private final ValidityRegimes regimes;
    private final WorkingDays days;

    LicenceClock(ValidityRegimes regimes, WorkingDays days) {
        this.regimes = regimes;
        this.days = days;
    }

    /**
     * Counts.
     *
     * @param on legal day on which the state is asked
     */
    LicenceTerms count(Licence licence, LocalDate on, Language language) {
        return new LicenceTerms(validity(licence, on, language), decision(licence, on, language));
    }

    private Validity validity(Licence licence, LocalDate on, Language language) {
        if (!licence.isGranted()) {
            return without(licence.isClosedWithout() ? "not_granted" : "pending", null);
        }
        Optional<Regime> regime = regimes.find(licence.filedOn());
        if (regime.isEmpty()) {
            return without(
                    "unknown",
                    language.pick(
                            "No hay configurado un régimen para la fecha de radicación.",
                            "No regime is configured for the filing date."));
        }
        Optional<Found> rule = regimes.find(regime.get(), licence.classes(), licence.modalities());
        if (rule.isEmpty()) {
            return without(
                    "unknown",
                    language.pick(
                            "La vigencia depende de la modalidad, y el registro no la dice.",
                            "The validity hangs on the modality, which the register does not say."));
        }
        return licence.finalOn() == null
                ? notFinal(regime.get(), rule.get(), language)
                : counted(licence, licence.finalOn(), regime.get(), rule.get(), on, language);
    }

    private static Validity without(String state, @Nullable String reason) {
        return new Validity(state, reason, null, null, null, null, null, null, false, null, null, null, List.of());
    }

    private static Validity notFinal(Regime regime, Found rule, Language language) {
        return new Validity(
                "not_final",
                language.pick(
                        "El registro no dice cuándo quedó en firme: la vigencia no se puede contar.",
                        "The register does not say when it became final: the validity cannot be counted."),
                regime.code(),
                regime.verified() && rule.verified(),
                rule.months(),
                rule.extensionMonths(),
                null,
                null,
                false,
                null,
                null,
                null,
                List.of(regime.source()));
    }

    private Validity counted(
            Licence licence, LocalDate finalOn, Regime regime, Found rule, LocalDate on, Language language) {
        LocalDate end = finalOn.plusMonths(rule.months());
        boolean extended = licence.extensionFinalOn() != null
                && !licence.extensionFinalOn().isAfter(on)
                && rule.extensionMonths() > 0;
        LocalDate until = extended ? end.plusMonths(rule.extensionMonths()) : end;
        boolean extensible = rule.extensionMonths() > 0 && !extended;
        List<LegalSource> sources = new ArrayList<>(List.of(regime.source()));
        if (extensible || extended) {
            sources.add(regimes.extensionSource());
        }
        sources.add(regimes.revalidationSource());
        return new Validity(
                on.isBefore(finalOn) ? "not_final" : on.isAfter(until) ? "expired" : "valid",
                rule.otherMonths() == null ? null : otherReading(rule, rule.otherMonths(), finalOn, language),
                regime.code(),
                regime.verified() && rule.verified(),
                rule.months(),
                rule.extensionMonths(),
                finalOn.toString(),
                until.toString(),
                extended,
                extensible
                        ? days.minus(end, regimes.extensionRequestWorkingDays()).toString()
                        : null,
                until.plusMonths(regimes.revalidationMonths()).toString(),
                extended && !on.isAfter(until) ? second(on) : null,
                sources.stream().distinct().toList());
    }

    /** Several classes in one act: sources differ on how long they are valid. */
    private static String otherReading(Found rule, int otherMonths, LocalDate finalOn, Language language) {
        return language.pick(
                "Varias clases en un mismo acto: " + rule.months() + " meses. La lectura que "
                        + (otherMonths < rule.months() ? "no las suma" : "las suma") + " da " + otherMonths + ", hasta "
                        + finalOn.plusMonths(otherMonths) + ".",
                "Several classes in one act: " + rule.months() + " months. The reading that "
                        + (otherMonths < rule.months() ? "does not join" : "joins") + " them gives " + otherMonths
                        + ", until " + finalOn.plusMonths(otherMonths) + ".");
    }

    private @Nullable SecondExtension second(LocalDate on) {
        return regimes.transitional().stream()
                .filter(decree -> !on.isAfter(decree.requestUntil()))
                .findFirst()
                .map(decree ->
                        new SecondExtension(decree.requestUntil().toString(), decree.verified(), decree.source()))
                .orElse(null);
    }

    private Decision decision(Licence licence, LocalDate on, Language language) {
        if (licence.isClosedWithout() || licence.decidedOn() != null || licence.isGranted()) {
            return new Decision(
                    licence.isClosedWithout() && licence.decidedOn() == null ? "closed" : "decided",
                    null,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    List.of());
        }
        LocalDate observed = licence.observedOn();
        if (observed != null && licence.answeredOn() == null) {
            return suspended(observed);
        }
        List<Counted> counted = observed == null || licence.answeredOn() == null
                ? List.of(plain(licence, language))
                : disputed(licence, observed, licence.answeredOn(), language);
        LocalDate earliest = counted.stream()
                .map(Counted::due)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<LegalSource> sources = new ArrayList<>(List.of(regimes.decision().source()));
        if (observed != null) {
            sources.add(regimes.decision().observationsSource());
        }
        return new Decision(
                on.isAfter(earliest) ? "overdue" : "running",
                earliest.toString(),
                counted.stream().map(Counted::reading).toList(),
                null,
                null,
                days.changes(licence.filedOn(), latest(counted)),
                sources);
    }

    private static LocalDate latest(List<Counted> counted) {
        return counted.stream()
                .map(one -> LocalDate.parse(one.reading().dueExtended()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private record Counted(LocalDate due, Reading reading) {}

    private Decision suspended(LocalDate observed) {
        int answer = regimes.decision().answerWorkingDays();
        LocalDate extended = days.plus(observed, answer + regimes.decision().answerExtensionWorkingDays());
        return new Decision(
                "suspended",
                null,
                List.of(),
                days.plus(observed, answer).toString(),
                extended.toString(),
                days.changes(observed, extended),
                List.of(regimes.decision().observationsSource()));
    }

    private Counted plain(Licence licence, Language language) {
        return counted(
                "plain",
                language.pick("Desde la radicación en debida forma.", "From filing in due form."),
                licence.filedOn(),
                regimes.decision().workingDays());
    }

    private List<Counted> disputed(Licence licence, LocalDate observed, LocalDate answered, Language language) {
        int left = Math.max(0, regimes.decision().workingDays() - days.between(licence.filedOn(), observed));
        return List.of(
                counted(
                        "resume",
                        language.pick(
                                "El término se reanuda: corre lo que faltaba.",
                                "The term resumes: what was left runs on."),
                        answered,
                        left),
                counted(
                        "restart",
                        language.pick(
                                "El término empieza de nuevo (práctica discutida).",
                                "The term begins again (disputed practice)."),
                        answered,
                        regimes.decision().workingDays()));
    }

    private Counted counted(String reading, String text, LocalDate from, int workingDays) {
        LocalDate due = days.plus(from, workingDays);
        return new Counted(
                due,
                new Reading(
                        reading,
                        text,
                        due.toString(),
                        days.plus(due, regimes.decision().extensionWorkingDays())
                                .toString()));
    }
}
