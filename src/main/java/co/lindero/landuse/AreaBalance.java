package co.lindero.landuse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rounds the figures of a theme on a parcel to 0.0001 m2 so that they still add up: parts + noise + uncovered + unknown +
 * outside the ground - doubly covered = drawn area. Rounding each by itself would leave up to half a unit for each figure;
 * that remainder goes, a unit each, to the figures whose rounding moved them most the other way.
 */
final class AreaBalance {
    /** Decimals that areas are written with. */
    static final int DECIMALS = 4;

    private static final double UNITS_PER_M2 = 10_000;

    private final List<Term> terms = new ArrayList<>();

    private static final class Term {
        private final double units;
        private final int sign;
        private long rounded;

        Term(double areaM2, int sign) {
            this.units = areaM2 * UNITS_PER_M2;
            this.sign = sign;
            this.rounded = Math.round(units);
        }
    }

    /** Adds a figure that counts towards the drawn area; returns its place. */
    int plus(double areaM2) {
        terms.add(new Term(areaM2, 1));
        return terms.size() - 1;
    }

    /** Adds a figure that is taken off; returns its place. */
    int minus(double areaM2) {
        terms.add(new Term(areaM2, -1));
        return terms.size() - 1;
    }

    /**
     * Spreads the remainder of the rounding.
     *
     * @param drawnM2 drawn area of the parcel, m2
     * @return false where more is left than rounding explains: the figures do not belong together
     */
    boolean close(double drawnM2) {
        long left = Math.round(drawnM2 * UNITS_PER_M2);
        for (Term term : terms) {
            left -= term.sign * term.rounded;
        }
        int step = left > 0 ? 1 : -1;
        // what rounds to nothing stays nothing: a figure must not appear out of the remainder
        List<Term> movable = terms.stream()
                .filter(t -> t.rounded > 0)
                .sorted(Comparator.comparingDouble((Term t) -> -step * t.sign * (t.units - t.rounded)))
                .toList();
        for (Term term : movable) {
            if (left == 0) {
                return true;
            }
            term.rounded += (long) step * term.sign;
            left -= step;
        }
        return left == 0;
    }

    /** Returns a rounded figure, m2. */
    BigDecimal get(int place) {
        return BigDecimal.valueOf(terms.get(place).rounded, DECIMALS);
    }

    /** Rounds an area that stands for itself. */
    static BigDecimal round(double areaM2) {
        return BigDecimal.valueOf(areaM2).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
