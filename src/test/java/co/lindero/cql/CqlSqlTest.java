package co.lindero.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.lindero.platform.db.Database;
import co.lindero.support.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rendered means in PostgreSQL what {@link CqlEvaluation} means, and nothing of a text is ever executed. */
class CqlSqlTest {
    private static final int EXPRESSIONS_AT_ONCE = 50;

    private static final CqlColumns COLUMNS = new CqlColumns(Map.ofEntries(
            Map.entry("n1", CqlColumn.of(CqlType.NUMBER, "r.n1")),
            Map.entry("n2", CqlColumn.of(CqlType.NUMBER, "r.n2")),
            Map.entry("whole", CqlColumn.of(CqlType.NUMBER, "r.whole")),
            Map.entry("approx", CqlColumn.ofDouble("r.approx")),
            Map.entry("json", CqlColumn.ofJson(CqlType.NUMBER, "r.attributes", "it's \"n\"")),
            Map.entry("word", CqlColumn.ofJson(CqlType.TEXT, "r.attributes", "word")),
            Map.entry("t1", CqlColumn.of(CqlType.TEXT, "r.t1")),
            Map.entry("t2", CqlColumn.of(CqlType.TEXT, "r.t2")),
            Map.entry("yes", CqlColumn.of(CqlType.BOOLEAN, "r.yes")),
            Map.entry("day", CqlColumn.of(CqlType.DATE, "r.first_day")),
            Map.entry("later", CqlColumn.of(CqlType.DATE, "r.last_day")),
            Map.entry("moment", CqlColumn.of(CqlType.TIMESTAMP, "r.moment")),
            Map.entry("geom", CqlColumn.ofGeometry(Map.of(9377, "r.geom"))),
            Map.entry("globe", CqlColumn.ofGeometry(Map.of(9377, "r.geom", 4326, "r.geom_4326")))));

    private static final List<Map<String, @Nullable Object>> ROWS = List.of(
            row("1", "2.50", 3, 0.1, "7", "a", "B", "STRASSE", true, "2022-04-12", "2022-04-17"),
            row("0", "-3", 0, -1.5e-12, null, "ñandú", "Nandu", null, false, "2022-04-16", "2022-04-16"),
            row(null, "1", 1, null, "0", null, "50%", "x", null, "2022-04-10", null),
            row("100000000000000000000.5", null, -7, 1e15, "-2.5", "it's", null, "straße", true, null, "2022-04-15"),
            row(
                    "7",
                    "7",
                    null,
                    0.30000000000000004,
                    "1",
                    "\uD83C\uDFE0",
                    "\uFF5E",
                    "",
                    false,
                    "2022-04-15",
                    "2022-04-19"),
            row(null, null, null, null, null, null, null, null, null, null, null));

    private static TestDatabase database;
    private static Database open;

    private static Map<String, @Nullable Object> row(@Nullable Object... values) {
        String[] names = {"n1", "n2", "whole", "approx", "json", "t1", "t2", "word", "yes", "day", "later"};
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            Object value = values[i];
            boolean number = names[i].startsWith("n") || names[i].equals("json");
            boolean day = names[i].equals("day") || names[i].equals("later");
            row.put(
                    names[i],
                    value == null
                            ? null
                            : number ? new BigDecimal((String) value) : day ? LocalDate.parse((String) value) : value);
        }
        Object day = row.get("day");
        row.put("moment", day == null ? null : Instant.parse(day + "T10:00:00Z"));
        return row;
    }

    @BeforeAll
    static void fill() {
        database = TestDatabase.create();
        open = database.open();
        open.write(handle -> {
            handle.execute("""
                    CREATE TABLE public.thing (id integer PRIMARY KEY, n1 numeric, n2 numeric, whole integer,
                        approx double precision, attributes jsonb, t1 text, t2 text, yes boolean, first_day date,
                        last_day date, moment timestamptz, geom geometry(Geometry, 9377), geom_4326 geometry(Geometry, 4326))
                    """);
            for (int i = 0; i < ROWS.size(); i++) {
                insert(handle, i, ROWS.get(i));
            }
            return handle.execute("""
                    UPDATE public.thing SET geom_4326 = ST_Transform(geom, 4326)
                    """);
        });
    }

    private static void insert(org.jdbi.v3.core.Handle handle, int id, Map<String, @Nullable Object> row) {
        handle.createUpdate("""
                        INSERT INTO public.thing
                        VALUES (:id, :n1, :n2, :whole, :approx,
                                jsonb_strip_nulls(jsonb_build_object('it''s "n"', CAST(:json AS numeric), 'word', CAST(:word AS text))),
                                :t1, :t2, :yes, :day, :later, :moment,
                                ST_Transform(ST_SetSRID(ST_MakePoint(-76.35 + :id * 0.001, 3.41), 4326), 9377), NULL)
                        """).bind("id", id).bindMap(row).execute();
    }

    @AfterAll
    static void drop() {
        open.close();
        database.close();
    }

    private static List<Integer> rows(String text, FilterCrs crs) {
        CqlFragment fragment = CqlSql.render(CqlText.parse(text, COLUMNS.names()), COLUMNS, crs);
        return open.read(handle -> {
            try (Query query =
                    handle.createQuery("SELECT id FROM public.thing r WHERE " + fragment.sql() + " ORDER BY id")) {
                return query.bindMap(fragment.binds()).mapTo(Integer.class).list();
            }
        });
    }

    private static List<Integer> rows(String text) {
        return rows(text, FilterCrs.CRS84);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void meansWhatTheEvaluatorMeans(long seed) {
        compare(new RandomExpressions(seed), 500);
    }

    @Test
    @Tag("bulk")
    void meansWhatTheEvaluatorMeansTenThousandTimes() {
        compare(new RandomExpressions(20_261_124), 10_000);
    }

    private static void compare(RandomExpressions expressions, int count) {
        for (int done = 0; done < count; done += EXPRESSIONS_AT_ONCE) {
            List<String> texts = IntStream.range(0, EXPRESSIONS_AT_ONCE)
                    .mapToObj(i -> expressions.next())
                    .toList();
            List<CqlExpression> parsed = texts.stream()
                    .map(text -> CqlText.parse(text, COLUMNS.names()))
                    .toList();
            List<List<Truth>> found = inDatabase(parsed);
            for (int i = 0; i < parsed.size(); i++) {
                for (int row = 0; row < ROWS.size(); row++) {
                    assertThat(found.get(row).get(i))
                            .as("row %s: %s", row, texts.get(i))
                            .isEqualTo(CqlEvaluation.evaluate(parsed.get(i), ROWS.get(row)::get)
                                    .truth());
                }
            }
        }
    }

    /** The truth of each expression for each row, all in one statement. */
    private static List<List<Truth>> inDatabase(List<CqlExpression> expressions) {
        List<String> columns = new ArrayList<>();
        Map<String, Object> binds = new HashMap<>();
        for (int i = 0; i < expressions.size(); i++) {
            String prefix = "e" + i + "_";
            CqlFragment fragment = CqlSql.render(expressions.get(i), COLUMNS);
            columns.add(fragment.sql().replace(":cql", ":" + prefix + "cql"));
            fragment.binds().forEach((name, value) -> binds.put(prefix + name, value));
        }
        String sql = "SELECT ARRAY[" + String.join(", ", columns) + "] AS truths FROM public.thing r ORDER BY id";
        return open.read(handle -> {
            try (Query query = handle.createQuery(sql)) {
                return query.bindMap(binds)
                        .map((rs, ctx) ->
                                truths((Boolean[]) rs.getArray("truths").getArray()))
                        .list();
            }
        });
    }

    private static List<Truth> truths(@Nullable Boolean[] values) {
        List<Truth> truths = new ArrayList<>();
        for (Boolean value : values) {
            truths.add(value == null ? Truth.UNKNOWN : Truth.of(value));
        }
        return truths;
    }

    /** Whatever a text says stays a value: the statement never holds it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "t1 = '''; DROP TABLE public.thing; --'",
                "t1 = '\\'; DROP TABLE public.thing; --'",
                "t1 LIKE '%''; DROP TABLE public.thing; --%'",
                "t1 IN ('a'') OR TRUE --', 'b}\",{')",
                "CASEI(t1) = CASEI(''' || pg_sleep(10) || ''')",
                "ACCENTI(t1) = ACCENTI(':cql1 ? ?? {0} <x> $1 %s')",
                "t1 = '/* DROP */ :t1'",
                "word LIKE '$$DROP$$%'"
            })
    void keepsInjectionsAsData(String text) {
        CqlFragment fragment = CqlSql.render(CqlText.parse(text, COLUMNS.names()), COLUMNS);
        assertThat(fragment.sql())
                .doesNotContainIgnoringCase("DROP")
                .doesNotContain("'")
                .doesNotContain("$", "?", "pg_sleep");
        assertThat(rows(text)).isEmpty();
        assertThat(rows("true")).hasSize(ROWS.size());
    }

    @Test
    void findsTextsThatLookLikeSql() {
        assertThat(rows("t1 = 'it''s' OR t2 = '50%'")).containsExactly(2, 3);
        assertThat(rows("t1 IN ('it\\'s', 'a')")).containsExactly(0, 3);
        assertThat(rows("t2 LIKE '50\\%'")).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S_INTERSECTS(geom, BBOX(-76.3505, 3.40, -76.3475, 3.42)) | 0 1 2",
                "S_INTERSECTS(globe, BBOX(-76.3505, 3.40, -76.3475, 3.42)) | 0 1 2",
                "S_INTERSECTS(BBOX(-76.3505, 3.40, 0, -76.3475, 3.42, 9), globe) | 0 1 2",
                "S_WITHIN(geom, POLYGON((-76.3505 3.4, -76.3485 3.4, -76.3485 3.42, -76.3505 3.42, -76.3505 3.4))) | 0 1",
                "S_CONTAINS(POLYGON((-76.3505 3.4, -76.3485 3.4, -76.3485 3.42, -76.3505 3.42, -76.3505 3.4)), geom) | 0 1",
                "S_DISJOINT(globe, BBOX(-76.3505, 3.40, -76.3475, 3.42)) | 3 4 5",
                "S_INTERSECTS(globe, BBOX(170, -10, -170, 10)) | ",
                "S_DISJOINT(globe, BBOX(170, -10, -170, 10)) | 0 1 2 3 4 5",
                "S_INTERSECTS(globe, BBOX(-180, -90, 180, 90)) | 0 1 2 3 4 5",
                "S_INTERSECTS(globe, GEOMETRYCOLLECTION(POINT(0 0), POLYGON((-77 3, -76 3, -76 4, -77 3)))) | 0 1 2 3 4 5",
                "S_DISJOINT(globe, GEOMETRYCOLLECTION(POINT(0 0), POLYGON((-77 3, -76 3, -76 4, -77 3)))) | ",
                "S_WITHIN(globe, BBOX(170, 0, -170, 0)) | ",
                "S_INTERSECTS(geom, globe) AND S_TOUCHES(geom, POINT(0 0)) | ",
                "S_CROSSES(globe, MULTILINESTRING((0 0, 1 1),(2 2, 3 3))) OR S_OVERLAPS(globe, MULTIPOINT(1 1)) | ",
                "S_EQUALS(globe, globe) AND geom IS NOT NULL | 0 1 2 3 4 5",
            })
    void comparesGeometries(String text, @Nullable String ids) {
        List<Integer> wanted = ids == null
                ? List.of()
                : java.util.Arrays.stream(ids.trim().split(" "))
                        .map(Integer::valueOf)
                        .toList();
        assertThat(rows(text)).isEqualTo(wanted);
    }

    @Test
    void readsAxesAsTheFilterCrsOrdersThem() {
        FilterCrs latitudeFirst = new FilterCrs(4326, FilterCrs.Axes.Y_FIRST, FilterCrs.Surface.GLOBE);
        assertThat(rows("S_INTERSECTS(globe, BBOX(3.40, -76.3505, 3.42, -76.3475))", latitudeFirst))
                .containsExactly(0, 1, 2);
        assertThat(rows("S_INTERSECTS(geom, LINESTRING(3.41 -76.3505, 3.41 -76.3475))", latitudeFirst))
                .isEmpty();
        String polygon = "POLYGON((3.4 -76.3505, 3.4 -76.3485, 3.42 -76.3485, 3.42 -76.3505, 3.4 -76.3505))";
        assertThat(rows("S_INTERSECTS(geom, " + polygon + ")", latitudeFirst)).containsExactly(0, 1);
        FilterCrs northingFirst = new FilterCrs(9377, FilterCrs.Axes.Y_FIRST, FilterCrs.Surface.PLANE);
        assertThat(rows("S_INTERSECTS(geom, BBOX(1900000, 4600000, 2000000, 4700000))", northingFirst))
                .hasSize(ROWS.size());
        assertThat(rows("S_INTERSECTS(geom, BBOX(4600000, 1900000, 4700000, 2000000))", northingFirst))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t1 = 'x' OR S_INTERSECTS(globe, POINT(90 180))",
                "t1 = 'x' OR S_INTERSECTS(globe, BBOX(0, 10, 1, 9))",
                "t1 = 'x' OR S_INTERSECTS(globe, BBOX(190, 0, -170, 9))",
                "t1 = 'x' OR S_INTERSECTS(globe, BBOX(0, -91, 1, 9))"
            })
    void refusesPlacesThatDoNotExist(String text) {
        CqlExpression expression = CqlText.parse(text, COLUMNS.names());
        assertThatThrownBy(() -> CqlSql.render(expression, COLUMNS))
                .isInstanceOfSatisfying(
                        CqlException.class,
                        refusal -> assertThat(refusal.column()).isEqualTo(33));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S_TOUCHES", "S_WITHIN", "S_CONTAINS", "S_EQUALS", "S_CROSSES", "S_OVERLAPS"})
    void refusesCollectionsThatPostgisCannotCompare(String function) {
        CqlExpression expression = CqlText.parse(function + "(globe, GEOMETRYCOLLECTION(POINT(0 0)))", COLUMNS.names());
        assertThatThrownBy(() -> CqlSql.render(expression, COLUMNS)).isInstanceOf(CqlException.class);
    }

    @Test
    void refusesMoreValuesThanAStatementTakes() {
        CqlExpression expression = CqlText.parse("n1=1" + " OR json^16=1".repeat(2_000), COLUMNS.names());
        assertThatThrownBy(() -> CqlSql.render(expression, COLUMNS))
                .isInstanceOfSatisfying(
                        CqlException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(CqlException.Kind.TOO_COMPLEX));
        assertThat(rows("n1=1" + " OR n1=9".repeat(3_500))).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a; DROP TABLE x", "a' || 'b", "a -- b", "(SELECT 1)", "a ->> 'b'", "", "a:b", "a?"})
    void takesOnlyPlainColumns(String sql) {
        assertThatThrownBy(() -> CqlColumn.of(CqlType.TEXT, sql)).isInstanceOf(IllegalArgumentException.class);
    }
}
