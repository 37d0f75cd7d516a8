package co.lindero.cql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;

/**
 * The arithmetic of conditions: exact decimals. Sums, products, {@code div} and {@code %} are exact; a quotient is cut
 * (rounded towards zero) to {@link #QUOTIENT_DECIMALS} decimals. {@code div} cuts to a whole number and {@code %} has
 * the sign of the dividend, as in SQL.
 */
enum Arithmetic {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    OVER("/"),
    REMAINDER("%"),
    WHOLE_OVER("div");

    /** Decimals of a quotient. Areas of a country in square millimetres have 24 digits; nothing in law needs more. */
    static final int QUOTIENT_DECIMALS = 20;

    private final String symbol;

    Arithmetic(String symbol) {
        this.symbol = symbol;
    }

    static Arithmetic of(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    boolean divides() {
        return this == OVER || this == REMAINDER || this == WHOLE_OVER;
    }

    boolean multiplies() {
        return this == TIMES || divides();
    }

    /** Applies the operator; the divisor of one that divides must not be zero. */
    BigDecimal apply(BigDecimal left, BigDecimal right) {
        return switch (this) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            case OVER -> left.divide(right, QUOTIENT_DECIMALS, RoundingMode.DOWN);
            case REMAINDER -> left.remainder(right);
            case WHOLE_OVER -> left.divideToIntegralValue(right);
        };
    }
}
