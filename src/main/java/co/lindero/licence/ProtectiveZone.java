package co.lindero.licence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What a protective zone means for a licence, read from its theme, code, label and attributes by their official values.
 *
 * @legal Decreto 1077 de 2015, arts. 2.2.2.1.3.1.1 ff (hazard and risk); Ley 388 de 1997, art. 35 (protection land);
 *     Decreto-Ley 2811 de 1974, art. 83 (riparian buffer)
 */
enum ProtectiveZone {
    /** No building: protection land, riparian buffer, road reservation. */
    FORBIDS,
    /** Risk that no work mitigates: no licence at all. */
    NON_MITIGABLE_RISK,
    /** Condition of hazard or risk: a detailed study comes first. */
    CONDITION,
    /** High or medium hazard: a study. */
    HAZARD,
    /** Low hazard: nothing mapped that restricts. */
    LOW_HAZARD,
    /** Hazard whose category is not written: a person must read it. */
    HAZARD_UNCATEGORISED,
    /** A planner's own protective theme: a person must read it. */
    OTHER;

    private static final java.util.Set<String> FORBIDDING =
            java.util.Set.of("riparian-buffer", "urban-protection", "road-reservation");

    static ProtectiveZone of(TargetZone zone) {
        String said =
                folded(zone.code() + " " + Optional.ofNullable(zone.label()).orElse("") + " "
                        + Optional.ofNullable(zone.attributes()).orElse(""));
        if (said.contains("no mitigable") || said.contains("non mitigable")) {
            return NON_MITIGABLE_RISK;
        }
        if (FORBIDDING.contains(zone.theme())) {
            return FORBIDS;
        }
        if (zone.theme().equals("hazard-condition") || zone.theme().equals("risk-condition")) {
            return CONDITION;
        }
        return zone.theme().startsWith("hazard-") ? hazard(zone) : OTHER;
    }

    /** By the code first, which holds the official category; then by the label, then by the attribute. */
    private static ProtectiveZone hazard(TargetZone zone) {
        for (String text : new String[] {zone.code(), zone.label(), zone.attributes()}) {
            String said = " " + folded(Optional.ofNullable(text).orElse("")) + " ";
            if (said.matches("(?s).* (alta|alto|high|media|medio|medium)\\b.*")) {
                return HAZARD;
            }
            if (said.matches("(?s).* (baja|bajo|low)\\b.*")) {
                return LOW_HAZARD;
            }
        }
        return HAZARD_UNCATEGORISED;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ");
    }
}
