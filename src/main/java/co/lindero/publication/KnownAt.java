package co.lindero.publication;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** The state of knowledge that a question asks for: the newest, a publication by number, or the one of an instant. */
public sealed interface KnownAt {
    /** The newest publication that the reader's snapshot sees. */
    record Newest() implements KnownAt {}

    /** A publication by its number. */
    record Numbered(long number) implements KnownAt {}

    /** The newest publication not later than an instant. */
    record AtInstant(Instant instant) implements KnownAt {}

    /**
     * Reads a publication number or an ISO 8601 instant with zone.
     *
     * @throws Problem {@code invalid-parameter} for anything else
     */
    static KnownAt parse(String text) {
        if (text.matches("\\d{1,15}")) {
            return new Numbered(Long.parseLong(text));
        }
        try {
            return new AtInstant(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeParseException e) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "knownAt «" + text + "» no es un número de publicación ni un instante",
                            "knownAt \"" + text + "\" is neither a publication number nor an instant")
                    .with("parameter", "knownAt")
                    .hint(
                            "Escriba un número, por ejemplo 12, o un instante con zona, por ejemplo"
                                    + " 2026-11-22T15:04:05Z.",
                            "Write a number such as 12 or an instant with zone such as 2026-11-22T15:04:05Z.");
        }
    }
}
