package co.lindero.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.lindero.platform.db.Database;
import co.lindero.support.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final String EXCLUSION_VIOLATION = "23P01";

    private static TestDatabase database;
    private static Database open;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        open = database.open();
    }

    @AfterAll
    static void drop() {
        open.close();
        database.close();
    }

    @Test
    void everyTableColumnAndFunctionHasAComment() {
        String sql = """
                SELECT c.relname::text
                FROM pg_class c
                WHERE c.relnamespace = 'lindero'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
                  AND c.relname NOT LIKE 'flyway%' AND obj_description(c.oid, 'pg_class') IS NULL
                UNION ALL
                SELECT c.relname || '.' || a.attname
                FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relnamespace = 'lindero'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
                  AND c.relname NOT LIKE 'flyway%' AND col_description(c.oid, a.attnum) IS NULL
                UNION ALL
                SELECT p.oid::regprocedure::text
                FROM pg_proc p
                WHERE p.pronamespace = 'lindero'::regnamespace AND obj_description(p.oid, 'pg_proc') IS NULL
                ORDER BY 1
                """;
        List<String> uncommented =
                open.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
        assertThat(uncommented).isEmpty();
    }

    /** A block that catches errors begins a subtransaction, which fails in a parallel query: on long tables only. */
    @Test
    void noFunctionThatCatchesErrorsCallsItselfSafeInParallel() {
        String sql = """
                SELECT p.oid::regprocedure::text
                FROM pg_proc p
                WHERE p.pronamespace = 'lindero'::regnamespace AND p.prosrc ~ 'EXCEPTION\\s+WHEN' AND p.proparallel <> 'u'
                ORDER BY 1
                """;
        List<String> wrong =
                open.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
        assertThat(wrong).isEmpty();
    }

    private static void plan(String code, String days) {
        open.write(handle -> handle.createUpdate(
                        "INSERT INTO lindero.plan (municipality, code, kind, act, status,"
                                + " in_force, pub_from) VALUES ('76130', :code, 'PBOT', 'A', 'adopted', CAST(:days AS daterange), 1)")
                .bind("code", code)
                .bind("days", days)
                .execute());
    }

    @Test
    void theDatabaseItselfRefusesTwoPlansInForceOnOneDay() {
        plan("A", "[2005-06-01,2020-01-01)");
        plan("B", "[2020-01-01,)");
        assertThatThrownBy(() -> plan("C", "[2019-12-31,2020-01-01)"))
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .extracting(cause -> ((SQLException) cause).getSQLState())
                .isEqualTo(EXCLUSION_VIOLATION);
        assertThatThrownBy(() -> plan("A", "[1990-01-01,1991-01-01)"))
                .rootCause()
                .extracting(cause -> ((SQLException) cause).getSQLState())
                .isEqualTo(EXCLUSION_VIOLATION);
    }

    private static void theme(long from) {
        open.write(handle -> handle.createUpdate(
                        "INSERT INTO lindero.theme (municipality, plan, code, title,"
                                + " tiles_ground, protective, pub_from) VALUES ('76130', 'A', 'heritage', 'T', false, false, :from)")
                .bind("from", from)
                .execute());
    }

    @Test
    void theDatabaseItselfRefusesOneThemeTwice() {
        theme(1);
        assertThatThrownBy(() -> theme(2))
                .rootCause()
                .extracting(cause -> ((SQLException) cause).getSQLState())
                .isEqualTo(EXCLUSION_VIOLATION);
    }
}
