package co.lindero.landuse;

import co.lindero.publication.KnownAt;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question about a parcel.
 *
 * @param number parcel number as the caller wrote it
 * @param municipality narrows a free number; null for any
 * @param on legal day; null for today
 * @param knownAt state of knowledge
 * @param plan code of the plan that shall answer; null for the one in force
 * @param geometry whether parts carry their geometry
 */
public record LandUseQuestion(
        String number,
        @Nullable String municipality,
        @Nullable LocalDate on,
        KnownAt knownAt,
        @Nullable String plan,
        boolean geometry) {}
