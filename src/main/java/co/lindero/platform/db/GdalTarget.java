package co.lindero.platform.db;

import java.util.Map;

/**
 * How GDAL reaches the database.
 *
 * @param connection GDAL's data source name, {@code PG:host=… port=… dbname=… user=…}, without the password
 * @param environment variables for the child process: the password
 * @param localSocket whether the host is a local socket, so that the child needs no network
 */
public record GdalTarget(String connection, Map<String, String> environment, boolean localSocket) {
    public GdalTarget {
        environment = Map.copyOf(environment);
    }

    @Override
    public String toString() {
        return connection;
    }
}
