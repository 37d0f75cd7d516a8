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
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan changes, and whether an activity may be on a parcel, over HTTP. */
class RulesHttpTest {
    private static final String ACTIVITY = "activity-area";
    private static final String[] ALL = {"--accuracy", "0.10", "--coverage", "municipality"};

    private static TestDatabase testDatabase;
    private static Town town;
    private static Database database;
    private static Service service;

    /** Two lots of 200 m2: the draft D1 gives half of the second to AC-1 and allows C-1 in AR-2. */
    @BeforeAll
    static void start() {
        testDatabase = TestDatabase.create();
        town = Town.planned(testDatabase);
        town.parcels()
                .parcel("0045")
                .rect(0, 0, 20, 10)
                .parcel("0046")
                .rect(20, 0, 20, 10)
                .load();
        town.theme(ACTIVITY, "--partition");
        town.zones(ACTIVITY).zone("AR-2").rect(0, 0, 40, 10).load(ALL);
        town.rules()
                .use("activity-area/AR-2", "C-1 prohibido")
                .activity("4711", "C-1")
                .publish();
        town.plan("D1", "2020-01-01", "--status", "draft", "--revises", "P1").theme(ACTIVITY, "--partition");
        town.zones(ACTIVITY)
                .zone("AR-2")
                .rect(0, 0, 30, 10)
                .zone("AC-1")
                .rect(30, 0, 10, 10)
                .load(ALL);
        town.rules().use("activity-area/AR-2", "C-1 compatible").publish();
        Map<String, String> env = new HashMap<>(testDatabase.env());
        env.put("LINDERO_PORT", "0");
        env.put("LINDERO_MUNICIPALITY", town.municipality());
        Config config = Config.read(TestDatabase.HOME, env, Map.of());
        database = Database.open(config, PoolSettings.service(config), Optional.empty(), Optional.empty(), line -> {});
        service = Service.start(new Application(config, database, Application.Mode.ORDINARY));
        service.ready();
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

    private static JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.read(response.body());
    }

    @Test
    void changesAreAnsweredAndRevalidated() {
        HttpResponse<String> response = get("/plans/D1/changes");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode changes = Json.read(response.body());
        AnswerSchema.require("plan-changes", changes);
        assertThat(changes.get("municipality").asText()).isEqualTo(town.municipality());
        assertThat(changes.get("against").asText()).isEqualTo("P1");
        assertThat(changes.get("changedParcels").asInt()).isEqualTo(2);
        assertThat(changes.at("/zones/0/areaHa").asText()).isEqualTo("0.0100");
        assertThat(changes.get("next").isNull()).isTrue();
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/plans/D1/changes", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("/plans/D1/changes?f=text").body()).contains("2 predios cambian, de 2");
        assertThat(get("/plans/D1/changes?f=text", "Accept-Language", "en").body())
                .contains("2 parcels change, of 2");
    }

    @Test
    void changesComeAPageAtATime() {
        JsonNode first = json("/plans/D1/changes?limit=1");
        AnswerSchema.require("plan-changes", first);
        assertThat(first.get("items").findValuesAsText("number")).containsExactly(town.number("0045"));
        assertThat(first.get("numberReturned").asInt()).isEqualTo(1);
        assertThat(first.get("numberMatched").asInt()).isEqualTo(2);
        JsonNode second =
                json("/plans/D1/changes?limit=1&after=" + first.get("next").asText());
        assertThat(second.get("items").findValuesAsText("number")).containsExactly(town.number("0046"));
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(second.get("zones")).isEqualTo(first.get("zones"));
    }

    @Test
    void changesAreDrawn() {
        HttpResponse<String> response = get("/plans/D1/changes?f=geojson");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/geo+json");
        JsonNode features = Json.read(response.body()).get("features");
        assertThat(features).hasSize(2);
        assertThat(features.at("/0/geometry").isNull()).isTrue();
        assertThat(features.at("/1/properties/to").asText()).isEqualTo("AC-1");
        assertThat(features.at("/1/geometry/coordinates/0/0/0/0").asDouble()).isBetween(-82.0, -66.0);
        JsonNode page = json("/plans/D1/changes?f=geojson&limit=1");
        assertThat(page.get("features")).hasSize(1);
        assertThat(page.get("next").asText()).isEqualTo(town.number("0045"));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "/plans/NADA/changes, 404, plan-not-found",
        "/plans/D1/changes?against=NADA, 404, plan-not-found",
        "/plans/P1/changes, 400, invalid-parameter",
        "/plans/D1/changes?against=D1, 400, invalid-parameter",
        "/plans/D1/changes?limit=0, 400, invalid-parameter",
        "/plans/D1/changes?knownAt=999999, 404, publication-not-found",
        "/plans/D1/changes?color=red, 400, unknown-parameter",
        "/parcels/0045/uses, 400, missing-parameter",
        "/parcels/0045/uses?ciiu=4711&category=C-1, 400, invalid-parameter",
        "/parcels/0045/uses?category=Z-9, 404, unknown-use",
        "/parcels/0099/uses?category=C-1, 404, parcel-not-found",
    })
    void whatCannotBeAnsweredIsAProblem(String path, int status, String code) {
        HttpResponse<String> response = get(path.replace("/0045/", "/" + town.number("0045") + "/")
                .replace("/0099/", "/" + town.number("0099") + "/"));
        assertThat(List.of(
                        response.statusCode(),
                        Json.read(response.body()).get("code").asText()))
                .as(response.body())
                .containsExactly(status, code);
    }

    @Test
    void aUseIsAnsweredByActivityAndByCategory() {
        String path = "/parcels/" + town.number("0045") + "/uses";
        JsonNode byActivity = json(path + "?ciiu=4711");
        AnswerSchema.requireUses(byActivity);
        assertThat(byActivity.get("verdict").asText()).isEqualTo("prohibited");
        JsonNode draft = json(path + "?category=C-1&plan=D1");
        AnswerSchema.requireUses(draft);
        assertThat(draft.get("verdict").asText()).isEqualTo("allowed");
        HttpResponse<String> response = get(path + "?category=C-1");
        assertThat(Json.read(response.body()).get("verdict").asText()).isEqualTo("prohibited");
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path + "?category=C-1", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get(path + "?category=C-1&f=text").body()).contains("C-1");
    }
}
