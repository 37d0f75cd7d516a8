package co.lindero.platform.http;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Objects;

/**
 * How many requests a minute one address may make of what is dear to answer. An address is that of the connection: behind a
 * proxy all share one. Thread-safe; remembers a bounded number of addresses.
 */
public final class RateLimit {
    static final String WAIT = "retryAfterSeconds";
    private static final int ADDRESSES = 20_000;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final int perMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(PERIOD.multipliedBy(2))
            .build();

    /**
     * Makes a limit.
     *
     * @param perMinute requests a minute; 0 for any number
     */
    public RateLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Counts a request.
     *
     * @throws Problem {@code too-many-requests} with the seconds to wait, which become {@code Retry-After}
     */
    public void require(Context ctx) {
        require(ctx.ip());
    }

    void require(String address) {
        if (perMinute == 0) {
            return;
        }
        Bucket bucket = Objects.requireNonNull(buckets.get(address, any -> fresh()));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            int seconds = (int) Math.max(
                    1,
                    Duration.ofNanos(probe.getNanosToWaitForRefill())
                            .plusMillis(999)
                            .toSeconds());
            throw Problem.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "Se admiten " + perMinute + " solicitudes por minuto desde una dirección.",
                            perMinute + " requests a minute are allowed from one address.")
                    .with(WAIT, seconds)
                    .hint("Reintente en " + seconds + " s.", "Try again in " + seconds + " s.");
        }
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                .build();
    }
}
