package co.lindero.activity;

import co.lindero.landuse.ConflictFacts;
import co.lindero.landuse.LandUseAnswer;
import co.lindero.landuse.LandUseAnswer.DataVersion;
import co.lindero.landuse.LandUseAnswer.Warning;
import co.lindero.landuse.NormFacts.TestFacts;
import co.lindero.law.LegalSource;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a use may be on a parcel, in one language, as it is written: {@code docs/schemas/uses.schema.json}.
 *
 * @param asked the use asked about
 * @param categories use categories that it belongs to; those that the area rules out are marked
 * @param verdict allowed, partly, needs_review, not_evaluable or prohibited
 * @param answer the verdict in words, with what decides it
 * @param parts zones that have a say
 * @param precedence determinants that prevail over those zones
 * @param demonstration present and true where synthetic data had a part in the answer
 */
public record UsesAnswer(
        LandUseAnswer.ParcelFacts parcel,
        LandUseAnswer.@Nullable PlanFacts plan,
        String on,
        LandUseAnswer.KnownAtFacts knownAt,
        Asked asked,
        List<Category> categories,
        String verdict,
        String answer,
        List<Place> parts,
        List<ConflictFacts> precedence,
        List<Warning> warnings,
        List<DataVersion> dataVersions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean demonstration,
        @Nullable String hash,
        @Nullable String notice) {

    /** The use asked about. */
    public record Asked(
            @Nullable String ciiu,
            @Nullable String category,
            @Nullable BigDecimal areaM2) {}

    /** A use category that the activity belongs to, with the built areas for which it does, m2. */
    public record Category(
            String category,
            @Nullable BigDecimal areaMinM2,
            @Nullable BigDecimal areaMaxM2,
            @Nullable String note,
            boolean applies) {}

    /** A zone of the parcel and what it says of the use. */
    public record Place(
            String theme,
            String title,
            String zone,
            @Nullable String label,
            @Nullable BigDecimal planarM2,
            @Nullable BigDecimal share,
            String verdict,
            List<Judged> uses) {}

    /**
     * What a zone says of a category.
     *
     * @param unlisted true where no rule of the zone lists it, or none whose condition holds
     * @param why the verdict in words
     * @param missing names that would have to be known
     */
    public record Judged(
            String category, String verdict, boolean unlisted, String why, List<String> missing, List<Rule> rules) {}

    /** A rule that speaks of the category, with the outcome of its condition for this use. */
    public record Rule(
            long rule,
            String regime,
            @Nullable String condition,
            String outcome,
            List<TestFacts> trace,
            String plan,
            boolean inherited,
            long version,
            List<LegalSource> sources) {}

    /** Returns the answer with its hash and notice. */
    UsesAnswer sealed(String hashText, @Nullable String noticeText) {
        return new UsesAnswer(
                parcel,
                plan,
                on,
                knownAt,
                asked,
                categories,
                verdict,
                answer,
                parts,
                precedence,
                warnings,
                dataVersions,
                demonstration,
                hashText,
                noticeText);
    }
}
