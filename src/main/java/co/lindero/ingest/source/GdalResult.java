package co.lindero.ingest.source;

import java.util.List;

/**
 * How a GDAL tool ended.
 *
 * @param exitCode 0 for success
 * @param out the beginning of what it printed
 * @param err the beginning of its error messages
 */
record GdalResult(int exitCode, String out, String err) {
    boolean succeeded() {
        return exitCode == 0;
    }

    /** The first error messages without GDAL's prefixes; empty when there is none. */
    List<String> errors() {
        return err.lines()
                .filter(line -> line.startsWith("ERROR") || line.startsWith("FAILURE"))
                .map(line -> line.replaceFirst("^(ERROR \\d+|FAILURE):\\s*", ""))
                .filter(line -> !line.isBlank())
                .distinct()
                .limit(3)
                .toList();
    }
}
