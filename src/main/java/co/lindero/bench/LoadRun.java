package co.lindero.bench;

import co.lindero.ingest.LoadOutcome;
import co.lindero.ingest.LoadProgress;
import co.lindero.ingest.LoadRequest;
import co.lindero.ingest.LoadService;
import co.lindero.ingest.source.LoadKind;
import co.lindero.ingest.source.ReadOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One load of parcels, timed.
 *
 * @param status what became of it
 * @param steps time of each step, s
 * @param statements time of each statement of the check, s
 * @param peakHeapMiB most heap in use at a time, garbage included, MiB
 * @param maxHeapMiB heap that the machine was given, MiB
 */
public record LoadRun(
        String status,
        Map<String, Double> steps,
        Map<String, Double> statements,
        double peakHeapMiB,
        double maxHeapMiB) {
    private static final double MIB = 1024 * 1024;

    public LoadRun {
        steps = Map.copyOf(steps);
        statements = Map.copyOf(statements);
    }

    /** Loads parcels as a command does and measures time and heap of this process. */
    public static LoadRun measure(LoadService loads, Path file, Path reports) {
        Map<String, Double> statements = new LinkedHashMap<>();
        LoadOutcome outcome = loads.load(
                new LoadRequest(
                        LoadKind.PARCELS,
                        file,
                        Fabric.MUNICIPALITY,
                        null,
                        null,
                        new ReadOptions(null, null, null),
                        null,
                        null,
                        Set.of(),
                        reports,
                        new LoadRequest.DatasetFacts(null, null, null, null, null, null, false, false),
                        null),
                new LoadProgress() {
                    @Override
                    public void step(String name) {
                        // the outcome tells how long each took
                    }

                    @Override
                    public void done(double share) {
                        // nobody watches
                    }

                    @Override
                    public void statement(String name, double seconds) {
                        statements.merge(name, seconds, Double::sum);
                    }
                });
        return new LoadRun(
                outcome.status().name(),
                outcome.seconds(),
                statements,
                peakHeap() / MIB,
                Runtime.getRuntime().maxMemory() / MIB);
    }

    private static double peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToDouble(usage -> usage.getUsed())
                .sum();
    }

    double seconds() {
        return steps.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double seconds(String statement) {
        return statements.getOrDefault(statement, 0.0);
    }
}
