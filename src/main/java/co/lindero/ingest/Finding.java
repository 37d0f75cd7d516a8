package co.lindero.ingest;

import co.lindero.law.Bilingual;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a load found.
 *
 * @param level ERROR refuses the load, WARNING is published with it, INFO is for the record
 * @param code stable code, of {@link FindingCode} or of the reading of the file
 * @param record position of the record in its file, from 1; null for the file as a whole
 * @param key parcel number or code as the file writes it
 * @param message what is wrong and what to do
 * @param detail figures of the message
 * @param place GeoJSON point in longitude, latitude
 * @param x easting of the place in the storage CRS
 * @param y northing of the place in the storage CRS
 */
public record Finding(
        Level level,
        String code,
        @Nullable Long record,
        @Nullable String key,
        Bilingual message,
        JsonNode detail,
        @Nullable JsonNode place,
        @Nullable Double x,
        @Nullable Double y) {

    /** How much a finding weighs. */
    public enum Level {
        ERROR,
        WARNING,
        INFO
    }
}
