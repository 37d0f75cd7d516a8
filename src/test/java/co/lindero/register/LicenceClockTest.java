package co.lindero.register;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.problem.Language;
import co.lindero.register.LicenceTerms.Decision;
import co.lindero.register.LicenceTerms.Validity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceClockTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private final WorkingDays days = new WorkingDays();
    private final LicenceClock clock = new LicenceClock(ValidityRegimes.shipped(), days);

    private static Licence licence(
            String licenceClass, String modalities, String status, String filed, @Nullable String finalOn) {
        return licence(licenceClass, modalities, status, filed, finalOn, null, null, null);
    }

    private static Licence licence(
            String licenceClass,
            String modalities,
            String status,
            String filed,
            @Nullable String finalOn,
            @Nullable String extensionFinalOn,
            @Nullable String observed,
            @Nullable String answered) {
        return new Licence(
                "76130",
                "76130-0-24-0001",
                "d",
                words(licenceClass).get(0),
                words(licenceClass).subList(1, words(licenceClass).size()),
                words(modalities),
                status,
                LocalDate.parse(filed),
                day(observed),
                day(answered),
                null,
                null,
                day(finalOn),
                day(extensionFinalOn),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private Validity validity(Licence licence) {
        return clock.count(licence, TODAY, Language.ES).validity();
    }

    private Decision decision(Licence licence, String on) {
        return clock.count(licence, LocalDate.parse(on), Language.ES).decision();
    }

    @ParameterizedTest
    @CsvSource({
        "construccion, obra_nueva, 2022-01-10, 36, 12, D1783-2021",
        "construccion, ampliacion, 2022-01-10, 24, 12, D1783-2021",
        "construccion, ampliacion obra_nueva, 2022-01-10, 36, 12, D1783-2021",
        "urbanizacion, desarrollo, 2022-01-10, 36, 12, D1783-2021",
        "urbanizacion, saneamiento, 2022-01-10, 12, 0, D1783-2021",
        "parcelacion, desarrollo, 2022-01-10, 36, 12, D1783-2021",
        "subdivision, rural, 2022-01-10, 12, 0, D1783-2021",
        "subdivision, '', 2022-01-10, 12, 0, D1783-2021",
        "intervencion_espacio_publico, '', 2022-01-10, 24, 12, D1783-2021",
        // on the boundary day the new regime, the day before it the old one
        "construccion, obra_nueva, 2021-12-20, 36, 12, D1783-2021",
        "construccion, obra_nueva, 2021-12-19, 24, 12, D1469-2010",
        "subdivision, urbana, 2021-12-19, 6, 0, D1469-2010",
        // several classes in one act
        "urbanizacion construccion, desarrollo obra_nueva, 2022-01-10, 48, 12, D1783-2021",
        "construccion urbanizacion, desarrollo obra_nueva, 2022-01-10, 48, 12, D1783-2021",
        "parcelacion construccion, desarrollo obra_nueva, 2022-01-10, 48, 12, D1783-2021",
        "urbanizacion construccion, '', 2022-01-10, 48, 12, D1783-2021",
        "urbanizacion construccion, desarrollo obra_nueva, 2021-12-19, 36, 12, D1469-2010",
        // an enclosure, an extension or a demolition is no new building: the longest
        "urbanizacion construccion, desarrollo cerramiento, 2022-01-10, 36, 12, D1783-2021",
        "parcelacion construccion, desarrollo ampliacion, 2022-01-10, 36, 12, D1783-2021",
        "urbanizacion construccion, saneamiento demolicion, 2022-01-10, 24, 12, D1783-2021",
        "urbanizacion construccion, desarrollo cerramiento, 2021-12-19, 36, 12, D1469-2010",
        // no rule of their own: the longest
        "subdivision construccion, urbana ampliacion, 2022-01-10, 24, 12, D1783-2021",
        "subdivision construccion, urbana obra_nueva, 2022-01-10, 36, 12, D1783-2021",
    })
    void monthsFollowClassModalityAndFilingDate(
            String licenceClass, String modalities, String filed, int months, int extension, String regime) {
        Validity validity = validity(licence(licenceClass, modalities, "en_firme", filed, "2024-05-31"));
        assertThat(validity.months()).isEqualTo(months);
        assertThat(validity.extensionMonths()).isEqualTo(extension);
        assertThat(validity.regime()).isEqualTo(regime);
        assertThat(validity.until())
                .isEqualTo(LocalDate.parse("2024-05-31").plusMonths(months).toString());
    }

    @Test
    void anActOfSeveralClassesTellsTheOtherReadingAndThatItIsNotVerified() {
        Validity joint = validity(
                licence("urbanizacion construccion", "desarrollo obra_nueva", "en_firme", "2022-01-10", "2022-06-01"));
        assertThat(joint.until()).isEqualTo("2026-06-01");
        assertThat(joint.verified()).isFalse();
        assertThat(joint.reason()).contains("48 meses", "36, hasta 2025-06-01");
        Validity fence = validity(
                licence("urbanizacion construccion", "desarrollo cerramiento", "en_firme", "2022-01-10", "2022-06-01"));
        assertThat(fence.until()).isEqualTo("2025-06-01");
        assertThat(fence.verified()).isFalse();
        assertThat(fence.reason()).contains("36 meses", "las suma da 48, hasta 2026-06-01");
        Validity longest = validity(
                licence("subdivision construccion", "urbana obra_nueva", "en_firme", "2022-01-10", "2022-06-01"));
        assertThat(longest.verified()).isTrue();
        assertThat(longest.reason()).isNull();
        // the modality of the second class is not named: those of the first say nothing of it
        assertThat(validity(licence("subdivision construccion", "urbana", "en_firme", "2022-01-10", "2022-06-01"))
                        .state())
                .isEqualTo("unknown");
    }

    @Test
    void validityCountsFromFirmnessAndItsLastDayIsValid() {
        Licence licence = licence("construccion", "ampliacion", "en_firme", "2024-06-01", "2024-11-24");
        assertThat(validity(licence).until()).isEqualTo("2026-11-24");
        assertThat(validity(licence).state()).isEqualTo("valid");
        assertThat(clock.count(licence, TODAY.plusDays(1), Language.ES)
                        .validity()
                        .state())
                .isEqualTo("expired");
        assertThat(validity(licence).revalidationRequestBy()).isEqualTo("2027-01-24");
    }

    @Test
    void anExtensionMustBeAskedForThirtyWorkingDaysBefore() {
        Validity validity = validity(licence("construccion", "obra_nueva", "en_firme", "2024-06-01", "2024-11-25"));
        LocalDate by = LocalDate.parse(validity.extensionRequestBy());
        assertThat(days.between(by, LocalDate.parse("2027-11-25"))).isEqualTo(30);
        assertThat(validity(licence("subdivision", "rural", "en_firme", "2024-06-01", "2024-11-25"))
                        .extensionRequestBy())
                .isNull();
    }

    @Test
    void anExtensionAddsItsMonthsAndATransitionalDecreeIsNamed() {
        Licence extended =
                licence("construccion", "ampliacion", "en_firme", "2022-06-01", "2023-07-01", "2025-05-20", null, null);
        assertThat(validity(extended).until()).isEqualTo("2026-07-01");
        assertThat(validity(extended).extended()).isTrue();
        assertThat(validity(extended).secondExtension()).isNull();
        LicenceTerms.SecondExtension second = clock.count(extended, LocalDate.parse("2026-06-30"), Language.ES)
                .validity()
                .secondExtension();
        assertThat(second).isNotNull();
        assertThat(second.requestUntil()).isEqualTo("2026-06-30");
        assertThat(second.verified()).isFalse();
    }

    @Test
    void anExtensionCountsFromTheDayOnWhichItIsFinal() {
        Licence extended =
                licence("construccion", "ampliacion", "en_firme", "2022-06-01", "2023-07-01", "2025-05-20", null, null);
        Validity before = clock.count(extended, LocalDate.parse("2025-05-19"), Language.ES)
                .validity();
        assertThat(before.extended()).isFalse();
        assertThat(before.until()).isEqualTo("2025-07-01");
        Validity after = clock.count(extended, LocalDate.parse("2025-05-20"), Language.ES)
                .validity();
        assertThat(after.extended()).isTrue();
        assertThat(after.until()).isEqualTo("2026-07-01");
    }

    @Test
    void whatTheDatesDoNotSayIsNotGuessed() {
        assertThat(validity(licence("construccion", "", "en_firme", "2024-06-01", "2024-11-25"))
                        .state())
                .isEqualTo("unknown");
        assertThat(validity(licence("construccion", "obra_nueva", "concedida", "2024-06-01", null))
                        .state())
                .isEqualTo("not_final");
        assertThat(validity(licence("construccion", "obra_nueva", "en_firme", "1999-06-01", "2000-01-01"))
                        .state())
                .isEqualTo("unknown");
        assertThat(validity(licence("construccion", "obra_nueva", "negada", "2024-06-01", null))
                        .state())
                .isEqualTo("not_granted");
        assertThat(validity(licence("construccion", "obra_nueva", "en_revision", "2026-11-01", null))
                        .state())
                .isEqualTo("pending");
    }

    @Test
    void aDecisionIsDueFortyFiveWorkingDaysAfterFiling() {
        Licence filed = licence("construccion", "obra_nueva", "en_revision", "2026-09-01", null);
        Decision decision = decision(filed, "2026-10-01");
        assertThat(decision.state()).isEqualTo("running");
        // 21 working days of September, 21 of October (the 12th is none), and three of November (the 2nd is none)
        assertThat(decision.earliest()).isEqualTo("2026-11-05");
        assertThat(decision.readings()).hasSize(1);
        assertThat(days.between(
                        LocalDate.parse("2026-11-05"),
                        LocalDate.parse(decision.readings().get(0).dueExtended())))
                .isEqualTo(22);
        assertThat(decision(filed, "2026-11-06").state()).isEqualTo("overdue");
    }

    @Test
    void afterObservationsBothReadingsAreShownAndTheEarliestCounts() {
        Licence answered = licence(
                "construccion", "obra_nueva", "en_revision", "2026-09-01", null, null, "2026-09-15", "2026-10-01");
        Decision decision = decision(answered, "2026-10-02");
        assertThat(decision.readings())
                .extracting(LicenceTerms.Reading::reading)
                .containsExactly("resume", "restart");
        LocalDate resumed = LocalDate.parse(decision.readings().get(0).due());
        LocalDate restarted = LocalDate.parse(decision.readings().get(1).due());
        assertThat(days.between(LocalDate.parse("2026-10-01"), resumed)).isEqualTo(35);
        assertThat(days.between(LocalDate.parse("2026-10-01"), restarted)).isEqualTo(45);
        assertThat(decision.earliest()).isEqualTo(resumed.toString());
    }

    @Test
    void whileObservationsAreNotAnsweredTheTermIsSuspended() {
        Decision decision = decision(
                licence(
                        "construccion",
                        "obra_nueva",
                        "con_acta_de_observaciones",
                        "2026-09-01",
                        null,
                        null,
                        "2026-09-15",
                        null),
                "2026-10-02");
        assertThat(decision.state()).isEqualTo("suspended");
        assertThat(decision.earliest()).isNull();
        assertThat(days.between(LocalDate.parse("2026-09-15"), LocalDate.parse(decision.answerDue())))
                .isEqualTo(30);
        assertThat(days.between(LocalDate.parse("2026-09-15"), LocalDate.parse(decision.answerDueExtended())))
                .isEqualTo(45);
    }
}
