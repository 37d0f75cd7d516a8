package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.lindero.app.ExposureTown.Counted;
import co.lindero.platform.config.Config;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.PoolSettings;
import co.lindero.platform.json.Json;
import co.lindero.support.AnswerSchema;
import co.lindero.support.ApiClient;
import co.lindero.support.RasterFixture;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Exposure over HTTP by every kind of group, against a town that counts itself: see {@link ExposureTown}. */
class ExposureHttpTest {
    private static final double HALF_UNIT = 0.001;
    private static final Map<String, Service> SERVICES = new HashMap<>();

    private static TestDatabase testDatabase;
    private static Town town;
    private static Database database;
    private static final ExposureTown COUNTED = new ExposureTown();

    @BeforeAll
    static void start() {
        testDatabase = TestDatabase.create();
        town = Town.planned(testDatabase);
        COUNTED.load(town);
        for (String threshold : List.of("0", "3")) {
            Map<String, String> env = new HashMap<>(testDatabase.env());
            env.put("LINDERO_PORT", "0");
            env.put("LINDERO_MUNICIPALITY", town.municipality());
            env.put("LINDERO_SMALL_COUNT", threshold);
            Config config = Config.read(TestDatabase.HOME, env, Map.of());
            if (database == null) {
                database = Database.open(
                        config, PoolSettings.service(config), Optional.empty(), Optional.empty(), line -> {});
            }
            SERVICES.put(threshold, Service.start(new Application(config, database, Application.Mode.ORDINARY)));
        }
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(Service::close);
        database.close();
        testDatabase.close();
    }

    private static HttpResponse<String> get(String threshold, String parameters, String... headers) {
        URI uri = URI.create(
                "http://127.0.0.1:" + SERVICES.get(threshold).port() + "/exposure?theme=hazard-flood" + parameters);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return ApiClient.send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private static JsonNode json(String parameters) {
        HttpResponse<String> response = get("0", parameters);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = Json.read(response.body());
        AnswerSchema.require("exposure", answer);
        return answer;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The code by which the town knows a row. */
    private static String code(String by, JsonNode row) {
        if (row.get("code").isNull()) {
            return "";
        }
        return by.equals("municipio") ? "M" : row.get("code").asText();
    }

    static Stream<String> groupings() {
        return Stream.concat(ExposureTown.KINDS.stream(), Stream.of("land-class", "use"));
    }

    @ParameterizedTest
    @MethodSource("groupings")
    void everyGroupAndLevelIsWhatTheBoxesSay(String by) {
        for (boolean draft : List.of(false, true)) {
            JsonNode answer = json("&by=" + by + (draft ? "&plan=P2" : ""));
            assertThat(answer.get("draft").asBoolean()).isEqualTo(draft);
            assertThat(stream(answer.get("rows"))
                            .map(row -> code(by, row) + " " + row.get("level").asText()))
                    .containsAll(COUNTED.codes(by).stream()
                            .filter(code -> !code.isEmpty())
                            .flatMap(code -> ExposureTown.LEVELS.stream().map(level -> code + " " + level))
                            .toList());
            stream(answer.get("rows")).forEach(row -> requireSame(by, row, draft));
            for (String level : List.of("none", "no_data")) {
                stream(json("&by=" + by + "&level=" + level + (draft ? "&plan=P2" : ""))
                                .get("rows"))
                        .forEach(row -> requireSame(by, row, draft));
            }
        }
    }

    private static void requireSame(String by, JsonNode row, boolean draft) {
        String level = row.get("level").asText();
        Counted counted = COUNTED.count(by, code(by, row), level, draft);
        assertThat(row.get("parcels").asLong()).as("parcels " + row).isEqualTo(counted.parcels());
        assertThat(row.get("drawnM2").asDouble()).as("drawn " + row).isCloseTo(counted.drawnM2(), within(HALF_UNIT));
        assertThat(row.get("buildings").asLong()).as("buildings " + row).isEqualTo(counted.buildings());
        assertThat(row.get("floors").asLong()).as("floors " + row).isEqualTo(counted.floors());
        assertThat(row.get("builtM2").asDouble()).as("built " + row).isCloseTo(counted.builtM2(), within(HALF_UNIT));
        if (!row.get("groundM2").isNull()) {
            assertThat(row.get("groundM2").asDouble())
                    .as("ground " + row)
                    .isCloseTo(counted.groundM2(), within(HALF_UNIT));
        }
        assertThat(row.get("groundM2").isNull())
                .as("ground " + row)
                .isEqualTo(by.equals("use") || !ExposureTown.LEVELS.contains(level));
    }

    @ParameterizedTest
    @MethodSource("groupings")
    void theGroupsSumToTheMunicipality(String by) {
        JsonNode whole = json("&by=municipio");
        JsonNode answer = json("&by=" + by);
        for (int i = 0; i < answer.get("levels").size(); i++) {
            for (String figure : List.of("level", "parcels", "drawnM2", "buildings", "uses", "share")) {
                assertThat(answer.get("levels").get(i).get(figure))
                        .isEqualTo(whole.get("levels").get(i).get(figure));
            }
        }
        for (String figure : List.of("parcels", "drawnM2", "buildings", "floors", "builtM2", "footprintM2")) {
            double sum = stream(answer.get("rows"))
                    .mapToDouble(row -> row.get(figure).asDouble())
                    .sum();
            assertThat(sum)
                    .as(by + " " + figure)
                    .isCloseTo(whole.at("/total/" + figure).asDouble(), within(HALF_UNIT));
        }
    }

    @Test
    void theTableSaysWhatTheAnswerSays() {
        JsonNode answer = json("&by=vereda");
        List<String> lines = get("0", "&by=vereda&f=csv").body().lines().toList();
        List<String> columns = List.of(lines.get(0).split(",", -1));
        assertThat(lines).hasSize(answer.get("rows").size() + 2);
        for (int i = 0; i < answer.get("rows").size(); i++) {
            List<String> cells = List.of(lines.get(i + 1).split(",", -1));
            for (String column : columns) {
                assertThat(cells.get(columns.indexOf(column)))
                        .as(column + " of " + lines.get(i + 1))
                        .isEqualTo(
                                answer.get("rows").get(i).get(column).asText("").replace("null", ""));
            }
        }
        assertThat(lines.get(lines.size() - 1)).startsWith("total,");
        assertThat(get("0", "&by=vereda", "Accept", "text/csv").body().lines()).containsExactlyElementsOf(lines);
    }

    @Test
    void overlappingLevelsSayThatTheHighestWins() {
        assertThat(json("&by=municipio").get("rule").asText())
                .contains("prevalece el más alto", "nada se cuenta dos veces");
        HttpResponse<String> english = get("0", "&by=municipio", "Accept-Language", "en");
        assertThat(Json.read(english.body()).get("rule").asText()).contains("the highest wins");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&level=enorme | Niveles: Alta, Media, Baja, unstated, none, no_data.",
                "&by=barriada | barrio, cabecera, centro_poblado, corregimiento, land-class, manzana, municipio, use, vereda",
                "&f=shp | csv, geojson, html, json, text",
                "&nivel=Alta | by, f, knownAt, level, municipality, on, plan, theme",
            })
    void whatIsUnknownIsRefusedWithTheListOfWhatIsKnown(String parameters, String known) {
        HttpResponse<String> response = get("0", parameters);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).contains(known);
    }

    @Test
    void anUnknownThemeIsRefusedWithTheThemesOfThePlan() {
        URI uri = URI.create("http://127.0.0.1:" + SERVICES.get("0").port() + "/exposure?theme=amenaza");
        HttpResponse<String> response =
                ApiClient.send(HttpRequest.newBuilder(uri).build());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.read(response.body()).get("hint").asText()).isEqualTo("Temas: hazard-flood.");
    }

    @Test
    void anUnknownPlanIsRefusedWithThePlansThereAre() {
        HttpResponse<String> response = get("0", "&plan=P9");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("plan-not-found", "P1", "P2");
    }

    @Test
    void smallCountsOfAPlaceAreKeptBackAndStillSum() {
        JsonNode open = json("&by=manzana");
        JsonNode kept = Json.read(get("3", "&by=manzana").body());
        AnswerSchema.require("exposure", kept);
        List<JsonNode> small = stream(open.get("rows"))
                .filter(row -> isSmall(row.get("parcels").asLong())
                        || isSmall(row.get("buildings").asLong()))
                .toList();
        assertThat(small).isNotEmpty();
        for (JsonNode row : small) {
            JsonNode hidden = stream(kept.get("rows"))
                    .filter(one -> one.get("code").equals(row.get("code"))
                            && one.get("level").equals(row.get("level")))
                    .findFirst()
                    .orElseThrow();
            assertThat(hidden.get("suppressed").asBoolean()).isTrue();
            for (String figure : List.of("parcels", "drawnM2", "buildings", "builtM2", "share")) {
                assertThat(hidden.get(figure).isNull())
                        .as(figure + " of " + hidden)
                        .isTrue();
            }
        }
        for (String figure : List.of("parcels", "drawnM2", "buildings", "builtM2")) {
            assertThat(stream(kept.get("rows"))
                            .mapToDouble(row -> row.get(figure).asDouble())
                            .sum())
                    .as(figure)
                    .isCloseTo(open.at("/total/" + figure).asDouble(), within(HALF_UNIT));
        }
        assertThat(get("3", "&by=manzana&f=csv").body()).contains("suppressed,", ",true,");
        assertThat(get("3", "&by=use").body()).doesNotContain("\"suppressed\":true");
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < 3;
    }

    @Test
    void theMapIsALayerThatGdalOpens() throws IOException {
        HttpResponse<String> response = get("0", "&by=corregimiento&level=Alta&f=geojson");
        JsonNode map = Json.read(response.body());
        assertThat(response.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/geo+json");
        assertThat(map.at("/units/drawnM2").asText()).isEqualTo("m2");
        assertThat(map.get("title").asText()).isNotEmpty();
        assertThat(stream(map.get("links"))
                        .map(link -> link.get("rel").asText() + " "
                                + link.get("type").asText()))
                .containsExactly(
                        "self application/geo+json",
                        "alternate text/html",
                        "alternate application/json",
                        "alternate text/csv");
        String self = map.at("/links/0/href").asText();
        assertThat(self).endsWith("/exposure?by=corregimiento&f=geojson&level=Alta&theme=hazard-flood");
        String asked = self.substring(self.indexOf('?') + 1).replace("&theme=hazard-flood", "");
        assertThat(get("0", "&" + asked).body()).isEqualTo(response.body());
        Path file = Files.writeString(Files.createTempDirectory("exposure").resolve("capa.geojson"), response.body());
        Path csv = file.resolveSibling("capa.csv");
        RasterFixture.run(List.of(
                "ogr2ogr",
                "-f",
                "CSV",
                csv.toString(),
                file.toString(),
                "-dialect",
                "SQLite",
                "-sql",
                "SELECT code, level, parcels, drawnM2, ST_IsValid(geometry) AS valid, ST_SRID(geometry) AS srid"
                        + " FROM \"exposure-hazard-flood-corregimiento-Alta\" WHERE code IS NOT NULL ORDER BY code"));
        Counted first = COUNTED.count("corregimiento", "C1", "Alta", false);
        List<String> lines = Files.readAllLines(csv).stream()
                .map(line -> line.replace("\"", ""))
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("C1,Alta," + first.parcels() + ",").endsWith(",1,4326");
    }

    @Test
    void thePageShowsMapAndTableAndTheWayToTheRest() {
        HttpResponse<String> response = get("3", "&by=manzana", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(response.body())
                .contains("<html lang=\"es\">", "<figure class=\"map of-alta\">", "prevalece el más alto")
                .contains("<th scope=\"row\">MZ1 Nombre de MZ1</th>", "no se muestra (conteo pequeño)")
                .contains("f=geojson", "by=vereda", "level=Media");
        assertThat(response.body().split("<path class=\"group (?!partly)", -1)).hasSize(4);
        assertThat(get("0", "&by=use&f=html", "Accept-Language", "en").body())
                .contains("<html lang=\"en\">", "the highest wins")
                .doesNotContain("<figure");
    }

    /** Of groups with something mapped and ground that no data reach the share is a least one: they are hatched, and no others. */
    @ParameterizedTest
    @CsvSource({"corregimiento, Alta", "vereda, Alta", "manzana, Baja", "land-class, Media", "corregimiento, none"})
    void groundWithoutDataIsMarkedOnTheMap(String by, String level) {
        List<JsonNode> rows = stream(json("&by=" + by + "&level=" + level).get("rows"))
                .filter(row -> !row.get("code").isNull() && row.get("unknownM2").asDouble() > 0)
                .toList();
        long nothingKnown =
                rows.stream().filter(row -> row.get("share").asDouble() == 0).count();
        String page = get("0", "&by=" + by + "&level=" + level + "&f=html").body();
        assertThat(page).contains("map of-" + level.toLowerCase(java.util.Locale.ROOT));
        assertThat(page.split("<path class=\"group unknown\"", -1)).hasSize((int) nothingKnown + 1);
        assertThat(page.split("<path class=\"group partly\"", -1)).hasSize((int) (rows.size() - nothingKnown) + 1);
        assertThat(page.contains("además, terreno sin datos")).isEqualTo(rows.size() > nothingKnown);
        assertThat(page.contains("nada de este nivel se conoce; sin datos en todo o en parte</span>"))
                .isEqualTo(nothingKnown > 0);
    }

    @Test
    void theMapOfGroundWithoutDataHasAScaleOfItsOwn() {
        String page = get("0", "&by=corregimiento&level=no_data&f=html").body();
        assertThat(page).contains("map of-no_data", "grupo: sin datos").doesNotContain("group partly", "group unknown");
    }

    /** Nobody has loaded flash floods: the groups are drawn, and nothing is said to be free of them. */
    @Test
    void ofAThemeThatIsNotLoadedNothingIsKnownOnTheMap() {
        URI uri = URI.create("http://127.0.0.1:" + SERVICES.get("0").port()
                + "/exposure?theme=hazard-flash-flood&by=corregimiento&f=html");
        String page = ApiClient.send(HttpRequest.newBuilder(uri).build()).body();
        assertThat(page)
                .contains(
                        "map of-alta",
                        "group unknown",
                        "nada de este nivel se conoce; sin datos en todo o en parte</span>")
                .doesNotContain("<path class=\"group shade");
    }
}
