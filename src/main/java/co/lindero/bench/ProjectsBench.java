package co.lindero.bench;

import co.lindero.bench.Report.Goal;
import co.lindero.investment.Moment;
import co.lindero.investment.ProjectFilter;
import co.lindero.investment.ProjectService;
import co.lindero.investment.ReviewService;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import co.lindero.publication.KnownAt;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Measures sums by territory, as a request has them, against a statement that one would write by hand for the same sums, and tells
 * what judging the whole bank takes: order of importance, conflicts, movement.
 */
public final class ProjectsBench {
    private static final long SEED = 42;
    private static final int ROUNDS = 5;
    private static final int SIDE_M = 20_000;
    private static final int CELLS = 4;
    private static final int PAGE = 100;
    private static final double GOAL = 2;
    private static final Moment NOW = new Moment(Fabric.MUNICIPALITY, null, new KnownAt.Newest());
    private static final double WEST = 4_612_000;
    private static final double SOUTH = 1_920_000;

    private final Bench bench;
    private final ProjectService projects;
    private final ReviewService review;
    private final Report report;

    /** Prepares to measure. */
    public ProjectsBench(Bench bench, ProjectService projects, ReviewService review) {
        this.bench = bench;
        this.projects = projects;
        this.review = review;
        this.report = new Report(bench.out());
    }

    /** Loads so many projects in sixteen corregimientos and measures; returns how many goals were missed. */
    public int run(int count) throws IOException {
        report.title("projects: " + count + " projects, " + CELLS * CELLS + " corregimientos");
        Files.createDirectories(bench.folder());
        load("territories", write(bench.folder().resolve("bench-territories.csv"), this::writeTerritories));
        Path file = write(bench.folder().resolve("bench-projects.csv"), out -> writeProjects(out, count));
        report.figure("load of the projects", Bench.seconds(() -> load("projects", file)), "s");
        bench.execute("vacuum");
        requireSameTotal();
        measure("one corregimiento", "C05", "corregimiento");
        measure("in none", ProjectService.NONE, "corregimiento");
        measure("the municipality", Fabric.MUNICIPALITY, null);
        tell("first page of 100 in a corregimiento", () -> projects.list(NOW, filter("C05"), "", PAGE));
        tell("order of importance", () -> review.rank(NOW, null, List.of()));
        tell("conflicts", () -> review.conflicts(NOW, null));
        tell("movement since the first publication", () -> review.movement(NOW, new KnownAt.Numbered(1)));
        return report.missed();
    }

    private void measure(String name, String code, @Nullable String kind) {
        boolean none = code.equals(ProjectService.NONE);
        String territory = kind == null || none ? null : code;
        String noneOf = none ? kind : null;
        List<Double> raw = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            raw.add(Bench.seconds(() -> sumByHand(territory, noneOf)));
            whole.add(
                    Bench.seconds(() -> Json.bytes(projects.sum(NOW, code, kind).summary())));
        }
        report.figure(name + ": by hand", median(raw), "s");
        report.figure(name + ": the summary", median(whole), "s");
        report.ratio(name + ": summary / by hand", median(whole) / median(raw), Goal.AT_MOST, GOAL);
    }

    private void tell(String name, Runnable work) {
        report.figure(name, Bench.seconds(work), "s");
    }

    private static ProjectFilter filter(String territory) {
        return new ProjectFilter(null, null, null, null, null, null, null, territory, "corregimiento", null);
    }

    /** What is compared must answer the same. */
    private void requireSameTotal() {
        BigDecimal byHand = sumByHand(null, null).stream()
                .filter(row -> row.get("axis") == null && row.get("year") == null && row.get("source") == null)
                .map(row -> (BigDecimal) row.get("planned"))
                .findFirst()
                .orElseThrow();
        BigDecimal told =
                projects.sum(NOW, Fabric.MUNICIPALITY, null).summary().budget().planned();
        if (told == null || byHand.compareTo(told) != 0) {
            throw new IllegalStateException("planned " + told + " is by hand " + byHand);
        }
    }

    private List<Map<String, Object>> sumByHand(@Nullable String territory, @Nullable String noneOf) {
        return bench.database()
                .read(handle -> handle.createQuery(Sql.query("bench/sum_by_hand"))
                        .bind("municipality", Fabric.MUNICIPALITY)
                        .bind("territory", territory)
                        .bind("noneOf", noneOf)
                        .mapToMap()
                        .list());
    }

    private static double median(List<Double> seconds) {
        List<Double> sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private void load(String kind, Path file) {
        bench.lindero()
                .run(Bench.withoutParts(List.of(
                        "load", kind, file.toString(), "--municipality", Fabric.MUNICIPALITY, "--crs", "EPSG:9377")));
    }

    /** What a file holds. */
    private interface Content {
        void write(BufferedWriter out) throws IOException;
    }

    private static Path write(Path file, Content content) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            content.write(out);
        }
        return file;
    }

    private void writeTerritories(BufferedWriter out) throws IOException {
        int side = SIDE_M / CELLS;
        out.write("code;kind;name;population;wkt\n");
        for (int i = 0; i < CELLS * CELLS; i++) {
            double x = WEST + side * (i % CELLS);
            double y = SOUTH + side * (i / CELLS);
            out.write(String.format(
                    Locale.ROOT,
                    "C%02d;corregimiento;Corregimiento %d;1000;POLYGON((%f %f,%f %f,%f %f,%f %f,%f %f))%n",
                    i,
                    i,
                    x,
                    y,
                    x + side,
                    y,
                    x + side,
                    y + side,
                    x,
                    y + side,
                    x,
                    y));
        }
    }

    /** Every third project is a line, and so some lie in two territories; every tenth has no place. */
    private static void writeProjects(BufferedWriter out, int count) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        out.write("code;name;stage;axis;year;source;final;committed;paid;wkt\n");
        for (int i = 0; i < count; i++) {
            double x = WEST + random.nextInt(SIDE_M);
            double y = SOUTH + random.nextInt(SIDE_M);
            String place = i % 10 == 0
                    ? ""
                    : i % 3 == 0
                            ? String.format(Locale.ROOT, "LINESTRING(%f %f,%f %f)", x, y, x + 300, y + 200)
                            : String.format(Locale.ROOT, "POINT(%f %f)", x, y);
            long amount = random.nextLong(1_000_000_000L);
            out.write(String.format(
                    Locale.ROOT,
                    "P%06d;Proyecto %d;viable;Eje %d;%d;Fuente %d;%d;%d;%d;%s%n",
                    i,
                    i,
                    i % 5,
                    2024 + i % 4,
                    i % 7,
                    amount,
                    amount / 2,
                    amount / 3,
                    place));
        }
    }
}
