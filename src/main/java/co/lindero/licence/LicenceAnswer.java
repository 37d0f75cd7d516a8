package co.lindero.licence;

import co.lindero.law.LegalSource;
import co.lindero.platform.json.Json;
import co.lindero.platform.json.JsonText;
import co.lindero.platform.json.ToldText;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a licence check in both languages, as it is written: {@code docs/schemas/licence-check.schema.json}. Lengths
 * in m to 0.0001, areas in m2; geometries in the CRS of the footprint, x, y. Its hash is put in by {@link Json#sealed}.
 */
public record LicenceAnswer(
        String id,
        String verdict,
        ToldText verdictTitle,
        List<ParcelFacts> parcels,
        SiteFactsJson site,
        LicenceFacts licence,
        ProposalFacts proposal,
        List<FindingJson> findings,
        List<NotAppliedJson> notApplied,
        List<WarningJson> warnings,
        @Nullable PlanJson plan,
        String on,
        String cadastreOn,
        KnownAtJson knownAt,
        String crs,
        List<DataVersionJson> dataVersions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean demonstration,
        String hash,
        ToldText notice) {

    /** A parcel of the site. */
    public record ParcelFacts(
            String number,
            String municipality,
            @Nullable BigDecimal registeredM2,
            @Nullable BigDecimal planarM2,
            @Nullable BigDecimal ellipsoidM2) {}

    /** The ground that was judged and its boundary. */
    public record SiteFactsJson(
            @Nullable BigDecimal registeredM2,
            BigDecimal planarM2,
            BigDecimal ellipsoidM2,
            @Nullable BigDecimal footprintM2,
            boolean frontsStated,
            List<BoundaryJson> boundary,
            JsonText geometry,
            @Nullable JsonText footprint) {}

    /** A classed piece of the boundary. */
    public record BoundaryJson(
            @JsonProperty("class") String side,
            @Nullable Integer front,
            @Nullable String reason,
            BigDecimal lengthM,
            JsonText geometry) {}

    /** What was asked for. */
    public record LicenceFacts(
            @JsonProperty("class") String licenceClass,
            List<String> modalities,
            String filedOn,
            @Nullable String filingNumber) {}

    /** What was proposed, as it was stated; geometries are in the site, and of a layout the number of lots is told. */
    public record ProposalFacts(
            @Nullable String useCategory,
            @Nullable String ciiu,
            @Nullable Integer floors,
            @Nullable BigDecimal heightM,
            @Nullable BigDecimal builtAreaM2,
            @Nullable Integer dwellings,
            @Nullable Integer parkingSpaces,
            @Nullable BigDecimal dedicationM2,
            @Nullable BigDecimal netAreaM2,
            @Nullable BigDecimal usableAreaM2,
            @Nullable Integer lots,
            @Nullable String uafException) {}

    /** One finding; figures null where nothing was compared. */
    public record FindingJson(
            int number,
            String kind,
            @Nullable NormJson norm,
            @Nullable String theme,
            @Nullable String zone,
            @Nullable String quantity,
            @Nullable ToldText title,
            @Nullable String definition,
            String verdict,
            @Nullable BigDecimal actual,
            @Nullable String operator,
            @Nullable BigDecimal limit,
            @Nullable String unit,
            @Nullable BigDecimal margin,
            @Nullable BigDecimal tolerance,
            List<AlternativeJson> alternatives,
            ToldText message,
            ToldText because,
            List<String> missing,
            List<UseJson> uses,
            @Nullable Integer lot,
            List<LegalSource> sources,
            @Nullable JsonText geometry) {}

    /** Another figure for the quantity. */
    public record AlternativeJson(BigDecimal actual, ToldText how) {}

    /** A norm and its version. */
    public record NormJson(
            long id,
            long version,
            String plan,
            @Nullable ScopeJson scope,
            @Nullable ScopeJson second,
            @Nullable BigDecimal value,
            @Nullable String per,
            String base,
            @Nullable String condition) {}

    /** A zone that a rule speaks for. */
    public record ScopeJson(String theme, String zone) {}

    /** A use rule and its version. */
    public record UseJson(
            long id,
            long version,
            String category,
            String regime,
            @Nullable String condition) {}

    /** What was considered and not applied. */
    public record NotAppliedJson(
            String kind,
            @Nullable NormJson norm,
            @Nullable String theme,
            @Nullable String zone,
            @Nullable String quantity,
            String code,
            ToldText reason,
            List<LegalSource> sources) {}

    /** What a reader must know of the answer. */
    public record WarningJson(String code, ToldText message) {}

    /** The plan whose norms were applied. */
    public record PlanJson(String code, String act, String status, boolean expired) {}

    /** The state of knowledge. */
    public record KnownAtJson(long publication, String at) {}

    /** A dataset that the answer draws on. */
    public record DataVersionJson(long publication, String dataset, String publishedAt) {}
}
