package co.lindero.feature;

import java.io.IOException;

/** What gets features one after the other and writes them. Used by one thread. */
interface FeatureSink {
    /** Writes one feature. */
    void row(FeatureRow row) throws IOException;
}
