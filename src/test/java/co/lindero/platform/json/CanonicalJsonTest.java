package co.lindero.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"b\":1,\"a\":2} | {\"a\":2,\"b\":1}",
                "{ \"a\" : [ 3 , 1 , 2 ] } | {\"a\":[3,1,2]}",
                "{\"z\":{\"y\":1,\"x\":{\"w\":null,\"v\":true}}} | {\"z\":{\"x\":{\"v\":true,\"w\":null},\"y\":1}}",
                "{\"é\":1,\"e\":2,\"E\":3} | {\"E\":3,\"e\":2,\"é\":1}",
                "\"Riofr\\u00edo\" | \"Riofrío\"",
                "\"\\ud83d\\ude00\" | \"😀\"",
                "\"a\\/b\" | \"a/b\"",
                "\"\\u0001\\n\\\"\\\\\" | \"\\u0001\\n\\\"\\\\\"",
                "120.0 | 120",
                "120 | 120",
                "0.10 | 0.1",
                "-0.0 | 0",
                "0E+5 | 0",
                "1.5e3 | 1500",
                "1e-7 | 0.0000001",
                "199.63490000 | 199.6349",
                "12345678901234567890.123456789 | 12345678901234567890.123456789",
                "[] | []",
                "{} | {}",
                "false | false"
            })
    void writesOneTextWhateverTheSpelling(String given, String canonical) throws IOException {
        assertThat(Json.canonical(Json.mapper().readTree(given))).isEqualTo(canonical);
    }

    @Test
    void isItsOwnCanonicalForm() throws IOException {
        JsonNode node = Json.mapper().readTree("{\"c\":[{\"b\":0.50,\"a\":\"ñ\"}],\"a\":1e2}");
        String once = Json.canonical(node);
        assertThat(Json.canonical(Json.mapper().readTree(once))).isEqualTo(once);
    }

    @Test
    void refusesNumberThatWouldFillTheMemory() {
        JsonNode huge = JsonNodeFactory.instance.numberNode(new BigDecimal("1e999999"));
        assertThatThrownBy(() -> Json.canonical(huge)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hashesTheUtf8Text() {
        assertThat(Json.sha256(""))
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Json.sha256("ñ")).isNotEqualTo(Json.sha256("n")).hasSize(7 + 64);
    }
}
