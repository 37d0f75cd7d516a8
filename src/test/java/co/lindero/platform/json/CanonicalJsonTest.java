package co.lindero.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> Json.canonical(JsonNodeFactory.instance.binaryNode(new byte[] {1})))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.hash(List.of(Double.NaN))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesWhatIsNoTextAsAQuestionMark() {
        assertThat(Json.canonical(JsonNodeFactory.instance.textNode("a\ud800b\udc00\ud83d\ude00\ud83d")))
                .isEqualTo("\"a?b?😀?\"");
    }

    @Test
    void arrangesMembersInsideOfMembers() {
        assertThat(Json.canonical(Json.read("{\"b\":[{\"d\":1,\"c\":[]},2],\"a\":{\"f\":{},\"e\":\"x\"},\"ab\":0}")))
                .isEqualTo("{\"a\":{\"e\":\"x\",\"f\":{}},\"ab\":0,\"b\":[{\"c\":[],\"d\":1},2]}");
    }

    @Test
    void isWhatTheDefinitionSaysOfAnyDocument() {
        RandomJson random = new RandomJson(76130);
        for (int i = 0; i < 5_000; i++) {
            JsonNode document = random.next();
            String expected = DefinedCanonicalJson.of(document);
            assertThat(Json.canonical(document).getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
            assertThat(Json.hash(document)).isEqualTo(Json.sha256(expected));
        }
    }

    @Test
    void reachesAsDeepAsReading() {
        String deep = "{\"b\":[".repeat(450) + "0.10" + "],\"a\":1}".repeat(450);
        JsonNode document = Json.read(deep);
        assertThat(Json.canonical(document)).isEqualTo(DefinedCanonicalJson.of(document));
    }

    /** A value as answers are made of. */
    private record Bean(
            String name,
            @Nullable String id,
            double share,
            float small,
            long count,
            BigDecimal areaM2,
            BigInteger big,
            boolean demonstration,
            Map<String, Object> more,
            List<Bean> inner,
            @JsonProperty("class") String side,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            JsonNode geometry,

            LocalDate on,
            Instant at) {}

    private static Bean bean(double figure, List<Bean> inner, @Nullable JsonNode geometry) {
        return new Bean(
                "ñ \"\n",
                null,
                figure,
                (float) figure,
                (long) figure,
                new BigDecimal("120.0000"),
                BigInteger.TEN.pow(30),
                true,
                new LinkedHashMap<>(Map.of("z", figure, "y", List.of(1, "x"), "ÿ", 'c')),
                inner,
                "side",
                geometry,
                LocalDate.of(2026, 11, 22),
                Instant.parse("2026-11-22T15:04:05.678Z"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 0.1, 1e-7, 1.5e30, 123456789.125, -1e21, Double.MIN_VALUE})
    void hashesAValueAsItsTree(double figure) {
        Bean value = bean(figure, List.of(bean(figure / 3, List.of(), null)), Json.read("{\"b\":1.50,\"a\":[1e3]}"));
        ObjectNode tree = (ObjectNode) Json.tree(value);
        assertThat(Json.hash(value)).isEqualTo(Json.sha256(DefinedCanonicalJson.of(tree)));
        tree.remove(List.of("id", "at"));
        assertThat(Json.hash(value, "id", "at", "absent")).isEqualTo(Json.sha256(DefinedCanonicalJson.of(tree)));
    }

    @Test
    void leavesOutOutermostMembersOnly() {
        JsonNode document = Json.read("{\"hash\":1,\"a\":{\"hash\":2}}");
        assertThat(Json.hash(document, "hash")).isEqualTo(Json.sha256("{\"a\":{\"hash\":2}}"));
        assertThat(Json.hash(document, "hash", "a")).isEqualTo(Json.sha256("{}"));
    }

    @Test
    void hashesTheUtf8Text() {
        assertThat(Json.sha256(""))
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Json.sha256("ñ")).isNotEqualTo(Json.sha256("n")).hasSize(7 + 64);
    }
}
