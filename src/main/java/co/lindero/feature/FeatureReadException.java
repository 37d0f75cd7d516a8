package co.lindero.feature;

import java.sql.SQLException;

/** A failure of the database while features are read; the database's layer says what it means. */
final class FeatureReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FeatureReadException(SQLException cause) {
        super(cause);
    }

    private FeatureReadException(String message) {
        super(message);
    }

    /** A failure after features were given already: final, and none that reading once more could mend. */
    static FeatureReadException midway(SQLException failure) {
        FeatureReadException exception = new FeatureReadException("reading features failed midway");
        exception.addSuppressed(failure);
        return exception;
    }
}
