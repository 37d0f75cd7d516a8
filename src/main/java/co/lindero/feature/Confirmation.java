package co.lindero.feature;

import java.util.OptionalLong;

/**
 * Whether an answer shows the newest publication. Which one that is, is remembered from the last request and confirmed by the
 * database in the round trip that reads the features: an answer never rests on what is remembered alone. Used by one thread.
 */
final class Confirmation {
    private final long expected;
    private boolean needed;

    private Confirmation(long expected, boolean needed) {
        this.expected = expected;
        this.needed = needed;
    }

    /** Returns the confirmation that nothing needs: the publication is the one asked for, or has just been read. */
    static Confirmation none() {
        return new Confirmation(0, false);
    }

    /** Returns a confirmation that a publication is still the newest. */
    static Confirmation of(long expected) {
        return new Confirmation(expected, true);
    }

    /** The database has a newer publication than the one remembered: the request is understood once more. */
    static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Superseded() {
            super("a newer publication", null, false, false);
        }
    }

    /** Tells whether the database has still to be asked. */
    boolean isNeeded() {
        return needed;
    }

    /**
     * Takes what the database says.
     *
     * @param newest its newest publication, nothing where it has none
     */
    void take(OptionalLong newest) {
        if (newest.isEmpty() || newest.getAsLong() != expected) {
            throw new Superseded();
        }
        needed = false;
    }
}
