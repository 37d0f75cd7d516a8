package co.lindero.followup;

import co.lindero.platform.problem.Language;
import co.lindero.register.LicenceStates;
import java.util.List;

/** Names of what a follow-up tells, for people. */
record FollowUpWords(Language language) {
    /** Returns the title of a section. */
    String section(String code) {
        return switch (code) {
            case "zones" -> language.pick("Licenciado frente a lo permitido", "Licensed against allowed");
            case "expiring" -> language.pick("Por vencer", "About to expire");
            case "conflicts" -> language.pick("Hoy no se permitirían", "Would not be allowed today");
            default -> language.pick("Candidatos a visita", "Candidates to inspect");
        };
    }

    /** Returns why a building is to be looked at. */
    String reason(String code) {
        return switch (code) {
            case "protection" -> language.pick("protección", "protection");
            case "high-hazard" -> language.pick("amenaza alta", "high hazard");
            default -> language.pick("mayor que la norma", "larger than the norm");
        };
    }

    /** Returns the official name of a class of licence and of its modalities. */
    String kind(String licenceClass, List<String> modalities) {
        String named = licenceClass.replace('_', ' ');
        return modalities.isEmpty()
                ? named
                : named + ": " + String.join(", ", modalities).replace('_', ' ');
    }

    /** Returns the state of a licence. */
    String state(String code) {
        return LicenceStates.validity(code, language);
    }
}
