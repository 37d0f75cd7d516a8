package co.lindero.platform.http;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Where capabilities register their routes. Every handler gets the request's limits; {@code HEAD} comes with
 * {@code GET}, {@code OPTIONS} with every path, and any other method on a known path is refused with {@code Allow}.
 *
 * <p>Handlers run on the thread that they are called on and answer before they return: no futures.
 */
public final class Router {
    private final RoutesConfig routes;
    private final ServerSettings settings;
    private final Lookout lookout;
    private final Consumer<Thread> left;
    private final Map<String, TreeSet<String>> methodsByTemplate = new LinkedHashMap<>();

    Router(RoutesConfig routes, ServerSettings settings, Lookout lookout, Consumer<Thread> left) {
        this.routes = routes;
        this.settings = settings;
        this.lookout = lookout;
        this.left = left;
    }

    /**
     * Registers a read, for {@code GET} and {@code HEAD}.
     *
     * @param template path such as {@code /parcels/{number}/land-use}; the first template registered wins
     */
    public Router get(String template, Handler handler) {
        add(HandlerType.GET, template, handler);
        add(HandlerType.HEAD, template, handler);
        return this;
    }

    /** Registers an action, for {@code POST}. */
    public Router post(String template, Handler handler) {
        add(HandlerType.POST, template, handler);
        return this;
    }

    private void add(HandlerType method, String template, Handler handler) {
        methodsByTemplate
                .computeIfAbsent(template, absent -> new TreeSet<>(List.of("OPTIONS")))
                .add(method.name());
        routes.addHttpHandler(method, template, guarded(template, handler));
    }

    /** Adds {@code OPTIONS} to every path; called once, after all routes. */
    void seal() {
        methodsByTemplate.forEach((template, methods) -> {
            String allow = String.join(", ", methods);
            routes.addHttpHandler(HandlerType.OPTIONS, template, guarded(template, ctx -> options(ctx, allow)));
        });
    }

    private static void options(Context ctx, String allow) {
        ctx.header("Allow", allow);
        ctx.header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
        ctx.header(
                "Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match, X-Request-Id");
        ctx.header("Access-Control-Max-Age", "86400");
        ctx.status(204);
    }

    private Handler guarded(String template, Handler handler) {
        return ctx -> {
            Exchange.of(ctx).template(template);
            Bodies.requireSize(ctx, settings.maxBodyBytes());
            try (Deadline deadline = Deadline.start(lookout, settings.requestTimeout());
                    Departure departure = Exchange.of(ctx).watch(lookout, left)) {
                Exchange.of(ctx).deadline(deadline);
                run(ctx, handler, deadline, departure);
            }
        };
    }

    private static void run(Context ctx, Handler handler, Deadline deadline, Departure departure) throws Exception {
        try {
            handler.handle(ctx);
        } catch (Exception e) {
            if (departure.isGone()) {
                Exchange.of(ctx).abort();
                return;
            }
            if (deadline.passed()) {
                throw Problem.of(ProblemType.TIMEOUT, "La solicitud tardó demasiado.", "The request took too long.", e);
            }
            throw e;
        } catch (Error e) {
            throw Problem.of(ProblemType.INTERNAL, "Falló algo en el servicio.", "Something in the service failed.", e);
        }
    }
}
