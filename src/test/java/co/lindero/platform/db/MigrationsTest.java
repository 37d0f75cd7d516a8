package co.lindero.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.support.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void bringsTheNationalSystemThatPostgisLacks() {
        try (TestDatabase test = TestDatabase.create();
                Database database = test.open()) {
            assertThat(wkt(database, 9377)).contains("MAGNA-SIRGAS / Origen-Nacional");
            assertThat(wkt(database, 6249)).contains("Cali urban grid");
            assertThat(database.srid()).isEqualTo(9377);
            assertThat(database.numbers()).isEqualTo(NumberScheme.NPN);
        }
    }

    @Test
    void transformsByTheNationalSystem() {
        try (TestDatabase test = TestDatabase.create();
                Database database = test.open()) {
            String point = database.read(handle -> handle.createQuery(
                            "SELECT ST_AsText(ST_Transform(ST_SetSRID(ST_MakePoint(-73, 4), 4326), 9377), 3)")
                    .mapTo(String.class)
                    .one());
            assertThat(point).isEqualTo("POINT(5000000 2000000)");
        }
    }

    @Test
    void transformsByTheUrbanGridOfCali() {
        try (TestDatabase test = TestDatabase.create();
                Database database = test.open()) {
            String point = database.read(handle -> handle.createQuery(
                            "SELECT ST_AsText(ST_Transform(ST_SetSRID(ST_MakePoint(-76.5205625, 3.44188333333333),"
                                    + " 4326), 6249), 2)")
                    .mapTo(String.class)
                    .one());
            assertThat(point).isEqualTo("POINT(1061900.18 872364.63)");
        }
    }

    @Test
    void setsUpWithAnotherSystemAndFreeNumbers() {
        try (TestDatabase test = TestDatabase.create(32718, NumberScheme.FREE);
                Database database = test.open()) {
            assertThat(database.srid()).isEqualTo(32718);
            assertThat(database.numbers()).isEqualTo(NumberScheme.FREE);
            assertThat(wkt(database, 32718)).contains("UTM zone 18S");
        }
    }

    @Test
    void takesFromGdalWhatPostgisLacks() {
        try (TestDatabase test = TestDatabase.createEmpty();
                Database database = test.open(Optional.of(6247), Optional.empty())) {
            assertThat(wkt(database, 6247)).startsWith("PROJC");
        }
    }

    @Test
    void refusesASystemThatNobodyKnows() {
        assertThat(refusal(999_999).type()).isEqualTo(ProblemType.CRS_UNKNOWN);
    }

    @Test
    void refusesASystemInDegrees() {
        assertThat(refusal(4326).type()).isEqualTo(ProblemType.REFUSED);
    }

    @Test
    void refusesAnotherSystemForAnExistingDatabase() {
        try (TestDatabase test = TestDatabase.create()) {
            Problem problem = catchThrowableOfType(
                    Problem.class,
                    () -> test.open(Optional.of(32718), Optional.empty()).close());
            assertThat(problem.type()).isEqualTo(ProblemType.REFUSED);
        }
    }

    @Test
    void refusesOtherNumbersForAnExistingDatabase() {
        try (TestDatabase test = TestDatabase.create()) {
            Problem problem = catchThrowableOfType(
                    Problem.class,
                    () -> test.open(Optional.empty(), Optional.of(NumberScheme.FREE))
                            .close());
            assertThat(problem.type()).isEqualTo(ProblemType.REFUSED);
        }
    }

    /** In a schema of its own: the table as it was made, a check kept in it, and the migrations that changed it since. */
    @Test
    void keptChecksStayByteForByteWhereBothLanguagesBecomeOneValue() throws Exception {
        byte[] spanish = "{\"señal\":1}\0\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        byte[] english = new byte[50_000];
        new Random(33).nextBytes(english);
        try (TestDatabase test = TestDatabase.create();
                Database database = test.open()) {
            database.jdbi().useHandle(handle -> handle.execute("CREATE SCHEMA before"));
            migrate(database, "V0011__licence_check");
            database.jdbi()
                    .useHandle(handle -> handle.execute(
                            "INSERT INTO before.licence_check (id, municipality, question, answer_es, answer_en, verdict, made_at, kept_until)"
                                    + " VALUES (repeat('a', 22), '76130', '{}', ?, ?, 'complies', now(), now())",
                            spanish,
                            english));
            migrate(database, "V0032__licence_check_compression");
            migrate(database, "V0033__licence_check_answer");
            byte[] both = database.read(handle -> handle.createQuery("SELECT answer FROM before.licence_check")
                    .mapTo(byte[].class)
                    .one());
            int spanishBytes =
                    database.read(handle -> handle.createQuery("SELECT spanish_bytes FROM before.licence_check")
                            .mapTo(Integer.class)
                            .one());
            assertThat(Arrays.copyOf(both, spanishBytes)).isEqualTo(spanish);
            assertThat(Arrays.copyOfRange(both, spanishBytes, both.length)).isEqualTo(english);
        }
    }

    private static void migrate(Database database, String version) throws IOException {
        String file = "/" + MigrationFiles.FOLDER + "/" + version + ".sql";
        try (InputStream in = Objects.requireNonNull(MigrationsTest.class.getResourceAsStream(file));
                Connection connection = database.connectApart("test");
                Statement statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("lindero.", "before."));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static Problem refusal(int srid) {
        try (TestDatabase test = TestDatabase.createEmpty()) {
            return catchThrowableOfType(
                    Problem.class,
                    () -> test.open(Optional.of(srid), Optional.empty()).close());
        }
    }

    private static String wkt(Database database, int srid) {
        return database.read(handle -> handle.createQuery("SELECT srtext FROM spatial_ref_sys WHERE srid = :srid")
                .bind("srid", srid)
                .mapTo(String.class)
                .one());
    }
}
