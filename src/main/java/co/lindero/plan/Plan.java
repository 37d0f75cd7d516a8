package co.lindero.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A planning instrument or a revision of one.
 *
 * @param municipality DIVIPOLA code
 * @param code code in commands and requests
 * @param kind POT, PBOT or EOT
 * @param act administrative act
 * @param status draft until adopted
 * @param inForceFrom first legal day in force; of a draft the day proposed
 * @param inForceTo first legal day no longer in force; null while no successor is adopted
 * @param termEnds day on which its term ends; it stays in force after it
 * @param revises code of the plan that it revises in part
 * @legal Ley 388 de 1997, arts. 9 and 28
 */
public record Plan(
        String municipality,
        String code,
        String kind,
        String act,
        Status status,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        @Nullable LocalDate termEnds,
        @Nullable String revises) {

    /** Whether a plan counts. */
    public enum Status {
        DRAFT,
        ADOPTED;

        /** Returns the name in JSON and on the command line. */
        public String code() {
            return this == DRAFT ? "draft" : "adopted";
        }
    }

    public boolean isAdopted() {
        return status == Status.ADOPTED;
    }

    /** Tells whether the plan is in force on a legal day. */
    public boolean inForceOn(LocalDate day) {
        return isAdopted() && !day.isBefore(inForceFrom) && (inForceTo == null || day.isBefore(inForceTo));
    }

    /** Tells whether the term of the plan is over on a day. It stays in force until a successor is adopted. */
    public boolean expiredOn(LocalDate day) {
        return termEnds != null && !day.isBefore(termEnds);
    }

    public Optional<String> revisedPlan() {
        return Optional.ofNullable(revises);
    }

    /** Returns the plan with the term of the plan it revises where it states none: a partial revision opens no new one. */
    public Plan withTermOf(Plan revised) {
        return termEnds != null
                ? this
                : new Plan(municipality, code, kind, act, status, inForceFrom, inForceTo, revised.termEnds, revises);
    }

    Plan withInForce(LocalDate from, @Nullable LocalDate to) {
        return new Plan(municipality, code, kind, act, Status.ADOPTED, from, to, termEnds, revises);
    }
}
