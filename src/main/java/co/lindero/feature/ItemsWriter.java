package co.lindero.feature;

import java.io.IOException;
import java.util.OptionalLong;

/** Writes a list of features in one form. Used by one thread. */
interface ItemsWriter extends FeatureSink {
    /** Writes what comes before the first feature. */
    default void begin() throws IOException {}

    /**
     * Writes what comes after the last feature, and hands everything on.
     *
     * @param page what was written
     * @param matched how many features match in all, where that is known
     */
    void end(PageSink page, OptionalLong matched) throws IOException;
}
