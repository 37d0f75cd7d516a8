package co.lindero.cql;

import co.lindero.cql.CqlException.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers, texts, days and moments as the text writes them. */
final class Literals {
    /** The open end of an interval. */
    static final String UNBOUNDED = "..";

    /** Most digits of a number, and the highest power of ten either way: beyond lies nothing that is measured. */
    static final int MAX_DIGITS = 60;

    private static final Pattern EXPONENT = Pattern.compile("[eE]([+-]?\\d+)$");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?Z");

    private Literals() {}

    static BigDecimal number(Source at, String digits) {
        Matcher exponent = EXPONENT.matcher(digits);
        boolean huge = digits.length() > 2 * MAX_DIGITS || (exponent.find() && isHuge(exponent.group(1)));
        BigDecimal number = huge ? BigDecimal.ZERO : new BigDecimal(digits);
        if (huge || number.precision() > MAX_DIGITS || number.precision() - number.scale() > MAX_DIGITS) {
            throw CqlException.at(
                    at,
                    Kind.VALUE,
                    "El número tiene más de " + MAX_DIGITS + " cifras.",
                    "The number has more than " + MAX_DIGITS + " digits.");
        }
        return number;
    }

    private static boolean isHuge(String exponent) {
        String digits = exponent.replaceFirst("^[+-]?0*", "");
        return digits.length() > 2 || (!digits.isEmpty() && Integer.parseInt(digits) > MAX_DIGITS);
    }

    /** The text between its quotes, the quotes inside single again. */
    static String text(String quoted) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char character = quoted.charAt(i);
            boolean escapes = (character == '\'' || character == '\\')
                    && quoted.charAt(i + 1) == '\''
                    && i + 1 < quoted.length() - 1;
            if (escapes) {
                i++;
            }
            text.append(escapes ? '\'' : character);
        }
        return text.toString();
    }

    static Operand instant(Source at, String text, CqlType type) {
        try {
            if (type == CqlType.DATE && DAY.matcher(text).matches()) {
                return new Operand.DateLiteral(at, LocalDate.parse(text));
            }
            if (type == CqlType.TIMESTAMP && MOMENT.matcher(text).matches()) {
                return new Operand.TimestampLiteral(at, Instant.parse(text));
            }
        } catch (DateTimeException e) {
            throw notAnInstant(at, text, type);
        }
        throw notAnInstant(at, text, type);
    }

    private static CqlException notAnInstant(Source at, String text, CqlType type) {
        String example = type == CqlType.DATE ? "2026-11-24" : "2026-11-24T15:00:00Z";
        return CqlException.at(
                at,
                Kind.VALUE,
                SyntaxFault.quoted(text) + " no es " + type.label().es() + "; se escribe como " + example + ".",
                SyntaxFault.quoted(text) + " is not " + type.label().en() + "; it is written like " + example + ".");
    }

    /** Tells whether two literal instants stand in this order; others have none yet. */
    static boolean isBefore(Operand first, Operand second) {
        if (first instanceof Operand.DateLiteral one && second instanceof Operand.DateLiteral other) {
            return one.value().isBefore(other.value());
        }
        return first instanceof Operand.TimestampLiteral one
                && second instanceof Operand.TimestampLiteral other
                && one.value().isBefore(other.value());
    }
}
