package co.lindero.licence;

import co.lindero.licence.Measure.Reading;
import co.lindero.norm.Operator;
import co.lindero.norm.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Compares a figure with a limit. Lengths compare to 0.1 mm and areas to 0.001 m2; ratios are compared as areas, the limit
 * times the base, so that no rounding of a quotient decides; counts compare exactly. Exactly at the limit complies unless
 * the norm says "less than" or "more than".
 *
 * @param actual the figure as it is shown: m to 0.0001, m2 to 0.001, ratios to 0.000001
 * @param limit the limit in the same unit
 * @param margin how far on the right side of the limit the figure is; negative where it is on the wrong side
 * @param holds whether it complies
 * @param decisive whether it lies further from the limit than the tolerance
 */
record Comparison(BigDecimal actual, BigDecimal limit, BigDecimal margin, boolean holds, boolean decisive) {
    /** Lengths compare to a tenth of a millimetre, m. */
    static final BigDecimal LENGTH_TOLERANCE_M = new BigDecimal("0.0001");
    /** Areas compare to a thousandth of a square metre. */
    static final BigDecimal AREA_TOLERANCE_M2 = new BigDecimal("0.001");

    private static final int RATIO_DECIMALS = 6;

    /** Returns to what a quantity compares, in its unit; of a ratio the area that the comparison is made to. */
    static BigDecimal tolerance(Quantity quantity) {
        return switch (quantity.unit()) {
            case "m" -> LENGTH_TOLERANCE_M;
            case "m2", "ratio", "dwellings/ha" -> AREA_TOLERANCE_M2;
            default -> BigDecimal.ZERO;
        };
    }

    static Comparison of(Quantity quantity, Reading reading, Operator operator, BigDecimal limit) {
        BigDecimal base = reading.base();
        if (base == null) {
            int scale = tolerance(quantity).scale();
            BigDecimal actual = scale == 0 ? reading.amount() : reading.amount().setScale(scale, RoundingMode.HALF_UP);
            return made(actual, limit, operator, actual.subtract(limit), tolerance(quantity));
        }
        BigDecimal area = reading.amount().setScale(AREA_TOLERANCE_M2.scale(), RoundingMode.HALF_UP);
        BigDecimal allowed = limit.multiply(base).setScale(AREA_TOLERANCE_M2.scale(), RoundingMode.HALF_UP);
        BigDecimal ratio = base.signum() == 0
                ? BigDecimal.ZERO
                : reading.amount().divide(base, MathContext.DECIMAL64).setScale(RATIO_DECIMALS, RoundingMode.HALF_UP);
        return made(ratio, limit, operator, area.subtract(allowed), AREA_TOLERANCE_M2);
    }

    private static Comparison made(
            BigDecimal actual, BigDecimal limit, Operator operator, BigDecimal excess, BigDecimal tolerance) {
        int order = excess.signum();
        boolean holds = switch (operator) {
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
            case LESS_THAN -> order < 0;
            case MORE_THAN -> order > 0;
            case EQUAL -> order == 0;
        };
        BigDecimal over = actual.subtract(limit);
        BigDecimal margin = switch (operator) {
            case AT_MOST, LESS_THAN -> over.negate();
            case AT_LEAST, MORE_THAN -> over;
            case EQUAL -> over.abs().negate();
        };
        return new Comparison(actual, limit, margin, holds, excess.abs().compareTo(tolerance) > 0);
    }
}
