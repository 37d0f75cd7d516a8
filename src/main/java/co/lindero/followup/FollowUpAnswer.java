package co.lindero.followup;

import co.lindero.law.LegalSource;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is followed, as it is written: {@code docs/schemas/follow-up.schema.json}. Areas in m2, planar but for what a register
 * says; days as {@code YYYY-MM-DD}. A section that was not asked for is null.
 */
public record FollowUpAnswer(
        String municipality,
        String plan,
        @Nullable String draft,
        String on,
        KnownAtFacts knownAt,
        String theme,
        @Nullable Zones zones,
        @Nullable Expiring expiring,
        @Nullable Conflicts conflicts,
        @Nullable Candidates candidates,
        List<Warning> warnings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean demonstration,
        String notice) {

    /** The state of knowledge. */
    public record KnownAtFacts(long publication, String at) {}

    /** What a reader must know. */
    public record Warning(String code, String message) {}

    /**
     * Licences by zone and year.
     *
     * @param unplaced file numbers whose parcels the cadastre does not know: in no zone's sum
     * @param rule how it is counted
     */
    public record Zones(List<Zone> rows, List<String> unplaced, String rule) {}

    /**
     * One zone; null for parcels on which none of the theme lies.
     *
     * @param parcels parcels whose inner point lies there, streets, public ground and informal plots left out
     * @param parcelsM2 their drawn area
     * @param withoutNormM2 of it, where no norm says how much may be built
     * @param allowedM2 built area that the norms allow on the rest; null where they say nothing anywhere
     * @param allowedDwellings dwellings that they allow where they state a density; null where they state none
     * @param licensed licences of all years
     * @param shareOfArea licensed area on ground with norm, of what is allowed
     * @param shareOfDwellings the same of dwellings
     */
    public record Zone(
            @Nullable String zone,
            long parcels,
            BigDecimal parcelsM2,
            BigDecimal withoutNormM2,
            @Nullable BigDecimal allowedM2,
            @Nullable BigDecimal allowedDwellings,
            Licensed licensed,
            @Nullable BigDecimal shareOfArea,
            @Nullable BigDecimal shareOfDwellings,
            List<Year> years) {}

    /**
     * Licences granted.
     *
     * @param licences all of them
     * @param areaM2 built area of those that add some, where the register says it
     * @param dwellings dwellings of the same, likewise
     * @param areaUnknown how many of them do not state an area
     * @param dwellingsUnknown how many do not state dwellings
     */
    public record Licensed(long licences, BigDecimal areaM2, long dwellings, long areaUnknown, long dwellingsUnknown) {}

    /** Licences of the year in which they were decided. */
    public record Year(int year, Licensed licensed) {}

    /** Licences about to expire, the first to do so first. */
    public record Expiring(int withinDays, List<ExpiringLicence> rows) {}

    /**
     * A licence about to expire.
     *
     * @param daysLeft days until the last day of its validity
     * @param extensionRequestBy last day to ask for an extension; null where none can be asked for
     * @param extensionOpen whether that day is still to come
     */
    public record ExpiringLicence(
            String number,
            @JsonProperty("class") String licenceClass,
            List<String> modalities,
            List<String> parcels,
            String until,
            long daysLeft,
            boolean extended,
            @Nullable String extensionRequestBy,
            boolean extensionOpen,
            boolean verified) {}

    /**
     * Licences in force or under way that a plan would not allow.
     *
     * @param checked how many licences were checked, by verdict under each plan
     * @param notChecked those that could not be
     * @param next file number after which to go on; null where every licence was checked
     * @param rule what it means
     */
    public record Conflicts(
            List<Conflict> rows,
            List<Checked> checked,
            List<NotChecked> notChecked,
            @Nullable String next,
            String rule) {}

    /** Verdicts under one plan. */
    public record Checked(
            String plan, long licences, long complies, long needsReview, long notEvaluable, long doesNotComply) {}

    /** A licence that could not be checked. */
    public record NotChecked(String number, String reason) {}

    /**
     * A licence that a plan would not allow.
     *
     * @param state state of its validity
     * @param today what the plan that answers says
     * @param draft what the draft says; null where none was asked
     */
    public record Conflict(
            String number,
            @JsonProperty("class") String licenceClass,
            List<String> modalities,
            String status,
            String filedOn,
            String state,
            @Nullable String until,
            List<String> parcels,
            @Nullable Judged today,
            @Nullable Judged draft) {}

    /** What a plan says. */
    public record Judged(String plan, String verdict, List<Against> against) {}

    /** What speaks against it. */
    public record Against(
            String kind,
            @Nullable String theme,
            @Nullable String zone,
            @Nullable String quantity,
            @Nullable BigDecimal actual,
            @Nullable String operator,
            @Nullable BigDecimal limit,
            @Nullable String unit,
            String message,
            List<LegalSource> sources) {}

    /**
     * Buildings to look at.
     *
     * @param counts all of them, listed or not
     * @param truncated whether more were found than are listed
     * @param rule what it means and what it does not
     */
    public record Candidates(List<Candidate> rows, List<Count> counts, int limit, boolean truncated, String rule) {}

    /** Candidates of one kind, and how many more there would be that a granted licence names. */
    public record Count(String kind, long candidates, long withLicence) {}

    /**
     * A building, or the buildings of a parcel.
     *
     * @param kind protection, high-hazard or larger-than-norm
     * @param building number of the building; null where it is all of a parcel's
     * @param zone code of the zone, or the combination of zones whose norm is exceeded
     * @param quantity quantity exceeded; null for a zone
     * @param year year of the oldest, as the cadastre says
     * @param olderThanPlan whether that is before the plan came into force; null where the year is not known
     */
    public record Candidate(
            String kind,
            String parcel,
            @Nullable String building,
            @Nullable String theme,
            String zone,
            @Nullable String level,
            @Nullable String quantity,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal limit,
            @Nullable String unit,
            @Nullable Integer year,
            @Nullable Boolean olderThanPlan) {}
}
