package co.lindero.feature;

import co.lindero.platform.http.Query;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The place where a page begins, as the parameter {@code after} carries it: opaque to callers, checked when it comes back. */
final class PageToken {
    private PageToken() {}

    /** Returns the token of a place. */
    static String write(List<@Nullable String> place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(place).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the place that a token states.
     *
     * @param length how many values it must have
     * @throws Problem {@code invalid-parameter}
     */
    static List<@Nullable String> read(String token, int length) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String[] values = Json.mapper().readValue(json, String[].class);
            if (values != null && values.length == length && json.indexOf('\0') < 0 && !json.contains("\\u0000")) {
                return Arrays.asList(values);
            }
        } catch (IllegalArgumentException | JsonProcessingException e) {
            throw invalid(e);
        }
        throw invalid(null);
    }

    private static Problem invalid(@Nullable Exception cause) {
        Problem problem = Query.invalid(
                        "after",
                        "«after» no es de un enlace «next» de esta lista.",
                        "'after' is not of a 'next' link of this list.")
                .hint(
                        "Siga los enlaces «next» tal como vienen, o use offset.",
                        "Follow 'next' links as they come, or use offset.");
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }
}
