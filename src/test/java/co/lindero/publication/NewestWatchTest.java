package co.lindero.publication;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.db.Database;
import co.lindero.platform.db.Sql;
import co.lindero.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of the newest publication without a question, and that it is never known too long. */
class NewestWatchTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String SESSIONS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND application_name = 'lindero watch'";
    private static final String HOLDERS = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
            + " (SELECT oid FROM pg_database WHERE datname = current_database())";

    private TestDatabase test;
    private Database database;
    private NewestWatch watch;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        database = test.open();
        watch = NewestWatch.of(database);
    }

    @AfterEach
    void close() {
        database.close();
        test.close();
    }

    private long publish() {
        return database.write(handle -> new PublicationStore()
                .publish(handle, new PublicationStore.Subject("plan", "76130", "P"), number -> {})
                .number());
    }

    private long count(String sql) {
        return database.readAtOnce(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void askOften() {
        for (int i = 0; i < 50; i++) {
            watch.asked();
        }
    }

    private OptionalLong known() {
        until(() -> watch.find().isPresent());
        return watch.find();
    }

    private static void until(BooleanSupplier reached) {
        Instant end = Instant.now().plus(DEADLINE);
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).as("deadline").isBefore(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void aFewQuestionsAreNotWorthASession() {
        for (int i = 0; i < 10; i++) {
            watch.asked();
        }
        assertThat(watch.find()).isEmpty();
        assertThat(count(SESSIONS)).isZero();
    }

    @Test
    void knowsAnEmptyDatabaseToo() {
        askOften();
        assertThat(known()).hasValue(0);
    }

    @Test
    void letsAPublicationGoOnAndKnowsNothingUntilItIsThere() {
        askOften();
        assertThat(known()).hasValue(0);
        long[] seen = {-1};
        long number = database.write(handle -> new PublicationStore()
                .publish(handle, new PublicationStore.Subject("plan", "76130", "P"), next -> {
                    // the lock is ours: whatever is known now would be too old in a moment
                    seen[0] = watch.find().orElse(-1);
                })
                .number());
        assertThat(seen[0]).isEqualTo(-1);
        assertThat(watch.find().orElse(number)).isEqualTo(number);
        assertThat(known()).hasValue(number);
    }

    @Test
    void neverTellsAnOlderOneHoweverOftenIsPublished() {
        askOften();
        known();
        for (int i = 0; i < 60; i++) {
            long number = publish();
            assertThat(watch.find().orElse(number)).isEqualTo(number);
            if (i % 3 == 0) {
                assertThat(known()).hasValue(number);
            }
        }
    }

    @Test
    void believesNothingForLongOnceItsSessionIsGone() throws SQLException {
        askOften();
        known();
        try (Connection admin = database.connectApart("test");
                Statement statement = admin.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND application_name = 'lindero watch'");
        }
        Instant end = Instant.now().plus(NewestWatch.TRUST).plusSeconds(5);
        until(() -> watch.find().isEmpty());
        assertThat(Instant.now()).isBefore(end);
        // it rests: a server that ends its sessions is not asked for one after another
        askOften();
        assertThat(count(SESSIONS)).isZero();
    }

    @Test
    void aServiceThatIsStoppedHoldsUpNoPublication() throws SQLException {
        try (Connection stopped = database.connectApart("stopped");
                Statement statement = stopped.createStatement()) {
            statement.execute(Sql.query("publication/begin_watch"));
            statement.execute(Sql.query("publication/take_watch"));
            assertThat(count(HOLDERS)).isEqualTo(1);
            assertThat(publish()).isEqualTo(1);
            assertThat(stopped.isValid(1)).as("the server ended the session").isFalse();
        }
    }

    @Test
    void leavesTheLockWhenNobodyAsksAnyMore() {
        askOften();
        known();
        assertThat(count(HOLDERS)).isEqualTo(1);
        until(() -> count(HOLDERS) == 0);
        assertThat(watch.find()).as("forgotten before the lock is left").isEmpty();
        until(() -> count(SESSIONS) == 0);
        assertThat(watch.find()).isEmpty();
        askOften();
        assertThat(known()).hasValue(0);
    }

    @Test
    void endsWithTheDatabase() {
        askOften();
        known();
        database.close();
        assertThat(watch.find()).isEmpty();
        database = test.open();
        until(() -> count(SESSIONS) == 0);
    }
}
