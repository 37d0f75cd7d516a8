package co.lindero.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A licence as answers write it, in one language: {@code docs/schemas/licence.schema.json}. Days as {@code YYYY-MM-DD}.
 *
 * @param licenceClass class; {@code class} in JSON
 * @param otherClasses further classes decided in the same act
 * @param validity how long it is valid
 * @param decision when a decision is due
 */
public record LicenceFacts(
        String number,
        String municipality,

        @com.fasterxml.jackson.annotation.JsonProperty("class")
        String licenceClass,

        List<String> otherClasses,
        List<String> modalities,
        String status,
        String filedOn,
        @Nullable String observedOn,
        @Nullable String answeredOn,
        @Nullable String decidedOn,
        @Nullable String notifiedOn,
        @Nullable String finalOn,
        @Nullable String extensionFinalOn,
        @Nullable String act,
        List<String> parcels,
        @Nullable Double areaM2,
        @Nullable Integer dwellings,
        @Nullable Integer floors,
        @Nullable String use,
        LicenceTerms.Validity validity,
        LicenceTerms.Decision decision) {

    static LicenceFacts of(Licence licence, LicenceTerms terms) {
        return new LicenceFacts(
                licence.number(),
                licence.municipality(),
                licence.licenceClass(),
                licence.otherClasses(),
                licence.modalities(),
                licence.status(),
                licence.filedOn().toString(),
                text(licence.observedOn()),
                text(licence.answeredOn()),
                text(licence.decidedOn()),
                text(licence.notifiedOn()),
                text(licence.finalOn()),
                text(licence.extensionFinalOn()),
                licence.act(),
                licence.parcels(),
                licence.areaM2(),
                licence.dwellings(),
                licence.floors(),
                licence.use(),
                terms.validity(),
                terms.decision());
    }

    private static @Nullable String text(java.time.@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
