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
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Risk, exposure and licences over HTTP: forms, pages, tags and problems. */
class RiskServiceTest {
    @TempDir
    private static Path folder;

    private static TestDatabase testDatabase;
    private static Town town;
    private static Database database;
    private static Service service;

    @BeforeAll
    static void start() throws IOException {
        testDatabase = TestDatabase.create();
        town = Town.planned(testDatabase).lot().theme("hazard-flood");
        town.zones("hazard-flood")
                .zone("Alta")
                .rect(0, 0, 10, 10)
                .load("--accuracy", "0.1", "--coverage", "municipality");
        StringBuilder csv = new StringBuilder("number;class;modalities;status;filed_on;final_on;parcels\n");
        for (int i = 1; i <= 5; i++) {
            csv.append(town.municipality())
                    .append("-0-24-000")
                    .append(i)
                    .append(";construccion;obra_nueva;en_firme;2024-01-15;2024-06-28;")
                    .append(town.number("0045"))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("licencias.csv"), csv);
        town.done(
                "load",
                "licences",
                file.toString(),
                "--municipality",
                town.municipality(),
                "--report",
                folder.toString());
        Map<String, String> env = new HashMap<>(testDatabase.env());
        env.put("LINDERO_PORT", "0");
        env.put("LINDERO_MUNICIPALITY", town.municipality());
        Config config = Config.read(TestDatabase.HOME, env, Map.of());
        database = Database.open(config, PoolSettings.service(config), Optional.empty(), Optional.empty(), line -> {});
        service = Service.start(new Application(config, database, Application.Mode.ORDINARY));
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
        testDatabase.close();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return ApiClient.send(request.build());
    }

    @Test
    void riskIsJsonOrTextAndCarriesATag() {
        String path = "/parcels/" + town.number("0045") + "/risk";
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(Json.read(response.body()).get("effect").asText()).isEqualTo("WARNING_STUDY");
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(path + "?f=text").body()).contains("WARNING_STUDY");
        assertThat(get("/parcels/" + town.number("0999") + "/risk").statusCode())
                .isEqualTo(404);
    }

    @Test
    void exposureHasFourForms() {
        String path = "/exposure?theme=hazard-flood&by=municipio";
        JsonNode json = Json.read(get(path).body());
        assertThat(json.at("/total/parcels").asInt()).isEqualTo(1);
        assertThat(json.at("/total/drawnM2").decimalValue()).isEqualByComparingTo("100");
        HttpResponse<String> map = get(path + "&f=geojson");
        assertThat(map.headers().firstValue("Content-Type").orElse("")).startsWith("application/geo+json");
        assertThat(Json.read(map.body()).get("type").asText()).isEqualTo("FeatureCollection");
        assertThat(get(path + "&f=csv").body()).startsWith("code,name,level");
        assertThat(get(path + "&f=text").body()).contains("TOTAL");
    }

    @Test
    void exposureExplainsMistakes() {
        assertThat(get("/exposure").body()).contains("missing-parameter", "theme");
        HttpResponse<String> level = get("/exposure?theme=hazard-flood&level=enorme");
        assertThat(level.statusCode()).isEqualTo(400);
        assertThat(level.body()).contains("Niveles: Alta");
        assertThat(get("/exposure?theme=hazard-flood&by=barriada").statusCode()).isEqualTo(400);
        assertThat(get("/exposure?theme=land-class").statusCode()).isEqualTo(400);
        assertThat(get("/exposure?theme=hazard-flood&plan=NADA").statusCode()).isEqualTo(404);
    }

    @Test
    void licencesPageByKey() {
        JsonNode first = Json.read(get("/licences?limit=2").body());
        assertThat(first.get("numberReturned").asInt()).isEqualTo(2);
        assertThat(first.at("/features/0/geometry/type").asText()).isEqualTo("MultiPolygon");
        assertThat(first.at("/features/0/properties/validity/until").asText()).isEqualTo("2027-06-28");
        int seen = 2;
        JsonNode page = first;
        while (page.get("links").size() > 1) {
            String next = page.at("/links/1/href").asText();
            page = Json.read(get(next.substring(next.indexOf("/licences"))).body());
            seen += page.get("numberReturned").asInt();
        }
        assertThat(seen).isEqualTo(5);
    }

    @Test
    void oneLicenceIsFoundByItsNumber() {
        String number = town.municipality() + "-0-24-0003";
        JsonNode licence = Json.read(get("/licences/" + number).body());
        assertThat(licence.get("id").asText()).isEqualTo(number);
        assertThat(get("/licences/nada").statusCode()).isEqualTo(404);
        assertThat(get("/licences?class=casa").statusCode()).isEqualTo(400);
        assertThat(Json.read(get("/licences?parcel=" + town.number("0999")).body())
                        .get("numberReturned")
                        .asInt())
                .isZero();
    }
}
