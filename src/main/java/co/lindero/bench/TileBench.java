package co.lindero.bench;

import co.lindero.bench.ClosedLoop.Throughput;
import co.lindero.bench.Report.Goal;
import co.lindero.platform.db.Sql;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Measures tiles of parcels over HTTP, warm, against the rate at which pgbench makes the same tiles by {@code ST_AsMVT} with
 * transformation: without the cache of tiles (and, beside, with nothing kept at all), then out of it.
 */
public final class TileBench {
    private static final long SEED = 42;
    private static final double UNCACHED_GOAL = 3;
    private static final double CACHED_GOAL = 0.5;
    /** Settings of a service that makes every tile anew, of rows that it may have read before. */
    private static final Map<String, String> NO_TILES = Map.of("LINDERO_TILE_CACHE_BYTES", "0");
    /** Settings of a service that reads the rows of every tile as well. */
    private static final Map<String, String> NOTHING_KEPT =
            Map.of("LINDERO_TILE_CACHE_BYTES", "0", "LINDERO_TILE_ROWS_BYTES", "0");

    private final FeatureBench ground;
    private final Bench bench;
    private final Report report;
    private final int clients;
    private final double seconds;

    /** Prepares to measure with so many clients, each measurement for so many seconds after four times as many of warm-up. */
    public TileBench(Bench bench, int clients, double seconds) {
        this.ground = new FeatureBench(bench, clients, seconds);
        this.bench = bench;
        this.report = new Report(bench.out());
        this.clients = clients;
        this.seconds = seconds;
    }

    /** Loads so many parcels unless they are there already, and measures; returns how many goals were missed. */
    public int run(int parcels) throws Exception {
        report.title("tiles: " + parcels + " parcels, " + clients + " clients");
        ground.prepare(parcels);
        bench.execute("create_tile");
        uncached(Sample.EACH, 14);
        uncached(Sample.EACH, 16);
        uncached(Sample.PARCEL, 16);
        cached();
        return report.missed();
    }

    /** Which tiles are asked for. */
    private enum Sample {
        /** Each that holds a parcel, as often as any other: most hold few. */
        EACH(1, "a tile of zoom "),
        /** Those in which parcels drawn at random lie. */
        PARCEL(2, "the tile of a parcel, zoom ");

        private final int number;
        private final String title;

        Sample(int number, String title) {
            this.number = number;
            this.title = title;
        }
    }

    private void uncached(Sample sample, int zoom) throws Exception {
        List<String> tiles = tiles(sample, zoom);
        PgBench pgbench = new PgBench(bench, clients, seconds);
        double raw = pgbench.rate(
                "tile-" + sample.number + "-" + zoom,
                "\\set i random(1, " + tiles.size() + ")\n\\set sample " + sample.number + "\n\\set zoom " + zoom + "\n"
                        + statement());
        String name = sample.title + zoom;
        report.figure(name + ": PostGIS with transformation, by pgbench", raw, "/s");
        Throughput read = served(NOTHING_KEPT, port -> ask(port, tiles));
        report.figure(name + ": over HTTP, rows read for each", read.rate(), "/s");
        report.figure(name + ": HTTP / raw, rows read for each", read.rate() / raw, "x");
        Throughput made = served(NO_TILES, port -> ask(port, tiles));
        report.figure(name + ": over HTTP, not cached", made.rate(), "/s");
        report.figure(name + ": median", made.p50Ms(), "ms");
        report.ratio(name + ": HTTP / raw", made.rate() / raw, Goal.AT_LEAST, UNCACHED_GOAL);
    }

    private void cached() throws Exception {
        double empty = served(Map.of(), port -> new HttpClients(port, clients, seconds).run(client -> () -> "/healthz"))
                .rate();
        double kept =
                served(Map.of(), port -> ask(port, tiles(Sample.EACH, 16))).rate();
        report.figure("an empty route", empty, "/s");
        report.figure("a tile out of the cache", kept, "/s");
        report.ratio("a cached tile / an empty route", kept / empty, Goal.AT_LEAST, CACHED_GOAL);
    }

    /** Asks a server that is running. */
    private interface Asking {
        Throughput of(int port) throws IOException;
    }

    private Throughput served(Map<String, String> settings, Asking asking) throws Exception {
        int port = HttpClients.freePort();
        AutoCloseable server = bench.lindero()
                .serve(port, settings)
                .orElseThrow(() -> new IllegalStateException("this program cannot serve"));
        try {
            return asking.of(port);
        } finally {
            server.close();
        }
    }

    private Throughput ask(int port, List<String> tiles) throws IOException {
        return new HttpClients(port, clients, seconds).run(client -> {
            SplittableRandom random = new SplittableRandom(SEED + client);
            return () ->
                    "/collections/parcels/tiles/WebMercatorQuad/" + tiles.get(random.nextInt(tiles.size())) + "?f=mvt";
        });
    }

    private List<String> tiles(Sample sample, int zoom) {
        return bench.database()
                .read(handle -> handle.createQuery(Sql.query("bench/list_tiles"))
                        .bind("sample", sample.number)
                        .bind("zoom", zoom)
                        .mapTo(String.class)
                        .list());
    }

    private static String statement() {
        return Sql.query("bench/raw_tile")
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining(" "));
    }
}
