package co.lindero.tile;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.db.Database;
import co.lindero.platform.http.HttpServer;
import co.lindero.platform.json.Json;
import co.lindero.support.ApiClient;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiles and styles of a town with parcels, a partition and two hazard points, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TilesTest {
    private static final int PLOTS = 12;
    private static final int ZOOM = 14;

    private final TestDatabase test = TestDatabase.create();
    private final Database database = test.open();
    private Town town;
    private HttpServer server;

    @BeforeAll
    void serve() {
        town = Town.planned(test)
                .theme("activity-area", "--title", "Área de actividad", "--partition", "--coverage", "municipality")
                .theme("hazard-flood", "--hazard", "--coverage", "municipality");
        loadParcels(200);
        town.zones("activity-area")
                .zone("AR-1", "Residencial 1")
                .rect(0, 0, 120, 10)
                .zone("AC-2", "Comercial")
                .rect(120, 0, 120, 10)
                .load();
        town.zones("hazard-flood").zone("Alta").wkt("POINT(10 5)").load();
        server = LayerServer.start(database, town.municipality());
    }

    @AfterAll
    void close() {
        server.close();
        database.close();
        test.close();
    }

    private void loadParcels(int firstArea) {
        Town.Load parcels = town.parcels();
        for (int i = 0; i < PLOTS; i++) {
            parcels.parcel(String.format("%04d", i + 1)).rect(20 * i, 0, 20, 10).registered(i == 0 ? firstArea : 200);
        }
        parcels.load();
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

    /** Address of the tile in which the middle of the town lies. */
    private String middle(String tiles, int zoom) {
        return middle("/tiles", tiles, zoom);
    }

    /** Address of the tile in which the middle of what a tileset shows lies. */
    private String middle(String shown, String tiles, int zoom) {
        JsonNode box = json(shown + "/WebMercatorQuad?f=tilejson").get("bounds");
        double longitude = (box.get(0).asDouble() + box.get(2).asDouble()) / 2;
        double latitude = (box.get(1).asDouble() + box.get(3).asDouble()) / 2;
        int side = 1 << zoom;
        int column = (int) ((longitude + 180) / 360 * side);
        double radians = Math.toRadians(latitude);
        int row = (int) ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * side);
        return tiles + "/WebMercatorQuad/" + zoom + "/" + row + "/" + column;
    }

    private DecodedTile tile(String path) {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/vnd.mapbox-vector-tile");
        return DecodedTile.of(ByteString.copyFrom(response.body()));
    }

    @Test
    void aTileOfACollectionHoldsWhatLiesThere() {
        DecodedTile parcels = tile(middle("/collections/parcels/tiles", 18));

        assertThat(parcels.layers()).containsExactly("parcels");
        assertThat(parcels.features("parcels")).isNotEmpty();
        assertThat(parcels.properties("parcels"))
                .allSatisfy(
                        properties -> assertThat(properties.get("planar_m2")).isEqualTo(200.0));
    }

    @Test
    void aTileOfTheDataSetHoldsALayerForEachCollection() {
        DecodedTile all = tile(middle("/tiles", ZOOM));
        DecodedTile two = tile(middle("/tiles", ZOOM) + "?collections=parcels,activity-area");

        assertThat(all.layers()).contains("activity-area", "hazard-flood", "parcels");
        assertThat(two.layers()).containsExactly("activity-area", "parcels");
        assertThat(two.properties("activity-area"))
                .extracting(properties -> properties.get("code"))
                .containsExactlyInAnyOrder("AR-1", "AC-2");
    }

    @Test
    void aTileWithoutAnythingHasNoContentAndBeyondTheLimitsThereIsNone() {
        // between two points the tileset has tiles, and nothing in them
        town.theme("heritage")
                .zones("heritage")
                .zone("H1")
                .wkt("POINT(20 5)")
                .zone("H2")
                .wkt("POINT(220 5)")
                .load();
        String between = middle("/collections/heritage/tiles", "/collections/heritage/tiles", 20);
        assertThat(get(between).statusCode()).isEqualTo(204);
        HttpResponse<byte[]> beyond = get("/collections/parcels/tiles/WebMercatorQuad/10/0/0");
        assertThat(beyond.statusCode()).isEqualTo(404);
        assertThat(new String(beyond.body(), StandardCharsets.UTF_8)).contains("tileMatrixSetLimits");
    }

    @Test
    void isTheSameUntilALoadTouchesWhatItShows() {
        String shown = middle("/collections/activity-area/tiles", ZOOM);
        String parcels = middle("/collections/parcels/tiles", 18);
        String tag = get(shown).headers().firstValue("ETag").orElseThrow();
        String parcelTag = get(parcels).headers().firstValue("ETag").orElseThrow();

        town.zones("hazard-flood").zone("Alta").wkt("POINT(11 5)").load();

        assertThat(get(shown, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(parcels, "If-None-Match", parcelTag).statusCode()).isEqualTo(304);

        town.zones("activity-area")
                .zone("AR-1", "Residencial 1")
                .rect(0, 0, 100, 10)
                .zone("AC-2", "Comercial")
                .rect(100, 0, 140, 10)
                .load();

        assertThat(get(shown, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(get(parcels, "If-None-Match", parcelTag).statusCode()).isEqualTo(304);
    }

    /** What the OGC's executable test suite of Tiles 1.0 (ets-ogcapi-tiles10) asks, as it asks it. */
    @Test
    void everyTilesetCanBeFollowedFromItsListToItsTiles() {
        for (String path : List.of("/tiles", "/collections/parcels/tiles")) {
            for (JsonNode tileset : json(path).get("tilesets")) {
                assertThat(tileset.get("tileMatrixSetURI").asText()).endsWith("/WebMercatorQuad");
                for (JsonNode link : tileset.get("links")) {
                    assertThat(get(pathOf(link)).statusCode())
                            .as(link.toString())
                            .isEqualTo(200);
                }
            }
            JsonNode tileset = json(path + "/WebMercatorQuad");
            String template = StreamSupport.stream(tileset.get("links").spliterator(), false)
                    .filter(link -> link.get("rel").asText().equals("item"))
                    .findFirst()
                    .orElseThrow()
                    .get("href")
                    .asText();
            assertThat(template).contains("{tileMatrix}", "{tileRow}", "{tileCol}");
            assertThat(tileset.get("tileMatrixSetLimits")).hasSize(25);
            for (JsonNode limits : tileset.get("tileMatrixSetLimits")) {
                String zoom = limits.get("tileMatrix").asText();
                int row = limits.get("maxTileRow").asInt();
                int column = limits.get("minTileCol").asInt();
                assertThat(get(tileOf(template, zoom, row, column)).statusCode())
                        .isIn(200, 204);
                assertThat(get(tileOf(template, zoom, row + 1, column)).statusCode())
                        .as("zoom " + zoom)
                        .isIn(400, 404);
                assertThat(get(tileOf(template, zoom, row, Integer.MAX_VALUE)).statusCode())
                        .isIn(400, 404);
            }
        }
        JsonNode set = json("/tileMatrixSets").at("/tileMatrixSets/0/links/0");
        assertThat(set.get("rel").asText()).isEqualTo("item");
        assertThat(set.get("href").asText()).endsWith("/WebMercatorQuad");
    }

    private static String tileOf(String template, String zoom, int row, int column) {
        return URI.create(template.replace("{tileMatrix}", zoom)
                        .replace("{tileRow}", Integer.toString(row))
                        .replace("{tileCol}", Integer.toString(column)))
                .getPath();
    }

    private static String pathOf(JsonNode link) {
        return URI.create(link.get("href").asText()).getPath();
    }

    @Test
    void describesTilesetsAsTheStandardAsks() {
        JsonNode list = json("/collections/parcels/tiles");
        JsonNode set = json("/collections/parcels/tiles/WebMercatorQuad");
        List<String> rels = new ArrayList<>();
        set.get("links").forEach(link -> rels.add(link.get("rel").asText()));

        assertThat(list.at("/tilesets/0/dataType").asText()).isEqualTo("vector");
        assertThat(list.at("/tilesets/0/tileMatrixSetURI").asText()).endsWith("WebMercatorQuad");
        assertThat(set.get("crs").asText()).isEqualTo("http://www.opengis.net/def/crs/EPSG/0/3857");
        assertThat(set.at("/layers/0/id").asText()).isEqualTo("parcels");
        assertThat(rels).contains("self", "item", "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme");
        assertThat(set.at("/boundingBox/lowerLeft").size()).isEqualTo(2);
    }

    @Test
    void describesTheTileMatrixSet() {
        JsonNode set = json("/tileMatrixSets/WebMercatorQuad");

        assertThat(json("/tileMatrixSets").at("/tileMatrixSets/0/id").asText()).isEqualTo("WebMercatorQuad");
        assertThat(set.get("tileMatrices")).hasSize(25);
        assertThat(set.at("/tileMatrices/0/scaleDenominator").asDouble())
                .isCloseTo(559_082_264.028_717_8, org.assertj.core.data.Offset.offset(0.001));
        assertThat(set.at("/tileMatrices/3/matrixWidth").asInt()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "/collections/parcels/tiles/WebMercatorQuad/25/0/0, 400, tileMatrix",
        "/collections/parcels/tiles/WebMercatorQuad/3/8/0, 400, tileRow",
        "/collections/parcels/tiles/WebMercatorQuad/3/0/-1, 400, tileCol",
        "/collections/parcels/tiles/WebMercatorQuad/3/0/x, 400, tileCol",
        "/collections/parcels/tiles/WebMercatorQuad/3/0/99999999999999999999, 400, tileCol",
        "/collections/parcels/tiles/WorldCRS84Quad/3/0/0, 404, WebMercatorQuad",
        "/collections/nada/tiles/WebMercatorQuad/3/0/0, 404, parcels",
        "/tiles/WebMercatorQuad/3/0/0?collections=nada, 400, collections",
        "/tiles/WebMercatorQuad/3/0/0?colour=red, 400, colour",
        "/collections/parcels/styles/night, 404, default",
        "/collections/parcels/styles/default?f=sld, 400, qml",
    })
    void refusesWhatItDoesNotKnowByName(String path, int status, String named) {
        HttpResponse<byte[]> response = get(path);
        String body = new String(response.body(), StandardCharsets.UTF_8);

        assertThat(response.statusCode()).as(body).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(body).contains(named);
    }

    @Test
    void aStyleHasAColourForEachValueThatTheLayerHolds() {
        JsonNode legend = json("/collections/activity-area/styles/default?f=legend");
        JsonNode web = json("/collections/activity-area/styles/default");
        String qml = new String(
                get("/collections/activity-area/styles/default?f=qml").body(), StandardCharsets.UTF_8);

        assertThat(legend.findValuesAsText("value")).containsExactly("AC-2", "AR-1");
        assertThat(legend.findValuesAsText("label")).containsExactly("Comercial", "Residencial 1");
        assertThat(legend.findValuesAsText("fill")).containsExactly("#ef8a80", "#fff3b0");
        assertThat(web.get("version").asInt()).isEqualTo(8);
        assertThat(web.at("/sources/activity-area/url").asText())
                .endsWith("/collections/activity-area/tiles/WebMercatorQuad?f=tilejson");
        assertThat(web.at("/layers/0/paint/fill-color").toString()).contains("AC-2", "#ef8a80");
        assertThat(qml).contains("categorizedSymbol", "value=\"AR-1\"", "label=\"Residencial 1\"");
    }
}
