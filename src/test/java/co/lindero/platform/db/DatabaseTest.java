package co.lindero.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.support.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private static TestDatabase test;
    private static Database database;

    @BeforeAll
    static void opens() {
        test = TestDatabase.create();
        database = test.open();
        database.write(handle -> handle.execute("CREATE TABLE public.note (id integer PRIMARY KEY, words text[])"));
    }

    @AfterAll
    static void closes() {
        database.close();
        test.close();
    }

    @Test
    void readsInOneSnapshotThatCannotWrite() {
        String mode = database.read(handle -> handle.createQuery(
                        "SELECT current_setting('transaction_isolation') || ' ' || current_setting('transaction_read_only')")
                .mapTo(String.class)
                .one());
        assertThat(mode).isEqualTo("repeatable read on");
        Throwable refused = catchThrowable(
                () -> database.read(handle -> handle.execute("INSERT INTO public.note VALUES (1, '{}')")));
        assertThat(SqlStates.find(refused)).contains("25006");
    }

    @Test
    void rollsBackWhatAProblemInterrupts() {
        Problem thrown = catchThrowableOfType(
                Problem.class,
                () -> database.write(handle -> {
                    handle.execute("INSERT INTO public.note VALUES (2, '{}')");
                    throw Problem.of(ProblemType.REFUSED, "no", "no");
                }));
        assertThat(thrown.type()).isEqualTo(ProblemType.REFUSED);
        assertThat(count("id = 2")).isZero();
    }

    @Test
    void leavesAConflictToTheCaller() {
        database.write(handle -> handle.execute("INSERT INTO public.note VALUES (3, '{}')"));
        Throwable conflict = catchThrowable(
                () -> database.write(handle -> handle.execute("INSERT INTO public.note VALUES (3, '{}')")));
        assertThat(conflict).isNotInstanceOf(Problem.class);
        assertThat(SqlStates.is(conflict, SqlStates.UNIQUE_VIOLATION)).isTrue();
    }

    @Test
    void bindsAndReadsListsOfTexts() {
        List<String> words = List.of("a,b", "ñ \"c\"", "");
        List<String> back = database.read(handle -> handle.createQuery("SELECT :words::text[]")
                .bind("words", words)
                .mapTo(new GenericType<List<String>>() {})
                .one());
        assertThat(back).isEqualTo(words);
    }

    @Test
    void endsAStatementThatTakesTooLong() {
        PoolSettings hasty = new PoolSettings("lindero test", 1, Optional.of(Duration.ofMillis(50)));
        try (Database quick = Database.open(test.config(), hasty, line -> {})) {
            Problem problem = catchThrowableOfType(
                    Problem.class, () -> quick.read(handle -> handle.execute("SELECT pg_sleep(10)")));
            assertThat(problem.type()).isEqualTo(ProblemType.TIMEOUT);
        }
    }

    @Test
    void saysThatItIsOverloadedWhenAllConnectionsAreBusy() {
        PoolSettings narrow = new PoolSettings("lindero test", 1, Optional.empty());
        try (Database one = Database.open(test.config(), narrow, line -> {})) {
            Problem problem = catchThrowableOfType(
                    Problem.class,
                    () -> one.read(outer -> one.read(inner -> inner.execute("SELECT 1") + outer.execute("SELECT 1"))));
            assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED);
        }
    }

    @Test
    void hearsAChannelAndHearsAgainAfterTheConnectionBroke() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (AutoCloseable listener = database.listen("Weird \"channel\"", heard::add)) {
            assertThat(listener).isNotNull();
            tell("one");
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("one");
            breakListener();
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEmpty();
            tell("two");
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("two");
        }
    }

    @Test
    void leadsGdalToTheSameDatabase() {
        GdalTarget target = database.gdalTarget();
        assertThat(target.connection()).startsWith("PG:host=").contains(" dbname=" + test.name());
        assertThat(target.connection()).doesNotContain("password");
        assertThat(target.environment()).containsKey("PGPASSWORD");
        assertThat(target.localSocket()).isFalse();
    }

    @Test
    void quotesWhatALibpqConnectionNeedsQuoted() {
        DatabaseAddress address = DatabaseAddress.parse(
                        "jdbc:postgresql://[::1]:5433/my%20base?user=o'brien&password=p%26q&sslmode=require")
                .orElseThrow();
        assertThat(address.gdalTarget().connection())
                .isEqualTo("PG:host='::1' port=5433 dbname='my base' user='o\\'brien' sslmode=require");
        assertThat(address.gdalTarget().environment()).containsEntry("PGPASSWORD", "p&q");
    }

    private static void tell(String text) {
        database.write(handle -> handle.execute("SELECT pg_notify('Weird \"channel\"', ?)", text));
    }

    private static void breakListener() throws SQLException {
        try (var connection = test.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'lindero listen' AND datname = current_database()");
        }
    }

    private static int count(String condition) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM public.note WHERE " + condition)
                .mapTo(Integer.class)
                .one());
    }
}
