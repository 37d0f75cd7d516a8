package co.lindero.platform.db;

import java.sql.SQLException;

/** A failure of the database outside JDBI; {@link SqlStates} says what it means, as of JDBI's. */
final class FailedStatementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedStatementException(SQLException cause) {
        super(cause);
    }
}
