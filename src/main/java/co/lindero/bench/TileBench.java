package co.lindero.bench;

import co.lindero.bench.ClosedLoop.Throughput;
import co.lindero.bench.Report.Goal;
import co.lindero.platform.db.Sql;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Measures tiles of parcels over HTTP, warm, against the rate at which pgbench makes the same tiles by {@code ST_AsMVT} with
 * transformation: without the cache of tiles, then out of it.
 */
public final class TileBench {
    private static final long SEED = 42;
    private static final double UNCACHED_GOAL = 3;
    private static final double CACHED_GOAL = 0.5;
    private static final List<Integer> ZOOMS = List.of(14, 16);
    /** Setting of the service that keeps no tile. */
    private static final Map<String, String> NO_CACHE = Map.of("LINDERO_TILE_CACHE_BYTES", "0");

    private final FeatureBench ground;
    private final Bench bench;
    private final Report report;
    private final int clients;
    private final double seconds;

    /** Prepares to measure with so many clients, each measurement for so many seconds after as many of warm-up. */
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
        ClosedLoop loop = new ClosedLoop(clients, seconds);
        for (int zoom : ZOOMS) {
            uncached(loop, zoom);
        }
        cached(loop);
        return report.missed();
    }

    private AutoCloseable serve(int port, Map<String, String> settings) {
        return bench.lindero()
                .serve(port, settings)
                .orElseThrow(() -> new IllegalStateException("this program cannot serve"));
    }

    private void uncached(ClosedLoop loop, int zoom) throws Exception {
        List<String> tiles = tiles(zoom);
        PgBench pgbench = new PgBench(bench, clients, seconds);
        double raw = pgbench.rate(
                "tile-" + zoom, "\\set i random(1, " + tiles.size() + ")\n\\set zoom " + zoom + "\n" + statement());
        int port = freePort();
        AutoCloseable server = serve(port, NO_CACHE);
        try {
            Throughput measured = ask(loop, port, tiles);
            String name = "a tile of zoom " + zoom;
            report.figure(name + ": PostGIS with transformation, by pgbench", raw, "/s");
            report.figure(name + ": over HTTP, not cached", measured.rate(), "/s");
            report.figure(name + ": median", measured.p50Ms(), "ms");
            report.ratio(name + ": HTTP / raw", measured.rate() / raw, Goal.AT_LEAST, UNCACHED_GOAL);
        } finally {
            server.close();
        }
    }

    private void cached(ClosedLoop loop) throws Exception {
        int port = freePort();
        AutoCloseable server = serve(port, Map.of());
        try {
            double empty = loop.run(client -> new HttpClientSocket(port, () -> "/healthz"))
                    .rate();
            Throughput measured = ask(loop, port, tiles(16));
            report.figure("an empty route", empty, "/s");
            report.figure("a tile out of the cache", measured.rate(), "/s");
            report.ratio("a cached tile / an empty route", measured.rate() / empty, Goal.AT_LEAST, CACHED_GOAL);
        } finally {
            server.close();
        }
    }

    private Throughput ask(ClosedLoop loop, int port, List<String> tiles) throws Exception {
        return loop.run(client -> {
            SplittableRandom random = new SplittableRandom(SEED + client);
            Supplier<String> path = () ->
                    "/collections/parcels/tiles/WebMercatorQuad/" + tiles.get(random.nextInt(tiles.size())) + "?f=mvt";
            return new HttpClientSocket(port, path);
        });
    }

    private List<String> tiles(int zoom) {
        return bench.database()
                .read(handle -> handle.createQuery(Sql.query("bench/list_tiles"))
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
