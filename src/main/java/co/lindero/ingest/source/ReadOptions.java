package co.lindero.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * What the caller says about a file, over what the file says of itself.
 *
 * @param layer name of the layer, null where the file has one only
 * @param crs coordinate reference system as {@code EPSG:n}, {@code n} or another authority's code, null for the file's
 * @param encoding name of the text encoding, null for the file's
 */
public record ReadOptions(
        @Nullable String layer,
        @Nullable String crs,
        @Nullable String encoding) {
    /** Returns options that leave everything to the file. */
    public static ReadOptions ofFile() {
        return new ReadOptions(null, null, null);
    }

    /** Returns these options, completed by those of a mapping file where these say nothing. */
    public ReadOptions orElse(ReadOptions other) {
        return new ReadOptions(
                layer == null ? other.layer : layer,
                crs == null ? other.crs : crs,
                encoding == null ? other.encoding : encoding);
    }
}
