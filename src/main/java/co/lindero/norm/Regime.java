package co.lindero.norm;

import co.lindero.law.Bilingual;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a plan says of a use in a zone. A use that no rule lists is prohibited because unlisted.
 *
 * @legal Decreto 1077 de 2015, art. 2.2.1.1 (usos)
 */
public enum Regime {
    PRINCIPAL("Principal", "Main"),
    COMPATIBLE("Compatible o complementario", "Compatible"),
    CONDICIONADO("Condicionado o restringido", "Conditional"),
    PROHIBIDO("Prohibido", "Prohibited");

    private final String spanish;
    private final String english;

    Regime(String es, String en) {
        this.spanish = es;
        this.english = en;
    }

    /** Returns the official value that files and answers use, such as {@code condicionado}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns its name for people. */
    public Bilingual title() {
        return new Bilingual(spanish, english);
    }

    /** Finds a regime by its code. */
    public static Optional<Regime> find(String code) {
        return Arrays.stream(values()).filter(r -> r.code().equals(code)).findFirst();
    }
}
