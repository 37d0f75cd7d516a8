package co.lindero.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.support.AnswerSchema;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The text of an answer, compared with {@code golden/landuse}. With the property {@code lindero.golden=write} the files
 * are written anew, to be reviewed.
 */
class LandUseTextTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/landuse");

    @ParameterizedTest
    @CsvSource({"full, ES", "full, EN", "bare, ES", "bare, EN"})
    void writesTheAnswerForATerminal(String name, Language language) throws IOException {
        JsonNode document = Json.read(Files.readString(GOLDEN.resolve(name + ".json")));
        AnswerSchema.require(document);
        String text = LandUseText.render(answer(document), language);
        Path golden = GOLDEN.resolve(name + "." + language.name().toLowerCase(java.util.Locale.ROOT) + ".txt");
        if ("write".equals(System.getProperty("lindero.golden"))) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    private static LandUseAnswer answer(JsonNode document) throws JsonProcessingException {
        return Json.mapper().treeToValue(document, LandUseAnswer.class);
    }
}
