package co.lindero.investment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reason to look again at where a project stands.
 *
 * @param conflict {@code high-hazard}, {@code protection}, {@code land-class}, {@code private-parcel}, {@code overlap} or
 *     {@code draft-changes}
 * @param zone code of the zone, where one speaks against it
 * @param act act that states the zone
 * @param other project it overlaps, or what a draft plan would say instead
 * @param planarM2 planar area of the works concerned, m2
 * @param lengthM planar length of the works concerned, m
 * @param parcels parcels concerned
 * @param examples the first of their numbers
 * @param certain false where the days of one of two projects are not known
 */
public record Conflict(
        String code,
        @Nullable String name,
        @Nullable String stage,
        @Nullable BigDecimal planned,
        String conflict,
        @Nullable String theme,
        @Nullable String zone,
        @Nullable String label,
        @Nullable String act,
        @Nullable String article,
        @Nullable String other,

        @com.fasterxml.jackson.annotation.JsonProperty("planarM2") @Nullable
        BigDecimal planarM2,

        @Nullable BigDecimal lengthM,
        @Nullable Long parcels,
        List<String> examples,
        boolean certain) {
    public Conflict {
        examples = List.copyOf(examples);
    }
}
