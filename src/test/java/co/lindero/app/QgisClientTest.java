package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.config.Config;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.PoolSettings;
import co.lindero.platform.json.Json;
import co.lindero.support.ApiClient;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** QGIS without a window, by its provider OAPIF: adds a layer, reads it in pages, in a view, and filtered. */
@Tag("clients")
class QgisClientTest {
    private static final int PATIENCE_S = 180;
    private static final int PLOTS = 25;

    private static TestDatabase testDatabase;
    private static Town town;
    private static Database database;
    private static Service service;
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        testDatabase = TestDatabase.create();
        town = Town.planned(testDatabase).theme("activity-area", "--partition", "--coverage", "municipality");
        Town.Load parcels = town.parcels();
        for (int i = 0; i < PLOTS; i++) {
            parcels.parcel(plot(i)).rect(20 * i, 0, 20, 10);
        }
        parcels.load();
        town.zones("activity-area")
                .zone("AR-1", "Residencial 1")
                .rect(0, 0, 200, 10)
                .with("altura", 3)
                .with("nota", "baja densidad")
                .zone("AR-2", "Residencial 2")
                .rect(300, 0, 100, 10)
                .with("altura", 5)
                .with("nota", "O'Higgins")
                .zone("AC-2", "Comercial")
                .rect(200, 0, 100, 10)
                .with("altura", 8)
                .with("nota", "centro")
                .load();
        Map<String, String> env = new HashMap<>(testDatabase.env());
        env.put("LINDERO_PORT", "0");
        env.put("LINDERO_MUNICIPALITY", town.municipality());
        Config config = Config.read(TestDatabase.HOME, env, Map.of());
        database = Database.open(config, PoolSettings.service(config), Optional.empty(), Optional.empty(), line -> {});
        service = Service.start(new Application(config, database, Application.Mode.ORDINARY));
        service.ready();
        folder = Files.createDirectories(Path.of("target/qgis").toAbsolutePath());
        try (InputStream script = QgisClientTest.class.getResourceAsStream("/clients/qgis_features.py")) {
            Files.write(folder.resolve("qgis_features.py"), script.readAllBytes());
        }
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
        testDatabase.close();
    }

    private static String plot(int i) {
        return String.format("%04d", i + 1);
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + service.port() + path;
    }

    private static JsonNode ask(String collection, String field, String value)
            throws IOException, InterruptedException {
        Path errors = folder.resolve(collection + ".err");
        Path answer = folder.resolve(collection + ".json");
        ProcessBuilder builder = new ProcessBuilder(
                        "/usr/bin/python3",
                        folder.resolve("qgis_features.py").toString(),
                        address("/"),
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
        String number = town.number(plot(3));
        JsonNode found = ask("parcels", "number", number);

        assertThat(found.get("crs").asText()).isIn("OGC:CRS84", "EPSG:4326");
        assertThat(found.get("count").asInt()).isEqualTo(PLOTS);
        assertThat(found.get("distinct").asInt()).isEqualTo(PLOTS);
        assertThat(found.get("valid").asBoolean()).isTrue();
        assertThat(found.get("geometry").asText()).startsWith("MultiPolygon");
        assertThat(texts(found.get("filtered"))).containsExactly(number);
        // the first parcel and the one that it touches
        assertThat(texts(found.get("inView"))).containsExactly(town.number(plot(0)), town.number(plot(1)));
        JsonNode box = Json.read(ApiClient.send(HttpRequest.newBuilder(URI.create(address("/collections/parcels")))
                                .build())
                        .body())
                .at("/extent/spatial/bbox/0");
        for (int side = 0; side < 4; side++) {
            assertThat(found.get("extent").get(side).asDouble())
                    .isCloseTo(box.get(side).asDouble(), Offset.offset(1e-7));
        }
    }

    @Test
    void readsTheTypesOfAThemesAttributes() throws IOException, InterruptedException {
        JsonNode found = ask("activity-area", "nota", "O'Higgins");

        assertThat(found.get("count").asInt()).isEqualTo(3);
        assertThat(texts(found.get("filtered"))).containsExactly("O'Higgins");
        assertThat(found.at("/fields/altura").asText()).isIn("Integer", "Integer64");
        assertThat(found.at("/fields/nota").asText()).isEqualTo("String");
    }
}
