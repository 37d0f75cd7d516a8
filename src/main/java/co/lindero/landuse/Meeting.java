package co.lindero.landuse;

import co.lindero.landuse.ThemeJudge.Judged;
import co.lindero.landuse.ThemeJudge.JudgedPart;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether two zones of a parcel lie on the same ground, from their areas alone: exactly where one of them covers the parcel,
 * certainly where they do not fit beside each other; else it would have to be measured, and is said to be unknown. Pure.
 *
 * @param kind what is known
 * @param planarM2 common ground, m2; null where only its existence is known, or not even that
 */
record Meeting(Kind kind, @Nullable BigDecimal planarM2) {
    /** Areas that differ by less are written alike. */
    private static final double LEAST_AREA_M2 = 0.000_05;

    enum Kind {
        YES("yes"),
        NO("no"),
        NOT_MEASURED("not_measured");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** A zone on a parcel: its part, its theme, the drawn area of the parcel. */
    record Place(Judged theme, JudgedPart part) {
        private boolean hasArea() {
            return part.planarM2() != null;
        }

        private double areaM2() {
            return part.row().planarM2();
        }

        private boolean covers(double drawnM2) {
            return hasArea() && areaM2() > drawnM2 - LEAST_AREA_M2;
        }

        private boolean isSameTheme(Place other) {
            return theme.scope().code().equals(other.theme.scope().code());
        }
    }

    /**
     * Tells what the areas say.
     *
     * @param drawnM2 drawn area of the parcel, m2
     */
    static Meeting of(Place one, Place other, double drawnM2) {
        if (one.covers(drawnM2)) {
            return new Meeting(Kind.YES, other.part().planarM2());
        }
        if (other.covers(drawnM2)) {
            return new Meeting(Kind.YES, one.part().planarM2());
        }
        if (!one.hasArea() || !other.hasArea()) {
            return new Meeting(Kind.NOT_MEASURED, null);
        }
        if (one.isSameTheme(other) && one.theme().doublyCovered().signum() == 0) {
            return new Meeting(Kind.NO, null);
        }
        boolean crowded = one.areaM2() + other.areaM2() > drawnM2 + LEAST_AREA_M2;
        return new Meeting(crowded ? Kind.YES : Kind.NOT_MEASURED, null);
    }
}
