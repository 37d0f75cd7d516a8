package co.lindero.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A licence as the register holds it.
 *
 * @param number file number (radicado)
 * @param dataset dataset that holds it
 * @param licenceClass class, as art. 2.2.6.1.1.2 of Decreto 1077 de 2015 has them
 * @param otherClasses further classes decided in the same act; empty for none
 * @param modalities modalities; empty where the register names none
 * @param status where the file stands
 * @param filedOn filing in legal and due form: fixes norm and regime
 * @param observedOn notification of the record of observations
 * @param answeredOn answer to it
 * @param decidedOn act that decides
 * @param notifiedOn its notification
 * @param finalOn day on which it became final; validity counts from it
 * @param extensionFinalOn day on which an extension became final
 * @param parcels parcel numbers, known to the cadastre or not
 * @param areaM2 area licensed, m2
 * @param geometry GeoJSON in longitude, latitude: the drawn ground, else that of the parcels known; null where neither is
 */
public record Licence(
        String municipality,
        String number,
        String dataset,
        String licenceClass,
        List<String> otherClasses,
        List<String> modalities,
        String status,
        LocalDate filedOn,
        @Nullable LocalDate observedOn,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate notifiedOn,
        @Nullable LocalDate finalOn,
        @Nullable LocalDate extensionFinalOn,
        @Nullable String act,
        List<String> parcels,
        @Nullable Double areaM2,
        @Nullable Integer dwellings,
        @Nullable Integer floors,
        @Nullable String use,
        @Nullable JsonNode geometry) {

    public Licence {
        otherClasses = List.copyOf(otherClasses);
        modalities = List.copyOf(modalities);
        parcels = List.copyOf(parcels);
    }

    /** Returns all classes that the act decides, the one it is filed under first. */
    public List<String> classes() {
        return Stream.concat(Stream.of(licenceClass), otherClasses.stream()).toList();
    }

    /** Whether the file ended in a licence. */
    public boolean isGranted() {
        return switch (status) {
            case "concedida", "notificada", "en_firme" -> true;
            default -> false;
        };
    }

    /** Whether the file ended without a licence. */
    public boolean isClosedWithout() {
        return status.equals("negada") || status.equals("desistida");
    }
}
