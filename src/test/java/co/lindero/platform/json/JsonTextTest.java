package co.lindero.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text inside of a value is written as the tree of the text would be. */
class JsonTextTest {
    private record Drawn(String name, @Nullable Object geometry) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Polygon\",\"coordinates\":[[[4618743.698,1935934.21],[4618743.692264,-76.5],[0,0.0]]]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[]}",
                "{\"type\":\"Point\",\"coordinates\":[100.500,-76.000]}",
                "{\"type\":\"LineString\",\"coordinates\":[[-0.50,0.0],[10,1200],[0,-10.10]]}",
                "{\"type\":\"LineString\",\"coordinates\":[[1e3,2],[-0.0,1]]}",
                "{\"type\":\"Point\",\"coordinates\":[1,2],\"bbox\":[1,2,1,2]}",
                "{\"type\":\"Point\",\"coordinates\":null}",
                "{\"type\":\"Point\",\"coordinates\":1.50}",
                "{\"type\":\"ñ\\n\",\"coordinates\":[1.0]}",
                "{\"type\":\"Point\",\"coordinates\":[true]}",
                "{ \"type\" : \"Point\",\n\"coordinates\" : [1, 2] }",
                "[1e3,1.50E-7,1E+2,0.10,100,120.0,12345678901234567890.1234567890]",
                "[-0,-0.0,-0.5,-1,0.00]",
                "{\"b\":\"\\u00e9 \\/ \\\"\\\\\",\"a\":[true,false,null]}",
                "{\"b\":\"— é 😀 1e3 - : {\",\"a\":\"\"}",
                "-7",
                "\"x\""
            })
    void isWrittenAsItsTree(String text) {
        Drawn raw = new Drawn("ñ", new JsonText(text));
        Drawn tree = new Drawn("ñ", Json.read(text));
        assertThat(Json.write(raw)).isEqualTo(Json.write(tree));
        assertThat(Json.read(Json.bytes(raw))).isEqualTo(Json.read(Json.bytes(tree)));
        assertThat(Json.pretty(raw)).isEqualTo(Json.pretty(tree));
        assertThat(Json.write(Json.tree(raw))).isEqualTo(Json.write(tree));
        assertThat(Json.hash(raw)).isEqualTo(Json.hash(tree));
    }

    @Test
    void isWrittenAsAnyTree() {
        RandomJson random = new RandomJson(9377);
        for (int i = 0; i < 2_000; i++) {
            JsonNode node = random.next();
            String text = node.toString();
            JsonNode read = Json.read(text);
            assertThat(Json.write(new JsonText(text))).isEqualTo(Json.write(read));
            assertThat(Json.hash(new JsonText(text))).isEqualTo(Json.hash(read));
        }
    }

    @Test
    void keepsATextThatIsWrittenAsItStands() {
        String text = "{\"type\":\"Point\",\"coordinates\":[4628000.10,-1935000]}";
        assertThat(new JsonText(text).text()).isSameAs(text);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> new JsonText("nothing")).isInstanceOf(UncheckedIOException.class);
    }
}
