package co.lindero.platform.db;

import java.util.Map;

/**
 * How the GDAL child process reaches the database.
 *
 * @param connection the {@code PG:...} connection string, without a password
 * @param environment what the child's environment needs besides, such as {@code PGPASSWORD}
 * @param localSocket whether the database is on a local socket, so that the child needs no network
 */
public record GdalTarget(String connection, Map<String, String> environment, boolean localSocket) {}
