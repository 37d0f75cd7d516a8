package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Long answers: whole collections, readers that stop or go away. */
class StreamingTest {
    private static final int MANY = 20_000;
    private static final Duration SOON = Duration.ofSeconds(10);

    private static LayersTown town;

    @BeforeAll
    static void start() {
        town = new LayersTown();
        town.database.write(handle -> handle.createUpdate("""
                        INSERT INTO lindero.parcel (municipality, dataset, number, address, geom, planar_m2, ellipsoid_m2, valid,
                                                    content_hash, pub_from)
                        SELECT :municipality, 'many', :municipality || '8' || lpad(i::text, 24, '0'), repeat('largo ', 40),
                               ST_Multi(ST_MakeEnvelope(4640000 + 10 * (i % 200), 1940000 + 10 * (i / 200),
                                                        4640010 + 10 * (i % 200), 1940010 + 10 * (i / 200), 9377)),
                               100, 100, '(,)', md5(i::text)::uuid, (SELECT max(id) FROM lindero.publication)
                        FROM generate_series(1, :many) AS i
                        """)
                .bind("municipality", town.town.municipality())
                .bind("many", MANY)
                .execute());
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void aWholeCollectionIsOneDocument() {
        JsonNode all = town.json("/collections/parcels/items?f=geojson&properties=number");
        assertThat(all.get("features")).hasSize(MANY + LayersTown.PLOTS);
        assertThat(all.get("numberReturned").asInt()).isEqualTo(MANY + LayersTown.PLOTS);
        JsonNode page = town.json("/collections/parcels/items?limit=10000");
        assertThat(page.get("features")).hasSize(10_000);
        assertThat(page.get("numberMatched").asInt()).isEqualTo(MANY + LayersTown.PLOTS);
    }

    @Test
    void anAnswerIsCompressedForThoseWhoTakeIt() throws Exception {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(town.address() + "/collections/parcels/items?limit=500"))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            JsonNode page = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(page.get("features")).hasSize(500);
        }
    }

    @Test
    void aReaderThatGoesAwayEndsTheQueryAndASlowOneHoldsUpNobody() throws IOException {
        URI address = URI.create(town.address());
        try (Socket slow = new Socket(address.getHost(), address.getPort())) {
            slow.getOutputStream()
                    .write("GET /collections/parcels/items?f=geojson HTTP/1.1\r\nHost: x\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.getInputStream().readNBytes(1_000)).hasSize(1_000);
            assertThat(reading()).isEqualTo(1);
            assertThat(town.ids("/collections/parcels/items?limit=3")).hasSize(3);
        }
        Instant end = Instant.now().plus(SOON);
        while (reading() > 0) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    @Test
    void aReaderThatLeavesBeforeTheFirstRowEndsTheQuery() {
        town.ids("/collections/parcels/items?limit=1");
        URI address = URI.create(town.address());
        town.database.write(handle -> {
            handle.execute("LOCK TABLE lindero.parcel IN ACCESS EXCLUSIVE MODE");
            try (Socket leaving = new Socket(address.getHost(), address.getPort())) {
                leaving.getOutputStream()
                        .write("GET /collections/parcels/items?limit=5 HTTP/1.1\r\nHost: x\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                await(1);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            await(0);
            return true;
        });
        assertThat(town.ids("/collections/parcels/items?limit=5")).hasSize(5);
    }

    /** Waits until so many queries for features wait for a lock. */
    private static void await(int waiting) {
        Instant end = Instant.now().plus(SOON);
        while (waiting() != waiting) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private static int waiting() {
        return town.database.readAtOnce(handle -> handle.createQuery("SELECT count(*) FROM pg_stat_activity a"
                        + " WHERE a.datname = current_database() AND a.wait_event_type = 'Lock'"
                        + " AND a.query LIKE '%lindero.parcel f%'")
                .mapTo(Integer.class)
                .one());
    }

    /** Connections that are in the middle of reading features. */
    private static int reading() {
        return town.database.readAtOnce(handle -> handle.createQuery("SELECT count(*) FROM pg_stat_activity a"
                        + " WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()"
                        + " AND a.state IN ('active', 'idle in transaction') AND a.query LIKE '%ST_AsBinary%'")
                .mapTo(Integer.class)
                .one());
    }
}
