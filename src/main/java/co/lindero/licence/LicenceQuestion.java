package co.lindero.licence;

import co.lindero.publication.KnownAt;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to the licence check, as {@code docs/schemas/licence-question.schema.json} describes it.
 *
 * @param parcels numbers of the parcels that are judged as one site
 * @param municipality narrows free numbers; null for any
 * @param licenceClass class of licence
 * @param modalities modalities; of construction at least one, else as the caller wrote them
 * @param filedOn day of complete filing, whose norms apply; null for today
 * @param filingNumber number under which it is filed
 * @param proposal what is proposed
 * @param knownAt state of the data
 * @param plan code of the plan that shall answer; null for the one in force
 */
public record LicenceQuestion(
        List<String> parcels,
        @Nullable String municipality,
        LicenceClass licenceClass,
        List<String> modalities,
        @Nullable LocalDate filedOn,
        @Nullable String filingNumber,
        Proposal proposal,
        KnownAt knownAt,
        @Nullable String plan) {

    public LicenceQuestion {
        parcels = List.copyOf(parcels);
        modalities = List.copyOf(modalities);
    }

    /** Returns the question, asked of another state of the data. */
    LicenceQuestion knownAt(KnownAt other) {
        return new LicenceQuestion(
                parcels, municipality, licenceClass, modalities, filedOn, filingNumber, proposal, other, plan);
    }

    /** Returns the modalities of construction. */
    List<Modality> construction() {
        return licenceClass == LicenceClass.CONSTRUCCION
                ? modalities.stream()
                        .flatMap(code -> Modality.find(code).stream())
                        .toList()
                : List.of();
    }

    /** Tells whether a modality is among those asked for. */
    boolean has(Modality modality) {
        return construction().contains(modality);
    }

    /**
     * What is proposed; null for what is not stated.
     *
     * @param ciiu class of CIIU Rev. 4 A.C., four digits
     * @param useCategory use category of the plan, where the caller knows it
     * @param floors floors above ground of the finished building
     * @param heightM height of the finished building, m
     * @param builtAreaM2 built area, m2; in an extension what is added
     * @param dwellings dwellings on the site when finished
     * @param parkingSpaces parking spaces on the site when finished
     * @param dedicationM2 ground given to the municipality, m2
     * @param netAreaM2 net area of the site, m2, where a norm takes it as the base
     * @param usableAreaM2 usable area of the site, m2, likewise
     * @param footprint Polygon or MultiPolygon, x, y
     * @param fronts Point or MultiPoint, one on each stretch of boundary that the caller states to be a front
     * @param lots array of Polygons: the lots of a layout
     * @param roads array of Polygons: roads that the layout makes
     * @param openSpaces array of Polygons: parks and other public ground that the layout gives, roads apart
     * @param easementLots numbers of the lots, from 1, to which an easement is said to lead
     * @param uafException letter of the exception to the smallest rural lot that is said to hold (Ley 160 de 1994, art. 45)
     * @param crs CRS of these geometries as the caller wrote it
     */
    public record Proposal(
            @Nullable String ciiu,
            @Nullable String useCategory,
            @Nullable Integer floors,
            @Nullable BigDecimal heightM,
            @Nullable BigDecimal builtAreaM2,
            @Nullable Integer dwellings,
            @Nullable Integer parkingSpaces,
            @Nullable BigDecimal dedicationM2,
            @Nullable BigDecimal netAreaM2,
            @Nullable BigDecimal usableAreaM2,
            @Nullable JsonNode footprint,
            @Nullable JsonNode fronts,
            @Nullable JsonNode lots,
            @Nullable JsonNode roads,
            @Nullable JsonNode openSpaces,
            List<Integer> easementLots,
            @Nullable String uafException,
            @Nullable String crs) {
        public Proposal {
            easementLots = List.copyOf(easementLots);
        }

        /** Returns a proposal of which only the number of floors is stated. */
        static Proposal ofFloors(@Nullable Integer floors, String crs) {
            return new Proposal(
                    null, null, floors, null, null, null, null, null, null, null, null, null, null, null, null,
                    List.of(), null, crs);
        }
    }
}
