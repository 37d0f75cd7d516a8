package co.lindero.platform.http;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One problem as RFC 9457 JSON. A failure of ours has a constant detail, and no hint, faults or members: what it was is
 * in the log under the request id.
 *
 * @param status HTTP status
 * @param body JSON
 * @param language of the texts
 * @param retryAfterSeconds when to try again, for what passes by itself
 */
record ProblemDocument(int status, String body, Language language, Optional<Integer> retryAfterSeconds) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger("co.lindero.problems");
    private static final int SOON = 5;
    private static final int LATER = 60;

    /** Renders a problem for a request, notes its code there, and logs it if it is a failure of ours. */
    static ProblemDocument of(Problem problem, Exchange exchange, ErrorCatalogue catalogue) {
        ProblemType type = problem.type();
        exchange.problemCode(type.code());
        log(problem, exchange);
        Map<String, Object> members = body(problem, exchange, catalogue);
        return new ProblemDocument(type.status(), Json.write(members), exchange.language(), retryAfter(problem));
    }

    private static Map<String, Object> body(Problem problem, Exchange exchange, ErrorCatalogue catalogue) {
        ProblemType type = problem.type();
        Language language = exchange.language();
        boolean ours = isOurFailure(type);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", exchange.links().to("/problems/" + type.code()));
        body.put("title", type.title(language));
        body.put("status", type.status());
        body.put("detail", ours ? catalogue.get(type).meaning(language) : problem.detail(language));
        body.put("instance", exchange.urn());
        body.put("code", type.code());
        body.put("requestId", exchange.requestId());
        body.put("hint", ours ? null : problem.hint(language));
        body.put("errors", ours ? List.of() : problem.errors(language));
        if (!ours) {
            problem.members().forEach(body::putIfAbsent);
        }
        return body;
    }

    private static boolean isOurFailure(ProblemType type) {
        return type.status() >= 500 && type != ProblemType.NOT_READY;
    }

    private static void log(Problem problem, Exchange exchange) {
        ProblemType type = problem.type();
        if (type == ProblemType.INTERNAL) {
            LOG.error("failure route={} requestId={}", exchange.template(), exchange.requestId(), problem.getCause());
        } else if (isOurFailure(type)) {
            LOG.warn("failure route={} requestId={} {}", exchange.template(), exchange.requestId(), oneLine(problem));
        }
    }

    private static String oneLine(Problem problem) {
        Throwable cause = problem.getCause();
        String text = cause == null ? problem.getMessage() : problem.getMessage() + " <- " + cause;
        return text.replaceAll("\\s+", " ");
    }

    private static Optional<Integer> retryAfter(Problem problem) {
        ProblemType type = problem.type();
        if (problem.members().get(RateLimit.WAIT) instanceof Integer seconds) {
            return Optional.of(seconds);
        }
        if (type == ProblemType.ENVIRONMENT) {
            return Optional.of(LATER);
        }
        return type.status() == 503 || type.status() == 429 ? Optional.of(SOON) : Optional.empty();
    }
}
