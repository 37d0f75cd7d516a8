package co.lindero.tile;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.db.Database;
import co.lindero.platform.http.HttpServer;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rows that are kept between tiles never show: tiles are those that are made of rows read for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeptRowsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PLOTS = 30;
    private static final int FIRST_ZOOM = 13;
    private static final int LAST_ZOOM = 19;

    private final TestDatabase test = TestDatabase.create();
    private final Database database = test.open();
    private Town town;
    private HttpServer keeping;
    private HttpServer reading;

    @BeforeAll
    void serve() {
        town = Town.planned(test).theme("activity-area", "--title", "Área de actividad", "--coverage", "municipality");
        loadParcels(20);
        town.zones("activity-area")
                .zone("AR-1", "Con patio")
                .wkt("POLYGON((0 0,400 0,400 300,0 300,0 0),(100 100,100 200,200 200,200 100,100 100))")
                .zone("AC-2", "En dos partes")
                .wkt("MULTIPOLYGON(((500 0,700 0,700 100,500 100,500 0)),((500 200,560 200,530 290,500 200)))")
                .load();
        keeping = LayerServer.start(database, town.municipality(), 0, 10_000_000);
        reading = LayerServer.start(database, town.municipality(), 0, 0);
    }

    @AfterAll
    void close() {
        reading.close();
        keeping.close();
        database.close();
        test.close();
    }

    private void loadParcels(int width) {
        Town.Load parcels = town.parcels();
        for (int i = 0; i < PLOTS; i++) {
            parcels.parcel(String.format("%04d", i + 1)).rect(20 * i, 0, width, 10);
        }
        parcels.load();
    }

    private static HttpResponse<byte[]> get(HttpServer server, String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Addresses of all tiles that meet the town, of every zoom, shallow ones first. */
    private List<String> tiles() {
        MapBox box = database.readAtOnce(handle -> handle.createQuery("""
                        SELECT ST_XMin(e.box) AS west, ST_YMin(e.box) AS south, ST_XMax(e.box) AS east, ST_YMax(e.box) AS north
                        FROM (SELECT ST_Extent(geom_3857) AS box FROM lindero.zone) AS e
                        """)
                .map((rs, ctx) -> new MapBox(
                        rs.getDouble("west"), rs.getDouble("south"), rs.getDouble("east"), rs.getDouble("north")))
                .one());
        List<String> tiles = new ArrayList<>();
        for (int zoom = FIRST_ZOOM; zoom <= LAST_ZOOM; zoom++) {
            double side = new TileAddress(zoom, 0, 0).sideM();
            for (int row = line(-box.north(), side); row <= line(-box.south(), side); row++) {
                for (int column = line(box.west(), side); column <= line(box.east(), side); column++) {
                    tiles.add("/WebMercatorQuad/" + zoom + "/" + row + "/" + column);
                }
            }
        }
        return tiles;
    }

    private static int line(double place, double side) {
        return (int) Math.floor((place + TileAddress.HALF_WORLD_M) / side);
    }

    private int compared(List<String> tiles) {
        int drawn = 0;
        for (String tile : tiles) {
            String path = "/tiles" + tile;
            HttpResponse<byte[]> kept = get(keeping, path);
            HttpResponse<byte[]> read = get(reading, path);
            assertThat(kept.statusCode()).as(path).isIn(200, 204, 404).isEqualTo(read.statusCode());
            if (kept.statusCode() == 404) {
                // beyond the limits of the tileset: a problem document, which names its request
                continue;
            }
            assertThat(kept.body()).as(path).isEqualTo(read.body());
            assertThat(kept.headers().firstValue("ETag"))
                    .as(path)
                    .isEqualTo(read.headers().firstValue("ETag"));
            drawn += kept.statusCode() == 200 ? 1 : 0;
        }
        return drawn;
    }

    @Test
    void tilesOfKeptRowsAreThoseOfRowsReadForEach() {
        List<String> tiles = tiles();
        assertThat(compared(tiles)).isGreaterThan(20);

        String parcels = "/collections/parcels/tiles" + tiles.get(1);
        byte[] before = get(keeping, parcels).body();
        loadParcels(15);

        assertThat(get(keeping, parcels).body()).isNotEqualTo(before);
        assertThat(compared(tiles)).isGreaterThan(20);
    }

    @Test
    void aSquareTooLargeToBeKeptIsReadForEveryTile() {
        try (HttpServer little = LayerServer.start(database, town.municipality(), 0, 2_000)) {
            for (String tile : tiles()) {
                HttpResponse<byte[]> read = get(reading, "/tiles" + tile);
                if (read.statusCode() == 200) {
                    assertThat(get(little, "/tiles" + tile).body()).as(tile).isEqualTo(read.body());
                }
            }
        }
    }
}
