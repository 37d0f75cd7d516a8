package co.lindero.licence;

import co.lindero.law.Bilingual;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Modalities of the construction licence, by their official values. Several may go in one application.
 *
 * @legal Decreto 1077 de 2015, art. 2.2.6.1.1.7
 */
public enum Modality {
    OBRA_NUEVA("Obra nueva", "New building", Depth.FULL),
    AMPLIACION("Ampliación", "Extension", Depth.FULL),
    ADECUACION("Adecuación", "Change of use", Depth.USE),
    MODIFICACION("Modificación", "Alteration", Depth.STATED),
    RESTAURACION("Restauración", "Restoration", Depth.STATED),
    REFORZAMIENTO_ESTRUCTURAL("Reforzamiento estructural", "Structural strengthening", Depth.STATED),
    DEMOLICION("Demolición", "Demolition", Depth.STATED),
    RECONSTRUCCION("Reconstrucción", "Reconstruction", Depth.FULL),
    CERRAMIENTO("Cerramiento", "Enclosure", Depth.STATED);

    /** How deeply a modality is judged. */
    enum Depth {
        /** Every norm that applies; an input that is not given is missing. */
        FULL,
        /** The use and what is stated. */
        USE,
        /** What is stated alone: the answer says so. */
        STATED
    }

    private final String spanish;
    private final String english;
    private final Depth depth;

    Modality(String es, String en, Depth depth) {
        this.spanish = es;
        this.english = en;
        this.depth = depth;
    }

    /** Returns the official value. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns its name for people. */
    public Bilingual title() {
        return new Bilingual(spanish, english);
    }

    Depth depth() {
        return depth;
    }

    static Optional<Modality> find(String code) {
        return Arrays.stream(values()).filter(m -> m.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Modality::code).toList();
    }
}
