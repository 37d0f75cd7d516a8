package co.lindero.bench;

import co.lindero.bench.ClosedLoop.Throughput;
import co.lindero.bench.Report.Goal;
import co.lindero.platform.db.Sql;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Measures features over HTTP, warm, against the rate at which pgbench reads the same rows with the same clients. */
public final class FeatureBench {
    private static final long SEED = 42;

    private final Bench bench;
    private final Report report;
    private final int clients;
    private final double seconds;

    /** Prepares to measure with so many clients, each measurement for so many seconds after four times as many of warm-up. */
    public FeatureBench(Bench bench, int clients, double seconds) {
        this.bench = bench;
        this.report = new Report(bench.out());
        this.clients = clients;
        this.seconds = seconds;
    }

    /** Loads so many parcels unless they are there already, and measures; returns how many goals were missed. */
    public int run(int parcels) throws Exception {
        report.title("features: " + parcels + " parcels, " + clients + " clients");
        prepare(parcels);
        List<String> numbers = texts("list_numbers", 0);
        PgBench raw = new PgBench(bench, clients, seconds);
        int port = HttpClients.freePort();
        AutoCloseable server =
                bench.lindero().serve(port).orElseThrow(() -> new IllegalStateException("this program cannot serve"));
        try {
            HttpClients http = new HttpClients(port, clients, seconds);
            report.figure("an empty route", http.run(client -> () -> "/healthz").rate(), "/s");
            one(http, raw, numbers);
            page(http, raw, 100, 0.5);
            page(http, raw, 1_000, 1.0);
        } finally {
            server.close();
        }
        return report.missed();
    }

    private void one(HttpClients http, PgBench raw, List<String> numbers) throws IOException {
        double byHand = raw.rate("feature", "\\set i random(1, " + numbers.size() + ")\n" + statement("raw_feature"));
        Throughput measured = http.run(client -> {
            Supplier<String> number = random(numbers, client);
            return () -> "/collections/parcels/items/" + number.get();
        });
        judge("one feature by id", measured, byHand, 0.2);
    }

    private void page(HttpClients http, PgBench raw, int page, double goal) throws IOException {
        List<String> boxes = texts("list_boxes", page);
        double byHand = raw.rate(
                "page-" + page,
                "\\set i random(1, " + boxes.size() + ")\n\\set page " + page + "\n" + statement("raw_page"));
        Throughput measured = http.run(client -> {
            Supplier<String> box = random(boxes, client);
            return () -> "/collections/parcels/items?limit=" + page + "&bbox=" + box.get();
        });
        judge("a page of " + page + " in a box", measured, byHand, goal);
    }

    private void judge(String name, Throughput measured, double raw, double goal) {
        report.figure(name + ": raw, by pgbench", raw, "/s");
        report.figure(name + ": over HTTP", measured.rate(), "/s");
        report.figure(name + ": median", measured.p50Ms(), "ms");
        report.ratio(name + ": HTTP / raw", measured.rate() / raw, Goal.AT_LEAST, goal);
    }

    /** Loads so many parcels unless they are there already, with boxes to ask about. */
    void prepare(int parcels) throws IOException {
        Fabric fabric = Fabric.prepare(bench.folder(), parcels);
        boolean there = bench.database()
                .read(handle -> handle.createQuery(Sql.query("bench/has_numbers"))
                        .mapTo(Boolean.class)
                        .one());
        if (!there) {
            bench.loadPlan(fabric);
            bench.lindero()
                    .run(List.of(
                            "load", "parcels", fabric.parcelFile().toString(), "--municipality", Fabric.MUNICIPALITY));
            bench.execute("create_number");
        }
        bench.execute("vacuum");
        bench.execute("create_box");
    }

    private List<String> texts(String statement, int page) {
        return bench.database().read(handle -> {
            var query = handle.createQuery(Sql.query("bench/" + statement));
            return (page == 0 ? query : query.bind("page", page))
                    .mapTo(String.class)
                    .list();
        });
    }

    private static String statement(String name) {
        return Sql.query("bench/" + name)
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining(" "));
    }

    private static Supplier<String> random(List<String> values, int client) {
        SplittableRandom random = new SplittableRandom(SEED + client);
        return () -> values.get(random.nextInt(values.size()));
    }
}
