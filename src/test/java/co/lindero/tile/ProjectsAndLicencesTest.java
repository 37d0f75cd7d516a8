package co.lindero.tile;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.db.Database;
import co.lindero.platform.http.HttpServer;
import co.lindero.platform.json.Json;
import co.lindero.support.ApiClient;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Projects and licences as collections, tiles and styles, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProjectsAndLicencesTest {
    private static final String PROJECTS = "/collections/projects";
    private static final String LICENCES = "/collections/licences";

    private final TestDatabase test = TestDatabase.create();
    private final Database database = test.open();

    @TempDir
    static Path folder;

    private Town town;
    private HttpServer server;

    @BeforeAll
    void serve() {
        town = Town.planned(test);
        loadParcels(20);
        server = LayerServer.start(database, town.municipality());
        assertThat(json("/collections").get("collections").findValuesAsText("id"))
                .containsExactly("parcels");
        loadProjects("viable");
        loadLicences("en_firme");
    }

    @AfterAll
    void close() {
        server.close();
        database.close();
        test.close();
    }

    private void loadParcels(int width) {
        town.parcels()
                .parcel("0001")
                .rect(0, 0, width, 10)
                .parcel("0002")
                .rect(20, 0, 20, 10)
                .load();
    }

    private void load(String kind, String table) {
        try {
            Path file = Files.writeString(folder.resolve(kind + ".csv"), table);
            List<String> command = new ArrayList<>(List.of("load", kind, file.toString()));
            command.addAll(List.of("--municipality", town.municipality(), "--report", folder + "/r"));
            if (kind.equals("projects")) {
                command.addAll(List.of("--crs", "EPSG:9377"));
            }
            town.done(command.toArray(String[]::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void loadProjects(String stage) {
        load(
                "projects",
                "code;name;stage;year;source;initial;start_on;parcel;wkt\n"
                        + "VIA;Vía y parque;" + stage + ";2026;SGP;1234567890;2026-02-01;;"
                        + "LINESTRING(4628000 1935005,4628040 1935005)\n"
                        + "VIA;;;2026;SGR;;;;POLYGON((4628050 1935000,4628060 1935000,4628060 1935010,4628050 1935000))\n"
                        + "LOTE;Por predio;terminado;2025;SGP;500;2025-01-01;" + town.number("0001") + ";\n"
                        + "CAPACITA;Sin lugar;formulado;2025;SGP;700;;;\n");
    }

    private String licence(int serial) {
        return town.municipality() + "-0-24-000" + serial;
    }

    private void loadLicences(String status) {
        load(
                "licences",
                "radicado;clase;modalidad;estado;fecha_radicacion;fecha_firmeza;predios;viviendas\n"
                        + licence(1) + ";construccion;obra_nueva;" + status + ";2024-02-01;2024-06-28;"
                        + town.number("0002") + ";2\n"
                        + licence(2) + ";subdivision;rural;negada;2024-03-01;;" + town.number("0099") + ";\n");
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return ApiClient.sendForBytes(request.build());
    }

    private JsonNode json(String path) {
        HttpResponse<byte[]> response = get(path);
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(path + "\n" + body).isEqualTo(200);
        return Json.read(body);
    }

    private List<String> ids(String path, String filter) {
        String query = filter.isEmpty() ? "" : "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        return json(path + "/items" + query).get("features").findValuesAsText("id");
    }

    private DecodedTile tile(String layer) {
        HttpResponse<byte[]> response = get(address(layer));
        assertThat(response.statusCode()).isEqualTo(200);
        return DecodedTile.of(response.body());
    }

    /** Address of the tile of zoom 15 in which the town's parcels lie. */
    private String address(String layer) {
        JsonNode box =
                json("/collections/parcels/tiles/WebMercatorQuad?f=tilejson").get("bounds");
        int side = 1 << 15;
        int column = (int) ((box.get(0).asDouble() + 180) / 360 * side);
        double latitude = Math.toRadians(box.get(1).asDouble());
        int row = (int) ((1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * side);
        return "/collections/" + layer + "/tiles/WebMercatorQuad/15/" + row + "/" + column;
    }

    @Test
    void projectsAreDrawnWhereTheirPlacesAre() {
        assertThat(ids(PROJECTS, "")).containsExactly("CAPACITA", "LOTE", "VIA");
        JsonNode way = json(PROJECTS + "/items/VIA");
        assertThat(way.at("/geometry/type").asText()).isEqualTo("GeometryCollection");
        assertThat(way.at("/properties/planned").asDouble()).isEqualTo(1_234_567_890);
        assertThat(way.at("/properties/start_on").asText()).isEqualTo("2026-02-01");
        assertThat(json(PROJECTS + "/items/LOTE").at("/geometry/type").asText()).contains("Polygon");
        assertThat(json(PROJECTS + "/items/CAPACITA").get("geometry").isNull()).isTrue();
    }

    @Test
    void licencesAreDrawnOnThePlotsThatTheyName() {
        assertThat(ids(LICENCES, "")).containsExactly(licence(1), licence(2));
        JsonNode one = json(LICENCES + "/items/" + licence(1));
        assertThat(one.at("/geometry/type").asText()).contains("Polygon");
        assertThat(one.at("/properties/class").asText()).isEqualTo("construccion");
        assertThat(one.at("/properties/modalities").asText()).isEqualTo("obra_nueva");
        assertThat(one.at("/properties/parcels").asText()).isEqualTo(town.number("0002"));
        assertThat(json(LICENCES + "/items/" + licence(2)).get("geometry").isNull())
                .isTrue();
    }

    @Test
    void everyQueryableIsAParameterAndFiltersKnowThem() {
        for (String layer : List.of(PROJECTS, LICENCES)) {
            JsonNode properties = json(layer + "/queryables").get("properties");
            properties.fieldNames().forEachRemaining(name -> {
                if (!name.equals("geometry") && !name.equals("municipality")) {
                    String type = properties.at("/" + name + "/type").asText();
                    String value =
                            type.equals("string") ? properties.at("/" + name).has("format") ? "2024-02-01" : "x" : "1";
                    json(layer + "/items?" + name + "=" + value);
                    json(layer + "/items?sortby=-" + name + "&limit=1");
                }
            });
        }
        assertThat(json(PROJECTS + "/items?stage=terminado").get("features").findValuesAsText("id"))
                .containsExactly("LOTE");
        assertThat(ids(PROJECTS, "planned > 600 AND start_on >= DATE('2026-01-01')"))
                .containsExactly("VIA");
        assertThat(ids(PROJECTS, "S_INTERSECTS(geometry, BBOX(-180, -90, 180, 90))"))
                .containsExactly("LOTE", "VIA");
        assertThat(ids(LICENCES, "filed_on < DATE('2024-03-01') AND dwellings = 2"))
                .containsExactly(licence(1));
        assertThat(get(PROJECTS + "/items?f=html").statusCode()).isEqualTo(200);
    }

    @Test
    void gdalReadsMixedCollectionsFromFlatGeobuf() throws IOException {
        Path file = Files.write(
                folder.resolve("projects.fgb"), get(PROJECTS + "/items?f=fgb").body());
        Process ogrinfo = new ProcessBuilder("ogrinfo", "-al", file.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(ogrinfo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(told).contains("Feature Count: 3", "GEOMETRYCOLLECTION (", "LINESTRING (", "POLYGON (", "CAPACITA");
    }

    @Test
    void tilesHoldAFeatureForEachDimensionAndStylesKnowTheStages() {
        DecodedTile projects = tile("projects");
        assertThat(projects.properties("projects"))
                .extracting(properties -> properties.get("code"))
                .containsExactlyInAnyOrder("VIA", "VIA", "LOTE");
        assertThat(projects.features("projects"))
                .extracting(geometry -> geometry.getDimension())
                .containsExactlyInAnyOrder(1, 2, 2);
        assertThat(tile("licences").properties("licences"))
                .extracting(properties -> properties.get("number"))
                .containsExactly(licence(1));
        assertThat(json(PROJECTS + "/styles/default?f=legend").findValuesAsText("value"))
                .contains("formulado", "terminado");
        assertThat(json(LICENCES + "/styles/default?f=legend").findValuesAsText("value"))
                .containsExactly("construccion", "subdivision");
    }

    @Test
    void identifiersAndTilesSurviveReloads() {
        String tag = get(address("licences")).headers().firstValue("ETag").orElseThrow();

        loadProjects("priorizado");
        loadLicences("en_firme");

        assertThat(ids(PROJECTS, "")).containsExactly("CAPACITA", "LOTE", "VIA");
        assertThat(json(PROJECTS + "/items/VIA").at("/properties/stage").asText())
                .isEqualTo("priorizado");
        assertThat(tile("projects").properties("projects"))
                .extracting(properties -> properties.get("stage"))
                .contains("priorizado");
        assertThat(get(address("licences"), "If-None-Match", tag).statusCode()).isEqualTo(304);

        town.parcels()
                .parcel("0001")
                .rect(0, 0, 20, 10)
                .parcel("0002")
                .rect(20, 0, 20, 20)
                .load();

        assertThat(get(address("licences"), "If-None-Match", tag).statusCode()).isEqualTo(200);
    }
}
