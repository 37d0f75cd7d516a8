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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long licences are valid, by filing date, class and modality, and the terms of the procedure, as configured.
 *
 * @param decision terms of the decision
 * @param extensionRequestWorkingDays working days before the end by which an extension must be asked for
 * @param revalidationMonths months after the end within which revalidation may be asked for
 * @param modalities modalities of each class
 * @param regimes regimes by filing date
 * @param transitional second extensions that transitional decrees allow
 */
record ValidityRegimes(
        Decision decision,
        int extensionRequestWorkingDays,
        int revalidationMonths,
        LegalSource extensionSource,
        LegalSource revalidationSource,
        Map<String, List<String>> modalities,
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
     * @param several rules on acts of several classes, the first that fits holds
     */
    record Regime(
            String code,
            LocalDate from,
            @Nullable LocalDate to,
            boolean verified,
            LegalSource source,
            List<Rule> rules,
            @Nullable List<Several> several) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** Months of validity and of the one extension (0 for none) of a class and modality ({@code *} for any). */
    record Rule(@JsonProperty("class") String licenceClass, String modality, int months, int extensionMonths) {}

    /**
     * Months of validity of an act that decides all of some classes.
     *
     * @param building modality of construction that it takes; null for any
     */
    record Several(List<String> classes, @Nullable String building, int months, int extensionMonths, boolean verified) {

        /** Whether the modalities of construction that an act names, if any, are such as this speaks of. */
        boolean fits(List<String> ofConstruction) {
            return building == null || ofConstruction.isEmpty() || ofConstruction.contains(building);
        }
    }

    /**
     * What holds for one licence.
     *
     * @param otherMonths where an act of several classes has a rule of its own, the months of the reading not taken: those of its
     *     longest class, or those of the rule; null else
     */
    record Found(
            int months,
            int extensionMonths,
            boolean verified,
            @Nullable Integer otherMonths) {}

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
     * Finds what holds for a licence: of several modalities, and of several classes without a rule of their own, the one that is
     * valid longest. Nothing where a class needs its modality and the register does not name it.
     */
    Optional<Found> find(Regime regime, List<String> classes, List<String> named) {
        List<Optional<Rule>> each = classes.stream()
                .map(one -> find(regime, one, ofClass(one, named)))
                .toList();
        Optional<Rule> longest = each.stream().allMatch(Optional::isPresent)
                ? each.stream().flatMap(Optional::stream).max(Comparator.comparingInt(Rule::months))
                : Optional.empty();
        Optional<Several> together = classes.size() < 2 || regime.several() == null
                ? Optional.empty()
                : regime.several().stream()
                        .filter(rule -> classes.containsAll(rule.classes()))
                        .findFirst();
        Integer joined = together.map(Several::months).orElse(null);
        return together.filter(rule -> rule.fits(ofClass("construccion", named)))
                .map(rule -> new Found(
                        rule.months(),
                        rule.extensionMonths(),
                        rule.verified(),
                        longest.map(Rule::months).orElse(null)))
                .or(() ->
                        longest.map(rule -> new Found(rule.months(), rule.extensionMonths(), joined == null, joined)));
    }

    private List<String> ofClass(String licenceClass, List<String> named) {
        return named.stream()
                .filter(modalities.getOrDefault(licenceClass, List.of())::contains)
                .toList();
    }

    private static Optional<Rule> find(Regime regime, String licenceClass, List<String> named) {
        List<Rule> rules = regime.rules().stream()
                .filter(rule -> rule.licenceClass().equals(licenceClass))
                .toList();
        if (named.isEmpty()) {
            boolean same = rules.stream().mapToInt(Rule::months).distinct().count() == 1;
            return same ? Optional.of(rules.get(0)) : Optional.empty();
        }
        return named.stream()
                .flatMap(modality -> rules.stream()
                        .filter(rule ->
                                rule.modality().equals("*") || rule.modality().equals(modality))
                        .findFirst()
                        .stream())
                .max(Comparator.comparingInt(Rule::months));
    }
}
