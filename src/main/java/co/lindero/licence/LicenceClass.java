package co.lindero.licence;

import co.lindero.law.Bilingual;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Classes of urban licence, by their official values.
 *
 * @legal Decreto 1077 de 2015, arts. 2.2.6.1.1.2 to 2.2.6.1.1.7, 2.2.6.1.1.12
 */
public enum LicenceClass {
    URBANIZACION("Urbanización", "Urbanisation", "desarrollo,saneamiento,reurbanizacion"),
    PARCELACION("Parcelación", "Rural estate", "desarrollo,saneamiento"),
    SUBDIVISION("Subdivisión", "Subdivision", "rural,urbana,reloteo"),
    CONSTRUCCION("Construcción", "Construction", String.join(",", Modality.codes())),
    INTERVENCION_ESPACIO_PUBLICO(
            "Intervención del espacio público", "Works in public space", "ocupacion,intervencion,playas");

    private final String spanish;
    private final String english;
    private final String modalities;

    LicenceClass(String es, String en, String modalities) {
        this.spanish = es;
        this.english = en;
        this.modalities = modalities;
    }

    /** Returns the official values of its modalities: the same that the register of licences knows. */
    public List<String> modalities() {
        return List.of(modalities.split(",", -1));
    }

    /** Returns the official value. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns its name for people. */
    public Bilingual title() {
        return new Bilingual(spanish, english);
    }

    /** Tells whether it divides ground into lots. */
    boolean dividesGround() {
        return this == URBANIZACION || this == PARCELACION || this == SUBDIVISION;
    }

    static Optional<LicenceClass> find(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(LicenceClass::code).toList();
    }
}
