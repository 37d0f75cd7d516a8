package co.lindero.activity;

import co.lindero.law.Bilingual;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Whether a use may be on a parcel, or on a part of it. */
public enum Verdict {
    /** The use is principal or compatible, or conditional and its condition holds. */
    ALLOWED("Sí: el uso se admite", "Yes: the use is admitted"),
    /** Admitted in some zones of the parcel and prohibited in others. */
    PARTLY("En parte: el uso se admite en unas zonas del predio y en otras no", "In part: admitted in some zones only"),
    /** A person must judge: a condition in prose, two regimes, or a determinant that prevails. */
    NEEDS_REVIEW("Debe revisarse: la norma pide un juicio", "Needs review: the norm asks for judgement"),
    /** Something that decides it is not known. */
    NOT_EVALUABLE("No se puede saber: falta un dato o una norma", "Cannot be told: a fact or a norm is missing"),
    /** The use is prohibited, by name or because no rule of the zone lists it. */
    PROHIBITED("No: el uso está prohibido", "No: the use is prohibited");

    private final String spanish;
    private final String english;

    Verdict(String es, String en) {
        this.spanish = es;
        this.english = en;
    }

    /** Returns the name in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    Bilingual title() {
        return new Bilingual(spanish, english);
    }

    /** Of themes that all speak for the parcel, the strictest decides; nothing said is not evaluable. */
    static Verdict strictest(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Enum::compareTo).orElse(NOT_EVALUABLE);
    }

    /**
     * Of zones beside each other none decides for the other: some that admit and some that prohibit make a part; where one
     * is not known or to be reviewed, so is the whole.
     */
    static Verdict ofPlaces(Collection<Verdict> verdicts) {
        List<Verdict> different = verdicts.stream().distinct().toList();
        if (different.size() == 1) {
            return different.get(0);
        }
        if (different.isEmpty() || different.contains(NOT_EVALUABLE)) {
            return NOT_EVALUABLE;
        }
        return different.contains(NEEDS_REVIEW) ? NEEDS_REVIEW : PARTLY;
    }

    /** Of categories that an activity may belong to, all must say the same, or it depends on which. */
    static Verdict ofCategories(Collection<Verdict> verdicts, boolean chosenByArea) {
        List<Verdict> different = verdicts.stream().distinct().toList();
        if (different.size() == 1) {
            return different.get(0);
        }
        return chosenByArea && !different.isEmpty() ? NEEDS_REVIEW : NOT_EVALUABLE;
    }
}
