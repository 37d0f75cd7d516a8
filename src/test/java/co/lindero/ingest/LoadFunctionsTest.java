package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.support.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SQL functions of loading by table, and how the checks among rows find their pairs. */
class LoadFunctionsTest {
    private static TestDatabase database;
    private static Connection connection;

    @BeforeAll
    static void createDatabase() throws SQLException {
        database = TestDatabase.create();
        connection = database.connect();
    }

    @AfterAll
    static void dropDatabase() throws SQLException {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.56 | 1234.56",
                "1234,56 | 1234.56",
                "1.234,56 | 1234.56",
                "1,234.56 | 1234.56",
                "1.234.567 | 1234567",
                "1,234,567 | 1234567",
                "1,234 | 1.234",
                "1.234 | 1.234",
                "-5,5 | -5.5",
                "+7 | 7",
                ".5 | 0.5",
                "5. | 5",
                "1e3 | 1000",
                "1.5E-2 | 0.015",
                "1e400 | ",
                "12 m2 | ",
                "'' | ",
                "1.23.4 | ",
                "NaN | ",
                "Infinity | ",
            })
    void readsNumbersAsFilesWriteThem(String text, Double expected) throws SQLException {
        String number = call("lindero.number_from", Objects.requireNonNullElse(text, ""));
        assertThat(number == null ? null : Double.valueOf(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Suelo Urbano, suelo_urbano",
        "ÁREA  de Protección., area_de_proteccion",
        "Ñañez-Güiza, nanez_guiza",
        "__a__, a",
        "'   ', ''",
        "Conservacion_Proteccion_Ambiental.Areas_SINAP, conservacion_proteccion_ambiental_areas_sinap",
    })
    void foldsValues(String text, String expected) throws SQLException {
        assertThat(call("lindero.folded_value", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "000000000, NPH",
        "100000000,",
        "200000000, Informal",
        "300000000, Bien_Uso_Publico",
        "400000000, Via",
        "500000001, Mejora.NPH",
        "600000001, Mejora.PH",
        "700000000, Parque_Cementerio.Matriz",
        "700000001, Parque_Cementerio.Unidad_Predial",
        "800000000, Condominio.Matriz",
        "800000001, Condominio.Unidad_Predial",
        "900000000, PH.Matriz",
        "901030302, PH.Unidad_Predial",
    })
    void readsTheConditionOfPropertyFromTheNumber(String end, String expected) throws SQLException {
        assertThat(call("lindero.property_condition", "761300101000001230045" + end))
                .isEqualTo(expected);
    }

    @Test
    void placesThatCannotBeTransformedHaveNone() throws SQLException {
        assertThat(value("SELECT lindero.place_in_degrees(ST_SetSRID(ST_MakePoint(4628005, 1935005), 9377))"))
                .startsWith("{\"type\":\"Point\",\"coordinates\":[-76.3");
        assertThat(value("SELECT lindero.place_in_degrees(ST_SetSRID(ST_MakePoint(1e300, 'Infinity'), 9377))"))
                .isNull();
    }

    @Test
    void checksOf20000RowsGoByTheirIndexes() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA plans");
            statement.execute("SET search_path = plans, lindero, public");
            statement.execute(sql("create_workspace"));
            statement.execute(
                    "CREATE UNLOGGED TABLE row AS SELECT n AS fid, lpad(n::text, 30, '0') AS number,"
                            + " 'NPH' AS condition, n::text AS code,"
                            + " ST_SetSRID(ST_MakeEnvelope(4620000 + n % 200 * 20, 1930000 + n / 200 * 20,"
                            + " 4620020 + n % 200 * 20, 1930020 + n / 200 * 20), 9377) AS geom FROM generate_series(1, 20000) n");
            statement.execute("CREATE UNLOGGED TABLE record AS SELECT fid, geom FROM row");
            statement.execute("ANALYZE record");
            statement.execute(sql("index_rows"));
            statement.execute(sql("prepare_limit").replace(":municipality", "'76130'"));
            statement.execute("INSERT INTO limit_piece SELECT ST_Subdivide(ST_Buffer(ST_SetSRID("
                    + "ST_MakePoint(4622000, 1931000), 9377), 9000, 500), 128)");
            statement.execute("ANALYZE limit_piece");
        }
        assertThat(plan("check_parcel_overlaps")).contains("Index Scan using row_geom");
        assertThat(plan("check_partition_overlaps")).contains("Index Scan using row_geom");
        assertThat(plan("check_place").replace(":srid", "9377")).contains("limit_piece_geom");
    }

    private static String sql(String name) {
        return co.lindero.platform.db.Sql.query("load/" + name);
    }

    private static String plan(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN " + sql(name).replace(":srid", "9377"))) {
            StringBuilder text = new StringBuilder();
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
            return text.toString().lines().collect(Collectors.joining("\n"));
        }
    }

    private static String call(String function, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + function + "(?)")) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static String value(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
