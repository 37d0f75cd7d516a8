package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.config.Config;
import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.PoolSettings;
import co.lindero.platform.json.Json;
import co.lindero.support.ApiClient;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole service over real connections on a real database. */
class ServiceTest {
    private static final String NUMBER = "761300101000001230045000000000";
    private static final int POOL = 3;
    private static final String FEATURES = """
            {"type":"FeatureCollection","name":"%s",
             "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9377"}},"features":[%s]}
            """;

    @TempDir
    private static Path folder;

    private static TestDatabase testDatabase;
    private static Database database;
    private static Service service;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @BeforeAll
    static void start() throws IOException {
        testDatabase = TestDatabase.create();
        run("plan", "add", "--municipality", "76130", "--code", "PBOT", "--act", "A", "--from", "2005-06-01");
        run(
                "plan",
                "theme",
                "add",
                "--municipality",
                "76130",
                "--plan",
                "PBOT",
                "--theme",
                "activity-area",
                "--partition",
                "--accuracy",
                "0.1",
                "--coverage",
                "municipality");
        StringBuilder parcels = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            parcels.append(i == 0 ? "" : ",").append(parcel(i));
        }
        load("parcels", "R_TERRENO", parcels.toString());
        load(
                "zones",
                "areas",
                rectangle("{\"code\":\"AR-2\"}", 4628000, 12),
                "--plan",
                "PBOT",
                "--theme",
                "activity-area");
        Map<String, String> env = new HashMap<>(testDatabase.env());
        env.put("LINDERO_PORT", "0");
        env.put("LINDERO_POOL_SIZE", Integer.toString(POOL));
        env.put("LINDERO_MUNICIPALITY", "76130");
        Config config = Config.read(TestDatabase.HOME, env, Map.of());
        database = Database.open(config, PoolSettings.service(config), Optional.empty(), Optional.empty(), line -> {});
        assertThat(config.integer(ConfigKey.LINDERO_POOL_SIZE)).isEqualTo(POOL);
        service = Service.start(new Application(config, database, Application.Mode.ORDINARY));
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
        testDatabase.close();
    }

    private static String parcel(int i) {
        String number = i == 0 ? NUMBER : String.format("76130010100000123%04d000000000", 100 + i);
        return rectangle(
                "{\"number\":\"%s\",\"folio\":\"378-%d\",\"address\":\"Cárrera 7 # %d-10\",\"nupre\":%s}"
                        .formatted(number, i % 2, i, i == 0 ? "\"AAA0001BBBB\"" : "null"),
                4628000 + 20 * i,
                20);
    }

    private static String rectangle(String properties, int x, int width) {
        return """
               {"type":"Feature","properties":%1$s,"geometry":{"type":"Polygon","coordinates":
               [[[%2$d,1935000],[%3$d,1935000],[%3$d,1935010],[%2$d,1935010],[%2$d,1935000]]]}}""".formatted(properties, x, x + width);
    }

    private static void load(String kind, String layer, String features, String... more) throws IOException {
        Path file = folder.resolve(layer + ".geojson");
        Files.writeString(file, FEATURES.formatted(layer, features));
        List<String> args = new ArrayList<>(List.of(
                "load",
                kind,
                file.toString(),
                "--municipality",
                "76130",
                "--report",
                folder.resolve("r").toString()));
        args.addAll(List.of(more));
        run(args.toArray(String[]::new));
    }

    private static void run(String... args) {
        CliRun run = CliRun.of(testDatabase.env(), args);
        assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
    }

    private static HttpRequest request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
        return (headers.length == 0 ? builder : builder.headers(headers)).build();
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return ApiClient.send(request(path, headers));
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.read(response.body());
    }

    @Test
    void answersWhatTheCommandLineAnswers() throws Exception {
        JsonNode answer = json("/parcels/" + NUMBER + "/land-use");

        String command = CliRun.of(testDatabase.env(), "land-use", NUMBER, "--format", "json")
                .out();
        assertThat(Json.canonical(answer)).isEqualTo(Json.canonical(Json.read(command)));
        assertThat(answer.at("/themes").size()).isEqualTo(8);
    }

    @Test
    void findsAParcelByEachOfItsNames() throws Exception {
        assertThat(json("/parcels/" + NUMBER).at("/properties/number").asText()).isEqualTo(NUMBER);
        assertThat(json("/parcels/7613001-0100000-1230045-000000000").get("id").asText())
                .isEqualTo(NUMBER);
        assertThat(json("/parcels/AAA0001BBBB").get("id").asText()).isEqualTo(NUMBER);
        JsonNode inferred = json("/parcels/76130010101230045000");
        assertThat(inferred.get("id").asText()).isEqualTo(NUMBER);
        assertThat(inferred.at("/warnings/0/code").asText()).isEqualTo("number-inferred");
    }

    @Test
    void searchesByPrefixAddressFolioAndPlace() throws Exception {
        assertThat(json("/parcels?q=7613001010000012300").get("numberReturned").asInt())
                .isEqualTo(1);
        assertThat(json("/parcels?q=carrera%207%20%23%205-")
                        .at("/features/0/properties/address")
                        .asText())
                .isEqualTo("Cárrera 7 # 5-10");
        assertThat(json("/parcels?folio=378-1").get("numberReturned").asInt()).isEqualTo(30);
        JsonNode feature = json("/parcels/" + NUMBER);
        double lon = feature.at("/geometry/coordinates/0/0/0/0").asDouble() + 0.00003;
        double lat = feature.at("/geometry/coordinates/0/0/0/1").asDouble() + 0.00003;
        assertThat(json("/parcels?lon=" + lon + "&lat=" + lat)
                        .at("/features/0/id")
                        .asText())
                .isEqualTo(NUMBER);
    }

    @Test
    void pagesShowOnePublicationAndMissNothing() throws Exception {
        List<String> numbers = new ArrayList<>();
        String path = "/parcels?q=76130&limit=7";
        while (path != null) {
            JsonNode page = json(path);
            page.get("features")
                    .forEach(feature -> numbers.add(feature.get("id").asText()));
            path = null;
            for (JsonNode link : page.get("links")) {
                if (link.get("rel").asText().equals("next")) {
                    assertThat(link.get("href").asText()).contains("knownAt=");
                    path = URI.create(link.get("href").asText()).getRawPath() + "?"
                            + URI.create(link.get("href").asText()).getRawQuery();
                }
            }
        }
        assertThat(numbers).hasSize(60).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "/parcels/7613001/land-use, 400, invalid-parcel-number",
        "/parcels/76130010100000123004500000000012345/land-use, 400, invalid-parcel-number",
        "/parcels/76130010100000123004500000000X/land-use, 400, invalid-parcel-number",
        "/parcels/761300101000001230045100000000/land-use, 400, invalid-parcel-number",
        "/parcels/761300101000001239999000000000/land-use, 404, parcel-not-found",
        "/parcels/050010101000001230045000000000/land-use, 404, parcel-not-found",
        "/parcels/761300101000001230045000000000/land-use?on=2026-02-30, 400, invalid-parameter",
        "/parcels/761300101000001230045000000000/land-use?on=ayer, 400, invalid-parameter",
        "/parcels/761300101000001230045000000000/land-use?on=2001-01-01, 404, no-plan-in-force",
        "/parcels/761300101000001230045000000000/land-use?knownAt=99, 404, publication-not-found",
        "/parcels/761300101000001230045000000000/land-use?knownAt=hoy, 400, invalid-parameter",
        "/parcels/761300101000001230045000000000/land-use?plan=NADA, 404, plan-not-found",
        "/parcels/761300101000001230045000000000/land-use?fecha=2020-01-01, 400, unknown-parameter",
        "/parcels?lon=3.4&lat=-76.3, 400, invalid-parameter",
        "/parcels?lon=4628000&lat=1935000, 400, invalid-parameter",
        "/parcels?lon=-76.3, 400, missing-parameter",
        "/parcels, 400, invalid-parameter",
        "/parcels?q=7, 400, invalid-parameter",
        "/parcels?q=7613&limit=100000, 400, invalid-parameter",
        "/plans/NADA, 404, plan-not-found",
        "/nada, 404, not-found",
    })
    void refusesBadInputWithAProblem(String path, int status, String code) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Json.read(response.body()).get("code").asText()).isEqualTo(code);
    }

    @Test
    void hintsAtTheNearestNumbersOfAnUnknownParcel() throws Exception {
        JsonNode problem =
                Json.read(get("/parcels/761300101000001230046000000000").body());

        assertThat(problem.get("nearest")).extracting(JsonNode::asText).contains(NUMBER);
    }

    @Test
    void answersNotModifiedUntilAPublicationAndInTheLanguageAskedFor() throws Exception {
        HttpResponse<String> first = get("/parcels/" + NUMBER + "/land-use");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(get("/parcels/" + NUMBER + "/land-use", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        HttpResponse<String> english = get("/parcels/" + NUMBER + "/land-use", "Accept-Language", "en");
        assertThat(english.body()).contains("Flood hazard").doesNotContain("inundación");
        assertThat(Json.read(english.body()).get("hash"))
                .isEqualTo(Json.read(first.body()).get("hash"));
    }

    /** Case 18 of the land-use answer. */
    @Test
    void case18_fourTimesAsManyClientsAsConnectionsAreAllAnswered() {
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < 4 * POOL * 5; i++) {
            all.add(CLIENT.sendAsync(
                    request("/parcels/" + NUMBER + "/land-use?geometry=true"), BodyHandlers.ofString()));
        }

        assertThat(all)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void saysWhenTheDatabaseIsAwayAndComesBackByItself() throws Exception {
        try (TestDatabase other = TestDatabase.createEmpty();
                Connection admin = other.connect()) {
            allowConnections(admin, false);
            try {
                HttpResponse<String> away = get("/parcels/" + NUMBER + "/land-use");
                assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
                assertThat(get("/readyz").statusCode()).isEqualTo(503);
                assertThat(get("/healthz").statusCode()).isEqualTo(200);
            } finally {
                allowConnections(admin, true);
            }
        }
        assertThat(get("/parcels/" + NUMBER + "/land-use").statusCode()).isEqualTo(200);
    }

    private static void allowConnections(Connection admin, boolean allowed) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("ALTER DATABASE " + testDatabase.name() + " ALLOW_CONNECTIONS " + allowed);
            if (!allowed) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                        + testDatabase.name() + "' AND pid <> pg_backend_pid()");
            }
        }
    }

    @Test
    void browsersGetAPageThatLeadsToTheAnswer() throws Exception {
        String[] browser = {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};
        HttpResponse<String> page = get("/", browser);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body())
                .contains("name=\"q\"", "/collections/activity-area?f=html", "/plans/PBOT?", "width=device-width")
                .contains("<h2>Capas</h2>")
                .doesNotContain("<script", "class=\"notice\"");
        for (String address : addresses(page.body())) {
            assertThat(address).startsWith("http://127.0.0.1:" + service.port() + "/");
            assertThat(get(address.substring(address.indexOf('/', 8))).statusCode())
                    .as(address)
                    .isEqualTo(200);
        }
        assertThat(get("/?f=html", "Accept-Language", "en").body()).contains("<h2>Layers</h2>");
        assertThat(get("/").headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");

        String found = get("/?q=" + NUMBER, browser).body();
        String answer = addresses(found).stream()
                .filter(address -> address.contains(NUMBER + "/land-use"))
                .findFirst()
                .orElseThrow();
        assertThat(get(answer.substring(answer.indexOf('/', 8)), browser).body())
                .contains("AR-2");
        assertThat(get("/?q=Carrera+7+%23+3-10", browser).body()).contains("7 # 3-10");
        assertThat(get("/?q=%3Cb%3Exyz", browser).body())
                .contains("&lt;b&gt;xyz")
                .doesNotContain("<b>xyz");
        assertThat(get("/?q=a", browser).body()).contains("al menos 3");
        assertThat(get("/?q=7613", "Accept", "application/json").statusCode()).isEqualTo(406);
    }

    private static List<String> addresses(String html) {
        return Pattern.compile("(?:href|src|action)=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .distinct()
                .toList();
    }

    @Test
    void isReadyOnceToldSo() throws Exception {
        service.ready();

        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(json("/plans").at("/plans/0/code").asText()).isEqualTo("PBOT");
        assertThat(json("/plans/PBOT").at("/themes/0/datasets/0/accuracyM").asDouble())
                .isEqualTo(0.1);
        assertThat(json("/").get("links").findValuesAsText("rel"))
                .contains(
                        "service-desc",
                        "conformance",
                        "data",
                        "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                        "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes");
    }
}
