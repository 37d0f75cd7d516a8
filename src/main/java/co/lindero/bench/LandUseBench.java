package co.lindero.bench;

import co.lindero.bench.ClosedLoop.Throughput;
import co.lindero.bench.Report.Goal;
import co.lindero.landuse.LandUseQuestion;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.publication.KnownAt;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Measures land-use answers, warm, against the rate at which pgbench runs the same statements with as many clients. */
public final class LandUseBench {
    private static final long SEED = 42;

    private final Bench bench;
    private final Report report;
    private final int clients;
    private final double seconds;

    /** Prepares to measure with so many clients, each measurement for so many seconds after four times as many of warm-up. */
    public LandUseBench(Bench bench, int clients, double seconds) {
        this.bench = bench;
        this.report = new Report(bench.out());
        this.clients = clients;
        this.seconds = seconds;
    }

    /**
     * What was measured at one size.
     *
     * @param rate answers a second, over HTTP where it is served
     * @param missed goals missed
     */
    public record Measured(double rate, int missed) {}

    /** Loads so many parcels unless they are there already, and measures. */
    public Measured run(int parcels) throws Exception {
        report.title("land-use: " + parcels + " parcels, 10 themes, " + clients + " clients");
        bench.prepare(parcels);
        List<String> numbers = bench.database()
                .read(handle -> handle.createQuery(Sql.query("bench/list_numbers"))
                        .mapTo(String.class)
                        .list());
        double raw = pgbench(numbers.size());
        report.figure("the statements of an answer by pgbench -M prepared", raw, "/s");
        Throughput direct = new ClosedLoop(clients, seconds).run(client -> asking(random(numbers, client)));
        report.figure("answers in the process, without HTTP", direct.rate(), "/s");
        double rate = overHttp(numbers)
                .map(http -> judged("answers over HTTP", http, raw))
                .orElseGet(() -> judged("answers in the process", direct, raw));
        return new Measured(rate, report.missed());
    }

    /** Prints how the rate depends on the number of parcels; returns how many goals were missed. */
    public static int compare(PrintStream out, List<Integer> parcels, double factor) {
        Report report = new Report(out);
        report.title("land-use: " + parcels + " parcels compared");
        report.ratio("fastest rate / slowest rate", factor, Goal.AT_MOST, 1.5);
        return report.missed();
    }

    private double judged(String name, Throughput measured, double raw) {
        report.figure(name, measured.rate(), "/s");
        report.figure(name + ", median", measured.p50Ms(), "ms");
        report.figure(name + ", 99 of 100 within", measured.p99Ms(), "ms");
        report.ratio(name + " / pgbench", measured.rate() / raw, Goal.AT_LEAST, 0.4);
        report.ratio(name + ": p99 / p50", measured.p99Ms() / measured.p50Ms(), Goal.AT_MOST, 5);
        return measured.rate();
    }

    private double pgbench(int numbers) throws IOException {
        return new PgBench(bench, clients, seconds)
                .rate("land-use", AnswerScript.render(numbers, bench.landUse().today()));
    }

    private ClosedLoop.Client asking(Supplier<String> numbers) {
        return () -> {
            LandUseQuestion question =
                    new LandUseQuestion(numbers.get(), null, null, new KnownAt.Newest(), null, false);
            byte[] answer = Json.bytes(bench.landUse().answer(question, Language.ES));
            if (answer.length == 0) {
                throw new IllegalStateException("empty answer");
            }
        };
    }

    private Optional<Throughput> overHttp(List<String> numbers) throws Exception {
        int port = HttpClients.freePort();
        Optional<AutoCloseable> server = bench.lindero().serve(port);
        if (server.isEmpty()) {
            return Optional.empty();
        }
        try {
            HttpClients http = new HttpClients(port, clients, seconds);
            report.figure(
                    "an empty route over HTTP",
                    http.run(client -> () -> "/healthz").rate(),
                    "/s");
            return Optional.of(http.run(client -> {
                Supplier<String> random = random(numbers, client);
                return () -> "/parcels/" + random.get() + "/land-use";
            }));
        } finally {
            server.get().close();
        }
    }

    private static Supplier<String> random(List<String> numbers, int client) {
        SplittableRandom random = new SplittableRandom(SEED + client);
        return () -> numbers.get(random.nextInt(numbers.size()));
    }
}
