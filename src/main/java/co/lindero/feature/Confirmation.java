package co.lindero.feature;

/**
 * Whether an answer shows the newest publication. Which one that is, is remembered from the last request and confirmed by the
 * database beside the first feature: an answer never rests on what is remembered alone. Used by one thread.
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

    /** Takes what the database says: the number of its newest publication. */
    void take(long newest) {
        if (newest != expected) {
            throw new Superseded();
        }
        needed = false;
    }
}
