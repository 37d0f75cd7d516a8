package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.config.Config;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.PoolSettings;
import co.lindero.platform.json.Json;
import co.lindero.support.ApiClient;
import co.lindero.support.CliRun;
import co.lindero.support.GeoFile;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Questions to the licence check that cannot be answered: each is refused with what is wrong, where, and what to do next, over
 * HTTP and on the command line. Lot 0045 is 10 x 20 m, 0046 lies to its west and 0049 across the street.
 */
class BadLicenceQuestionTest {
    private static TestDatabase testDatabase;
    private static Town town;
    private static Database database;
    private static Service service;

    @BeforeAll
    static void start() {
        testDatabase = TestDatabase.create();
        town = Town.planned(testDatabase);
        town.parcels()
                .parcel("0045")
                .rect(0, 0, 10, 20)
                .parcel("0046")
                .rect(-10, 0, 10, 20)
                .parcel("0049")
                .rect(-10, -50, 30, 40)
                .load();
        Map<String, String> env = new HashMap<>(testDatabase.env());
        env.put("LINDERO_PORT", "0");
        env.put("LINDERO_CHECKS_PER_MINUTE", "1000");
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

    private static HttpResponse<String> post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8), "es");
    }

    private static HttpResponse<String> post(byte[] body, String language) {
        return ApiClient.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/licence-checks"))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", language)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    /** Returns the problem that a question is refused with: every refusal says what to do next. */
    private static JsonNode refused(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = Json.read(response.body());
        assertThat(problem.get("hint").asText()).as(response.body()).hasSizeGreaterThan(20);
        return problem;
    }

    private static JsonNode refused(String body) {
        return refused(400, post(body));
    }

    private static List<String> faults(JsonNode problem) {
        return problem.get("errors").findParents("code").stream()
                .map(error ->
                        error.get("pointer").asText() + " " + error.get("code").asText())
                .toList();
    }

    private static String question(String licence, String proposal) {
        return "{\"parcels\": [\"%s\"], \"licence\": %s, \"proposal\": %s}"
                .formatted(town.number("0045"), licence, proposal);
    }

    private static final String NEW_BUILDING = "{\"class\": \"construccion\", \"modalities\": [\"obra_nueva\"]}";

    private static String proposed(String proposal) {
        return question(NEW_BUILDING, proposal);
    }

    /** Returns a footprint whose corners are told in metres from the corner of the town. */
    private static String footprint(String crs, String... corners) {
        StringBuilder ring = new StringBuilder();
        for (String corner : corners) {
            String[] place = corner.split(" ", -1);
            ring.append(ring.isEmpty() ? "" : ", ")
                    .append(String.format(
                            Locale.ROOT,
                            "[%.3f, %.3f]",
                            GeoFile.EASTING + Double.parseDouble(place[0]),
                            GeoFile.NORTHING + Double.parseDouble(place[1])));
        }
        return "{\"footprint\": {\"type\": \"Polygon\", \"coordinates\": [[%s]]}%s}"
                .formatted(ring, crs.isEmpty() ? "" : ", \"crs\": \"" + crs + "\"");
    }

    @Test
    void everyWrongMemberIsToldInOneProblemWithItsPointer() {
        JsonNode problem = refused("""
                {"parcels": [], "zzz": 1, "knownAt": "ayer",
                 "licence": {"class": "obras", "modalities": "obra_nueva", "filedOn": "22/11/2026", "folio": 3},
                 "proposal": {"floors": -1, "heightM": "9", "builtAreaM2": -4, "dwellings": 1.5, "parkingSpaces": 1e12,
                              "ciiu": "47", "crs": 5, "lots": [], "easementLots": [1], "uafException": "z", "a/b~": 2}}
                """);
        assertThat(problem.get("code").asText()).isEqualTo("invalid-licence-check");
        assertThat(faults(problem))
                .containsExactlyInAnyOrder(
                        "/zzz unknown-member",
                        "/parcels missing-member",
                        "/licence/folio unknown-member",
                        "/licence/class unknown-licence-class",
                        "/licence/modalities invalid-member",
                        "/licence/filedOn invalid-member",
                        "/proposal/a~1b~0 unknown-member",
                        "/proposal/ciiu invalid-member",
                        "/proposal/uafException invalid-member",
                        "/proposal/lots invalid-member",
                        "/proposal/floors invalid-member",
                        "/proposal/heightM invalid-member",
                        "/proposal/builtAreaM2 invalid-member",
                        "/proposal/dwellings invalid-member",
                        "/proposal/parkingSpaces invalid-member",
                        "/proposal/easementLots invalid-member",
                        "/proposal/crs invalid-member",
                        "/knownAt invalid-member");
    }

    @Test
    void aFootprintOutsideTheParcelIsToldWithItsPlaceAndAreaInTwoLanguages() {
        String body = proposed(footprint("EPSG:9377", "5 3", "12 3", "12 8", "5 8", "5 3"));
        JsonNode problem = refused(body);
        assertThat(faults(problem)).containsExactly("/proposal/footprint outside-site");
        assertThat(problem.get("detail").asText())
                .contains("10.0000 m² fuera del predio")
                .doesNotContain("{");
        JsonNode place = problem.at("/location/coordinates");
        assertThat(place.get(0).asDouble() - GeoFile.EASTING).isBetween(10.0, 12.0);
        assertThat(place.get(1).asDouble() - GeoFile.NORTHING).isBetween(3.0, 8.0);
        assertThat(problem.at("/location/crs").asText()).isEqualTo("EPSG:9377");
        assertThat(problem.get("hint").asText()).contains("Recorte lo dibujado al predio");
        assertThat(refused(400, post(body.getBytes(StandardCharsets.UTF_8), "en"))
                        .get("detail")
                        .asText())
                .contains("10.0000 m2 lie outside the parcel");
    }

    @Test
    void aFootprintThatCrossesItselfIsToldWhere() {
        JsonNode problem = refused(proposed(footprint("EPSG:9377", "1 1", "6 6", "6 1", "1 6", "1 1")));
        assertThat(faults(problem)).containsExactly("/proposal/footprint invalid-geometry");
        assertThat(problem.get("detail").asText()).contains("se cruza a sí misma en (");
        assertThat(problem.at("/location/coordinates/0").asDouble() - GeoFile.EASTING)
                .isEqualTo(3.5);
        assertThat(problem.at("/location/coordinates/1").asDouble() - GeoFile.NORTHING)
                .isEqualTo(3.5);
    }

    @Test
    void aFootprintInTheWrongSystemOrWithSwappedAxesIsToldWhichItSeemsToBe() {
        String[] inside = {"1 1", "6 1", "6 6", "1 6", "1 1"};
        JsonNode unstated = refused(proposed(footprint("", inside)));
        assertThat(faults(unstated)).containsExactly("/proposal/footprint wrong-crs");
        assertThat(unstated.get("detail").asText()).contains("en EPSG:9377 caerían sobre el predio");
        assertThat(unstated.get("hint").asText()).contains("proposal.crs");
        assertThat(faults(refused(proposed(footprint("EPSG:3116", inside)))))
                .containsExactly("/proposal/footprint wrong-crs");
        // of an unknown system nothing is said about the drawing
        assertThat(faults(refused(proposed(footprint("EPSG:99", inside)))))
                .containsExactly("/proposal/crs unknown-crs");
        String swapped = "{\"crs\": \"EPSG:9377\", \"footprint\": {\"type\": \"Polygon\", \"coordinates\":"
                + " [[[%1$d, %2$d], [%1$d, %3$d], [%4$d, %3$d], [%1$d, %2$d]]]}}";
        JsonNode problem = refused(proposed(swapped.formatted(
                (int) GeoFile.NORTHING + 1,
                (int) GeoFile.EASTING + 1,
                (int) GeoFile.EASTING + 6,
                (int) GeoFile.NORTHING + 6)));
        assertThat(faults(problem)).containsExactly("/proposal/footprint swapped-axes");
        assertThat(problem.get("hint").asText()).contains("este, norte");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"Polygon\", \"coordinates\": []} | /proposal/footprint/coordinates empty-geometry",
                "{\"type\": \"Polygon\", \"coordinates\": [[]]} | /proposal/footprint/coordinates/0 empty-geometry",
                "{\"type\": \"Polygon\"} | /proposal/footprint/coordinates invalid-geometry",
                "{\"type\": \"Point\", \"coordinates\": [1, 2]} | /proposal/footprint invalid-geometry",
                "{\"type\": \"Feature\", \"geometry\": null} | /proposal/footprint invalid-geometry",
                "\"POLYGON((0 0, 1 0, 1 1, 0 0))\" | /proposal/footprint invalid-geometry",
                "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0], [1, 1], [0, 1]]]} | /proposal/footprint/coordinates/0 invalid-geometry",
                "{\"type\": \"Polygon\", \"coordinates\": [[[1e400, 0], [1, 0], [1, 1], [1e400, 0]]]} | /proposal/footprint/coordinates/0/0 invalid-geometry",
                "{\"type\": \"Polygon\", \"coordinates\": [[[1e-999999999, 0], [1, 0], [1, 1], [0, 0]]]} | /proposal/footprint/coordinates/0/0 invalid-geometry",
                "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0, 1e-999999999], [1, 0], [1, 1], [0, 0]]]} | /proposal/footprint/coordinates/0/0 invalid-geometry",
                "{\"type\": \"Polygon\", \"coordinates\": [[[[0, 0]]]]} | /proposal/footprint/coordinates/0/0 invalid-geometry",
                "{\"type\": \"Polygon\", \"crs\": {\"type\": \"name\"}, \"coordinates\": []} | /proposal/footprint/crs unknown-member",
            })
    void aFootprintThatIsNoPolygonIsToldWhereInTheDocument(String footprint, String fault) {
        assertThat(faults(refused(proposed("{\"footprint\": " + footprint + "}"))))
                .containsExactly(fault);
    }

    @Test
    void unknownClassesAndModalitiesAreToldWithThoseThatThereAre() {
        assertThat(refused(question("{\"class\": \"obras\"}", "{}"))
                        .get("detail")
                        .asText())
                .contains("urbanizacion, parcelacion, subdivision, construccion, intervencion_espacio_publico");
        JsonNode modality =
                refused(question("{\"class\": \"construccion\", \"modalities\": [\"obra_nueva\", \"obra\"]}", "{}"));
        assertThat(faults(modality)).containsExactly("/licence/modalities/1 unknown-modality");
        assertThat(modality.get("detail").asText())
                .contains("obra_nueva, ampliacion, adecuacion, modificacion, restauracion, reforzamiento_estructural,"
                        + " demolicion, reconstruccion, cerramiento");
        assertThat(refused(question("{\"class\": \"subdivision\", \"modalities\": [\"obra_nueva\"]}", "{}"))
                        .get("detail")
                        .asText())
                .contains("rural, urbana, reloteo");
        // without a modality nothing would be judged, and all would seem to comply
        for (String none : List.of("[]", "null")) {
            assertThat(faults(refused(question(
                            "{\"class\": \"construccion\", \"modalities\": " + none + "}", "{\"floors\": 2}"))))
                    .containsExactly("/licence/modalities missing-member");
        }
        assertThat(faults(refused(question(
                        "{\"class\": \"construccion\", \"modalities\": [\"obra_nueva\", \"obra_nueva\"]}", "{}"))))
                .containsExactly("/licence/modalities invalid-member");
    }

    @Test
    void parcelsThatAreNotThereOrNotAdjacentAreToldByNumber() {
        String body = "{\"parcels\": [%s], \"licence\": " + NEW_BUILDING + "}";
        JsonNode unknown = refused(body.formatted("\"%s\", \"7613\"".formatted(town.number("0099"))));
        assertThat(faults(unknown)).containsExactly("/parcels/0 parcel-not-found", "/parcels/1 invalid-parcel-number");
        assertThat(unknown.get("hint").asText()).contains("/parcels?q=");
        JsonNode apart = refused(body.formatted("\"%s\", \"%s\"".formatted(town.number("0045"), town.number("0049"))));
        assertThat(faults(apart)).containsExactly("/parcels parcels-not-adjacent");
        assertThat(apart.get("detail").asText()).contains(town.number("0049"));
        assertThat(faults(refused(body.formatted("\"%1$s\", \"%1$s\"".formatted(town.number("0045"))))))
                .containsExactly("/parcels invalid-member");
        // those that share a boundary are one site
        assertThat(post(body.formatted("\"%s\", \"%s\"".formatted(town.number("0045"), town.number("0046"))))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-02-30\"",
                "\"22/11/2026\"",
                "\"2026-13-01\"",
                "\"0000-00-00\"",
                "\"-999999999-01-01\"",
                "\"+999999999-12-31\"",
                "\"1810-07-20\"",
                "20261122"
            })
    void aFilingDayThatIsNoDayIsRefused(String day) {
        assertThat(faults(refused(question(
                        "{\"class\": \"construccion\", \"modalities\": [\"obra_nueva\"], \"filedOn\": " + day + "}",
                        "{}"))))
                .containsExactly("/licence/filedOn invalid-member");
    }

    @Test
    void aFilingDayAfterTodayIsAnsweredAndSaidToBeSo() {
        HttpResponse<String> answer = post(question(
                "{\"class\": \"construccion\", \"modalities\": [\"obra_nueva\"], \"filedOn\": \"2199-01-01\"}", "{}"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.read(answer.body()).get("warnings").findValuesAsText("code"))
                .contains("filed-in-the-future");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e-999999999", "1e999999999", "-0.1", "2001", "\"9\"", "true", "[9]"})
    void aHeightThatIsNoHeightIsRefused(String height) {
        assertThat(faults(refused(proposed("{\"heightM\": " + height + "}"))))
                .containsExactly("/proposal/heightM invalid-member");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "esto no es JSON | no es JSON válido: línea 1",
                "{\"parcels\": [NaN]} | no es JSON válido: línea 1",
                "{\"parcels\": [], \"parcels\": []} | no es JSON válido: línea 1",
                "[] | Se espera un objeto JSON",
                "null | Se espera un objeto JSON",
                "'' | El cuerpo está vacío",
            })
    void aBodyThatIsNoQuestionIsRefused(String body, String detail) {
        assertThat(refused(body).get("detail").asText()).contains(detail).doesNotContain(": :");
    }

    @Test
    void aBodyThatIsNestedTooDeepOrTooLargeIsRefused() {
        assertThat(refused("[".repeat(100_000)).get("detail").asText()).contains("1000 niveles");
        assertThat(refused(proposed("{\"footprint\": {\"type\": \"Polygon\", \"coordinates\": " + "[".repeat(900)
                                + "]".repeat(900) + "}}"))
                        .get("errors")
                        .findValuesAsText("pointer"))
                .containsExactly("/proposal/footprint/coordinates/0/0");
        // each time: an answer given while the caller still sends is lost as often as not
        for (int i = 0; i < 20; i++) {
            JsonNode large = refused(413, post(proposed("{\"useCategory\": \"" + "x".repeat(5_000_000) + "\"}")));
            assertThat(large.get("maxBytes").asLong()).isEqualTo(2_000_000);
        }
        refused(400, post(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, "es"));
    }

    @Test
    void theCommandLineSaysTheSame() throws IOException {
        String outside = cli(proposed(footprint("EPSG:9377", "5 3", "12 3", "12 8", "5 8", "5 3")), 4);
        assertThat(outside)
                .contains("/proposal/footprint")
                .contains("10.0000 m² fuera")
                .contains("Recorte lo dibujado");
        assertThat(cli(question("{\"class\": \"obras\"}", "{\"floors\": -1}"), 4))
                .contains("/licence/class")
                .contains("/proposal/floors");
        assertThat(cli("esto no es JSON", 4))
                .contains("no es JSON válido: línea 1")
                .contains("Qué hacer");
        assertThat(cli("[".repeat(5000), 4)).contains("1000 niveles");
        Path latin = Files.write(TestDatabase.HOME.resolve("latin.json"), new byte[] {'"', (byte) 0xf1, '"'});
        assertThat(town.run("check", latin.toString()).err()).contains("no está en UTF-8");
        CliRun absent = town.run("check", "no-hay-tal-archivo.json");
        assertThat(absent.code()).isEqualTo(4);
        assertThat(absent.err()).contains("no-hay-tal-archivo.json").doesNotContain("Exception");
    }

    private static String cli(String question, int code) throws IOException {
        Path file = Files.writeString(TestDatabase.HOME.resolve("bad-question.json"), question);
        CliRun run = town.run("check", file.toString());
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
        return run.out() + run.err();
    }
}
