package co.lindero.platform.http;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import io.javalin.http.HttpResponseException;

/**
 * The one place where what went wrong becomes a problem: an exception of a handler or of Javalin, or a bare status of
 * Jetty. What is none of ours is a bug and becomes {@code internal-error}.
 */
final class ProblemMapping {
    private ProblemMapping() {}

    /** Returns the problem that an exception stands for. */
    static Problem of(Throwable thrown) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        if (thrown instanceof HttpResponseException response) {
            return ofStatus(response.getStatus(), thrown);
        }
        return of(ProblemType.INTERNAL, "Falló algo en el servicio.", "Something in the service failed.", thrown);
    }

    /** Returns the problem that a bare status stands for; the cause goes to the log only. */
    static Problem ofStatus(int status, Throwable cause) {
        return switch (status) {
            case 400 ->
                of(
                        ProblemType.INVALID_REQUEST,
                        "La solicitud no está bien formada.",
                        "The request is malformed.",
                        cause);
            case 404 ->
                of(ProblemType.NOT_FOUND, "No hay nada en esta dirección.", "There is nothing at this address.", cause);
            case 405 ->
                of(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "Esta dirección no admite ese método.",
                        "This address does not take that method.",
                        cause);
            case 406 ->
                of(
                        ProblemType.NOT_ACCEPTABLE,
                        "La respuesta no existe en el formato pedido.",
                        "The answer does not exist in the format asked for.",
                        cause);
            case 413 ->
                of(
                        ProblemType.REQUEST_TOO_LARGE,
                        "El cuerpo de la solicitud es demasiado grande.",
                        "The request body is too large.",
                        cause);
            case 414 ->
                of(ProblemType.URI_TOO_LONG, "La dirección es demasiado larga.", "The address is too long.", cause);
            case 415 ->
                of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "El tipo de contenido no se admite.",
                        "The media type is not supported.",
                        cause);
            case 431 ->
                of(
                        ProblemType.HEADERS_TOO_LARGE,
                        "Los encabezados son demasiado grandes.",
                        "The headers are too large.",
                        cause);
            case 408, 504 ->
                of(ProblemType.TIMEOUT, "La solicitud tardó demasiado.", "The request took too long.", cause);
            case 429, 503 -> of(ProblemType.OVERLOADED, "El servicio está saturado.", "Overloaded.", cause);
            default ->
                status >= 400 && status < 500
                        ? of(
                                ProblemType.INVALID_REQUEST,
                                "La solicitud no se puede atender.",
                                "The request cannot be served.",
                                cause)
                        : of(ProblemType.INTERNAL, "Falló algo en el servicio.", "Something failed.", cause);
        };
    }

    private static Problem of(ProblemType type, String spanish, String english, Throwable cause) {
        return Problem.of(type, spanish, english, cause);
    }
}
