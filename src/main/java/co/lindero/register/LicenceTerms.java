package co.lindero.register;

import co.lindero.law.LegalSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the dates of a licence, in one language: days as {@code YYYY-MM-DD}.
 *
 * @param validity how long it is valid
 * @param decision when a decision is due
 */
public record LicenceTerms(Validity validity, Decision decision) {
    /**
     * Validity.
     *
     * @param state valid, expired, not_final, not_granted, pending or unknown, on the day asked
     * @param reason why it is unknown, or what to look into
     * @param regime regime by filing date
     * @param verified whether the regime was read in the norm itself; null where there is none
     * @param months months of validity
     * @param extensionMonths months of the one extension; 0 for none
     * @param from day on which it became final
     * @param until last day of validity, the extension granted included
     * @param extended whether an extension is included
     * @param extensionRequestBy last day on which an extension may be asked for; null where none can
     * @param revalidationRequestBy last day on which revalidation may be asked for
     * @param secondExtension what a transitional decree may allow
     */
    public record Validity(
            String state,
            @Nullable String reason,
            @Nullable String regime,
            @Nullable Boolean verified,
            @Nullable Integer months,
            @Nullable Integer extensionMonths,
            @Nullable String from,
            @Nullable String until,
            boolean extended,
            @Nullable String extensionRequestBy,
            @Nullable String revalidationRequestBy,
            @Nullable SecondExtension secondExtension,
            List<LegalSource> sources) {}

    /** A second extension under a transitional decree: it is for the office to see whether its conditions are met. */
    public record SecondExtension(String requestUntil, boolean verified, LegalSource source) {}

    /**
     * The decision term.
     *
     * @param state decided, running, suspended, overdue or closed
     * @param earliest the earliest day on which any reading ends; null where decided, closed or suspended
     * @param readings how the term counts; two where practice is disputed
     * @param answerDue last day to answer the record of observations, while it is not answered
     * @param answerDueExtended the same, with its extension
     * @param calendar days of the term that the municipality adds to the holidays, or takes out of them
     */
    public record Decision(
            String state,
            @Nullable String earliest,
            List<Reading> readings,
            @Nullable String answerDue,
            @Nullable String answerDueExtended,
            List<HolidayChanges.Change> calendar,
            List<LegalSource> sources) {}

    /**
     * One reading of the term.
     *
     * @param reading resume (what was left of the term runs on) or restart (the term begins again); plain without observations
     * @param due last day of the term
     * @param dueExtended last day where the one extension is granted
     */
    public record Reading(String reading, String text, String due, String dueExtended) {}
}
