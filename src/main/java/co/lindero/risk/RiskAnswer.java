package co.lindero.risk;

import co.lindero.landuse.LandUseAnswer;
import co.lindero.law.LegalSource;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hazard and risk on a parcel, phenomenon by phenomenon, in one language, as it is written: {@code docs/schemas/risk.schema.json}.
 * Areas in m2 to 0.0001, planar; shares of the drawn area.
 *
 * @param effect worst effect of all phenomena
 * @param roadStrips exclusion strips of roads where no official reservation is loaded: no hazard, but no ground to build on
 * @param unknown themes of which the data do not reach all of the parcel
 * @param demonstration present and true where synthetic data had a part in the answer
 */
public record RiskAnswer(
        LandUseAnswer.ParcelFacts parcel,
        LandUseAnswer.@Nullable PlanFacts plan,
        String on,
        LandUseAnswer.KnownAtFacts knownAt,
        RiskEffect effect,
        String effectText,
        List<Phenomenon> phenomena,
        List<LandUseAnswer.Derived> roadStrips,
        List<String> unknown,
        List<LandUseAnswer.Warning> warnings,
        List<LandUseAnswer.DataVersion> dataVersions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean demonstration,
        @Nullable String hash,
        @Nullable String notice) {

    /**
     * One theme of hazard, risk or protection.
     *
     * @param kind hazard, condition, protection, reservation or other
     * @param state concerned, not_concerned or no_data
     * @param reason why, where that needs saying
     * @param boundarySensitive whether moving the zone's boundary by its accuracy changes what lies on the parcel
     * @param effect what it means for a licence
     * @param level highest level on the parcel; null where nothing is mapped there
     * @param levels area of each level, the highest winning; with none and no_data they add up to the drawn area
     * @param zones zones on the parcel
     * @param rasters values of the rasters that the zones are drawn from
     * @param derived strips drawn by a rule of distance where no official zones speak
     * @param unknownM2 ground that no data reach
     */
    public record Phenomenon(
            String theme,
            String title,
            String kind,
            String state,
            @Nullable String reason,
            @Nullable Boolean boundarySensitive,
            RiskEffect effect,
            String effectText,
            @Nullable String level,
            List<LevelArea> levels,
            List<Zone> zones,
            List<CellFacts> rasters,
            List<LandUseAnswer.Derived> derived,
            @Nullable BigDecimal unknownM2,
            LegalSource effectSource,
            List<LandUseAnswer.Declaration> declarations) {}

    /**
     * Values of a raster on the parcel, each cell counting with the area of it that lies there.
     *
     * @param dataset name of the dataset
     * @param by threshold, or value where the raster holds classes
     * @param unit unit of the values; null where nobody states it
     * @param cellM side of a cell: the accuracy of the figures, m
     * @param max largest value; null for classes, and where no cell has a value
     * @param mean mean, weighted by area; null as max
     * @param knownM2 ground with a value
     * @param unknownM2 ground without
     * @param classes ground at or above each threshold, or of each class
     */
    public record CellFacts(
            String dataset,
            String by,
            @Nullable String unit,
            BigDecimal cellM,
            @Nullable BigDecimal max,
            @Nullable BigDecimal mean,
            BigDecimal knownM2,
            BigDecimal unknownM2,
            List<CellClass> classes) {}

    /** Ground at or above a threshold, or of a class; share of the drawn area. */
    public record CellClass(String level, BigDecimal value, BigDecimal planarM2, BigDecimal share) {}

    /** Ground of one level. */
    public record LevelArea(String level, BigDecimal planarM2, BigDecimal share) {}

    /**
     * Zones of one code on the parcel.
     *
     * @param level level that they state
     * @param mitigable whether the risk can be mitigated; null where not stated
     * @param study study that they name
     * @param detailedStudy whether each names a detailed study
     * @param effect what they mean for a licence
     */
    public record Zone(
            String zone,
            @Nullable String label,
            String level,
            @Nullable Boolean mitigable,
            @Nullable String study,
            boolean detailedStudy,
            RiskEffect effect,
            @Nullable BigDecimal planarM2,
            @Nullable BigDecimal share,
            @Nullable BigDecimal lengthM,
            @Nullable Integer count,
            List<LegalSource> sources) {}

    /** Returns the answer with its hash and notice. */
    RiskAnswer sealed(String hashText, @Nullable String noticeText) {
        return new RiskAnswer(
                parcel,
                plan,
                on,
                knownAt,
                effect,
                effectText,
                phenomena,
                roadStrips,
                unknown,
                warnings,
                dataVersions,
                demonstration,
                hashText,
                noticeText);
    }
}
