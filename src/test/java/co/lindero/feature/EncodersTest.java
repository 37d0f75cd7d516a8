package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.db.BoundSql;
import co.lindero.platform.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class EncodersTest {
    private interface Writing {
        void to(JsonOut out) throws IOException;
    }

    private static String written(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonOut out = new JsonOut(bytes, 0);
        writing.to(out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 9, 0", "-76.35, 9, -76.35", "3.4123456789, 9, 3.412345679", "-0.0000000001, 9, 0", "0.05, 2, 0.05",
        "200, 4, 200", "1234.56789, 4, 1234.5679", "-1.5, 0, -2", "0.999999, 4, 1", "4628000.00004, 4, 4628000",
        "1e300, 4, 1.0E300", "100.10, 9, 100.1"
    })
    void numbersAreRoundedToDecimals(double value, int decimals, String text) throws IOException {
        assertThat(written(out -> out.number(value, decimals))).isEqualTo(text);
    }

    @Test
    void whatIsNoNumberIsNull() throws IOException {
        assertThat(written(out -> out.number(Double.NaN, 4))).isEqualTo("null");
        assertThat(written(out -> out.number(Double.POSITIVE_INFINITY, 4))).isEqualTo("null");
        assertThat(written(out -> out.number(Long.MIN_VALUE))).isEqualTo("-9223372036854775808");
        assertThat(written(out -> out.number(-120))).isEqualTo("-120");
    }

    @Test
    void textsComeBackAsTheyWere() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                int code = random.nextInt(random.nextBoolean() ? 0x80 : 0x11000);
                if (code < 0xd800 || code > 0xdfff) {
                    text.appendCodePoint(code);
                }
            }
            String json = written(out -> out.text(text.toString()));
            assertThat(Json.read(json).asText()).isEqualTo(text.toString());
        }
    }

    @Test
    void aLongTextPassesThroughTheBuffer() throws IOException {
        String text = "ñ\"x".repeat(30_000);
        assertThat(Json.read(written(out -> out.text(text))).asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT(1 2)|{'type':'Point','coordinates':[1,2]}",
                "LINESTRING(0 0, 1.5 2)|{'type':'LineString','coordinates':[[0,0],[1.5,2]]}",
                "POLYGON((0 0, 1 0, 1 1, 0 0))|{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,0]]]}",
                "POLYGON((0 0, 1 1, 1 0, 0 0))|{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,0]]]}",
                "POLYGON((0 0,9 0,9 9,0 0),(3 1,4 1,4 2,3 1))|{'type':'Polygon','coordinates':[[[0,0],[9,0],[9,9],[0,0]],[[3,1],[4,2],[4,1],[3,1]]]}",
                "MULTIPOINT((1 2),(3 4))|{'type':'MultiPoint','coordinates':[[1,2],[3,4]]}",
                "MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)))|{'type':'MultiPolygon','coordinates':[[[[0,0],[1,0],[1,1],[0,0]]]]}",
                "MULTILINESTRING((0 0,1 1))|{'type':'MultiLineString','coordinates':[[[0,0],[1,1]]]}",
                "GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0,1 1))|{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1,2]},{'type':'LineString','coordinates':[[0,0],[1,1]]}]}",
            })
    void geometriesAreWrittenFromTheirBytes(String wkt, String geoJson) throws IOException, ParseException {
        String expected = geoJson.replace('\'', '"');
        for (int order : new int[] {ByteOrderValues.BIG_ENDIAN, ByteOrderValues.LITTLE_ENDIAN}) {
            byte[] wkb = new WKBWriter(2, order).write(new WKTReader().read(wkt));
            assertThat(written(out -> new WkbGeoJson(out, 9, false).write(wkb))).isEqualTo(expected);
        }
    }

    @Test
    void axesAreTurnedWhereTheCrsSaysSo() throws IOException, ParseException {
        byte[] wkb = new WKBWriter().write(new WKTReader().read("POINT(-76.35 3.41)"));
        assertThat(written(out -> new WkbGeoJson(out, 9, true).write(wkb)))
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[3.41,-76.35]}");
    }

    @Test
    void namedValuesAreBoundOutsideOfQuotesOnly() {
        BoundSql sql = BoundSql.of(
                "SELECT ':a', 'it''s :a' -- :a\n, x::text WHERE y = :a AND z = :b", java.util.Map.of("a", 1, "b", "t"));
        assertThat(sql.text()).isEqualTo("SELECT ':a', 'it''s :a' \n, x::text WHERE y = ? AND z = ?");
        assertThat(sql.values()).containsExactly(1, "t");
    }
}
