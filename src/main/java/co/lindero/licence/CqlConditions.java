package co.lindero.licence;

import co.lindero.law.Bilingual;
import java.util.List;

/** Conditions in CQL2 text. Until they can be evaluated here, none is taken to hold or not to hold. */
final class CqlConditions implements Conditions {
    CqlConditions(ProposalValues values) {
        this.values = values;
    }

    private final ProposalValues values;

    @Override
    public Outcome decide(String condition) {
        return new Outcome(Holds.UNKNOWN, values.inputs("condition"), new Bilingual("", ""));
    }

    static List<String> names() {
        return List.of();
    }
}
