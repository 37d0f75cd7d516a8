package co.lindero.licence;

import co.lindero.law.LegalSource;
import co.lindero.licence.ZoneStore.ZoneFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone on or near what a check judges (the footprint, or the whole site), or the summary of its theme. Areas in m2, planar,
 * unrounded; geometries are what of the zone lies on the target.
 *
 * @param theme code of the theme
 * @param role what the row says
 * @param code code of the zone; empty on a summary
 * @param rank hazard level that it states: 3 Alta, 2 Media, 1 Baja, 0 none; of rows that differ the highest
 * @param mitigable whether it states that its risk can be mitigated; null where it says neither
 * @param dimension 2 polygon, 1 line, 0 point, -1 statement
 * @param onTargetM2 area on the target; of a summary the target's own
 * @param onSiteM2 area on the site; of a summary the site's own
 * @param distanceM distance from the target where it is only near, m
 * @param sure on the target: it stays there; near: it stays away, however its boundary moves within its accuracy; null where
 *     the accuracy is not stated
 * @param uncoveredM2 summary: what of the target no zone covers
 * @param unknownM2 summary: what no coverage reaches
 */
record TargetZone(
        String theme,
        Role role,
        String code,
        @Nullable String label,
        List<LegalSource> sources,
        int rank,
        @Nullable Boolean mitigable,
        int dimension,
        double onTargetM2,
        double onSiteM2,
        @Nullable Double lengthM,
        @Nullable Integer points,
        @Nullable Double distanceM,
        @Nullable Boolean sure,
        double uncoveredM2,
        double unknownM2,
        @Nullable String ewkb,
        @Nullable String geojson) {

    enum Role {
        SUMMARY,
        ON,
        NEAR,
        DECLARATION
    }

    /** Returns the zone with what it states; a declaration states nothing of hazard and risk. */
    TargetZone with(ZoneFacts facts) {
        boolean declared = role == Role.DECLARATION;
        return new TargetZone(
                theme,
                role,
                code,
                facts.label(),
                facts.sources(),
                declared ? 0 : facts.rank(),
                declared ? null : facts.mitigable(),
                dimension,
                onTargetM2,
                onSiteM2,
                lengthM,
                points,
                distanceM,
                sure,
                uncoveredM2,
                unknownM2,
                ewkb,
                geojson);
    }

    /** Returns the zone with whether it is sure that it stays. */
    TargetZone staying(@Nullable Boolean isSure) {
        return new TargetZone(
                theme,
                role,
                code,
                label,
                sources,
                rank,
                mitigable,
                dimension,
                onTargetM2,
                onSiteM2,
                lengthM,
                points,
                distanceM,
                isSure,
                uncoveredM2,
                unknownM2,
                ewkb,
                geojson);
    }

    /** Tells whether a move of its boundary within its accuracy would put it on the target, or take it off. */
    boolean mayChange() {
        return Boolean.FALSE.equals(sure);
    }

    /** Returns the code and the name of the zone. */
    String named() {
        return label == null || label.equals(code) ? code : code + " (" + label + ")";
    }
}
