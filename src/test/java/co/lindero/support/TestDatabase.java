package co.lindero.support;

import co.lindero.platform.config.Config;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.NumberScheme;
import co.lindero.platform.db.PoolSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One migrated database of a test's own, a copy of a template that is migrated once per run. Use it in
 * {@code @BeforeAll} and close it in {@code @AfterAll}, or in a try block.
 */
public final class TestDatabase implements AutoCloseable {
    /** A folder of this process that holds no properties file, so that only {@link #env()} counts. */
    public static final Path HOME = Path.of("target/test-home-" + System.getProperty("lindero.test.fork", "1"))
            .toAbsolutePath();

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Set<String> TEMPLATES = new HashSet<>();
    private static final int SRID = 9377;

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** Creates a database in EPSG:9377 with national parcel numbers. */
    public static TestDatabase create() {
        return create(SRID, NumberScheme.NPN);
    }

    /** Creates a database with a storage SRID and number scheme of its own. */
    public static TestDatabase create(int srid, NumberScheme numbers) {
        String template = template(srid, numbers);
        String name = freshName();
        TestServer.get().execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return new TestDatabase(name);
    }

    /** Creates a database with nothing in it, for tests of the set-up itself. */
    public static TestDatabase createEmpty() {
        String name = freshName();
        TestServer.get().execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        return new TestDatabase(name);
    }

    private static String freshName() {
        return "lindero_t" + ProcessHandle.current().pid() + "_" + NEXT.incrementAndGet();
    }

    private static synchronized String template(int srid, NumberScheme numbers) {
        String name = "lindero_template" + ProcessHandle.current().pid() + "_" + srid + "_" + numbers.word();
        if (TEMPLATES.add(name)) {
            TestServer.get().execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            TestServer.get().execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
            try (Database migrated = new TestDatabase(name).open(Optional.of(srid), Optional.of(numbers))) {
                if (migrated.srid() != srid) {
                    throw new IllegalStateException("template has SRID " + migrated.srid());
                }
            }
        }
        return name;
    }

    /** Returns the environment that leads a program to this database. */
    public Map<String, String> env() {
        return Map.of("LINDERO_DB_URL", TestServer.get().url(name));
    }

    /** Returns the configuration of {@link #env()}. */
    public Config config() {
        return Config.read(HOME, env(), Map.of());
    }

    /** Opens the database; the caller closes it. */
    public Database open() {
        return open(Optional.empty(), Optional.empty());
    }

    /** Opens the database, asking for an SRID and a scheme; the caller closes it. */
    public Database open(Optional<Integer> srid, Optional<NumberScheme> numbers) {
        return Database.open(config(), PoolSettings.command("test"), srid, numbers, line -> {});
    }

    /** Opens one connection outside any pool. */
    public Connection connect() throws SQLException {
        return TestServer.get().connect(name);
    }

    public String name() {
        return name;
    }

    /** Drops the database, whoever is still connected. */
    @Override
    public void close() {
        TestServer.get().execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
