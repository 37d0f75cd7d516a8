package co.lindero.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The life of a private cluster, on the real server programs of this machine. */
class PrivateClusterTest {
    private static final Path VAR = Path.of("target/cluster-test").toAbsolutePath();

    @BeforeAll
    static void makesTheCluster() {
        join().close();
    }

    @AfterAll
    static void leavesNoServerBehind() throws IOException {
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void answersOnLoopbackWithThePassword() throws SQLException {
        try (PrivateCluster cluster = join()) {
            assertThat(ask(cluster, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(cluster, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(cluster, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(cluster, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void refusesAWrongPassword() {
        try (PrivateCluster cluster = join()) {
            SQLException refusal = catchThrowableOfType(
                    SQLException.class,
                    () -> DriverManager.getConnection(cluster.jdbcUrl("postgres"), cluster.user(), "wrong")
                            .close());
            assertThat(refusal.getSQLState()).isEqualTo("28P01");
        }
    }

    @Test
    void keepsThePasswordAndTheSocketFromOthers() throws IOException {
        try (PrivateCluster cluster = join()) {
            Path password = ClusterFolder.prepare(VAR, line -> {}).folder().resolve("password");
            assertThat(Files.getPosixFilePermissions(password)).hasSize(2);
            assertThat(Files.getPosixFilePermissions(cluster.socketFolder())).hasSize(3);
            assertThat(cluster.socketFolder().resolve(".s.PGSQL." + cluster.port()))
                    .exists();
        }
    }

    @Test
    void stopsWhenTheLastOneLeaves() throws IOException {
        PrivateCluster first = join();
        PrivateCluster second = join();
        assertThat(second.pid()).isEqualTo(first.pid());
        first.close();
        assertThat(serverRuns()).isTrue();
        second.close();
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void countsOneLeavingTwiceOnce() throws IOException {
        PrivateCluster first = join();
        try (PrivateCluster second = join()) {
            first.close();
            first.close();
            assertThat(second.pid()).isPositive();
            assertThat(serverRuns()).isTrue();
        }
    }

    @Test
    void staysWhileAnotherProcessUsesIt() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Joiner.class.getName(),
                        VAR.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("joined");
            join().close();
            assertThat(serverRuns()).isTrue();
        } finally {
            other.destroyForcibly();
            assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(serverRuns()).as("a killed user cannot stop it").isTrue();
        join().close();
        assertThat(serverRuns()).as("the next one out does").isFalse();
    }

    /** Another process that joins and waits to be killed. */
    static final class Joiner {
        private Joiner() {}

        @SuppressWarnings("resource")
        public static void main(String[] args) throws InterruptedException {
            PrivateCluster cluster = PrivateCluster.join(Path.of(args[0]), Optional.empty(), line -> {});
            System.out.println(cluster.pid() > 0 ? "joined" : "failed");
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }

    @Test
    void startsAgainAfterTheServerWasKilled() throws SQLException {
        try (PrivateCluster before = join()) {
            ProcessHandle server = ProcessHandle.of(before.pid()).orElseThrow();
            server.destroyForcibly();
            server.onExit().join();
            try (PrivateCluster after = join()) {
                assertThat(after.pid()).isNotEqualTo(before.pid());
                assertThat(after.port()).as("pools find it again").isEqualTo(before.port());
                assertThat(ask(after, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    /**
     * The backend that sees its server die takes back its unfinished work: of an unlogged table it removes the file that
     * says so and leaves an empty one. PostgreSQL 15 then meets that file at the end of its recovery and gives up.
     */
    @Test
    void startsAgainAfterTheServerWasKilledWithAWorkingTableUnfinished() throws SQLException {
        try (PrivateCluster before = join()) {
            ProcessHandle server = ProcessHandle.of(before.pid()).orElseThrow();
            ProcessHandle backend;
            try (Connection load = connect(before);
                    Connection other = connect(before);
                    Statement work = load.createStatement();
                    Statement written = other.createStatement()) {
                load.setAutoCommit(false);
                work.execute("CREATE UNLOGGED TABLE unfinished AS SELECT 1 AS number");
                backend = ProcessHandle.of(Long.parseLong(ask(load, "SELECT pg_backend_pid()")))
                        .orElseThrow();
                written.execute("DROP TABLE IF EXISTS finished");
                written.execute("CREATE TABLE finished AS SELECT 1 AS number");
                server.destroyForcibly();
                server.onExit().join();
                backend.onExit().join();
            } catch (SQLException e) {
                // closing a connection whose server is dead
                assertThat(e.getSQLState()).startsWith("08");
            }
            List<String> said = new ArrayList<>();
            try (PrivateCluster after = PrivateCluster.join(VAR, Optional.empty(), said::add)) {
                assertThat(ask(after, "SELECT number FROM finished")).isEqualTo("1");
                assertThat(ask(after, "SELECT to_regclass('unfinished') IS NULL"))
                        .isEqualTo("t");
                assertThat(said).anyMatch(line -> line.contains("trabajo sin terminar"));
            }
        }
    }

    @Test
    void seesThroughAPidFileWhosePidIsNowAnotherProgram() throws IOException, SQLException {
        Path pidFile = ClusterFolder.prepare(VAR, line -> {}).data().resolve("postmaster.pid");
        ClusterFolder folder = ClusterFolder.prepare(VAR, line -> {});
        List<String> lines;
        try (PrivateCluster cluster = join()) {
            lines = new ArrayList<>(Files.readAllLines(pidFile));
            assertThat(cluster.pid()).isPositive();
        }
        Process foreign = foreignProcess(folder);
        try {
            lines.set(0, Long.toString(foreign.pid()));
            Files.write(pidFile, lines);
            folder.account().give(pidFile);
            try (PrivateCluster cluster = join()) {
                assertThat(ask(cluster, "SELECT 1")).isEqualTo("1");
                assertThat(foreign.isAlive()).isTrue();
            }
        } finally {
            foreign.destroyForcibly();
        }
    }

    private static Process foreignProcess(ClusterFolder folder) throws IOException {
        List<String> command = new ArrayList<>();
        if (folder.account().switched()) {
            command.addAll(List.of(
                    "setpriv",
                    "--reuid=" + folder.account().uid(),
                    "--regid=" + folder.account().gid(),
                    "--clear-groups"));
        }
        command.addAll(List.of("cat"));
        return new ProcessBuilder(command).directory(Path.of("/").toFile()).start();
    }

    @Test
    void refusesAClusterOfAnotherMajorVersion() throws IOException {
        Path version = ClusterFolder.prepare(VAR, line -> {}).data().resolve("PG_VERSION");
        String kept = Files.readString(version);
        try {
            Files.writeString(version, "9\n");
            Problem problem = catchThrowableOfType(Problem.class, () -> join().close());
            assertThat(problem.type()).isEqualTo(ProblemType.ENVIRONMENT);
            assertThat(problem.hint(Language.EN)).contains("postgresql-9");
        } finally {
            Files.writeString(version, kept);
        }
    }

    @Test
    void saysWhatToInstallWhereTheProgramsAreMissing() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> PrivateCluster.join(VAR, Optional.of(Path.of("/nowhere")), line -> {})
                        .close());
        assertThat(problem.type()).isEqualTo(ProblemType.ENVIRONMENT);
        assertThat(problem.detail(Language.EN)).contains("LINDERO_PG_BIN=/nowhere");
        assertThat(problem.hint(Language.EN)).contains("apt-get install");
    }

    private static PrivateCluster join() {
        return PrivateCluster.join(VAR, Optional.empty(), line -> {});
    }

    private static boolean serverRuns() throws IOException {
        return Files.exists(ClusterFolder.prepare(VAR, line -> {}).data().resolve("postmaster.pid"));
    }

    private static Connection connect(PrivateCluster cluster) throws SQLException {
        return DriverManager.getConnection(cluster.jdbcUrl("postgres"), cluster.user(), cluster.password());
    }

    private static String ask(PrivateCluster cluster, String sql) throws SQLException {
        try (Connection connection = connect(cluster)) {
            return ask(connection, sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
