package co.lindero.ingest.source;

import co.lindero.ingest.sheet.CellNote;
import co.lindero.ingest.sheet.SheetFiles;
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
 * @param cells what was noticed about cells of a spreadsheet
 * @param kind whether its first column numbers the rows of a spreadsheet
 */
record PreparedFile(
        DataFile original,
        Path path,
        List<String> openOptions,
        Map<String, String> environment,
        TextEncoding encoding,
        List<SourceFinding> findings,
        List<CellNote> cells,
        Kind kind) {
    /** What its records are. */
    enum Kind {
        /** Records, in the order of the file. */
        RECORDS,
        /** Rows of a spreadsheet, with their numbers in the column {@link SheetFiles#ROW}. */
        ROWS
    }

    /** Makes a file of records. */
    PreparedFile(
            DataFile original,
            Path path,
            List<String> openOptions,
            Map<String, String> environment,
            TextEncoding encoding,
            List<SourceFinding> findings) {
        this(original, path, openOptions, environment, encoding, findings, List.of(), Kind.RECORDS);
    }

    PreparedFile {
        cells = List.copyOf(cells);
        openOptions = List.copyOf(openOptions);
        environment = Map.copyOf(environment);
        findings = List.copyOf(findings);
    }

    /** The GDAL drivers that read it. */
    List<String> drivers() {
        return kind == Kind.ROWS
                ? SourceFormat.CSV.drivers()
                : original.format().drivers();
    }

    /** The open options as arguments of a GDAL tool. */
    List<String> openArguments() {
        return openOptions.stream()
                .flatMap(option -> List.of("-oo", option).stream())
                .toList();
    }
}
