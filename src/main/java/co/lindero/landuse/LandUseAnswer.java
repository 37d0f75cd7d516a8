package co.lindero.landuse;

import co.lindero.law.LegalSource;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The land-use answer for a parcel, in one language, as it is written: {@code docs/schemas/land-use.schema.json}. Areas in
 * m2 to 0.0001; shares of the drawn area, from unrounded figures.
 *
 * @param demonstration present and true where synthetic data had a part in the answer
 */
public record LandUseAnswer(
        ParcelFacts parcel,
        @Nullable PlanFacts plan,
        String on,
        KnownAtFacts knownAt,
        List<ThemeAnswer> themes,
        List<NormFacts> norms,
        List<UseFacts> uses,
        List<ConflictFacts> conflicts,
        List<BuildingFacts> buildings,
        List<JsonNode> projects,
        List<JsonNode> licences,
        List<Warning> warnings,
        List<DataVersion> dataVersions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean demonstration,
        @Nullable String hash,
        @Nullable String notice) {

    /** The parcel; {@code parent} is the plot that answers for a unit without one. */
    public record ParcelFacts(
            String number,
            @Nullable String previousNumber,
            String municipality,
            @Nullable String parent,
            @Nullable String nupre,
            @Nullable String folio,
            @Nullable String address,
            @Nullable String condition,
            @Nullable String destination,
            Areas areas) {}

    /** Three areas, each labelled; registered may differ from drawn. */
    public record Areas(
            @Nullable BigDecimal registeredM2,
            @Nullable BigDecimal ellipsoidM2,
            @Nullable BigDecimal planarM2) {}

    /** The plan that answers. */
    public record PlanFacts(
            String code,
            String kind,
            String act,
            String status,
            boolean expired,
            String inForceFrom,
            @Nullable String inForceTo,
            @Nullable String termEnds,
            @Nullable String revises) {}

    /** The state of knowledge. */
    public record KnownAtFacts(long publication, String at) {}

    /** One theme; figures add up to the drawn area. */
    public record ThemeAnswer(
            String theme,
            String title,
            String state,
            @Nullable String reason,
            @Nullable Boolean boundarySensitive,
            List<Part> parts,
            @Nullable BigDecimal uncoveredM2,
            @Nullable BigDecimal doublyCoveredM2,
            @Nullable BigDecimal unknownM2,
            @Nullable BigDecimal outsideGroundM2,
            List<Noise> noise,
            List<Declaration> declarations,
            List<Derived> derived) {}

    /**
     * What a rule of distance says where no official zones are loaded: drawn by Lindero, delimited by nobody. Not a part: it
     * has no share in the figures that add up.
     *
     * @param state preventive_not_delimited, by_law_not_delimited or order_not_stated
     * @param zone code of the lines it is measured from
     * @param roadOrder order of a road; null for watercourses and where it is not stated
     * @param halfWidthM width on each side of the line; null where it is not known
     * @param distanceM distance of the parcel from the line
     * @param planarM2 ground of the parcel in the strip; null where it cannot be drawn
     */
    public record Derived(
            String state,
            String zone,
            @Nullable String label,
            @Nullable Integer roadOrder,
            @Nullable BigDecimal halfWidthM,
            BigDecimal distanceM,
            @Nullable BigDecimal planarM2,
            @Nullable BigDecimal share,
            String text,
            List<LegalSource> sources,
            boolean verified,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            JsonNode geometry) {}

    /** A zone on the parcel. Lines carry a length, points a count; both have no area. */
    public record Part(
            String zone,
            @Nullable String label,
            @Nullable BigDecimal planarM2,
            @Nullable BigDecimal share,
            @Nullable BigDecimal lengthM,
            @Nullable Integer count,
            List<NormFacts> norms,
            List<UseFacts> uses,
            List<LegalSource> sources,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            JsonNode geometry) {}

    /** Boundary noise: not a restriction. */
    public record Noise(@Nullable String zone, BigDecimal planarM2, BigDecimal widthM) {}

    /** A statement that nothing of the theme exists or applies. */
    public record Declaration(String zone, @Nullable String label, List<LegalSource> sources) {}

    /** A building that the cadastre ties to the parcel. */
    public record BuildingFacts(
            String number,
            @Nullable Integer floors,
            @Nullable BigDecimal builtAreaM2,
            @Nullable BigDecimal footprintM2,
            @Nullable String use,
            @Nullable Integer year) {}

    /** What a reader must know of the answer. */
    public record Warning(String code, @Nullable String theme, String message) {}

    /** A dataset that the answer draws on. */
    public record DataVersion(long publication, String dataset, String publishedAt) {}

    /** Returns the answer with its hash and notice. */
    LandUseAnswer sealed(String hashText, String noticeText) {
        return new LandUseAnswer(
                parcel,
                plan,
                on,
                knownAt,
                themes,
                norms,
                uses,
                conflicts,
                buildings,
                projects,
                licences,
                warnings,
                dataVersions,
                demonstration,
                hashText,
                noticeText);
    }
}
