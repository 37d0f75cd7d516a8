package co.lindero.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    record Sample(@Nullable String zone, BigDecimal areaM2, double share, LocalDate on, Instant at) {}

    private static final Sample SAMPLE = new Sample(
            null, new BigDecimal("1E+3"), 1e-7, LocalDate.of(2026, 11, 22), Instant.parse("2026-11-22T15:04:05Z"));

    @Test
    void writesPropertiesAsDeclaredWithNullsAndPlainNumbers() {
        assertThat(Json.write(SAMPLE))
                .isEqualTo("{\"zone\":null,\"areaM2\":1000,\"share\":0.00000010,\"on\":\"2026-11-22\","
                        + "\"at\":\"2026-11-22T15:04:05Z\"}");
    }

    @Test
    void writesPlainNumbersFromTrees() {
        assertThat(Json.write(Json.mapper()
                        .createObjectNode()
                        .put("a", 1e20)
                        .put("b", 1.5f)
                        .put("c", 120.0)))
                .isEqualTo("{\"a\":100000000000000000000,\"b\":1.5,\"c\":120.0}");
    }

    @Test
    void readsBackWhatItWrote() throws JsonProcessingException {
        Sample read = Json.mapper().readValue(Json.write(SAMPLE), Sample.class);
        assertThat(read.on()).isEqualTo(SAMPLE.on());
        assertThat(read.at()).isEqualTo(SAMPLE.at());
        assertThat(read.areaM2()).isEqualByComparingTo(SAMPLE.areaM2());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "é — \u0001 \u007f \u2028 / \\",
                "😀",
                "\\uD83D",
                "\ud800",
                "a\udc00b",
                "\ud83d\ude00\ud83d",
                "é\ud800é"
            })
    void readsTheTextThatItWrites(String text) {
        List<String> value = List.of("ñ", text);
        assertThat(Json.read(Json.bytes(value))).isEqualTo(Json.tree(value));
    }

    @Test
    void refusesNumbersThatJsonDoesNotHave() {
        assertThatThrownBy(() -> Json.write(Double.NaN)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Json.bytes(Double.NaN)).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{} {}", "{\"a\":01}", "{'a':1}", "{\"a\":NaN}"})
    void refusesLooseJson(String text) {
        assertThatThrownBy(() -> Json.mapper().readTree(text)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"on\":\"22/11/2026\"}", "{\"on\":\"2026-02-30\"}", "{\"nowhere\":1}"})
    void refusesBadDatesAndUnknownMembers(String text) {
        assertThatThrownBy(() -> Json.mapper().readValue(text, Sample.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
