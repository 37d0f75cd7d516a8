package co.lindero.bench;

import co.lindero.bench.ClosedLoop.Throughput;
import co.lindero.bench.HttpClients.Request;
import co.lindero.bench.Report.Goal;
import co.lindero.landuse.LandUseQuestion;
import co.lindero.licence.BulkChecks;
import co.lindero.licence.CheckService;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.publication.KnownAt;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Measures licence checks with a footprint against land-use answers of the same parcels, and many checks in bulk. */
public final class CheckBench {
    private static final long SEED = 42;
    private static final double GOAL = 3;
    private static final List<String> NORMS = List.of(
            "front_setback_m;>=;3;m",
            "side_setback_m;>=;2;m",
            "rear_setback_m;>=;3;m",
            "occupation_index;<=;0.6;ratio",
            "construction_index;<=;1.8;ratio",
            "floors;<=;3;floors",
            "height_m;<=;10;m",
            "lot_area_m2;>=;72;m2",
            "lot_frontage_m;>=;6;m",
            "parking_spaces;>=;1;spaces");

    private final Bench bench;
    private final CheckService checks;
    private final BulkChecks bulk;
    private final int clients;
    private final double seconds;
    private final Report report;

    /** What is asked of a parcel. */
    private record Asked(String number, String question, JsonNode json) {}

    /** Prepares to measure with so many clients, each measurement for so many seconds after four times as many of warm-up. */
    public CheckBench(Bench bench, CheckService checks, BulkChecks bulk, int clients, double seconds) {
        this.bench = bench;
        this.checks = checks;
        this.bulk = bulk;
        this.clients = clients;
        this.seconds = seconds;
        this.report = new Report(bench.out());
    }

    /** Loads so many parcels unless they are there already, and measures; returns how many goals were missed. */
    public int run(int parcels, int inBulk) throws Exception {
        report.title("check: " + parcels + " parcels, 10 themes, " + NORMS.size() + " norms, " + clients + " clients");
        bench.prepare(parcels);
        loadNorms();
        List<Asked> asked = questions(inBulk);
        List<Throughput> measured = new ClosedLoop(clients, seconds)
                .runInTurns(List.of(
                        client -> asking(asked, client, this::landUse),
                        client -> asking(asked, client, one -> checks.make(one.json(), Language.ES))));
        Throughput landUse = measured.get(0);
        Throughput check = measured.get(1);
        report.figure("land-use answers in the process", landUse.rate(), "/s");
        report.figure("licence checks in the process, kept", check.rate(), "/s");
        report.figure("land-use answer in the process, median", landUse.p50Ms(), "ms");
        report.figure("licence check in the process, median", check.p50Ms(), "ms");
        report.figure("licence check in the process, 99 of 100 within", check.p99Ms(), "ms");
        report.ratio(
                "licence check / land-use answer, in the process", check.p50Ms() / landUse.p50Ms(), Goal.AT_MOST, GOAL);
        overHttp(asked);
        inBulk(asked);
        return report.missed();
    }

    /** What callers wait for: both over HTTP, with as many connections. */
    private void overHttp(List<Asked> asked) throws Exception {
        int port = HttpClients.freePort();
        AutoCloseable server = bench.lindero()
                .serve(port, Map.of("LINDERO_CHECKS_PER_MINUTE", "0"))
                .orElseThrow(() -> new IllegalStateException("this program cannot serve"));
        try {
            HttpClients http = new HttpClients(port, clients, seconds);
            Throughput landUse = http.ask(client ->
                    random(asked, client, one -> new Request("/parcels/" + one.number() + "/land-use", null)));
            Throughput check =
                    http.ask(client -> random(asked, client, one -> new Request("/licence-checks", one.question())));
            report.figure("land-use answer over HTTP, median", landUse.p50Ms(), "ms");
            report.figure("licence check over HTTP, median", check.p50Ms(), "ms");
            report.figure("licence check over HTTP, 99 of 100 within", check.p99Ms(), "ms");
            report.ratio(
                    "licence check / land-use answer, over HTTP", check.p50Ms() / landUse.p50Ms(), Goal.AT_MOST, GOAL);
        } finally {
            server.close();
        }
    }

    private static ClosedLoop.Client asking(List<Asked> asked, int client, Function<Asked, byte[]> answer) {
        SplittableRandom random = new SplittableRandom(SEED + client);
        return () -> require(answer.apply(asked.get(random.nextInt(asked.size()))));
    }

    private static Supplier<Request> random(List<Asked> asked, int client, Function<Asked, Request> request) {
        SplittableRandom random = new SplittableRandom(SEED + client);
        return () -> request.apply(asked.get(random.nextInt(asked.size())));
    }

    private void inBulk(List<Asked> asked) {
        String lines = String.join("\n", asked.stream().map(Asked::question).toList());
        AtomicInteger answers = new AtomicInteger();
        double took = Bench.seconds(() -> {
            try {
                bulk.run(new BufferedReader(new StringReader(lines)), line -> answers.incrementAndGet(), Language.ES);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        if (answers.get() != asked.size()) {
            throw new IllegalStateException(answers.get() + " answers to " + asked.size() + " questions");
        }
        report.figure(asked.size() + " checks in bulk, kept", took, "s");
        report.figure("checks in bulk", asked.size() / took, "/s");
    }

    private byte[] landUse(Asked asked) {
        return Json.bytes(bench.landUse()
                .answer(
                        new LandUseQuestion(asked.number(), null, null, new KnownAt.Newest(), null, false),
                        Language.ES));
    }

    private static void require(byte[] answer) {
        if (answer.length == 0) {
            throw new IllegalStateException("empty answer");
        }
    }

    private void loadNorms() throws IOException {
        Path file = bench.folder().resolve("bench-norms.csv");
        Files.writeString(
                file,
                "scope_theme;scope_zone;quantity;operator;value;unit;act;article\n"
                        + String.join(
                                "\n",
                                NORMS.stream()
                                        .map(norm -> ";;" + norm + ";Acuerdo 1 de 2005;45")
                                        .toList())
                        + "\n");
        bench.lindero()
                .run(List.of(
                        "load",
                        "norms",
                        file.toString(),
                        "--municipality",
                        Fabric.MUNICIPALITY,
                        "--plan",
                        Fabric.PLAN));
    }

    private List<Asked> questions(int most) {
        return bench.database()
                .read(handle -> handle.createQuery(Sql.query("bench/list_check_questions"))
                        .bind("municipality", Fabric.MUNICIPALITY)
                        .bind("most", most)
                        .map((rs, ctx) -> question(rs.getString("number"), rs.getString("footprint")))
                        .list());
    }

    private Asked question(String number, String footprint) {
        String text = """
                {"parcels": ["%s"], "licence": {"class": "construccion", "modalities": ["obra_nueva"]},\
                 "proposal": {"useCategory": "R-1", "floors": 2, "heightM": 6, "builtAreaM2": 120, "dwellings": 1,\
                 "parkingSpaces": 1, "crs": "EPSG:%d", "footprint": %s}}
                """.formatted(number, bench.database().srid(), footprint).strip();
        return new Asked(number, text, Json.read(text));
    }
}
