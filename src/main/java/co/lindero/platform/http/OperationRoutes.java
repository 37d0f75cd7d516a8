package co.lindero.platform.http;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;

/** {@code /healthz}, {@code /readyz} and {@code /metrics}. */
final class OperationRoutes implements Routes {
    private final Readiness readiness;
    private final PrometheusMeterRegistry meters;

    OperationRoutes(Readiness readiness, PrometheusMeterRegistry meters) {
        this.readiness = readiness;
        this.meters = meters;
    }

    @Override
    public void register(Router router) {
        router.get("/healthz", ctx -> status(ctx, "alive"))
                .get("/readyz", this::ready)
                .get("/metrics", this::metrics);
    }

    private void ready(Context ctx) {
        readiness.notReadyBecause().ifPresent(missing -> {
            throw Problem.of(ProblemType.NOT_READY, missing, "Not ready: " + missing);
        });
        status(ctx, "ready");
    }

    private void metrics(Context ctx) {
        ctx.header("Cache-Control", CachePolicy.NONE.header());
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
    }

    private static void status(Context ctx, String status) {
        ctx.header("Cache-Control", CachePolicy.NONE.header());
        ctx.json(Map.of("status", status));
    }
}
