package co.lindero.ingest.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A data file made ready for GDAL.
 *
 * @param original as it was delivered
 * @param path what GDAL opens: the original or a temporary copy
 * @param openOptions GDAL's open options, {@code NAME=VALUE}
 * @param environment configuration that this file needs
 * @param encoding of its text
 * @param findings what was noticed
 */
record PreparedFile(
        DataFile original,
        Path path,
        List<String> openOptions,
        Map<String, String> environment,
        TextEncoding encoding,
        List<SourceFinding> findings) {
    PreparedFile {
        openOptions = List.copyOf(openOptions);
        environment = Map.copyOf(environment);
        findings = List.copyOf(findings);
    }

    /** The open options as arguments of a GDAL tool. */
    List<String> openArguments() {
        return openOptions.stream()
                .flatMap(option -> List.of("-oo", option).stream())
                .toList();
    }
}
