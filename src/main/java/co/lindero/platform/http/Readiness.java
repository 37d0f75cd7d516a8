package co.lindero.platform.http;

import java.util.Optional;

/** Tells whether the service can answer: all that was asked for is loaded and the database answers. Thread-safe. */
@FunctionalInterface
public interface Readiness {
    /**
     * Returns what is missing, safe to show and in Spanish, or nothing once the service is ready. Asked on every
     * {@code /readyz}, so it must be quick.
     */
    Optional<String> notReadyBecause();
}
