package co.lindero.register;

import co.lindero.platform.problem.Language;

/** Names of the states of licences and of their terms, for people; answers to programs carry the codes. */
public final class LicenceStates {
    private LicenceStates() {}

    /**
     * Returns the name of a state of validity.
     *
     * @param code as in {@link LicenceTerms.Validity}
     */
    public static String validity(String code, Language language) {
        return switch (code) {
            case "valid" -> language.pick("vigente", "valid");
            case "expired" -> language.pick("vencida", "expired");
            case "not_final" -> language.pick("sin quedar en firme", "not final");
            case "not_granted" -> language.pick("no concedida", "not granted");
            case "pending" -> language.pick("en trámite", "pending");
            default -> language.pick("no se sabe", "not known");
        };
    }

    /**
     * Returns the name of a state of the term to decide.
     *
     * @param code as in {@link LicenceTerms.Decision}
     */
    static String decision(String code, Language language) {
        return switch (code) {
            case "decided" -> language.pick("decidida", "decided");
            case "running" -> language.pick("corre", "running");
            case "suspended" -> language.pick("suspendido", "suspended");
            case "overdue" -> language.pick("vencido", "overdue");
            default -> language.pick("cerrado", "closed");
        };
    }
}
