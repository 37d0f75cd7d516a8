package co.lindero.support;

import co.lindero.platform.db.PrivateCluster;
import co.lindero.platform.problem.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL server of this test run: the one of {@code LINDERO_TEST_DB_URL}, else a private cluster under
 * {@code target}, else a container. Fails, never skips, where none can be had.
 *
 * @param hosts host and port
 * @param user who may create databases
 * @param password the user's password
 */
record TestServer(String hosts, String user, String password) {
    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/]+)/.*");
    private static final Pattern OURS = Pattern.compile("lindero_(?:t|template)(\\d+)_.*");
    private static @Nullable TestServer running;

    static synchronized TestServer get() {
        TestServer server = running;
        if (server == null) {
            server = start();
            running = server;
        }
        return server;
    }

    private static TestServer start() {
        String url = System.getenv("LINDERO_TEST_DB_URL");
        if (url != null && !url.isBlank()) {
            return given(url).announced("LINDERO_TEST_DB_URL");
        }
        Problem missing;
        try {
            return privateCluster().announced("private cluster");
        } catch (Problem problem) {
            missing = problem;
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(
                    "No database for the tests: neither LINDERO_TEST_DB_URL, nor PostgreSQL with PostGIS on this"
                            + " machine, nor a container engine",
                    missing);
        }
        return container().announced("container");
    }

    private static TestServer given(String url) {
        Properties parsed = Driver.parseURL(url, new Properties());
        var hosts = HOSTS.matcher(url);
        if (parsed == null || !hosts.matches()) {
            throw new IllegalStateException("LINDERO_TEST_DB_URL must be jdbc:postgresql://host:port/name?user=…");
        }
        return new TestServer(
                hosts.group(1), parsed.getProperty("user", "postgres"), parsed.getProperty("password", ""));
    }

    private static TestServer privateCluster() {
        PrivateCluster cluster = PrivateCluster.join(Path.of("target/test-cluster"), Optional.empty(), line -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        TestServer server = new TestServer("127.0.0.1:" + cluster.port(), cluster.user(), cluster.password());
        server.execute("ALTER SYSTEM SET synchronous_commit = off");
        server.execute("SELECT pg_reload_conf()");
        server.dropLeftovers();
        return server;
    }

    /** Drops what killed runs left; the private cluster is this folder's alone. */
    private void dropLeftovers() {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database ORDER BY datname")) {
            while (rows.next()) {
                Matcher ours = OURS.matcher(rows.getString(1));
                if (ours.matches()
                        && ProcessHandle.of(Long.parseLong(ours.group(1))).isEmpty()) {
                    names.add(ours.group());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        names.forEach(name -> execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }

    private static TestServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer(
                DockerImageName.parse("postgis/postgis:15-3.4").asCompatibleSubstituteFor("postgres"));
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return new TestServer(
                container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword());
    }

    private TestServer announced(String source) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('server_version') || ', PostGIS '"
                        + " || coalesce((SELECT default_version FROM pg_available_extensions"
                        + " WHERE name = 'postgis'), 'missing')")) {
            row.next();
            System.err.println("Test database: " + source + ", PostgreSQL " + row.getString(1));
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException("Test database unusable: " + source, e);
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database));
    }

    String url(String database) {
        return "jdbc:postgresql://" + hosts + "/" + database + "?user=" + user + "&password=" + password;
    }

    void execute(String sql) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
