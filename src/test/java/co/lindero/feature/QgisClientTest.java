package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** QGIS without a window, by its provider OAPIF: adds a layer, reads it in pages, in a view, and filtered. */
@Tag("clients")
class QgisClientTest {
    private static final int PATIENCE_S = 180;
    private static LayersTown town;
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        town = new LayersTown();
        folder = Files.createDirectories(Path.of("target/qgis").toAbsolutePath());
        try (InputStream script = QgisClientTest.class.getResourceAsStream("/clients/qgis_features.py")) {
            Files.write(folder.resolve("qgis_features.py"), script.readAllBytes());
        }
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    private static JsonNode ask(String collection, String field, String value)
            throws IOException, InterruptedException {
        Path errors = folder.resolve(collection + ".err");
        Path answer = folder.resolve(collection + ".json");
        ProcessBuilder builder = new ProcessBuilder(
                        "python3",
                        folder.resolve("qgis_features.py").toString(),
                        town.address() + "/",
                        collection,
                        field,
                        value)
                .redirectError(errors.toFile())
                .redirectOutput(answer.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS))
                    .as("QGIS came to an end")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(answer, StandardCharsets.UTF_8);
        assertThat(process.exitValue())
                .as(lines + Files.readString(errors, StandardCharsets.UTF_8))
                .isZero();
        return Json.read(lines.get(lines.size() - 1));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    @Test
    void readsAllParcelsOverItsPagesAndThoseOfAView() throws IOException, InterruptedException {
        String number = town.town.number(LayersTown.plot(3));
        JsonNode found = ask("parcels", "number", number);

        assertThat(found.get("crs").asText()).isIn("OGC:CRS84", "EPSG:4326");
        assertThat(found.get("count").asInt()).isEqualTo(LayersTown.PLOTS);
        assertThat(found.get("distinct").asInt()).isEqualTo(LayersTown.PLOTS);
        assertThat(found.get("valid").asBoolean()).isTrue();
        assertThat(found.get("geometry").asText()).startsWith("MultiPolygon");
        assertThat(texts(found.get("filtered"))).containsExactly(number);
        // the first parcel and the one that it touches
        assertThat(texts(found.get("inView")))
                .containsExactly(town.town.number(LayersTown.plot(0)), town.town.number(LayersTown.plot(1)));
        JsonNode box = town.json("/collections/parcels").at("/extent/spatial/bbox/0");
        for (int side = 0; side < 4; side++) {
            assertThat(found.get("extent").get(side).asDouble())
                    .isCloseTo(box.get(side).asDouble(), org.assertj.core.data.Offset.offset(1e-7));
        }
    }

    @Test
    void readsTheTypesOfAThemesAttributes() throws IOException, InterruptedException {
        JsonNode found = ask("activity-area", "nota", "O'Higgins");

        assertThat(found.get("count").asInt()).isEqualTo(3);
        assertThat(texts(found.get("filtered"))).containsExactly("O'Higgins");
        assertThat(found.at("/fields/altura").asText()).isIn("integer", "integer64");
        assertThat(found.at("/fields/nota").asText()).isEqualTo("string");
    }
}
