package co.lindero.followup;

import co.lindero.publication.KnownAt;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question about how a plan is followed.
 *
 * @param municipality DIVIPOLA code
 * @param section the one part wanted; null for all
 * @param theme theme by whose zones licences are counted
 * @param draft code of a further plan that licences are compared with, such as a draft; null for none
 * @param withinDays a licence is about to expire if it does within so many days
 * @param limit most candidates listed; all are counted
 * @param checks most licences checked against the plans
 * @param after file number after which licences are checked; empty for all
 * @param on legal day; null for today
 */
public record FollowUpQuestion(
        String municipality,
        @Nullable String section,
        String theme,
        @Nullable String draft,
        int withinDays,
        int limit,
        int checks,
        String after,
        @Nullable LocalDate on,
        KnownAt knownAt) {
    /** Parts of the answer. */
    public static final Set<String> SECTIONS = Set.of("zones", "expiring", "conflicts", "candidates");

    /** Theme by default. */
    public static final String THEME = "activity-area";
    /** Days by default. */
    public static final int WITHIN_DAYS = 90;
    /** Candidates listed by default. */
    public static final int LIMIT = 100;
    /** Licences that one HTTP answer checks by default: its time is limited. */
    public static final int CHECKS = 150;
    /** Most candidates listed. */
    public static final int MOST = 100_000;

    boolean wants(String part) {
        return section == null || section.equals(part);
    }
}
