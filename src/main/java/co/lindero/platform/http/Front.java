package co.lindero.platform.http;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** First to see a request: gives it its id, and every answer the headers that all answers carry. Thread-safe. */
final class Front extends Handler.Wrapper {
    static final String REQUEST_ID = "requestId";
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Fields that never change are encoded once. */
    private static final List<HttpField> ALWAYS = List.of(
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Referrer-Policy", "strict-origin-when-cross-origin"),
            new PreEncodedHttpField("Content-Security-Policy", CONTENT_POLICY),
            new PreEncodedHttpField(HttpHeader.VARY, "Accept, Accept-Language, Accept-Encoding"));

    private static final List<HttpField> READS = List.of(
            new PreEncodedHttpField("Access-Control-Allow-Origin", "*"),
            new PreEncodedHttpField(
                    "Access-Control-Expose-Headers", "Content-Crs, ETag, Link, Retry-After, X-Request-Id"));

    private final ServerSettings settings;

    Front(ServerSettings settings, Handler next) {
        super(next);
        this.settings = settings;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Exchange exchange = Exchange.open(request, settings);
        addHeaders(request, response.getHeaders(), exchange);
        exchange.response(response);
        MDC.put(REQUEST_ID, exchange.requestId());
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    static void addHeaders(Request request, HttpFields.Mutable headers, Exchange exchange) {
        headers.put("X-Request-Id", exchange.requestId());
        ALWAYS.forEach(headers::put);
        headers.put("Content-Language", exchange.language().name().toLowerCase(Locale.ROOT));
        String method = request.getMethod();
        if ("GET".equals(method) || "HEAD".equals(method) || "OPTIONS".equals(method)) {
            READS.forEach(headers::put);
        }
    }
}
