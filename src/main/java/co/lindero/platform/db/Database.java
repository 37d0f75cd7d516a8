package co.lindero.platform.db;

import co.lindero.platform.config.Config;
import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of this process: a pool of connections to a migrated database, and how to run one transaction on it.
 * Closing it closes listeners and pool and leaves the private cluster. Thread-safe.
 *
 * <p>Failures of the database come out as a {@link Problem}; conflicts with other rows (unique, exclusion) stay the
 * exception they are, for the caller to explain.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long POOL_WAIT_MS = 5_000;
    private static final int DECIDED_BYTES = 1 << 16;

    private final DatabaseAddress address;
    private final Migrations.Setting setting;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    /** Connections for {@link #decide}, made when it is first called. */
    private final HikariDataSource deciding;

    private final Jdbi decidingJdbi;
    private final Deque<AutoCloseable> open;
    private final ConcurrentMap<Thread, Connection> working = new ConcurrentHashMap<>();

    private Database(
            DatabaseAddress address,
            Migrations.Setting setting,
            HikariDataSource pool,
            HikariDataSource deciding,
            Deque<AutoCloseable> open) {
        this.address = address;
        this.setting = setting;
        this.pool = pool;
        this.deciding = deciding;
        this.open = open;
        this.jdbi = jdbi(pool);
        this.decidingJdbi = jdbi(deciding);
    }

    private static Jdbi jdbi(HikariDataSource pool) {
        return Jdbi.create(pool)
                .registerArrayType(String.class, "text")
                .registerArrayType(Long.class, "bigint")
                .registerArrayType(Integer.class, "integer")
                .registerArrayType(Double.class, "float8")
                .registerArgument(new TextArrays());
    }

    /** Opens the configured database, setting it up with the defaults where it is new. */
    public static Database open(Config config, PoolSettings settings, Consumer<String> say) {
        return open(config, settings, Optional.empty(), Optional.empty(), say);
    }

    /**
     * Opens the configured database, setting it up where it is new.
     *
     * @param srid storage SRID asked for; refused where the database has another
     * @param numbers number scheme asked for, likewise
     * @param say gets a line, in Spanish, for each step that takes time
     */
    public static Database open(
            Config config,
            PoolSettings settings,
            Optional<Integer> srid,
            Optional<NumberScheme> numbers,
            Consumer<String> say) {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try {
            boolean mayCreate =
                    config.find(ConfigKey.LINDERO_DB_URL).isEmpty() || config.isSet(ConfigKey.LINDERO_DATABASE);
            DatabaseAddress address = address(config, open, say);
            Migrations.Setting setting = new Migrations(address, mayCreate, say).prepare(srid, numbers);
            HikariDataSource pool = new HikariDataSource(poolConfig(address, settings));
            open.push(pool);
            HikariDataSource deciding = new HikariDataSource();
            decidingConfig(address, settings).copyStateTo(deciding);
            open.push(deciding);
            return new Database(address, setting, pool, deciding, open);
        } catch (RuntimeException e) {
            closeAll(open);
            throw translated(e);
        }
    }

    private static DatabaseAddress address(Config config, Deque<AutoCloseable> open, Consumer<String> say) {
        Optional<String> url = config.find(ConfigKey.LINDERO_DB_URL);
        if (url.isPresent()) {
            DatabaseAddress given = DatabaseAddress.parse(url.get())
                    .orElseThrow(() -> Problem.of(
                            ProblemType.CONFIGURATION_INVALID,
                            "LINDERO_DB_URL no es una dirección JDBC de PostgreSQL.",
                            "LINDERO_DB_URL is not a JDBC address of PostgreSQL."));
            return config.isSet(ConfigKey.LINDERO_DATABASE)
                    ? given.withDatabase(config.get(ConfigKey.LINDERO_DATABASE))
                    : given;
        }
        PrivateCluster cluster = PrivateCluster.join(
                config.path(ConfigKey.LINDERO_VAR),
                config.find(ConfigKey.LINDERO_PG_BIN).map(java.nio.file.Path::of),
                say);
        open.push(cluster);
        return DatabaseAddress.of(cluster, config.get(ConfigKey.LINDERO_DATABASE));
    }

    private static HikariConfig poolConfig(DatabaseAddress address, PoolSettings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("lindero");
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setDataSourceProperties(address.loginAs(settings.application()));
        pool.setMaximumPoolSize(settings.size());
        pool.setMinimumIdle(Math.min(settings.size(), 2));
        pool.setConnectionTimeout(POOL_WAIT_MS);
        pool.setAutoCommit(true);
        settings.statementTimeout()
                .ifPresent(limit -> pool.addDataSourceProperty("options", "-c statement_timeout=" + limit.toMillis()));
        return pool;
    }

    /** What {@link #decide} promises is said when a connection is made: saying it in each transaction would take a round trip. */
    private static HikariConfig decidingConfig(DatabaseAddress address, PoolSettings settings) {
        HikariConfig pool = poolConfig(address, settings);
        pool.setPoolName("lindero deciding");
        // one stays, with its plans: making those anew takes longer than a hundred checks
        pool.setMinimumIdle(1);
        pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        String options = pool.getDataSourceProperties().getProperty("options", "");
        pool.addDataSourceProperty("options", (options + " -c plan_cache_mode=force_generic_plan").strip());
        // an answer of some ten thousand bytes goes to the server in one piece, which wakes it once
        pool.addDataSourceProperty("maxSendBufferSize", DECIDED_BYTES);
        return pool;
    }

    /** Returns JDBI on the pool, for what is not one transaction; its failures come as JDBI's exceptions. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** Runs work in one REPEATABLE READ, READ ONLY transaction: it sees one state of the database. */
    public <T> T read(Function<Handle, T> work) {
        // said by the first statement of the transaction: JDBC would ask for the level and set it back, four round
        // trips
        return withFreshConnection(() -> inTransaction(jdbi, handle -> {
            handle.execute(Sql.query("platform/begin_reading"));
            return work.apply(handle);
        }));
    }

    /**
     * Runs work in one REPEATABLE READ transaction, which sees one state of the database and may end by adding what it decided of
     * it, with one plan of each statement for all arguments. For many statements that find a handful of rows by their keys: planning
     * them anew takes longer than running them. The work is run again where the connection turns out to be dead, even if what it
     * added was kept.
     */
    public <T> T decide(Function<Handle, T> work) {
        return withFreshConnection(() -> inTransaction(decidingJdbi, work));
    }

    /**
     * Reads once more on a new connection where the one at hand turns out to be dead: after a restart of the server the
     * pool still holds connections to the old one, and reading again harms nobody.
     */
    private <T> T withFreshConnection(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Problem e) {
            if (e.type() != ProblemType.DATABASE_UNAVAILABLE || !SqlStates.isLostConnection(e)) {
                throw e;
            }
            pools().forEach(HikariPoolMXBean::softEvictConnections);
            return reading.get();
        }
    }

    /** Runs work of one single statement, which sees one state of the database by itself, without a transaction. */
    public <T> T readAtOnce(Function<Handle, T> work) {
        return withFreshConnection(() -> writeAtOnce(work));
    }

    /**
     * Runs work of one round trip on a bare connection, for the few places where many small questions are asked: JDBI's own
     * bookkeeping costs as much as one of them.
     */
    public <T> T readOnConnection(ConnectionWork<T> work) {
        return withFreshConnection(() -> {
            try (Connection connection = pool.getConnection()) {
                return tracked(connection, () -> work.run(connection));
            } catch (SQLException e) {
                throw translated(new FailedStatementException(e));
            } catch (RuntimeException e) {
                throw translated(e);
            }
        });
    }

    /** Cancels what the database does for a thread, if anything; the thread's work fails. */
    public void cancel(Thread thread) {
        // within the map's lock, so that the connection cannot pass to other work meanwhile
        working.computeIfPresent(thread, (same, connection) -> {
            try {
                connection.unwrap(PGConnection.class).cancelQuery();
            } catch (SQLException e) {
                LOG.warn("a statement could not be cancelled", e);
            }
            return connection;
        });
    }

    /** Runs work with its connection known as the calling thread's. */
    private <T, X extends Exception> T tracked(Connection connection, Tracked<T, X> work) throws X {
        working.put(Thread.currentThread(), connection);
        try {
            return work.run();
        } finally {
            working.remove(Thread.currentThread());
        }
    }

    @FunctionalInterface
    private interface Tracked<T, X extends Exception> {
        T run() throws X;
    }

    /** Work on a connection that is in no transaction. */
    @FunctionalInterface
    public interface ConnectionWork<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Runs work in one READ COMMITTED transaction, rolled back if the work throws. */
    public <T> T write(Function<Handle, T> work) {
        return inTransaction(jdbi, work);
    }

    /** Runs work of one single statement that changes rows, which is a transaction by itself. */
    public <T> T writeAtOnce(Function<Handle, T> work) {
        try (Handle handle = jdbi.open()) {
            return tracked(handle.getConnection(), () -> work.apply(handle));
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    private <T> T inTransaction(Jdbi connections, Function<Handle, T> work) {
        try (Handle handle = connections.open()) {
            return tracked(handle.getConnection(), () -> handle.inTransaction(transaction -> work.apply(transaction)));
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    private static RuntimeException translated(RuntimeException failure) {
        return failure instanceof Problem
                ? failure
                : SqlStates.problem(failure).map(RuntimeException.class::cast).orElse(failure);
    }

    /** Returns the SRID that this database stores and measures in. */
    public int srid() {
        return setting.srid();
    }

    /** Returns the scheme of this database's parcel numbers. */
    public NumberScheme numbers() {
        return setting.numbers();
    }

    /** Returns the name of the database. */
    public String name() {
        return address.database();
    }

    /** Returns the pool's state for metrics: connections in use. */
    public int busyConnections() {
        return pools().mapToInt(HikariPoolMXBean::getActiveConnections).sum();
    }

    /** Returns the pools that are in use: the second one is made when it is first asked for a connection. */
    private Stream<HikariPoolMXBean> pools() {
        return Stream.of(pool, deciding).flatMap(one -> Stream.ofNullable(one.getHikariPoolMXBean()));
    }

    /** Returns how GDAL reaches this database. */
    public GdalTarget gdalTarget() {
        return address.gdalTarget();
    }

    /**
     * Hears a channel on a connection outside the pool, reconnecting by itself.
     *
     * @param onNotify gets each text, on a thread of the listener; an empty text means that messages may have been lost
     */
    public AutoCloseable listen(String channel, Consumer<String> onNotify) {
        NotificationListener listener = NotificationListener.start(address, channel, onNotify);
        closeFirst(listener);
        return listener;
    }

    /** Opens a connection outside the pool, for work that lasts; the caller closes it. */
    public Connection connectApart(String application) throws SQLException {
        return address.connect(application);
    }

    /** Has something closed before this database is. */
    public void closeFirst(AutoCloseable user) {
        synchronized (open) {
            open.push(user);
        }
    }

    /** Closes the pool and drops the database, whoever else is connected. For databases made for a measurement alone. */
    public void drop() {
        pool.close();
        deciding.close();
        try (Connection server = address.withDatabase("postgres").connect("lindero drop");
                PreparedStatement render = server.prepareStatement(Sql.query("platform/render_drop_database"))) {
            render.setString(1, address.database());
            try (ResultSet row = render.executeQuery();
                    Statement drop = server.createStatement()) {
                row.next();
                drop.execute(row.getString("statement"));
            }
        } catch (SQLException e) {
            throw SqlStates.problem(e).orElseThrow(() -> new IllegalStateException(e));
        }
    }

    @Override
    public void close() {
        closeAll(open);
    }

    private static void closeAll(Deque<AutoCloseable> open) {
        synchronized (open) {
            while (!open.isEmpty()) {
                try {
                    open.pop().close();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
