package co.lindero.platform.http;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads request bodies: JSON only, of limited size, and saying where a fault lies. */
public final class Bodies {
    private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);
    /** Most that is read of a refused body before it is answered, bytes, and for how long. */
    private static final long MOST_PASSED_OVER = 1 << 25;

    private static final Duration LONGEST_PASSED_OVER = Duration.ofSeconds(5);

    private Bodies() {}

    /**
     * Returns the body as a tree.
     *
     * @throws Problem {@code unsupported-media-type}, {@code request-too-large} or {@code invalid-body}
     */
    public static JsonNode json(Context ctx) {
        return read(ctx, JsonNode.class);
    }

    /**
     * Returns the body as a record; members that the record does not have are refused.
     *
     * @throws Problem {@code unsupported-media-type}, {@code request-too-large} or {@code invalid-body}
     */
    public static <T> T read(Context ctx, Class<T> type) {
        requireJson(ctx.contentType());
        byte[] body = bytes(ctx);
        if (body.length == 0) {
            throw empty();
        }
        T value;
        try {
            value = Json.mapper().readValue(body, type);
        } catch (JsonMappingException e) {
            throw unexpected(e);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw invalid("El cuerpo no se pudo leer.", "The body could not be read.", e);
        }
        if (value == null || (value instanceof JsonNode node && node.isMissingNode())) {
            throw empty();
        }
        return value;
    }

    private static Problem empty() {
        return invalid("El cuerpo está vacío; se espera JSON.", "The body is empty; JSON is expected.", null);
    }

    private static byte[] bytes(Context ctx) {
        long limit = Exchange.of(ctx).settings().maxBodyBytes();
        try {
            byte[] body = ctx.req().getInputStream().readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (body.length > limit) {
                passOver(ctx);
                throw tooLarge(limit);
            }
            return body;
        } catch (IOException e) {
            throw invalid("El cuerpo no llegó completo.", "The body did not arrive in full.", e);
        }
    }

    /** Refuses a request that announces a larger body; one that announces none is cut while it is read. */
    static void requireSize(Context ctx, long limit) {
        if (ctx.req().getContentLengthLong() > limit) {
            passOver(ctx);
            throw tooLarge(limit);
        }
    }

    /**
     * Reads what is refused and forgets it, up to a measure of bytes and time: the answer would be lost to a caller who is still sending when the
     * connection is closed. A caller who waits for leave to send is not given it.
     */
    private static void passOver(Context ctx) {
        if (ctx.header("Expect") != null) {
            return;
        }
        byte[] piece = new byte[1 << 14];
        try {
            InputStream in = ctx.req().getInputStream();
            long left = MOST_PASSED_OVER;
            long end = System.nanoTime() + LONGEST_PASSED_OVER.toNanos();
            while (left > 0 && System.nanoTime() - end < 0) {
                int read = in.read(piece);
                left = read < 0 ? 0 : left - read;
            }
        } catch (IOException e) {
            LOG.debug("the caller of a refused body has gone", e);
        }
    }

    private static Problem tooLarge(long limit) {
        return Problem.of(
                        ProblemType.REQUEST_TOO_LARGE,
                        "El cuerpo de la solicitud pasa de " + limit + " bytes.",
                        "The request body exceeds " + limit + " bytes.")
                .hint(
                        "Envíe menos de una vez, o pida al operador que suba LINDERO_MAX_BODY_BYTES.",
                        "Send less at a time, or ask the operator to raise LINDERO_MAX_BODY_BYTES.")
                .with("maxBytes", limit);
    }

    private static void requireJson(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json") && !type.matches("application/[a-z0-9.-]+\\+json")) {
            throw Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "El cuerpo debe ser application/json.",
                            "The body must be application/json.")
                    .hint("Envíe Content-Type: application/json.", "Send Content-Type: application/json.");
        }
    }

    private static Problem malformed(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return invalid(
                    "El cuerpo pasa de los límites de JSON: 1000 niveles, o números de 1000 cifras.",
                    "The body exceeds the limits of JSON: 1000 levels, or numbers of 1000 digits.",
                    e);
        }
        JsonLocation at = e.getLocation();
        int line = at == null ? 0 : at.getLineNr();
        int column = at == null ? 0 : at.getColumnNr();
        return invalid(
                        "El cuerpo no es JSON válido: línea " + line + ", columna " + column + ".",
                        "The body is not valid JSON: line " + line + ", column " + column + ".",
                        e)
                .with("line", line)
                .with("column", column);
    }

    private static Problem unexpected(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        e.getPath()
                .forEach(step -> pointer.append('/')
                        .append(step.getFieldName() == null ? step.getIndex() : pointerToken(step.getFieldName())));
        boolean unknown = e instanceof UnrecognizedPropertyException;
        String spanish = unknown ? "Este campo no existe." : "El valor no es del tipo esperado.";
        String english = unknown ? "There is no such member." : "The value is not of the expected type.";
        String where = pointer.isEmpty() ? "/" : pointer.toString();
        return invalid(where + ": " + spanish, where + ": " + english, e)
                .fault(new Problem.Fault(unknown ? "unknown-member" : "invalid-member", spanish, english, where));
    }

    private static String pointerToken(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Problem invalid(String spanish, String english, @Nullable Throwable cause) {
        Problem problem = cause == null
                ? Problem.of(ProblemType.INVALID_BODY, spanish, english)
                : Problem.of(ProblemType.INVALID_BODY, spanish, english, cause);
        return problem.hint(
                "Envíe un documento JSON en UTF-8: claves sin repetir, textos entre comillas dobles, números finitos (sin NaN).",
                "Send one JSON document in UTF-8: no key twice, texts in double quotes, finite numbers (no NaN).");
    }
}
