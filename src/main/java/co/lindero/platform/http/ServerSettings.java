package co.lindero.platform.http;

import co.lindero.platform.config.Config;
import co.lindero.platform.config.ConfigKey;
import java.time.Duration;
import java.util.Optional;

/**
 * What the HTTP server needs to know.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param publicUrl address that links carry, without a trailing slash; may have a path
 * @param maxBodyBytes largest request body
 * @param requestTimeout longest request; see {@link HttpServer}
 * @param stopTimeout how long running requests may go on when the server stops
 * @param threads most threads of the server
 */
public record ServerSettings(
        String host,
        int port,
        Optional<String> publicUrl,
        long maxBodyBytes,
        Duration requestTimeout,
        Duration stopTimeout,
        int threads) {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    public ServerSettings {
        publicUrl = publicUrl.map(url -> url.replaceAll("/+$", ""));
    }

    /** Reads the settings; the threads follow from the size of the database pool. */
    public static ServerSettings from(Config config) {
        return new ServerSettings(
                config.get(ConfigKey.LINDERO_HOST),
                config.integer(ConfigKey.LINDERO_PORT),
                config.find(ConfigKey.LINDERO_PUBLIC_URL),
                config.whole(ConfigKey.LINDERO_MAX_BODY_BYTES),
                config.seconds(ConfigKey.LINDERO_REQUEST_TIMEOUT_S),
                STOP_TIMEOUT,
                threadsFor(config.integer(ConfigKey.LINDERO_POOL_SIZE)));
    }

    /**
     * Returns how many threads serve a pool of that many connections: four requests per connection may wait for it
     * without a thread of theirs missing, and some are left for what needs no database, such as {@code /healthz}.
     */
    public static int threadsFor(int poolSize) {
        return Math.min(4 * poolSize + 24, 512);
    }
}
