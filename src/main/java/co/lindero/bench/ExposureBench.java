package co.lindero.bench;

import co.lindero.bench.Report.Goal;
import co.lindero.platform.db.Sql;
import co.lindero.platform.problem.Language;
import co.lindero.publication.KnownAt;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import co.lindero.risk.ExposureAnswer;
import co.lindero.risk.ExposureQuestion;
import co.lindero.risk.ExposureService;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Measures the exposure of a whole municipality against one statement written by hand. */
public final class ExposureBench {
    private static final String THEME = "hazard-flood";
    private static final int RUNS = 5;
    private static final double GOAL = 1.3;

    private final Bench bench;
    private final ExposureService exposure;
    private final Report report;

    public ExposureBench(Bench bench, ExposureService exposure) {
        this.bench = bench;
        this.exposure = exposure;
        this.report = new Report(bench.out());
    }

    /** Loads so many parcels unless they are there already, and measures; returns how many goals were missed. */
    public int run(int parcels) throws IOException {
        report.title("exposure: " + parcels + " parcels, flood by land class");
        bench.prepare(parcels);
        double byHand = best(() -> bench.database()
                .read(handle -> handle.createQuery(Sql.query("bench/select_exposure"))
                        .mapToMap()
                        .list()));
        requireSameLevels();
        double kept = best(() -> ask(new KnownAt.Newest()));
        report.figure("the statement written by hand", byHand, "s");
        report.figure("exposure from kept parts, buildings and ground too", kept, "s");
        report.ratio("exposure / by hand", kept / byHand, Goal.AT_MOST, GOAL);
        Publication newest = bench.database()
                .read(handle -> new PublicationStore().findNewest(handle))
                .orElseThrow();
        forgetFlood();
        double measured = Bench.seconds(() -> ask(new KnownAt.Numbered(newest.number())));
        report.figure("exposure with nothing kept", measured, "s");
        report.ratio("exposure with nothing kept / by hand", measured / byHand, Goal.AT_MOST, 10);
        bench.keeper().keepAll(Bench.THREADS, count -> {});
        return report.missed();
    }

    /** Forgets the parts of the theme that is asked about; those of all themes take long to keep again. */
    private void forgetFlood() {
        bench.database()
                .jdbi()
                .useHandle(handle -> handle.createUpdate(Sql.query("derived/forget_scopes"))
                        .bind("municipality", Fabric.MUNICIPALITY)
                        .bind("theme", THEME)
                        .execute());
    }

    /** A ratio means something only where both say the same. */
    private void requireSameLevels() {
        Map<String, String> byHand = bench
                .database()
                .read(handle -> handle.createQuery(Sql.query("bench/select_exposure"))
                        .map((rs, ctx) -> Map.entry(
                                String.valueOf(rs.getString("code")).toLowerCase(Locale.ROOT) + "/" + rs.getInt("rank"),
                                said(rs.getLong("parcels"), rs.getDouble("drawn_m2"))))
                        .list())
                .stream()
                .filter(entry ->
                        !entry.getKey().endsWith("/0") && !entry.getKey().startsWith("null/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, String> ours = ask(new KnownAt.Newest()).rows().stream()
                .filter(row -> row.code() != null
                        && row.drawnM2() != null
                        && row.drawnM2().signum() > 0)
                .collect(Collectors.toMap(
                        row -> row.code() + "/"
                                + List.of("", "Baja", "Media", "Alta").indexOf(row.level()),
                        row -> said(
                                Objects.requireNonNull(row.parcels()),
                                Objects.requireNonNull(row.drawnM2()).doubleValue())));
        if (!ours.equals(byHand)) {
            throw new IllegalStateException("by hand " + byHand + ", exposure " + ours);
        }
    }

    private static String said(long parcels, double drawnM2) {
        return parcels + " parcels, " + Math.round(drawnM2) + " m2";
    }

    private ExposureAnswer ask(KnownAt known) {
        return exposure.answer(
                        new ExposureQuestion(
                                Fabric.MUNICIPALITY,
                                THEME,
                                null,
                                "land-class",
                                null,
                                bench.landUse().today(),
                                known),
                        ExposureService.Outlines.WITHOUT,
                        Language.ES)
                .answer();
    }

    private static double best(Runnable work) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            best = Math.min(best, Bench.seconds(work));
        }
        return best;
    }
}
