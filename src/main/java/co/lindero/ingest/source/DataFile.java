package co.lindero.ingest.source;

import java.nio.file.Path;

/**
 * One file that GDAL can open.
 *
 * @param path where it lies, in the delivery or in its unpacked copy
 * @param label its path relative to what was delivered, for messages
 * @param format what it is
 */
record DataFile(Path path, String label, SourceFormat format) {}
