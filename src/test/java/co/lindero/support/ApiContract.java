package co.lindero.support;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the service says of itself under {@code /api}, held against what it answers: status, media type and body of every
 * answer, and the parameters of every request that it took.
 */
final class ApiContract {
    private static final int MOST_CHARACTERS = 3_000_000;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final String NO_BODY = "validation.response.body.missing";
    /** What pages are made of, and what machines watch. */
    private static final Pattern ASSETS = Pattern.compile("/layers\\.css|/web/.*|/metrics");

    private static final String NO_PATH = "validation.request.path.missing";
    private static final String NO_OPERATION = "validation.request.operation.notAllowed";

    private final OpenApiInteractionValidator validator;

    /** Reads a document. */
    ApiContract(String document) {
        ObjectNode api = (ObjectNode) Json.read(document);
        api.putArray("servers").addObject().put("url", "/");
        this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(Json.write(api))
                .withLevelResolver(LevelResolver.create()
                        // schemas here name what they know and let be what they do not, unless they say so themselves
                        .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        // a CRS may be named in short too, and a word in any case: the list names the forms to use
                        .withLevel("validation.request.parameter.schema.enum", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                        .build())
                .build();
    }

    /** Tells whether a request's path is described. */
    boolean knows(URI uri) {
        return validator.validateRequest(SimpleRequest.Builder.get(path(uri)).build()).getMessages().stream()
                .noneMatch(message -> message.getKey().equals(NO_PATH));
    }

    private static String path(URI uri) {
        return uri.getRawPath();
    }

    /** Fails where an answer is not what the document says; of one without a readable body all but the body is checked. */
    void require(String method, URI uri, int status, Map<String, List<String>> headers, Optional<String> body) {
        if (ASSETS.matcher(path(uri)).matches()) {
            return;
        }
        Optional<String> type = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
                .map(header -> header.getValue().get(0))
                .findFirst();
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(status);
        type.ifPresent(answer::withContentType);
        body.filter(text -> isRead(text) && !text.isEmpty()).ifPresent(answer::withBody);
        ValidationReport report = validator.validateResponse(path(uri), Request.Method.valueOf(method), answer.build());
        boolean elsewhere = status == NOT_FOUND || status == NOT_ALLOWED;
        List<String> faults = messages(report, elsewhere).stream()
                .filter(fault -> body.filter(ApiContract::isRead).isPresent() || !fault.startsWith(NO_BODY))
                .toList();
        assertThat(faults)
                .as("%s %s answered %d %s, which /api does not say%n%s", method, uri, status, type, body.orElse(""))
                .isEmpty();
        if (status == OK && method.equals("GET")) {
            assertThat(messages(validator.validateRequest(request(uri)), false))
                    .as("%s was answered, which /api does not say", uri)
                    .isEmpty();
        }
    }

    /** What is nowhere or takes no such method is not described, and is a problem. */
    private static List<String> messages(ValidationReport report, boolean elsewhere) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filter(message -> !(elsewhere
                        && (message.getKey().equals(NO_PATH) || message.getKey().equals(NO_OPERATION))))
                .map(message -> message.getKey() + ": " + message.getMessage() + " " + message.getAdditionalInfo())
                .toList();
    }

    private static SimpleRequest request(URI uri) {
        SimpleRequest.Builder request = SimpleRequest.Builder.get(path(uri));
        if (uri.getRawQuery() != null && !uri.getRawQuery().isEmpty()) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                request.withQueryParam(decoded(name), decoded(value));
            }
        }
        return request.build();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Tells whether a body is short enough to be checked. */
    private static boolean isRead(String body) {
        return body.length() < MOST_CHARACTERS;
    }
}
