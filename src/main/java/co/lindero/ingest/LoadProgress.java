package co.lindero.ingest;

/** Told how a load goes on. */
public interface LoadProgress {
    /** A step begins: read, check, publish or derive. */
    void step(String name);

    /** The share of the step that is done, 0 to 1. */
    void done(double share);

    /** A statement of the step was run. */
    default void statement(String name, double seconds) {}
}
