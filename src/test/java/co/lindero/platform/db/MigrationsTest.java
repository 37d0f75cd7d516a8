package co.lindero.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.support.TestDatabase;
import java.util.Optional;
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
