package co.lindero.risk;

import co.lindero.landuse.LandUseAnswer;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who and what lies in the levels of a theme, as it is written: {@code docs/schemas/exposure.schema.json}. Areas in m2 to 0.0001,
 * planar; shares from unrounded figures.
 *
 * @param level the level asked for; null for every level of a zone
 * @param rows a row a group and level
 * @param total sum of the rows, from what is known, suppressed or not
 * @param levels sum of all groups by level, those not asked for too, so that no data is always seen
 */
public record ExposureAnswer(
        String municipality,
        String theme,
        String title,
        @Nullable String level,
        String by,
        @Nullable String plan,
        boolean draft,
        String on,
        LandUseAnswer.KnownAtFacts knownAt,
        List<Row> rows,
        Row total,
        List<Row> levels,
        long buildingsWithoutFootprint,
        SmallCounts smallCounts,
        String rule,
        List<LandUseAnswer.Warning> warnings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean demonstration,
        String notice) {

    /**
     * One group at one level. Counts and areas are null where the row is suppressed.
     *
     * @param code code of the territory, land class or use; null for what lies in none
     * @param level level, or null on a total over levels
     * @param parcels parcels whose highest level is this
     * @param drawnM2 drawn area of parcels at this level
     * @param groundM2 ground of the theme's zones at this level; null by use
     * @param buildings buildings whose highest level is this
     * @param floors floors of those buildings, where known
     * @param builtM2 built area of those buildings as the cadastre says
     * @param footprintM2 area of their footprints
     * @param share drawn area in this level, of all drawn area of the group
     * @param shareOfTotal the same, of all drawn area of the municipality
     * @param unknownM2 drawn area of the group that no data reach
     * @param uses those buildings by use
     * @param suppressed whether counts are kept back
     * @param licences granted licences whose parcel has this as its highest level; null where no register is loaded
     * @param projects projects whose works meet this as the highest level; null where no bank of projects is loaded
     */
    public record Row(
            @Nullable String code,
            @Nullable String name,
            @Nullable String level,
            @Nullable Long parcels,
            @Nullable BigDecimal drawnM2,
            @Nullable BigDecimal groundM2,
            @Nullable Long buildings,
            @Nullable Long floors,
            @Nullable BigDecimal builtM2,
            @Nullable BigDecimal footprintM2,
            @Nullable BigDecimal share,
            @Nullable BigDecimal shareOfTotal,
            @Nullable BigDecimal unknownM2,
            List<JsonNode> uses,
            boolean suppressed,
            @Nullable Long licences,
            @Nullable Long projects) {}

    /**
     * What was kept back.
     *
     * @param threshold counts under this are kept back
     * @param rows number of rows kept back, which are summed in the row of code {@code suppressed}
     */
    public record SmallCounts(int threshold, int rows, String rule) {}
}
