package co.lindero.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of layer of a plan.
 *
 * @param plan code of the plan that defines it
 * @param code code, such as activity-area
 * @param title title in Spanish
 * @param legalBasis norm that orders or allows it
 * @param precedence order among themes in conflict; the lower number prevails
 * @param tilesGround true for a partition
 * @param protective true for hazard, risk and protection
 * @param ground land-class codes, lower case, that it speaks for; null for all
 * @param minAreaM2 minimum area, m2
 * @param minWidthM minimum width, m; null for the smaller of the accuracy and 0.30 m
 * @param accuracyM default accuracy of its datasets, m
 * @param coverage default coverage of its datasets
 */
public record Theme(
        String plan,
        String code,
        String title,
        @Nullable String legalBasis,
        int precedence,
        boolean tilesGround,
        boolean protective,
        @Nullable List<String> ground,
        double minAreaM2,
        @Nullable Double minWidthM,
        @Nullable Double accuracyM,
        @Nullable Coverage coverage) {

    public Theme {
        ground = ground == null ? null : List.copyOf(ground);
    }

    /**
     * The ground that a dataset speaks for.
     *
     * @param kind municipality, assumed or polygon
     * @param ewkb polygon in the storage CRS as hexadecimal EWKB; null unless kind is polygon
     */
    public record Coverage(String kind, @Nullable String ewkb) {
        /** Every parcel of the municipality. */
        public static final Coverage MUNICIPALITY = new Coverage("municipality", null);
        /** Every parcel of the municipality, because the load did not say. */
        public static final Coverage ASSUMED = new Coverage("assumed", null);
    }
}
