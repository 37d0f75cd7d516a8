package co.lindero.platform.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Absolute links. They begin with the public address where one is set, path prefix included, else with the request's
 * {@code Host} if it looks like a host and nothing more. Forwarding headers are not trusted.
 */
public final class Links {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9.-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");

    private final String base;
    private final String pathAndQuery;

    private Links(String base, String pathAndQuery) {
        this.base = base;
        this.pathAndQuery = pathAndQuery;
    }

    /** Returns the links of a request. */
    public static Links of(Context ctx) {
        return Exchange.of(ctx).links();
    }

    static Links of(Request request, ServerSettings settings) {
        String path = request.getHttpURI() == null ? "/" : request.getHttpURI().getPathQuery();
        String host = request.getHeaders().get(HttpHeader.HOST);
        return new Links(
                settings.publicUrl().orElseGet(() -> "http://" + hostOr(host, Request.getLocalPort(request))),
                path == null ? "/" : path);
    }

    static String hostOr(@Nullable String host, int localPort) {
        return host != null && HOST.matcher(host).matches() ? host : "localhost:" + localPort;
    }

    /** Returns a text as it stands in a path or in a parameter: a space is not a plus, which paths take for one. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Returns the address under which the service is reached, without a trailing slash. */
    public String base() {
        return base;
    }

    /**
     * Returns the absolute address of a path.
     *
     * @param path begins with a slash; already percent-encoded
     */
    public String to(String path) {
        return base + path;
    }

    /** Returns the absolute address of this very request, with its query. */
    public String self() {
        return base + pathAndQuery;
    }
}
