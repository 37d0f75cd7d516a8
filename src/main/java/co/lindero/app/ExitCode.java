package co.lindero.app;

import co.lindero.platform.problem.ProblemType;

/** What the exit codes of every command mean; a contract with scripts. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FINDINGS = 1;
    public static final int USAGE = 2;
    public static final int ENVIRONMENT = 3;
    public static final int REFUSED = 4;
    public static final int INTERNAL = 70;

    private ExitCode() {}

    /** Returns the code a problem ends a command with. */
    static int of(ProblemType type) {
        return switch (type) {
            case INVALID_PARAMETER, UNKNOWN_PARAMETER, MISSING_PARAMETER, INVALID_PARCEL_NUMBER -> USAGE;
            case ENVIRONMENT, CONFIGURATION_INVALID, DATABASE_UNAVAILABLE, TIMEOUT, OVERLOADED -> ENVIRONMENT;
            case INTERNAL -> INTERNAL;
            default -> REFUSED;
        };
    }
}
