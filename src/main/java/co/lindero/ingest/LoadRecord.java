package co.lindero.ingest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A load as it is recorded.
 *
 * @param publication number of its publication, by which it is named
 * @param at instant of its publication, ISO 8601
 * @param actor account that loaded
 * @param municipality DIVIPOLA code
 * @param kind parcels, buildings, territories or zones
 * @param plan code or empty
 * @param theme code or empty
 * @param dataset name of the dataset
 * @param file name of the file
 * @param fileSha256 digest of its bytes
 * @param profile mapping that was used
 * @param validFrom day given with --valid-from
 * @param records records read
 * @param added rows added
 * @param closed rows closed
 * @param unchanged rows left alone
 * @param quarantined records kept aside
 * @param repaired geometries repaired
 * @param findings count by level and code, JSON
 * @param reverts publication that this one undoes
 */
public record LoadRecord(
        long publication,
        @Nullable String at,
        @Nullable String actor,
        String municipality,
        String kind,
        String plan,
        String theme,
        String dataset,
        String file,
        String fileSha256,
        String profile,
        @Nullable LocalDate validFrom,
        long records,
        long added,
        long closed,
        long unchanged,
        long quarantined,
        long repaired,
        String findings,
        @Nullable Long reverts) {}
