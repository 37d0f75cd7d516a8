package co.lindero.investment;

import co.lindero.publication.KnownAt;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When and where a question is asked of.
 *
 * @param municipality DIVIPOLA code
 * @param on legal day, null for today
 * @param knownAt state of knowledge
 */
public record Moment(String municipality, @Nullable LocalDate on, KnownAt knownAt) {}
