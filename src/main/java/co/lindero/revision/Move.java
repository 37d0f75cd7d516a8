package co.lindero.revision;

import org.jspecify.annotations.Nullable;

/**
 * Ground of a parcel that goes from one zone of a theme to another, or stays in one.
 *
 * @param parcel row of the parcel
 * @param from zone before; null for none
 * @param to zone after; null for none
 * @param m2 planar area, m2; null for lines and points
 * @param geometry GeoJSON in longitude, latitude, where asked for
 */
record Move(
        long parcel,
        @Nullable String from,
        @Nullable String to,
        @Nullable Double m2,
        @Nullable String geometry) {
    boolean isChange() {
        return from == null || !from.equals(to);
    }

    double area() {
        return m2 == null ? 0 : m2;
    }
}
