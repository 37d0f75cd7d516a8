package co.lindero.platform.db;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/**
 * What a database error means to the caller. The only place that knows SQLSTATE codes of failures; conflicts (23505,
 * 23P01) and serialization failures are left to the code that runs the statement.
 */
public final class SqlStates {
    public static final String UNIQUE_VIOLATION = "23505";
    public static final String EXCLUSION_VIOLATION = "23P01";
    public static final String CHECK_VIOLATION = "23514";
    public static final String SERIALIZATION_FAILURE = "40001";
    public static final String LOCK_NOT_AVAILABLE = "55P03";
    static final String UNDEFINED_DATABASE = "3D000";
    static final String UNDEFINED_TABLE = "42P01";
    static final String UNDEFINED_SCHEMA = "3F000";
    static final String DUPLICATE_DATABASE = "42P04";

    private SqlStates() {}

    /** Returns the SQLSTATE of the innermost database error in a chain of causes. */
    public static Optional<String> find(Throwable failure) {
        return findException(failure).map(SQLException::getSQLState);
    }

    /** Tells whether a chain of causes holds a database error of this SQLSTATE. */
    public static boolean is(Throwable failure, String state) {
        return find(failure).filter(state::equals).isPresent();
    }

    private static Optional<SQLException> findException(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = sql;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Returns the problem a failure means, or nothing where it is a conflict for the caller or a bug of ours. */
    public static Optional<Problem> problem(Throwable failure) {
        Optional<Problem> known = findException(failure).flatMap(SqlStates::problemOf);
        // whatever kept the pool from making a connection, there is none
        return known.isEmpty() && hasPoolFailure(failure)
                ? findException(failure).map(SqlStates::unavailable)
                : known;
    }

    /** Tells whether a connection was lost while in use, as against one that could not be made. */
    static boolean isLostConnection(Throwable failure) {
        String state = find(failure).orElse("");
        return !hasPoolFailure(failure) && (state.startsWith("57P") || state.startsWith("08"));
    }

    private static boolean hasPoolFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Problem> problemOf(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        if (failure instanceof SQLTransientConnectionException && state.isEmpty()) {
            return Optional.of(Problem.of(
                            ProblemType.OVERLOADED,
                            "Todas las conexiones a la base de datos están ocupadas.",
                            "All database connections are busy.",
                            failure)
                    .hint("Intente de nuevo en unos segundos.", "Try again in a few seconds."));
        }
        return switch (state) {
            case "57014", LOCK_NOT_AVAILABLE ->
                Optional.of(Problem.of(
                        ProblemType.TIMEOUT,
                        "La consulta tardó más de lo permitido.",
                        "The query took longer than allowed.",
                        failure));
            case "53300" ->
                Optional.of(Problem.of(
                        ProblemType.OVERLOADED,
                        "El servidor de base de datos no admite más conexiones.",
                        "The database server takes no more connections.",
                        failure));
            case "53100" ->
                Optional.of(environment(
                        failure,
                        "El disco de la base de datos está lleno.",
                        "The disk of the database is full.",
                        "Libere espacio y repita.",
                        "Free space and try again."));
            case "42501" ->
                Optional.of(environment(
                        failure,
                        "A la cuenta de la base de datos le falta un permiso: " + failure.getMessage(),
                        "The database account lacks a right: " + failure.getMessage(),
                        "Pida al administrador crear las extensiones postgis, btree_gist, pg_trgm y unaccent y dar a la"
                                + " cuenta permiso CREATE en la base y de escribir en spatial_ref_sys.",
                        "Ask the administrator to create the extensions postgis, btree_gist, pg_trgm and unaccent and to"
                                + " grant CREATE on the database and INSERT on spatial_ref_sys."));
            case "0A000", "58P01" -> extension(failure);
            case "28P01", "28000" ->
                Optional.of(environment(
                        failure,
                        "La base de datos no acepta la cuenta o la contraseña.",
                        "The database does not accept the account or the password.",
                        "Revise LINDERO_DB_URL, o la contraseña guardada en la carpeta LINDERO_VAR.",
                        "Check LINDERO_DB_URL, or the password kept in the folder LINDERO_VAR."));
            case "57P01", "57P02", "57P03" -> Optional.of(unavailable(failure));
            default -> state.startsWith("08") ? Optional.of(unavailable(failure)) : Optional.empty();
        };
    }

    private static Optional<Problem> extension(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (!message.contains("extension") && !message.contains("$libdir")) {
            return Optional.empty();
        }
        return Optional.of(environment(
                failure,
                "Al servidor de base de datos le falta una extensión: " + failure.getMessage(),
                "The database server lacks an extension: " + failure.getMessage(),
                "Instale PostGIS y postgresql-contrib en el servidor.",
                "Install PostGIS and postgresql-contrib on the server."));
    }

    private static Problem unavailable(SQLException failure) {
        return Problem.of(
                        ProblemType.DATABASE_UNAVAILABLE,
                        "No hay conexión con la base de datos.",
                        "There is no connection to the database.",
                        failure)
                .hint(
                        "Compruebe que el servidor corre y que LINDERO_DB_URL es correcta.",
                        "Check that the server runs and that LINDERO_DB_URL is right.");
    }

    private static Problem environment(
            SQLException failure, String spanish, String english, String hintEs, String hintEn) {
        return Problem.of(ProblemType.ENVIRONMENT, spanish, english, failure).hint(hintEs, hintEn);
    }
}
