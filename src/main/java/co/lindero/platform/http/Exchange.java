package co.lindero.platform.http;

import co.lindero.platform.problem.Language;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request from its arrival to its log line. Confined to the thread that serves the request; the
 * log line is written after it.
 */
final class Exchange {
    private static final String ATTRIBUTE = "co.lindero.exchange";
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Request request;
    private final String requestId;
    private final ServerSettings settings;
    private @Nullable Language language;
    private @Nullable String template;
    private @Nullable String problemCode;
    private @Nullable Deadline deadline;
    private volatile @Nullable Response response;

    private Exchange(Request request, ServerSettings settings) {
        this.request = request;
        this.settings = settings;
        String given = request.getHeaders().get("X-Request-Id");
        this.requestId = given != null && SANE_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /** Returns the exchange of a request, opening it where Jetty refused the request before it got to us. */
    static Exchange open(Request request, ServerSettings settings) {
        Exchange known = find(request);
        if (known == null) {
            known = new Exchange(request, settings);
            request.setAttribute(ATTRIBUTE, known);
        }
        return known;
    }

    static @Nullable Exchange find(Request request) {
        return (Exchange) request.getAttribute(ATTRIBUTE);
    }

    static Exchange of(Context ctx) {
        return (Exchange) ctx.req().getAttribute(ATTRIBUTE);
    }

    String requestId() {
        return requestId;
    }

    /** Returns the id as a URN; an id that is no UUID is given one derived from it. */
    String urn() {
        String uuid = UUID_FORM.matcher(requestId).matches()
                ? requestId
                : UUID.nameUUIDFromBytes(requestId.getBytes(StandardCharsets.UTF_8))
                        .toString();
        return "urn:uuid:" + uuid;
    }

    Language language() {
        if (language == null) {
            language = AcceptLanguage.choose(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        }
        return language;
    }

    Links links() {
        return Links.of(request, settings);
    }

    ServerSettings settings() {
        return settings;
    }

    void template(String matched) {
        template = matched;
    }

    /** Returns the template of the matched route, or a dash. */
    String template() {
        return template == null ? "-" : template;
    }

    void problemCode(String code) {
        problemCode = code;
    }

    @Nullable
    String problemCode() {
        return problemCode;
    }

    void deadline(Deadline running) {
        deadline = running;
    }

    /** Lets the request take as long as it takes. */
    void liftDeadline() {
        if (deadline != null) {
            deadline.lift();
        }
    }

    /** Tells whether anything of the answer has been written. */
    static boolean isAnswering(Request request) {
        Exchange exchange = find(request);
        return exchange == null || exchange.response == null || exchange.response.isCommitted();
    }

    /** Takes the answer that will be written. */
    void response(Response writing) {
        response = writing;
    }

    /** Looks out for the caller going away. */
    Departure watch(Lookout lookout, Consumer<Thread> left) {
        Response writing = response;
        return Departure.watch(request, lookout, left, () -> {
            if (writing != null) {
                writing.getHeaders().put(HttpHeader.CONNECTION, "close");
            }
        });
    }

    /** Cuts the connection, so that the caller sees that an answer already begun is incomplete. */
    void abort() {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }
}
