package co.lindero.revision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question about changes.
 *
 * @param municipality DIVIPOLA code
 * @param plan plan asked about
 * @param against plan compared with; null for the one in force today
 * @param on legal day of both; null for the first on which the plan asked about can answer
 * @param knownAt publication of the plan asked about; null for the newest
 * @param againstKnownAt publication of the plan compared with; null for the same
 */
public record ChangesQuestion(
        String municipality,
        String plan,
        @Nullable String against,
        @Nullable LocalDate on,
        @Nullable Long knownAt,
        @Nullable Long againstKnownAt) {}
