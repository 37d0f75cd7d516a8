package co.lindero.bench;

import co.lindero.bench.Report.Goal;
import co.lindero.platform.db.GdalTarget;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures loading and the keeping of derived parts: against a plain copy of the same file, and against one statement of the
 * same definition.
 */
public final class LoadBench {
    private static final int HEAP_MIB = 512;

    private final Bench bench;
    private final Report report;

    public LoadBench(Bench bench) {
        this.bench = bench;
        this.report = new Report(bench.out());
    }

    /** Measures with so many parcels; returns how many goals were missed. */
    public int run(int parcels) throws IOException {
        Fabric fabric = Fabric.prepare(bench.folder(), parcels);
        report.title("load: " + parcels + " parcels");
        bench.loadPlan(fabric);
        load(fabric);
        parts();
        changes(fabric);
        return report.missed();
    }

    private void load(Fabric fabric) {
        double before = Bench.seconds(() -> copyPlainly(fabric));
        LoadRun run = read(bench.lindero().loadApart(fabric.parcelFile(), HEAP_MIB));
        double after = Bench.seconds(() -> copyPlainly(fabric));
        bench.execute("drop_plain");
        double plain = (before + after) / 2;
        double overlaps =
                run.seconds("find_parcel_overlaps") + run.seconds("check_parcel_overlaps") + run.seconds("index_rows");
        report.figure("plain ogr2ogr COPY and two indexes, mean of two", plain, "s");
        report.figure("load of parcels: read, checked and published", run.seconds(), "s");
        report.shares("load", run.steps());
        report.shares("check", run.statements());
        report.ratio("load with overlap checks / plain copy", run.seconds() / plain, Goal.AT_MOST, 4);
        report.ratio("load less overlap checks / plain copy", (run.seconds() - overlaps) / plain, Goal.AT_MOST, 2);
        report.ratio("peak heap of the load (child process, -Xmx512m), MiB", run.peakHeapMiB(), Goal.AT_MOST, HEAP_MIB);
    }

    private static LoadRun read(String json) {
        try {
            return Json.mapper().readValue(json, LoadRun.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyPlainly(Fabric fabric) {
        bench.execute("drop_plain");
        GdalTarget target = bench.database().gdalTarget();
        Tool.run(
                List.of(
                        "ogr2ogr",
                        "-f",
                        "PostgreSQL",
                        target.connection(),
                        fabric.parcelFile().toString(),
                        "-nln",
                        "public.bench_plain",
                        "-nlt",
                        "PROMOTE_TO_MULTI",
                        "-lco",
                        "GEOMETRY_NAME=geom",
                        "-lco",
                        "SPATIAL_INDEX=NONE",
                        "-gt",
                        "100000",
                        "--config",
                        "PG_USE_COPY",
                        "YES"),
                target.environment());
        bench.execute("index_plain");
    }

    private void parts() {
        bench.execute("create_part");
        double byHand = Bench.seconds(() -> bench.execute("insert_parts"));
        double kept = Bench.seconds(() -> bench.keeper().keepAll(1, count -> {}));
        bench.execute("forget_parts");
        double together = Bench.seconds(() -> bench.keeper().keepAll(Bench.THREADS, count -> {}));
        report.figure("parts of all themes by one statement", byHand, "s");
        report.figure("parts kept, one connection", kept, "s");
        report.figure("parts kept, two connections", together, "s");
        report.ratio("parts kept by one connection / one statement", kept / byHand, Goal.AT_MOST, 1.3);
        report.ratio("parts kept by two connections / one statement", together / byHand, Goal.AT_MOST, 1.3);
        long[] compared = bench.database()
                .read(handle -> handle.createQuery(Sql.query("bench/count_differences"))
                        .map((rs, ctx) -> new long[] {rs.getLong("rows"), rs.getLong("differences")})
                        .one());
        report.figure("rows compared between the two", (double) compared[0], "");
        report.ratio("rows that differ by more than 0.0001", (double) compared[1], Goal.AT_MOST, 0);
    }

    private void changes(Fabric fabric) throws IOException {
        change(
                "one zone changed",
                zones(fabric.changed(fabric.zoneFile("activity-area"), "\"article\":\"10\"", "\"article\":\"11\"")));
        change(
                "one parcel changed",
                parcels(fabric.changed(
                        fabric.parcelFile(), "\"destination\":\"Habitacional\"", "\"destination\":\"Comercial\"")));
    }

    private void change(String name, List<String> load) {
        bench.lindero().run(load);
        long[] measured = new long[1];
        double seconds = Bench.seconds(() -> measured[0] = bench.keeper().keepAll(Bench.THREADS, count -> {}));
        report.figure(name + ": parcels measured again", (double) measured[0], "");
        report.figure(name + ": measuring them", seconds, "s");
    }

    private static List<String> zones(Path file) {
        return Bench.withoutParts(List.of(
                "load",
                "zones",
                file.toString(),
                "--municipality",
                Fabric.MUNICIPALITY,
                "--plan",
                "PBOT-2005",
                "--theme",
                "activity-area",
                "--accuracy",
                "0.10",
                "--coverage",
                "municipality"));
    }

    private static List<String> parcels(Path file) {
        return Bench.withoutParts(List.of("load", "parcels", file.toString(), "--municipality", Fabric.MUNICIPALITY));
    }
}
