package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many questions at once, by the command. */
class BulkChecksTest {
    private static TestDatabase database;
    private static LicenceTown town;

    @TempDir
    Path folder;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        town = LicenceTown.block(database).residential().norm("AR-2", "floors", "<=", "3");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private CliRun bulk(List<String> lines) throws IOException {
        Path file = folder.resolve("questions.ndjson");
        Files.writeString(file, String.join("\n", lines));
        return town.town().run("check", "--bulk", file.toString());
    }

    @Test
    void answersAreInOrderAndThoseOfSingleQuestions() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int floors = 1; floors <= 5; floors++) {
            lines.add(Json.write(town.ask("0045")
                    .with("floors", floors)
                    .footprint(1, 3, 8, 8)
                    .json()));
        }
        CliRun run = bulk(lines);
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        List<String> answers = run.out().lines().toList();
        assertThat(answers).hasSize(5);
        for (int floors = 1; floors <= 5; floors++) {
            ObjectNode inBulk = (ObjectNode) Json.read(answers.get(floors - 1));
            ObjectNode alone = (ObjectNode) town.ask("0045")
                    .with("floors", floors)
                    .footprint(1, 3, 8, 8)
                    .check()
                    .json();
            String id = inBulk.get("id").asText();
            assertThat(town.town()
                            .run("check", "--show", id, "--format", "json")
                            .code())
                    .isIn(0, 1);
            inBulk.remove("id");
            alone.remove("id");
            assertThat(inBulk).isEqualTo(alone);
        }
    }

    @Test
    void aQuestionThatIsRefusedStopsNothing() throws IOException {
        String good = Json.write(town.ask("0045").with("floors", 2).json());
        CliRun run = bulk(
                List.of(good, "{\"parcels\": [", "", "{\"parcels\": [\"1\"], \"licence\": {\"class\": \"x\"}}", good));
        List<JsonNode> answers = run.out().lines().map(Json::read).toList();
        assertThat(answers).hasSize(4);
        assertThat(answers.get(1).get("line").asInt()).isEqualTo(2);
        assertThat(answers.get(1).get("code").asText()).isEqualTo("invalid-body");
        assertThat(answers.get(1).get("hint").asText()).startsWith("Cada línea");
        assertThat(answers.get(2).get("line").asInt()).isEqualTo(4);
        assertThat(answers.get(2).get("hint").asText()).isNotBlank();
        assertThat(answers.get(2).get("errors").findValuesAsText("pointer")).contains("/licence/class");
        assertThat(answers.get(3).get("verdict").asText()).isEqualTo("not_evaluable");
        assertThat(run.err()).contains("rechazadas: 2");
    }
}
