package co.lindero.platform.http;

import co.lindero.platform.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Problem documents for what Jetty refuses before a route is reached: a malformed request line, headers too large, a
 * server that is stopping.
 */
final class ErrorBodies implements Request.Handler {
    private final ServerSettings settings;
    private final ErrorCatalogue catalogue;

    ErrorBodies(ServerSettings settings, ErrorCatalogue catalogue) {
        this.settings = settings;
        this.catalogue = catalogue;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exchange exchange = Exchange.open(request, settings);
        int status = response.getStatus();
        Problem problem = ProblemMapping.ofStatus(status, cause(request, status));
        ProblemDocument document = ProblemDocument.of(problem, exchange, catalogue);
        response.setStatus(document.status());
        Front.addHeaders(request, response.getHeaders(), exchange);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        document.retryAfterSeconds()
                .ifPresent(seconds -> response.getHeaders().put(HttpHeader.RETRY_AFTER, seconds.toString()));
        boolean head = "HEAD".equals(request.getMethod());
        response.write(
                true, ByteBuffer.wrap(head ? new byte[0] : document.body().getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private static Throwable cause(Request request, int status) {
        @Nullable Object thrown = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        return thrown instanceof Throwable throwable ? throwable : new IllegalStateException("Jetty status " + status);
    }
}
