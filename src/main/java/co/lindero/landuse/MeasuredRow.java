package co.lindero.landuse;

import co.lindero.law.LegalSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code lindero.measure_theme}: the summary of a theme on a parcel, or one of its parts. Areas in m2, planar,
 * unrounded.
 *
 * @param theme code of the theme
 * @param role summary, part, noise or declaration
 * @param zoneCode code of the zone; null on a summary and on noise without zone
 * @param dimension 2 polygon, 1 line, 0 point, -1 statement; null on a summary
 * @param planarM2 area; of a summary the drawn area of the parcel
 * @param widthM noise: its width, m
 * @param lengthM lines: length on the parcel, m
 * @param pointCount points on the parcel
 * @param uncoveredM2 summary: ground of the theme without zone
 * @param unknownM2 summary: ground that no coverage reaches
 * @param outsideGroundM2 summary: ground outside the land classes of the theme
 * @param doublyCoveredM2 summary: ground of several zones
 * @param boundarySensitive summary; null where the accuracy is not stated
 * @param label name of the zone
 * @param sources legal sources of the zone
 * @param geometry GeoJSON in longitude, latitude, where asked for
 */
record MeasuredRow(
        String theme,
        Role role,
        @Nullable String zoneCode,
        @Nullable Integer dimension,
        double planarM2,
        @Nullable Double widthM,
        @Nullable Double lengthM,
        @Nullable Integer pointCount,
        double uncoveredM2,
        double unknownM2,
        double outsideGroundM2,
        double doublyCoveredM2,
        @Nullable Boolean boundarySensitive,
        @Nullable String label,
        List<LegalSource> sources,
        @Nullable String geometry) {

    /** What a row says. */
    enum Role {
        SUMMARY,
        PART,
        NOISE,
        DECLARATION
    }
}
