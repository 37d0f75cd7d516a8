package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.config.Config;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.PoolSettings;
import co.lindero.platform.json.Json;
import co.lindero.support.AnswerSchema;
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
        town.theme("activity-area", "--partition", "--accuracy", "0.1", "--coverage", "municipality");
        town.zones("activity-area").zone("AR-2").rect(-100, -100, 500, 500).load();
        town.rules()
                .norm("activity-area/AR-2", "construction_index <= 1.5")
                .norm("activity-area/AR-2", "floors <= 2")
                .publish();
        town.plan("P2", "2030-01-01", "--revises", "P1", "--status", "draft");
        town.rules().norm("activity-area/AR-2", "floors <= 1").publish();
        town.in("P1");
        StringBuilder csv = new StringBuilder(
                "number;class;modalities;status;filed_on;decided_on;final_on;parcels;area_m2;dwellings;floors\n");
        for (int i = 1; i <= 5; i++) {
            csv.append(town.municipality())
                    .append("-0-24-000")
                    .append(i)
                    .append(";construccion;obra_nueva;en_firme;2024-01-15;2024-06-0")
                    .append(i)
                    .append(";2024-06-28;")
                    .append(town.number("0045"))
                    .append(";10,5;")
                    .append(i)
                    .append(i == 1 ? ";2\n" : ";1\n");
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
    void theFollowUpCountsWhatIsLicensedAndWhatADraftWouldNotAllow() {
        String path = "/licences/follow-up?on=2026-06-01&withinDays=500";
        HttpResponse<String> response = get(path + "&draft=P2");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = Json.read(response.body());
        AnswerSchema.require("follow-up", answer);
        JsonNode zone = answer.at("/zones/rows/0");
        assertThat(zone.get("zone").asText()).isEqualTo("AR-2");
        // one lot of 200 m2, 1.5 of it; five licences of 10.5 m2 with 1 + 2 + 3 + 4 + 5 dwellings
        assertThat(zone.get("allowedM2").decimalValue()).isEqualByComparingTo("300");
        assertThat(zone.at("/licensed/areaM2").decimalValue()).isEqualByComparingTo("52.5");
        assertThat(zone.at("/licensed/dwellings").asInt()).isEqualTo(15);
        assertThat(zone.get("shareOfArea").decimalValue()).isEqualByComparingTo("0.175");
        assertThat(zone.at("/years/0/year").asInt()).isEqualTo(2024);
        assertThat(answer.at("/expiring/rows")).hasSize(5);
        assertThat(answer.at("/conflicts/rows")).hasSize(1);
        JsonNode conflict = answer.at("/conflicts/rows/0");
        assertThat(conflict.get("number").asText()).endsWith("-0001");
        assertThat(conflict.at("/today/verdict").asText()).isNotEqualTo("does_not_comply");
        assertThat(conflict.at("/draft/against/0/quantity").asText()).isEqualTo("floors");
        assertThat(conflict.at("/draft/against/0/sources/0/act").asText()).isNotEmpty();
        assertThat(answer.at("/conflicts/checked/0/licences").asInt())
                .isEqualTo(answer.at("/conflicts/checked/1/licences").asInt())
                .isEqualTo(5);
        // what was measured once for two plans is what either says alone
        assertThat(Json.read(get(path).body()).at("/conflicts/checked/0")).isEqualTo(answer.at("/conflicts/checked/0"));
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path + "&draft=P2", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void theFollowUpHasATableASectionAndPages() {
        String path = "/licences/follow-up?on=2026-06-01";
        assertThat(get(path + "&section=zones&f=csv").body().lines())
                .contains("AR-2,2024,5,52.5,15,0,0,,,,,,,")
                .hasSize(3);
        assertThat(get(path + "&section=expiring&withinDays=500&f=csv").body().lines())
                .hasSize(6);
        assertThat(get(path + "&section=candidates", "Accept", "text/csv").body())
                .startsWith("kind,parcel,building");
        assertThat(get(path + "&f=csv").statusCode()).isEqualTo(400);
        JsonNode first = Json.read(get(path + "&section=conflicts&checks=3").body());
        assertThat(first.at("/conflicts/checked/0/licences").asInt()).isEqualTo(3);
        String next = first.at("/conflicts/next").asText();
        JsonNode rest = Json.read(
                get(path + "&section=conflicts&checks=3&after=" + next).body());
        assertThat(rest.at("/conflicts/checked/0/licences").asInt()).isEqualTo(2);
        assertThat(rest.at("/conflicts/next").isNull()).isTrue();
        assertThat(get(path + "&f=text", "Accept-Language", "en").body()).contains("AR-2", "2024");
    }

    @Test
    void theFollowUpExplainsMistakesWithWhatThereIs() {
        HttpResponse<String> theme = get("/licences/follow-up?theme=tema");
        assertThat(theme.statusCode()).isEqualTo(400);
        assertThat(Json.read(theme.body()).get("hint").asText()).isEqualTo("Temas: activity-area, hazard-flood.");
        assertThat(get("/licences/follow-up?section=todo").body())
                .contains("invalid-parameter", "candidates, conflicts, expiring, zones");
        HttpResponse<String> draft = get("/licences/follow-up?draft=P9");
        assertThat(draft.statusCode()).isEqualTo(404);
        assertThat(Json.read(draft.body()).get("hint").asText()).contains("P1", "P2");
        assertThat(get("/licences/follow-up?checks=0").statusCode()).isEqualTo(400);
        assertThat(get("/licences/follow-up?withinDays=-1").statusCode()).isEqualTo(400);
    }

    @Test
    void indicatorsAreSeriesWithTheTargetsOfThePlan() throws IOException {
        Path targets = Files.writeString(folder.resolve("metas.csv"), """
                indicator;year;target;source
                dwellings-licensed;2024;15;Acuerdo 1 de 2005, art. 9
                dwellings-licensed;2025;1;Acuerdo 1 de 2005, art. 9
                """);
        town.done("plan", "indicators", "P1", "--municipality", town.municipality(), "--targets", targets.toString());
        String path = "/plans/P1/indicators?from=2023&to=2025&on=2026-01-01";
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = Json.read(response.body());
        AnswerSchema.require("indicators", answer);
        assertThat(answer.get("indicators").findValuesAsText("code"))
                .containsExactly("urban-land-with-treatment", "dwellings-licensed", "protection-with-buildings");
        assertThat(get(path + "&f=csv").body().lines())
                .anyMatch(
                        line -> line.startsWith("dwellings-licensed,") && line.contains(",2023,2023-12-31,0,known,,,"))
                .anyMatch(line -> line.contains(",2024,2024-12-31,15,known,15,true,"))
                .anyMatch(line -> line.contains(",2025,2025-12-31,0,known,1,false,"))
                .anyMatch(line -> line.startsWith("urban-land-with-treatment,") && line.contains(",no_data,"));
        assertThat(get(path + "&f=text", "Accept-Language", "en").body())
                .contains("INDICATORS of plan P1", "(dwellings)", "target 15, met");
        assertThat(get("/plans/P9/indicators").statusCode()).isEqualTo(404);
        assertThat(get("/plans/P1/indicators?from=1").statusCode()).isEqualTo(400);
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
