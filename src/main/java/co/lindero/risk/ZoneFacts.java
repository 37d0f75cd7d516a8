package co.lindero.risk;

import org.jspecify.annotations.Nullable;

/**
 * What the zones of one code on a plot state about hazard and risk.
 *
 * @param theme code of the theme
 * @param code code of the zones
 * @param level highest level that any of them states
 * @param mixed whether they state different levels
 * @param mitigable false where one states that the risk cannot be mitigated; null where none says
 * @param study studies named, joined by a semicolon
 * @param detailed whether each of them rests on a detailed study
 */
record ZoneFacts(
        String theme,
        String code,
        RiskLevel level,
        boolean mixed,
        @Nullable Boolean mitigable,
        @Nullable String study,
        boolean detailed) {

    /** Facts of a zone of which nothing is stated. */
    static ZoneFacts unstated(String theme, String code) {
        return new ZoneFacts(theme, code, RiskLevel.UNSTATED, false, null, null, false);
    }

    /** Tells whether one states that no work mitigates its risk. */
    boolean isNonMitigable() {
        return Boolean.FALSE.equals(mitigable);
    }
}
