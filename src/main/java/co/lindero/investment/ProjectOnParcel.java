package co.lindero.investment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project that a parcel has to do with, as answers show it.
 *
 * @param years fiscal years of its budget, in order
 * @param relation the closest that holds: {@code needs} part of the parcel, {@code touches} it, lies {@code near} it, or
 *     {@code serves} it
 * @param toldBy what tells so: {@code geometry}, {@code parcel} number, area of {@code influence} or {@code territory}
 * @param neededM2 planar area of its works on the parcel, m2 to 0.0001; null where they are not areas on it
 * @param lengthM planar length of its works on the parcel, m to 0.0001
 * @param distanceM distance of its works, m to 0.01; null where the relation is not told by their geometry
 * @param withinM distance up to which works count as near, m
 */
public record ProjectOnParcel(
        String code,
        @Nullable String bpin,
        @Nullable String name,
        @Nullable String axis,
        @Nullable String office,
        @Nullable String stage,
        List<Integer> years,
        @Nullable String startOn,
        @Nullable String endOn,
        @Nullable BigDecimal planned,
        @Nullable BigDecimal committed,
        @Nullable BigDecimal paid,
        String relation,
        String toldBy,
        @JsonProperty("neededM2") @Nullable BigDecimal neededM2,
        @Nullable BigDecimal lengthM,
        @Nullable BigDecimal distanceM,
        double withinM) {
    public ProjectOnParcel {
        years = List.copyOf(years);
    }
}
