package co.lindero.bench;

import co.lindero.bench.ClosedLoop.Throughput;
import co.lindero.bench.Report.Goal;
import co.lindero.platform.db.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.Update;

/**
 * Measures a whole collection of parcels sent as one GeoJSON document by a service with little heap: when the first byte comes, how
 * soon the statement ends once its reader has gone, and whether a reader that stops holds up others.
 */
public final class StreamBench {
    private static final int HEAP_MIB = 512;
    /** Parcels that are loaded; the others are copies of them. */
    private static final int LOADED = 10_000;

    private static final double FIRST_BYTE_S = 0.2;
    private static final double ENDED_S = 1;
    private static final double HELD_UP = 2;
    private static final int CLIENTS = 2;
    private static final int SOME_BYTES = 1 << 20;
    private static final int TAIL = 4_096;
    private static final Pattern RETURNED = Pattern.compile("\"numberReturned\":\\s*(\\d+)");
    private static final String ALL = "/collections/parcels/items?f=geojson";

    private final Bench bench;
    private final Report report;
    private final double seconds;

    /** Prepares to measure; rates for so many seconds after as many of warm-up. */
    public StreamBench(Bench bench, double seconds) {
        this.bench = bench;
        this.report = new Report(bench.out());
        this.seconds = seconds;
    }

    /** Makes so many parcels unless they are there already, and measures; returns how many goals were missed. */
    public int run(int parcels) throws Exception {
        report.title("stream: " + parcels + " parcels, heap of " + HEAP_MIB + " MiB");
        prepare(parcels);
        List<String> numbers = bench.database()
                .read(handle -> handle.createQuery(Sql.query("bench/list_numbers"))
                        .mapTo(String.class)
                        .list());
        int port = HttpClients.freePort();
        AutoCloseable server = bench.lindero().serveApart(port, HEAP_MIB, Map.of());
        try {
            Throughput alone = one(port, numbers);
            gone(port);
            whole(port, numbers.size());
            slow(port, numbers, alone);
        } finally {
            server.close();
        }
        return report.missed();
    }

    private void prepare(int parcels) throws IOException {
        boolean there = bench.database()
                .read(handle -> handle.createQuery(Sql.query("bench/has_numbers"))
                        .mapTo(Boolean.class)
                        .one());
        if (!there) {
            Fabric fabric = Fabric.prepare(bench.folder(), Math.min(parcels, LOADED));
            bench.lindero()
                    .run(Bench.withoutParts(List.of(
                            "load", "parcels", fabric.parcelFile().toString(), "--municipality", Fabric.MUNICIPALITY)));
            int copies = parcels / LOADED - 1;
            if (copies > 0) {
                bench.database().write(handle -> {
                    try (Update update = handle.createUpdate(Sql.query("bench/multiply_parcels"))) {
                        return update.bind("copies", copies).execute();
                    }
                });
            }
            bench.execute("create_number");
            bench.execute("vacuum");
        }
    }

    private Throughput one(int port, List<String> numbers) throws IOException {
        return new HttpClients(port, CLIENTS, seconds).run(client -> {
            SplittableRandom random = new SplittableRandom(client);
            return () -> "/collections/parcels/items/" + numbers.get(random.nextInt(numbers.size()));
        });
    }

    private void whole(int port, long expected) throws IOException {
        long asked = System.nanoTime();
        try (Socket socket = ask(port)) {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[1 << 16];
            byte[] tail = new byte[TAIL];
            long bytes = in.read(buffer);
            double first = secondsSince(asked);
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                int kept = Math.min(read, TAIL);
                System.arraycopy(tail, kept, tail, 0, TAIL - kept);
                System.arraycopy(buffer, read - kept, tail, TAIL - kept, kept);
                bytes += read;
            }
            double all = secondsSince(asked);
            Matcher returned = RETURNED.matcher(new String(tail, StandardCharsets.UTF_8));
            if (!returned.find() || Long.parseLong(returned.group(1)) != expected) {
                throw new IllegalStateException("the document does not hold " + expected + " features");
            }
            report.limit("first byte", first, "s", Goal.AT_MOST, FIRST_BYTE_S);
            report.figure("whole document", all, "s");
            report.figure("whole document", bytes / 1e6, "MB");
            report.figure("features", expected / all, "/s");
        }
    }

    private void gone(int port) throws IOException {
        try (Socket socket = ask(port)) {
            socket.getInputStream().skipNBytes(SOME_BYTES);
            if (readings() == 0) {
                throw new IllegalStateException("nothing is being read: the document is too short to leave it");
            }
        }
        long left = System.nanoTime();
        while (readings() > 0 && secondsSince(left) < 100 * ENDED_S) {
            Thread.onSpinWait();
        }
        report.limit("statement ends after its reader has gone", secondsSince(left), "s", Goal.AT_MOST, ENDED_S);
    }

    private void slow(int port, List<String> numbers, Throughput alone) throws IOException {
        try (Socket socket = ask(port)) {
            socket.getInputStream().skipNBytes(SOME_BYTES);
            Throughput beside = one(port, numbers);
            report.figure("one feature by id: median", alone.p50Ms(), "ms");
            report.ratio(
                    "one feature by id beside a reader that has stopped / alone: median",
                    beside.p50Ms() / alone.p50Ms(),
                    Goal.AT_MOST,
                    HELD_UP);
        }
    }

    private static Socket ask(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write(("GET " + ALL + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private int readings() {
        return bench.database()
                .readAtOnce(handle -> handle.createQuery(Sql.query("bench/count_readings"))
                        .mapTo(Integer.class)
                        .one());
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
