package co.lindero.platform.http;

/** The routes of one capability, registered once before the server starts. */
@FunctionalInterface
public interface Routes {
    /** Registers every route with its template. */
    void register(Router router);
}
