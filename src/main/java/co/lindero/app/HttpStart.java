package co.lindero.app;

import java.util.function.Function;

/**
 * The one place where HTTP is started: the function must return when the server listens, and what it returns stops the
 * server.
 */
final class HttpStart {
    /** Replace this value by the start of the HTTP server. */
    static final Function<Application, AutoCloseable> SERVER = application -> () -> {};

    private HttpStart() {}
}
