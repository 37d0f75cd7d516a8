package co.lindero.norm;

import java.util.Arrays;
import java.util.Optional;

/** How the actual figure must stand to the limit of a norm. */
public enum Operator {
    AT_MOST("<="),
    AT_LEAST(">="),
    LESS_THAN("<"),
    MORE_THAN(">"),
    EQUAL("=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** Returns the symbol that files and answers use. */
    public String symbol() {
        return symbol;
    }

    /** Finds an operator by its symbol. */
    public static Optional<Operator> find(String symbol) {
        return Arrays.stream(values()).filter(o -> o.symbol.equals(symbol)).findFirst();
    }
}
