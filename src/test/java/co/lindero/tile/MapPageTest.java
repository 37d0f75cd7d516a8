package co.lindero.tile;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.db.Database;
import co.lindero.platform.http.HttpServer;
import co.lindero.platform.json.Json;
import co.lindero.support.ApiClient;
import co.lindero.support.Browser;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A browser draws the tiles of a collection on its page, in the colours of its style, and reaches no other host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapPageTest {
    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final int GROUND = 0xf7f7f4;

    private final TestDatabase test = TestDatabase.create();
    private final Database database = test.open();
    private HttpServer server;

    @BeforeAll
    void start() {
        Town town = Town.planned(test)
                .theme("activity-area", "--title", "Área de actividad", "--partition", "--coverage", "municipality");
        town.zones("activity-area")
                .zone("AR-1", "Residencial")
                .rect(0, 0, 200, 100)
                .zone("AC-1", "Comercial")
                .rect(200, 0, 100, 100)
                .zone("AI-1", "Industrial")
                .wkt("POINT(350 50)")
                .load();
        server = LayerServer.start(database, town.municipality());
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
        test.close();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    @Test
    void theTilesOfACollectionAreDrawnInTheColoursOfItsLegend() {
        BufferedImage picture = Browser.picture(address("/collections/activity-area?f=html"), DESK);
        JsonNode legend = Json.read(ApiClient.send(HttpRequest.newBuilder(
                                URI.create(address("/collections/activity-area/styles/default?f=legend")))
                        .build())
                .body());

        long residential = pixels(picture, entry(legend, "AR-1"));
        long commercial = pixels(picture, entry(legend, "AC-1"));
        // 200 m and 100 m of the same height, on a map 768 pixels wide that shows 350 m
        assertThat(commercial).isGreaterThan(10_000);
        assertThat((double) residential / commercial).isBetween(1.9, 2.1);
    }

    @Test
    void aPageFitsAPhone() {
        for (String path : List.of(
                "/collections/activity-area?f=html", "/collections/activity-area/items?f=html", "/api?f=html")) {
            BufferedImage picture = Browser.picture(address(path), PHONE);

            assertThat(picture.getWidth()).isEqualTo(PHONE);
            for (int y = 0; y < picture.getHeight(); y++) {
                // what is wider than the window would be cut off at its edge, where the margin must be
                assertThat(picture.getRGB(PHONE - 1, y) & 0xffffff)
                        .as(path + " at " + y)
                        .isEqualTo(0xffffff);
            }
        }
    }

    private static JsonNode entry(JsonNode legend, String code) {
        for (JsonNode entry : legend) {
            if (entry.path("value").asText().equals(code)) {
                return entry;
            }
        }
        throw new AssertionError("No " + code + " in " + legend);
    }

    /** Counts the pixels that have the fill of an entry over the ground of the map. */
    private static long pixels(BufferedImage picture, JsonNode entry) {
        Color fill = Color.decode(entry.get("fill").asText());
        Color ground = new Color(GROUND);
        double opacity = entry.get("opacity").asDouble();
        int red = mixed(fill.getRed(), ground.getRed(), opacity);
        int green = mixed(fill.getGreen(), ground.getGreen(), opacity);
        int blue = mixed(fill.getBlue(), ground.getBlue(), opacity);
        long count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                Color pixel = new Color(picture.getRGB(x, y));
                boolean same = Math.abs(pixel.getRed() - red) <= 2
                        && Math.abs(pixel.getGreen() - green) <= 2
                        && Math.abs(pixel.getBlue() - blue) <= 2;
                count += same ? 1 : 0;
            }
        }
        return count;
    }

    private static int mixed(int over, int under, double opacity) {
        return (int) Math.round(over * opacity + under * (1 - opacity));
    }
}
