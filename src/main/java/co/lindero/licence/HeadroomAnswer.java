package co.lindero.licence;

import co.lindero.platform.json.JsonText;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may still be built on a parcel: {@code docs/schemas/headroom.schema.json}. Areas in m2 to 0.001, planar; geometries in
 * the CRS asked for, to a micrometre, x, y.
 *
 * @param parts pieces by the zones of every theme with norms that divides the parcel, else one for all of it
 * @param site the parcel and its classed boundary
 * @param demonstration present and true where synthetic data had a part in the answer
 * @param undecided norms that could not be taken into account: what they demand is not in the figures
 */
public record HeadroomAnswer(
        String parcel,
        String on,
        long publication,
        String crs,
        BigDecimal existingFootprintM2,
        @Nullable BigDecimal existingBuiltM2,
        @Nullable Integer existingFloors,
        Site site,
        List<Part> parts,
        List<Limit> undecided,
        List<String> warnings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean demonstration,
        String notice) {

    /**
     * The ground that is looked at.
     *
     * @param boundary classed as for a licence check
     * @param geometry GeoJSON
     */
    public record Site(
            @Nullable BigDecimal registeredM2,
            BigDecimal planarM2,
            List<LicenceAnswer.BoundaryJson> boundary,
            JsonText geometry) {}

    /**
     * A part on which the same norms hold everywhere.
     *
     * @param theme theme of the first of its zones; null where the parcel is not divided
     * @param zone code of the first of its zones
     * @param zones zones that lie on all of it, of every theme with norms that divides the parcel
     * @param floorsMax most floors; null where no norm limits them
     * @param floorsLeft what is left of them
     */
    public record Part(
            @Nullable String theme,
            @Nullable String zone,
            List<Zone> zones,
            BigDecimal planarM2,
            @Nullable Integer floorsMax,
            @Nullable Integer floorsLeft,
            List<Storey> byFloors,
            List<Limit> limits) {}

    /** A zone on a part. */
    public record Zone(String theme, String zone) {}

    /**
     * What may be built with so many floors.
     *
     * @param footprintMaxM2 largest footprint: the smaller of the envelope and what the indices leave
     * @param floorAreaMaxM2 largest built area
     * @param limits norms that were taken into account with so many floors, of each quantity the strictest
     */
    public record Storey(
            int floors,
            BigDecimal envelopeM2,
            BigDecimal footprintMaxM2,
            BigDecimal footprintLeftM2,
            BigDecimal floorAreaMaxM2,
            @Nullable BigDecimal floorAreaLeftM2,
            String footprintLimitedBy,
            String floorAreaLimitedBy,
            List<Limit> limits,
            @Nullable JsonText envelope) {}

    /** A norm that limits; condition null where it holds always. */
    public record Limit(
            String quantity,
            String operator,
            @Nullable BigDecimal value,
            @Nullable String zone,
            String act,
            String article,
            @Nullable String condition) {}
}
