package co.lindero.cql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operand comes to: a value, or what keeps it from having one.
 *
 * @param known the value, in the type of its kind; null where it has none
 * @param unknown why it has none
 */
record OperandValue(@Nullable Object known, Unknown unknown) {
    static OperandValue of(Operand operand, Function<String, @Nullable Object> values) {
        if (operand instanceof Operand.Name name) {
            return named(name, values.apply(name.name()));
        } else if (operand instanceof Operand.NumberLiteral literal) {
            return of(literal.value());
        } else if (operand instanceof Operand.TextLiteral literal) {
            return of(literal.value());
        } else if (operand instanceof Operand.BooleanLiteral literal) {
            return of(literal.value());
        } else if (operand instanceof Operand.DateLiteral literal) {
            return of(literal.value());
        } else if (operand instanceof Operand.TimestampLiteral literal) {
            return of(literal.value());
        }
        return computed(operand, values);
    }

    private static OperandValue computed(Operand operand, Function<String, @Nullable Object> values) {
        if (operand instanceof Operand.Negative negative) {
            return of(negative.of(), values).map(value -> ((BigDecimal) value).negate());
        } else if (operand instanceof Operand.Power power) {
            return of(power.base(), values).map(value -> ((BigDecimal) value).pow(power.exponent()));
        } else if (operand instanceof Operand.Folded folded) {
            return of(folded.of(), values).map(value -> folded.folding().apply((String) value));
        } else if (operand instanceof Operand.Chain chain) {
            return chain(chain, values);
        }
        throw new IllegalArgumentException("no single value: " + operand);
    }

    private static OperandValue chain(Operand.Chain chain, Function<String, @Nullable Object> values) {
        OperandValue sum = of(chain.first(), values);
        for (Operand.Step step : chain.steps()) {
            sum = apply(step, sum, of(step.operand(), values));
        }
        return sum;
    }

    private static OperandValue apply(Operand.Step step, OperandValue left, OperandValue right) {
        boolean divides = step.operator().divides();
        if (divides && right.known() instanceof BigDecimal divisor && divisor.signum() == 0) {
            String text = SyntaxFault.quoted(step.operand().at().text());
            Unknown zero =
                    Unknown.because("División por cero: " + text + " vale 0.", "Division by zero: " + text + " is 0.");
            return new OperandValue(null, Unknown.all(List.of(left.unknown(), zero)));
        }
        if (left.known() instanceof BigDecimal one && right.known() instanceof BigDecimal other) {
            return of(step.operator().apply(one, other));
        }
        return new OperandValue(null, Unknown.all(List.of(left.unknown(), right.unknown())));
    }

    private static OperandValue of(Object value) {
        return new OperandValue(value, Unknown.NOTHING);
    }

    private OperandValue map(Function<Object, Object> change) {
        return known == null ? this : of(change.apply(known));
    }

    private static OperandValue named(Operand.Name name, @Nullable Object value) {
        if (value == null) {
            return new OperandValue(null, Unknown.missing(name.name()));
        }
        return of(
                switch (name.type()) {
                    case NUMBER -> number(value);
                    case TEXT -> require(String.class, name, value);
                    case BOOLEAN -> require(Boolean.class, name, value);
                    case DATE -> require(LocalDate.class, name, value);
                    case TIMESTAMP ->
                        value instanceof OffsetDateTime moment
                                ? moment.toInstant()
                                : require(Instant.class, name, value);
                    case GEOMETRY -> throw new IllegalArgumentException("a geometry has no value here: " + name.name());
                });
    }

    private static Object require(Class<?> type, Operand.Name name, Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name.name() + " is declared " + name.type() + " but given as a "
                    + value.getClass().getSimpleName());
        }
        return value;
    }

    private static BigDecimal number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        } else if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        } else if (value instanceof Number number) {
            // the shortest decimals that mean the same double, as PostgreSQL writes them
            return new BigDecimal(number.toString());
        }
        throw new IllegalArgumentException("not a number: " + value);
    }

    /** The value as a trace shows it. */
    @Nullable
    String shown() {
        return known instanceof BigDecimal number
                ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
                : known == null ? null : known.toString();
    }

    /** Order of two known values of one type; texts by code point. */
    static int compare(Object one, Object other) {
        if (one instanceof String text) {
            return compareTexts(text, (String) other);
        } else if (one instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) other);
        } else if (one instanceof Boolean bool) {
            return bool.compareTo((Boolean) other);
        } else if (one instanceof LocalDate day) {
            return day.compareTo((LocalDate) other);
        }
        return ((Instant) one).compareTo((Instant) other);
    }

    /** By code point, as COLLATE "C" compares UTF-8; Java's own order sees surrogates apart. */
    private static int compareTexts(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length()) {
            int a = one.codePointAt(at);
            int b = other.codePointAt(at);
            if (a != b) {
                return Integer.compare(a, b);
            }
            at += Character.charCount(a);
        }
        return Integer.compare(one.length(), other.length());
    }
}
