package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.LoadTown.Loaded;
import co.lindero.platform.db.PrivateCluster;
import co.lindero.support.CliRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Loads that are killed and loads at once. A load is held at a known moment by a lock that the test holds, and is seen to
 * wait in {@code pg_stat_activity}.
 */
class LoadAcceptanceKillTest {
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND wait_event_type = 'Lock'";

    @TempDir
    Path folder;

    private LoadTown town;

    /** Where a load is held: the statement that the test runs in an open transaction. */
    enum Moment {
        /** GDAL, a process of its own, has looked up the tables of the database and copies into the workspace. */
        READING("LOCK TABLE lindero.territory IN ACCESS EXCLUSIVE MODE"),
        /** At the publishing lock. */
        BEFORE_PUBLISHING("SELECT pg_advisory_xact_lock(hashtext('lindero.publication'))"),
        /** Rows are written, not yet the record of the load. */
        WRITING_THE_RECORD("LOCK TABLE lindero.load IN ACCESS EXCLUSIVE MODE"),
        /** Everything is written, the transaction is not committed. */
        BEFORE_THE_END("LOCK TABLE lindero.publication IN SHARE ROW EXCLUSIVE MODE");

        private final String lock;

        Moment(String lock) {
            this.lock = lock;
        }
    }

    @BeforeEach
    void createTown() {
        town = LoadTown.withLimit(folder);
        town.plots("R_TERRENO", parcels(2));
        assertThat(town.load("parcels", "R_TERRENO").code()).isZero();
        town.plots("R_TERRENO", parcels(5));
    }

    @AfterEach
    void dropTown() {
        town.close();
    }

    @ParameterizedTest
    @EnumSource
    void case02_killedAtAnyMomentThePreviousStateAnswersAndARetrySucceeds(Moment moment) throws Exception {
        try (Connection holder = hold(moment);
                ChildLoad child = child()) {
            until(() -> town.count(WAITING) > 0, child);
            child.kill();
            holder.rollback();
        }
        // the server notices the dead client when it next writes to it
        until(() -> town.count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name LIKE 'lindero load%'")
                == 0);
        assertThat(town.currentParcels()).isEqualTo(2);
        assertThat(town.count("SELECT max(id) FROM lindero.publication")).isEqualTo(2);
        assertThat(town.workspaces()).isEqualTo(1);
        Loaded retry = town.load("parcels", "R_TERRENO");
        assertThat(retry.code()).isZero();
        assertThat(retry.counts()).containsExactly(3L, 0L, 2L, 0L);
        assertThat(town.currentParcels()).isEqualTo(5);
        assertThat(town.workspaces()).isZero();
    }

    @Test
    void case02_aConnectionThatIsCutEndsTheLoadWithWhatToDo() throws Exception {
        try (Connection holder = hold(Moment.WRITING_THE_RECORD)) {
            CompletableFuture<CliRun> load = CompletableFuture.supplyAsync(
                    () -> town.load("parcels", "R_TERRENO").run());
            until(() -> town.count(WAITING) > 0);
            town.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND application_name LIKE 'lindero load%'");
            CliRun run = load.get(2, TimeUnit.MINUTES);
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("No hay conexión con la base de datos", "Qué hacer", "database-unavailable");
            holder.rollback();
        }
        assertThat(town.currentParcels()).isEqualTo(2);
        assertThat(town.load("parcels", "R_TERRENO").code()).isZero();
        assertThat(town.workspaces()).isZero();
    }

    @Test
    void case02_afterAKillOfTheWholeServerTheNextStartIsCleanAndARetrySucceeds() throws Exception {
        Path var = folder.resolve("own");
        Map<String, String> env = new HashMap<>(Map.of(
                "LINDERO_VAR",
                var.toString(),
                "LINDERO_MUNICIPALITY",
                LoadTown.MUNICIPALITY,
                "LINDERO_HOME",
                folder.toString()));
        String file = town.file("R_TERRENO.geojson").toString();
        town.plots("R_TERRENO", parcels(2));
        assertThat(CliRun.of(env, "load", "parcels", file).code()).isEqualTo(1);
        town.plots("R_TERRENO", parcels(5));
        try (PrivateCluster cluster = PrivateCluster.join(var, Optional.empty(), line -> {})) {
            String url = cluster.jdbcUrl("lindero") + "?user=" + cluster.user() + "&password=" + cluster.password();
            try (Connection holder = java.sql.DriverManager.getConnection(url);
                    Statement lock = holder.createStatement();
                    ChildLoad child =
                            ChildLoad.start(env, folder.resolve("own.log"), "-Xmx256m", "load", "parcels", file)) {
                holder.setAutoCommit(false);
                lock.execute(Moment.WRITING_THE_RECORD.lock);
                until(() -> waits(url), child);
                ProcessHandle server = ProcessHandle.of(cluster.pid()).orElseThrow();
                List<ProcessHandle> backends = server.descendants().toList();
                server.destroyForcibly();
                backends.forEach(ProcessHandle::destroyForcibly);
                assertThat(child.await()).isEqualTo(3);
                assertThat(child.output()).contains("database-unavailable");
            } catch (SQLException e) {
                // closing a connection whose server is dead
                assertThat(e.getSQLState()).startsWith("08");
            }
        }
        CliRun before = CliRun.of(env, "loads", "list");
        assertThat(before.out().lines()).as(before.err()).hasSize(1);
        CliRun retry = CliRun.of(env, "load", "parcels", file);
        assertThat(retry.code()).as(retry.err()).isEqualTo(1);
        assertThat(retry.out()).contains("Registros 5; filas nuevas 3, cerradas 0, sin cambio 2");
    }

    @Test
    void case03_twoLoadsAtOnceAreNeverMixed() throws Exception {
        town.plots("uno", shifted(0, 40));
        town.plots("dos", shifted(1, 40));
        CompletableFuture<Loaded> first;
        CompletableFuture<Loaded> second;
        try (Connection holder = hold(Moment.BEFORE_PUBLISHING)) {
            first = CompletableFuture.supplyAsync(() -> town.load(
                    "parcels",
                    "uno",
                    "--dataset",
                    "R_TERRENO",
                    "--report",
                    folder.resolve("uno").toString()));
            second = CompletableFuture.supplyAsync(() -> town.load(
                    "parcels",
                    "dos",
                    "--dataset",
                    "R_TERRENO",
                    "--report",
                    folder.resolve("dos").toString()));
            until(() -> town.count(WAITING) == 2);
            holder.rollback();
        }
        assertThat(first.get(2, TimeUnit.MINUTES).code()).isZero();
        assertThat(second.get(2, TimeUnit.MINUTES).code()).isZero();
        assertThat(town.currentParcels()).isEqualTo(40);
        assertThat(town.list("SELECT DISTINCT address FROM lindero.parcel WHERE pub_to IS NULL"))
                .hasSize(1);
        assertThat(town.list("SELECT added, closed FROM lindero.load WHERE publication > 2 ORDER BY publication"))
                .containsExactly("40 2", "40 40");
        assertThat(town.workspaces()).isZero();
    }

    private static boolean waits(String url) {
        try (Connection connection = java.sql.DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(WAITING)) {
            return row.next() && row.getInt(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ChildLoad child() {
        return ChildLoad.start(
                town.env(),
                folder.resolve("child.log"),
                "-Xmx256m",
                "load",
                "parcels",
                town.file("R_TERRENO.geojson").toString());
    }

    private Connection hold(Moment moment) throws SQLException {
        Connection connection = town.database().connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(moment.lock);
        }
        return connection;
    }

    private static void until(BooleanSupplier reached, ChildLoad child) {
        until(() -> {
            if (!child.runs()) {
                throw new AssertionError("ended early: " + child.output());
            }
            return reached.getAsBoolean();
        });
    }

    private static void until(BooleanSupplier reached) {
        Instant end = Instant.now().plus(DEADLINE);
        while (!reached.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not reached within " + DEADLINE);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static Plots parcels(int count) {
        Plots plots = Plots.metres();
        for (int i = 1; i <= count; i++) {
            plots.square(10 * i, 0, 10, "number", Plots.number(i));
        }
        return plots;
    }

    private static Plots shifted(int row, int count) {
        Plots plots = Plots.metres();
        for (int i = 1; i <= count; i++) {
            plots.square(10 * i, 10 * row, 10, "number", Plots.number(i), "address", "fila " + row);
        }
        return plots;
    }
}
