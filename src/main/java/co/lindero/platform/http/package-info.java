/**
 * The HTTP edge: server, errors as problem documents, request ids, limits, negotiation, validators and links.
 *
 * <pre>
 * Jetty -> Front (id, headers) -> Javalin -> Router (template, body limit, time limit) -> a capability's XRoutes
 *                                    `-> ProblemMapping -> ProblemDocument     RequestLine: one log line, one timer
 * </pre>
 *
 * <p>Besides the capabilities' {@code *Routes}, only this package knows Javalin; only this package knows Jetty. It must
 * not know a domain word.
 */
@org.jspecify.annotations.NullMarked
package co.lindero.platform.http;
