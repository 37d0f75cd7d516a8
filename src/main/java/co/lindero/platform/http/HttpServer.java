package co.lindero.platform.http;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server. Requests beyond its threads wait in line; connections beyond a limit wait to be accepted.
 *
 * <p>A request that takes too long is answered with {@code timeout} once its thread notices the interruption: waits end
 * at once, a database statement ends by its own limit, and code that only computes goes on to its end.
 *
 * <p>Thread-safe.
 */
public final class HttpServer implements AutoCloseable {
    private static final int CONNECTIONS = 4_000;
    private static final int HEADER_BYTES = 16_384;
    private static final int IDLE_TIMEOUT_MS = 60_000;
    private static final int GZIP_FROM_BYTES = 1_024;
    private static final int GZIP_LEVEL = 4;

    private final Javalin javalin;
    private final Lookout lookout;

    private HttpServer(Javalin javalin, Lookout lookout) {
        this.javalin = javalin;
        this.lookout = lookout;
    }

    /**
     * Starts a server with the routes given, besides {@code /healthz}, {@code /readyz}, {@code /metrics} and
     * {@code /problems}.
     *
     * @throws Problem {@code environment} where the port is taken
     */
    public static HttpServer start(
            ServerSettings settings, List<Routes> routes, Readiness readiness, PrometheusMeterRegistry meters) {
        return start(settings, routes, readiness, meters, thread -> {});
    }

    /**
     * Starts a server likewise.
     *
     * @param left is told a thread whose caller has gone away, so that it can be stopped from working on
     */
    public static HttpServer start(
            ServerSettings settings,
            List<Routes> routes,
            Readiness readiness,
            PrometheusMeterRegistry meters,
            Consumer<Thread> left) {
        ErrorCatalogue catalogue = ErrorCatalogue.read();
        Lookout lookout = new Lookout();
        try {
            Javalin javalin = Javalin.create(config -> {
                plain(config);
                jetty(config, settings, new ErrorBodies(settings, catalogue), new RequestLine(meters));
                problems(config.routes, catalogue);
                Router router = new Router(config.routes, settings, lookout, left);
                new OperationRoutes(readiness, meters).register(router);
                new ProblemRoutes(catalogue).register(router);
                routes.forEach(some -> some.register(router));
                router.seal();
            });
            return new HttpServer(javalin.start(), lookout);
        } catch (JavalinBindException e) {
            lookout.close();
            throw Problem.of(
                            ProblemType.ENVIRONMENT,
                            "No se puede escuchar en " + settings.host() + ":" + settings.port() + ".",
                            "Cannot listen on " + settings.host() + ":" + settings.port() + ".",
                            e)
                    .hint("Elija otro puerto con --port.", "Choose another port with --port.");
        } catch (RuntimeException e) {
            lookout.close();
            throw e;
        }
    }

    private static void plain(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.router.ignoreTrailingSlashes = true;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = gzip();
        config.jsonMapper(new JavalinJackson(Json.mapper(), false));
    }

    private static CompressionStrategy gzip() {
        CompressionStrategy gzip = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
        gzip.setDefaultMinSizeForCompression(GZIP_FROM_BYTES);
        return gzip;
    }

    private static void jetty(
            JavalinConfig config, ServerSettings settings, ErrorBodies errors, RequestLine requestLine) {
        config.jetty.threadPool = threads(settings);
        config.jetty.modifyServer(server -> {
            server.setHandler(new Front(settings, new GracefulHandler()));
            server.setErrorHandler(errors);
            server.setRequestLog(requestLine);
            server.setStopTimeout(settings.stopTimeout().toMillis());
            server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        });
        config.jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(errors);
            context.setDefaultResponseCharacterEncoding("utf-8");
        });
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
    }

    private static QueuedThreadPool threads(ServerSettings settings) {
        QueuedThreadPool threads = new QueuedThreadPool(settings.threads(), Math.min(8, settings.threads()));
        threads.setName("http");
        return threads;
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, ServerSettings settings) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_TIMEOUT_MS);
        return connector;
    }

    private static void problems(RoutesConfig routes, ErrorCatalogue catalogue) {
        routes.exception(Exception.class, (thrown, ctx) -> answer(ctx, ProblemMapping.of(thrown), catalogue));
        routes.exception(HttpResponseException.class, (thrown, ctx) -> {
            String allowed = thrown.getDetails().get("availableMethods");
            if (allowed != null) {
                ctx.header("Allow", allowed);
            }
            answer(ctx, ProblemMapping.of(thrown), catalogue);
        });
    }

    private static void answer(Context ctx, Problem problem, ErrorCatalogue catalogue) {
        Exchange exchange = Exchange.of(ctx);
        ProblemDocument document = ProblemDocument.of(problem, exchange, catalogue);
        if (ctx.res().isCommitted()) {
            exchange.abort();
            return;
        }
        for (String header : List.of("ETag", "Content-Disposition", "Content-Crs", "Link", "Content-Encoding")) {
            ctx.res().setHeader(header, null);
        }
        ctx.header("Cache-Control", CachePolicy.NONE.header());
        document.retryAfterSeconds().ifPresent(seconds -> ctx.header("Retry-After", seconds.toString()));
        ctx.status(document.status()).contentType(ProblemDocument.MEDIA_TYPE).result(document.body());
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /** Stops accepting, lets running requests finish up to the limit of the settings, and ends. */
    @Override
    public void close() {
        javalin.stop();
        lookout.close();
    }
}
