package co.lindero.platform.db;

import co.lindero.platform.config.Config;
import co.lindero.platform.config.ConfigKey;
import java.time.Duration;
import java.util.Optional;

/**
 * How a process uses the database.
 *
 * @param application name shown in {@code pg_stat_activity}
 * @param size most connections at a time
 * @param statementTimeout longest statement, or none
 */
public record PoolSettings(String application, int size, Optional<Duration> statementTimeout) {
    private static final int COMMAND_SIZE = 4;

    /** Returns the settings of a command: few connections, statements as long as they need. */
    public static PoolSettings command(String name) {
        return new PoolSettings("lindero " + name, COMMAND_SIZE, Optional.empty());
    }

    /** Returns the settings of the service. */
    public static PoolSettings service(Config config) {
        return new PoolSettings(
                "lindero serve",
                config.integer(ConfigKey.LINDERO_POOL_SIZE),
                Optional.of(config.seconds(ConfigKey.LINDERO_STATEMENT_TIMEOUT_S)));
    }
}
