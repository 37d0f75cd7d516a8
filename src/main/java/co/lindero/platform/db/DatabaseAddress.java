package co.lindero.platform.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * One database on one server, with what it takes to log in.
 *
 * @param hosts host and port as they stand in a JDBC address
 * @param database name of the database
 * @param login user, password and what else the address carried
 * @param socket folder of the local socket, for programs that can use one
 */
record DatabaseAddress(String hosts, String database, Properties login, Optional<String> socket) {

    /** Reads a JDBC address, or nothing if it is none. */
    static Optional<DatabaseAddress> parse(String url) {
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            return Optional.empty();
        }
        String[] names = parsed.getProperty("PGHOST", "localhost").split(",", -1);
        String[] ports = parsed.getProperty("PGPORT", "5432").split(",", -1);
        StringBuilder hosts = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            hosts.append(i == 0 ? "" : ",").append(names[i]).append(':').append(ports[Math.min(i, ports.length - 1)]);
        }
        Properties login = new Properties();
        parsed.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("PG"))
                .forEach(name -> login.setProperty(name, parsed.getProperty(name)));
        return Optional.of(new DatabaseAddress(
                hosts.toString(), parsed.getProperty("PGDBNAME", "postgres"), login, Optional.empty()));
    }

    static DatabaseAddress of(PrivateCluster cluster, String database) {
        Properties login = new Properties();
        login.setProperty("user", cluster.user());
        login.setProperty("password", cluster.password());
        return new DatabaseAddress(
                "127.0.0.1:" + cluster.port(),
                database,
                login,
                Optional.of(cluster.socketFolder().toString()));
    }

    DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(hosts, name, login, socket);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + hosts + "/" + database;
    }

    /** Opens one connection outside any pool. */
    Connection connect(String application) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), loginAs(application));
    }

    /** Returns the login with what every connection of ours has. */
    Properties loginAs(String application) {
        Properties all = new Properties();
        login.stringPropertyNames().forEach(name -> all.setProperty(name, login.getProperty(name)));
        all.setProperty("ApplicationName", application);
        all.putIfAbsent("connectTimeout", "5");
        all.putIfAbsent("loginTimeout", "10");
        all.putIfAbsent("tcpKeepAlive", "true");
        all.putIfAbsent("currentSchema", "lindero,public");
        return all;
    }

    GdalTarget gdalTarget() {
        String[] first = hosts.split(",", -1)[0].split(":(?=\\d+$)", -1);
        String host = socket.orElse(first[0].replaceAll("[\\[\\]]", ""));
        String connection = "PG:host=" + quote(host) + " port=" + quote(first[1]) + " dbname=" + quote(database)
                + Optional.ofNullable(login.getProperty("user"))
                        .map(user -> " user=" + quote(user))
                        .orElse("")
                + Optional.ofNullable(login.getProperty("sslmode"))
                        .map(mode -> " sslmode=" + quote(mode))
                        .orElse("");
        Map<String, String> environment = Optional.ofNullable(login.getProperty("password"))
                .map(password -> Map.of("PGPASSWORD", password))
                .orElse(Map.of());
        return new GdalTarget(connection, environment, socket.isPresent());
    }

    private static String quote(String value) {
        return value.matches("[A-Za-z0-9_./-]+")
                ? value
                : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
