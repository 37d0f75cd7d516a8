package co.lindero.ingest;

import co.lindero.ingest.raster.RasterClasses;
import co.lindero.ingest.source.LoadKind;
import co.lindero.ingest.source.ReadOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks a load to do.
 *
 * @param kind what the file holds
 * @param file file, folder or zip
 * @param municipality DIVIPOLA code
 * @param plan code of the plan; null for the cadastre and territories
 * @param theme code of the theme; null for the cadastre and territories
 * @param read layer, CRS and encoding, where the caller states them
 * @param mapping mapping file; null for the built-in profiles
 * @param validFrom legal day from which the file speaks; null for all time
 * @param switches how to treat faults
 * @param reports folder for the reports
 * @param facts facts of the dataset
 * @param raster how the values of a raster become levels; null for files of records
 */
public record LoadRequest(
        LoadKind kind,
        Path file,
        String municipality,
        @Nullable String plan,
        @Nullable String theme,
        ReadOptions read,
        @Nullable Path mapping,
        @Nullable LocalDate validFrom,
        Set<Switch> switches,
        Path reports,
        DatasetFacts facts,
        @Nullable RasterClasses raster) {

    public LoadRequest {
        switches = Set.copyOf(switches);
    }

    /** How to treat faults. */
    public enum Switch {
        /** Repair invalid geometries, openly. */
        REPAIR,
        /** Publish the sound records and keep the others aside. */
        QUARANTINE,
        /** Check and report, publish nothing. */
        DRY_RUN
    }

    /**
     * Facts of the dataset, null where the caller does not state them.
     *
     * @param name name; null for the layer's
     * @param accuracyM positional accuracy, m
     * @param coverage {@code municipality} or a file with the polygon
     * @param scale scale of the source
     * @param source who made it
     * @param sourceDate day it was made
     * @param indicative whether it is only indicative
     * @param demonstration whether it is synthetic
     */
    public record DatasetFacts(
            @Nullable String name,
            @Nullable Double accuracyM,
            @Nullable String coverage,
            @Nullable String scale,
            @Nullable String source,
            @Nullable LocalDate sourceDate,
            boolean indicative,
            boolean demonstration) {}

    boolean has(Switch wanted) {
        return switches.contains(wanted);
    }
}
