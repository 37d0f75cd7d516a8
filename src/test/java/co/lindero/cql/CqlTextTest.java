package co.lindero.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.lindero.cql.CqlException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CqlTextTest {
    static final CqlNames NAMES = new CqlNames(Map.of(
            "floors", CqlType.NUMBER,
            "height_m", CqlType.NUMBER,
            "name", CqlType.TEXT,
            "public", CqlType.BOOLEAN,
            "date", CqlType.DATE,
            "start", CqlType.TIMESTAMP,
            "end", CqlType.TIMESTAMP,
            "geom", CqlType.GEOMETRY));

    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static CqlException refused(String text) {
        Instant begin = Instant.now();
        CqlException refusal =
                (CqlException) org.assertj.core.api.Assertions.catchThrowable(() -> CqlText.parse(text, NAMES));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(AT_ONCE);
        assertThat(refusal).as(text.substring(0, Math.min(80, text.length()))).isNotNull();
        return refusal;
    }

    /** The predicates of the standard's Annex A, and what it says about writing them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name='Luxembourg'",
                "name>='Luxembourg'",
                "floors<>37589262",
                "name IS NOT NULL",
                "name is null",
                "\"date\"=DATE('2022-04-16')",
                "start<=TIMESTAMP('2022-04-16T10:13:19Z')",
                "public=true",
                "true",
                "(NOT (name<>'a') AND floors>1) OR (public=true and start=end) or not (name<'b' OR floors IS NULL)",
                "name LIKE 'B_r%'",
                "name like '\\%\\_'",
                "name like ''",
                "floors between 100.0 and 1.0",
                "floors not between 4000000/4 and (3*(900000+100000))",
                "name NOT IN ('Kiev','kobenhavn')",
                "\"date\" in ('2022-04-14', '2022-04-15')",
                "start in ('2022-04-14T14:52:56Z')",
                "public in (true)",
                "'foo' = 'foo'",
                "3.14 <> 3.14",
                "true = true",
                "DATE('2022-04-14') < DATE('2022-04-14')",
                "'2022-04-14' = date",
                "floors=1038280+8",
                "floors>=1038290-2*2^0",
                "floors>1038290-21 div 10",
                "floors>1038290-5%2",
                "1038280+8=floors",
                "CASEI(name)=casei('KIEV')",
                "ACCENTI(CASEI(name)) LIKE accenti(casei('k%'))",
                "ACCENTI(name) IN (accenti('a'), accenti('b'))",
                "S_INTERSECTS(geom,BBOX(-180,-90,180,90))",
                "S_INTERSECTS(BBOX(150,-90,-150,90),geom)",
                "S_INTERSECTS(geom,POLYGON((0 40,10 40,10 50,0 50,0 40)))",
                "S_CROSSES(geom,LINESTRING(7 50, 10 51))",
                "S_WITHIN(geom,MULTIPOINT(7 50,10 51))",
                "S_WITHIN(geom,MULTIPOINT((7 50),(10 51)))",
                "S_EQUALS(geom,POINT(6.1300028 49.6116604))",
                "S_EQUALS(geom,POINT Z (6.1 49.6 1e2))",
                "S_DISJOINT(geom,MULTILINESTRING((0 0,1 1),(2 2,3 3)))",
                "S_OVERLAPS(geom,MULTIPOLYGON(((0 0,1 0,1 1,0 0))))",
                "S_CONTAINS(geom,GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0,1 1)))",
                "S_TOUCHES(geom,BBOX(0,0,1,2,2,3))",
                "t_after(\"date\",interval('2022-01-01','2022-12-31'))",
                "t_equals(\"date\",interval('2022-04-16','2022-04-16'))",
                "t_before(interval(start,end),interval('2023-01-01T00:00:00Z','..'))",
                "T_MEETS(interval('..','..'),interval(start,'..'))",
                "T_DURING(start,interval('..','..'))",
                "NOT NOT public",
                "not public and (public)",
                "name = 'it''s' or name = 'it\\'s'",
                "floors = -(-.5e1) and date is null"
            })
    void readsWhatTheStandardWrites(String text) {
        assertThat(CqlText.parse(text, NAMES).text()).isEqualTo(text);
    }

    @Test
    void tellsTheNamesUsed() {
        assertThat(CqlText.parse("floors > 2 and (name = 'a' or \"date\" is null)", NAMES)
                        .names())
                .containsExactly("date", "floors", "name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pisos > 2 | UNKNOWN_NAME | 1 | 1",
                "floors > 2 AND hight_m < 3 | UNKNOWN_NAME | 1 | 16",
                "FLOORS > 2 | UNKNOWN_NAME | 1 | 1",
                "floors > 2 AND sqrt(floors) > 1 | UNKNOWN_FUNCTION | 1 | 16",
                "A_CONTAINS(floors, name) | UNKNOWN_FUNCTION | 1 | 1",
                "pg_sleep(10) = 1 | UNKNOWN_FUNCTION | 1 | 1",
                "floors = 'two' | TYPE | 1 | 10",
                "name > 2 | TYPE | 1 | 8",
                "name = floors | TYPE | 1 | 8",
                "public = 1 | TYPE | 1 | 10",
                "\"date\" = start | TYPE | 1 | 10",
                "name + 1 = 2 | TYPE | 1 | 1",
                "floors LIKE '2%' | TYPE | 1 | 1",
                "name LIKE name | TYPE | 1 | 11",
                "floors IN (1, 'a') | TYPE | 1 | 15",
                "name BETWEEN 'a' AND 'b' | TYPE | 1 | 1",
                "floors | TYPE | 1 | 1",
                "floors + 1 | TYPE | 1 | 1",
                "(floors > 1) = true | TYPE | 1 | 1",
                "floors > 1 AND floors | TYPE | 1 | 16",
                "floors + 1 IS NULL | TYPE | 1 | 1",
                "geom = geom | TYPE | 1 | 1",
                "S_INTERSECTS(geom, floors) | TYPE | 1 | 20",
                "S_INTERSECTS(geom) | TYPE | 1 | 1",
                "T_AFTER(floors, date) | TYPE | 1 | 9",
                "T_AFTER(\"date\", start) | TYPE | 1 | 9",
                "INTERVAL(start, end) = start | TYPE | 1 | 1",
                "T_AFTER(interval(start, \"date\"), start) | TYPE | 1 | 25",
                "floors / 0 > 1 | DIVISION_BY_ZERO | 1 | 10",
                "floors / (1 - 1.0) > 1 | DIVISION_BY_ZERO | 1 | 11",
                "floors div 0 > 1 | DIVISION_BY_ZERO | 1 | 12",
                "1 < floors % 0.0 | DIVISION_BY_ZERO | 1 | 14",
                "floors > 1e400 | VALUE | 1 | 10",
                "floors > 1e99999999999999 | VALUE | 1 | 10",
                "floors > 1e-400 | VALUE | 1 | 10",
                "floors ^ 0.5 = 2 | VALUE | 1 | 10",
                "floors ^ height_m = 2 | VALUE | 1 | 10",
                "\"date\" = DATE('2022-02-30') | VALUE | 1 | 15",
                "\"date\" = '2022-4-1' | VALUE | 1 | 10",
                "start = TIMESTAMP('2022-02-03T10:00:00') | VALUE | 1 | 19",
                "T_AFTER(\"date\", interval('2023-01-01','2022-01-01')) | VALUE | 1 | 39",
                "name LIKE 'a\\' | SYNTAX | 1 | 11",
                "name LIKE 'a\\\\\\_\\ | SYNTAX | 1 | 11",
                "S_INTERSECTS(geom, POLYGON((0 0, 1 1, 1 0))) | VALUE | 1 | 20",
                "S_INTERSECTS(geom, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))) | VALUE | 1 | 20",
                "S_INTERSECTS(geom, LINESTRING(0 0)) | VALUE | 1 | 20",
                "S_INTERSECTS(geom, POINT Z (0 0)) | VALUE | 1 | 20",
                "S_INTERSECTS(geom, LINESTRING(0 0, 1 1 1)) | VALUE | 1 | 20",
                "S_INTERSECTS(geom, BBOX(1,2,3)) | VALUE | 1 | 20",
                "S_INTERSECTS(geom, POINT(1e400 2)) | VALUE | 1 | 26",
                "S_INTERSECTS(geom, POINT(NaN 2)) | SYNTAX | 1 | 26",
                "name = 'open | SYNTAX | 1 | 8",
                "name = 'open'' | SYNTAX | 1 | 8",
                "floors > | SYNTAX | 1 | 9",
                "floors == 2 | SYNTAX | 1 | 9",
                "floors > 2; DROP TABLE lindero.parcel | SYNTAX | 1 | 11",
                "floors > 2 -- all | UNKNOWN_NAME | 1 | 15",
                "floors > 2) | SYNTAX | 1 | 11",
                "(floors > 2 | SYNTAX | 1 | 12",
                "floors > 2 floors | SYNTAX | 1 | 12",
                "\"flo\"\"ors\" > 2 | SYNTAX | 1 | 6",
                "floors IN () | SYNTAX | 1 | 12",
                "$ > 2 | SYNTAX | 1 | 1",
                "`` | SYNTAX | 1 | 1",
            })
    void refusesWithLineAndColumn(String text, Kind kind, int line, int column) {
        CqlException refusal = refused(text);
        assertThat(refusal.kind() + " " + refusal.line() + ":" + refusal.column())
                .as(refusal.getMessage())
                .isEqualTo(kind + " " + line + ":" + column);
        assertThat(refusal.message().es())
                .isNotBlank()
                .isNotEqualTo(refusal.message().en());
    }

    @Test
    void countsLinesAndCharactersNotBytes() {
        CqlException refusal = refused("name = '\uD83C\uDFE0ñ'\n  AND name = '\uD83C\uDFE0' AND pisos > 2");
        assertThat(refusal.line()).isEqualTo(2);
        assertThat(refusal.column()).isEqualTo(22);
    }

    @Test
    void namesWhatIsKnownAndWhatWasLikelyMeant() {
        CqlException refusal = refused("hieght_m > 2");
        assertThat(refusal.message().es()).contains("¿«height_m»?").contains("floors, geom, height_m, name");
        assertThat(refusal.message().en()).contains("«height_m»?").contains("Known names: date, end, floors");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 11, 27, 0xD800, 0xDFFF})
    void refusesControlCharactersAndHalfCharacters(int character) {
        CqlException refusal = refused("name = 'a" + (char) character + "b'");
        assertThat(refusal.kind()).isEqualTo(Kind.SYNTAX);
        assertThat(refusal.column()).isEqualTo(10);
    }

    /** Licence check, acceptance case 13: hostile texts are refused at once, with their place. */
    @Test
    void refusesDeepNestingAndLongTexts() {
        assertThat(refused("(".repeat(10_000) + "floors > 1" + ")".repeat(10_000)))
                .returns(Kind.TOO_COMPLEX, CqlException::kind)
                .returns(CqlText.MAX_DEPTH + 1, CqlException::column);
        assertThat(refused("floors > " + "casei(".repeat(3_000)).kind()).isEqualTo(Kind.TOO_COMPLEX);
        assertThat(refused("name = '" + "a".repeat(100_000) + "'"))
                .returns(Kind.TOO_LONG, CqlException::kind)
                .returns(CqlText.MAX_LENGTH + 1, CqlException::column);
        String hundredThousand =
                IntStream.range(0, 100_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertThat(refused("floors IN (" + hundredThousand + ")").kind()).isEqualTo(Kind.TOO_LONG);
        assertThat(refused("floors = 1" + "+1".repeat(10_000)).kind()).isEqualTo(Kind.TOO_COMPLEX);
        assertThat(refused("floors = ((((floors^9)^9)^9)^9)^9").kind()).isEqualTo(Kind.TOO_COMPLEX);
        assertThat(refused("floors = " + "9".repeat(30_000)).kind()).isEqualTo(Kind.VALUE);
        assertThat(refused("floors = " + "-".repeat(30_000) + "1").kind()).isEqualTo(Kind.SYNTAX);
        assertThat(refused("S_EQUALS(geom, " + "GEOMETRYCOLLECTION(".repeat(1_000))
                        .kind())
                .isEqualTo(Kind.TOO_COMPLEX);
    }

    @Test
    void readsLongFlatTextsAtOnce() {
        assertThat(CqlText.parse("NOT ".repeat(8_000) + "public", NAMES).names())
                .containsExactly("public");
        assertThat(CqlText.parse("(".repeat(64) + "floors > 1" + ")".repeat(64), NAMES))
                .isNotNull();
        String list = IntStream.range(0, 6_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        CqlExpression in = CqlText.parse("floors IN (" + list + ")", NAMES);
        assertThat(CqlEvaluation.evaluate(in, name -> 5_999).truth()).isEqualTo(Truth.TRUE);
        CqlExpression or = CqlText.parse("floors=1" + " OR floors=2".repeat(2_600), NAMES);
        assertThat(CqlEvaluation.evaluate(or, name -> 2).leaves()).hasSize(2_601);
    }

    @Test
    void quotedNamesAreTheSameNames() {
        assertThat(CqlText.parse("\"floors\" > 1", NAMES).names()).containsExactly("floors");
        assertThatThrownBy(() -> CqlText.parse("\"and\" > 1", NAMES))
                .asInstanceOf(InstanceOfAssertFactories.type(CqlException.class))
                .returns(Kind.UNKNOWN_NAME, CqlException::kind);
    }
}
