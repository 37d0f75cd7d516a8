package co.lindero.platform.db;

import java.util.Locale;
import java.util.Optional;

/** How parcels are numbered in a database: the national 30 digits, or any text. */
public enum NumberScheme {
    NPN,
    FREE;

    /** Returns the word used on the command line and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the scheme of a word, or nothing. */
    public static Optional<NumberScheme> find(String word) {
        for (NumberScheme scheme : values()) {
            if (scheme.word().equals(word)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }
}
