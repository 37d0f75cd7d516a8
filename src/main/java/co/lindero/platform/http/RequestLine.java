package co.lindero.platform.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one log line and the one timing of every request. Names the route's template and never the path or the query,
 * which can hold a parcel number or a search for a person. Thread-safe.
 */
final class RequestLine implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("co.lindero.requests");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final MeterRegistry meters;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, Counter> problems = new ConcurrentHashMap<>();

    RequestLine(MeterRegistry meters) {
        this.meters = meters;
    }

    private record Series(String method, String route, int status) {}

    @Override
    public void log(Request request, Response response) {
        Exchange exchange = Exchange.find(request);
        long nanos = System.nanoTime() - request.getBeginNanoTime();
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        String route = exchange == null ? "-" : exchange.template();
        int status = response.getStatus();
        String code = exchange == null ? null : exchange.problemCode();
        timers.computeIfAbsent(new Series(method, route, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
        if (code != null) {
            problems.computeIfAbsent(code, this::problem).increment();
        }
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "method={} route={} status={} ms={} bytes={} requestId={}{}",
                    method,
                    route,
                    status,
                    tenths(nanos),
                    Response.getContentBytesWritten(response),
                    exchange == null ? "-" : exchange.requestId(),
                    code == null ? "" : " code=" + code);
        }
    }

    private static String tenths(long nanos) {
        long tenths = nanos / 100_000;
        return tenths / 10 + "." + tenths % 10;
    }

    private Timer timer(Series series) {
        return Timer.builder("lindero.http.requests")
                .description("Requests by method, route template and status")
                .tag("method", series.method())
                .tag("route", series.route())
                .tag("status", Integer.toString(series.status()))
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10))
                .register(meters);
    }

    private Counter problem(String code) {
        return Counter.builder("lindero.problems")
                .description("Problem documents answered, by code")
                .tag("code", code)
                .register(meters);
    }
}
