package co.lindero.ingest;

import co.lindero.ingest.source.LoadKind;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a load.
 *
 * @param status what happened
 * @param publication number of its publication; null where nothing was published
 * @param kind what was loaded
 * @param dataset name of the dataset
 * @param profile mapping that was used
 * @param counts records read, rows added, closed, unchanged, quarantined, repaired
 * @param personal personal columns that were left out, with the records in which they are filled
 * @param findings what was found
 * @param reports folder with the reports
 * @param seconds time of each step, s
 */
public record LoadOutcome(
        Status status,
        @Nullable Long publication,
        LoadKind kind,
        String dataset,
        String profile,
        Counts counts,
        Map<String, Long> personal,
        Findings findings,
        Path reports,
        Map<String, Double> seconds) {

    /** What happened. */
    public enum Status {
        PUBLISHED,
        UNCHANGED,
        REFUSED,
        CHECKED
    }

    /** How many. */
    public record Counts(long records, long added, long closed, long unchanged, long quarantined, long repaired) {}
}
