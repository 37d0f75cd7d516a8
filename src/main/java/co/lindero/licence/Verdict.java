package co.lindero.licence;

import co.lindero.law.Bilingual;
import java.util.Locale;

/** What a finding says, the worst last: the verdict of the whole is the worst of its findings. */
public enum Verdict {
    COMPLIES("Cumple", "Complies"),
    NEEDS_REVIEW("Requiere revisión", "Needs review"),
    NOT_EVALUABLE("No evaluable", "Not evaluable"),
    DOES_NOT_COMPLY("No cumple", "Does not comply");

    private final String spanish;
    private final String english;

    Verdict(String es, String en) {
        this.spanish = es;
        this.english = en;
    }

    /** Returns the code that answers use, such as {@code does_not_comply}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns its name for people. */
    public Bilingual title() {
        return new Bilingual(spanish, english);
    }

    /** Returns the worse of two. */
    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
