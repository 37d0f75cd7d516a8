package co.lindero.ingest.source;

import java.time.Duration;

/**
 * What one GDAL process may use before it is stopped.
 *
 * @param wallClock time from start to end
 * @param cpuSeconds processor time, in s
 * @param memoryBytes address space, in bytes
 * @param fileBytes size of any file it writes, in bytes
 */
public record GdalLimits(Duration wallClock, long cpuSeconds, long memoryBytes, long fileBytes) {
    private static final long GIB = 1L << 30;

    /** Returns the limits used where nothing else is said: two hours, 4 GiB of memory, 8 GiB of file. */
    public static GdalLimits standard() {
        return new GdalLimits(Duration.ofHours(2), 7_200, 4 * GIB, 8 * GIB);
    }
}
