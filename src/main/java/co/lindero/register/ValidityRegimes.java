package co.lindero.register;

import co.lindero.law.LegalSource;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long licences are valid, by filing date, class and modality, and the terms of the procedure, as configured.
 *
 * @param decision terms of the decision
 * @param extensionRequestWorkingDays working days before the end by which an extension must be asked for
 * @param revalidationMonths months after the end within which revalidation may be asked for
 * @param regimes regimes by filing date
 * @param transitional second extensions that transitional decrees allow
 */
record ValidityRegimes(
        Decision decision,
        int extensionRequestWorkingDays,
        int revalidationMonths,
        LegalSource extensionSource,
        LegalSource revalidationSource,
        List<Regime> regimes,
        List<Transitional> transitional) {

    /** Terms of the decision, working days. */
    record Decision(
            int workingDays,
            int extensionWorkingDays,
            int answerWorkingDays,
            int answerExtensionWorkingDays,
            LegalSource source,
            LegalSource observationsSource) {}

    /**
     * A regime.
     *
     * @param from first filing day; to: first filing day of the next, null for the last
     * @param verified whether it was read in the norm itself
     */
    record Regime(
            String code,
            LocalDate from,
            @Nullable LocalDate to,
            boolean verified,
            LegalSource source,
            List<Rule> rules) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** Months of validity and of the one extension (0 for none) of a class and modality ({@code *} for any). */
    record Rule(@JsonProperty("class") String licenceClass, String modality, int months, int extensionMonths) {}

    /** A second extension, to be asked for until a day. */
    record Transitional(LocalDate requestUntil, boolean verified, LegalSource source) {}

    /** Reads the regimes that ship with Lindero. */
    static ValidityRegimes shipped() {
        try (InputStream in = Objects.requireNonNull(
                ValidityRegimes.class.getResourceAsStream("/register/regimes.yaml"), "regimes.yaml")) {
            return Json.mapper().treeToValue(new YAMLMapper().readTree(in), ValidityRegimes.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds the regime of a filing day. */
    Optional<Regime> find(LocalDate filedOn) {
        return regimes.stream().filter(regime -> regime.holdsOn(filedOn)).findFirst();
    }

    /**
     * Finds the rule of a licence: of several modalities the one that is valid longest. Where the modalities are not known there
     * is one only if all of the class are valid as long.
     */
    static Optional<Rule> find(Regime regime, String licenceClass, List<String> modalities) {
        List<Rule> ofClass = regime.rules().stream()
                .filter(rule -> rule.licenceClass().equals(licenceClass))
                .toList();
        if (modalities.isEmpty()) {
            boolean same = ofClass.stream().mapToInt(Rule::months).distinct().count() == 1;
            return same ? Optional.of(ofClass.get(0)) : Optional.empty();
        }
        return modalities.stream()
                .flatMap(modality -> ofClass.stream()
                        .filter(rule ->
                                rule.modality().equals("*") || rule.modality().equals(modality))
                        .findFirst()
                        .stream())
                .max(Comparator.comparingInt(Rule::months));
    }
}
