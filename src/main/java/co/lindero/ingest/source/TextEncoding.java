package co.lindero.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * The encoding of a file's text and how it was found out.
 *
 * @param name the encoding, null where GDAL knows it from the format
 * @param origin where it was taken from
 */
public record TextEncoding(@Nullable String name, Origin origin) {
    /** Where an encoding was taken from. */
    public enum Origin {
        /** The caller said it. */
        GIVEN,
        /** The Shapefile's .cpg file. */
        CPG,
        /** The language byte of the DBF. */
        LANGUAGE_ID,
        /** Told from the bytes. */
        GUESSED,
        /** The text has no character outside ASCII. */
        ASCII,
        /** The format prescribes it, or its own header states it. */
        FORMAT
    }
}
