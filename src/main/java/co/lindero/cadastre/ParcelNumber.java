package co.lindero.cadastre;

import co.lindero.platform.db.NumberScheme;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a caller may name a parcel by: its 30-digit number, the former 20-digit one, or the NUPRE; in a database with free
 * numbers any text. Spaces, dots and dashes are separators and fall away.
 *
 * @param kind which of them
 * @param value digits or letters, without separators
 * @legal Resolución IGAC 70 de 2011 (structure of the número predial nacional)
 */
public record ParcelNumber(Kind kind, String value) {
    private static final int NATIONAL = 30;
    private static final int FORMER = 20;
    private static final int NUPRE = 11;
    private static final int LONGEST_FREE = 64;
    private static final int CONDITION_AT = 21;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-\\u00A0]");
    /** Thirty digits; of the property conditions, the 22nd, 1 does not exist. */
    private static final Pattern FULL = Pattern.compile("[0-9]{21}[02-9][0-9]{8}");

    /** How a parcel is named. */
    public enum Kind {
        NATIONAL,
        FORMER,
        NUPRE,
        FREE
    }

    /**
     * Reads what a caller wrote.
     *
     * @param text number, with or without separators
     * @param scheme number scheme of the database
     * @throws Problem {@code invalid-parcel-number} that says what is wrong and where
     */
    public static ParcelNumber parse(String text, NumberScheme scheme) {
        String value = SEPARATORS.matcher(text).replaceAll("");
        if (scheme == NumberScheme.FREE) {
            String free = text.strip();
            if (free.isEmpty() || free.length() > LONGEST_FREE) {
                throw invalid(
                        text,
                        "tiene " + free.length() + " caracteres; se admiten de 1 a " + LONGEST_FREE,
                        "it has " + free.length() + " characters; 1 to " + LONGEST_FREE + " are taken");
            }
            return new ParcelNumber(Kind.FREE, free.replaceAll("[\\s.\\-]", ""));
        }
        if (value.matches("[A-Za-z0-9]{11}") && !value.matches("\\d{11}")) {
            return new ParcelNumber(Kind.NUPRE, value.toUpperCase(java.util.Locale.ROOT));
        }
        if (!value.matches("\\d*")) {
            int place = firstNonDigit(value);
            throw invalid(
                    text,
                    "tiene «" + value.charAt(place) + "» en la posición " + (place + 1) + "; se esperan dígitos",
                    "it has \"" + value.charAt(place) + "\" at position " + (place + 1) + "; digits are expected");
        }
        return switch (value.length()) {
            case NATIONAL -> national(text, value);
            case FORMER -> new ParcelNumber(Kind.FORMER, value);
            case NUPRE -> new ParcelNumber(Kind.NUPRE, value);
            default ->
                throw invalid(
                        text,
                        "tiene " + value.length() + " dígitos; son 30 (número predial nacional) o 20 (número anterior)",
                        "it has " + value.length() + " digits; there are 30 (national number) or 20 (former number)");
        };
    }

    /**
     * Returns the 30-digit number that a caller wrote; empty for any other way to name a parcel and for what names none.
     *
     * @param text number, with or without separators
     * @param scheme number scheme of the database
     */
    public static Optional<String> findNational(String text, NumberScheme scheme) {
        if (scheme == NumberScheme.FREE) {
            return Optional.empty();
        }
        return Optional.of(SEPARATORS.matcher(text).replaceAll(""))
                .filter(value -> FULL.matcher(value).matches());
    }

    private static ParcelNumber national(String text, String value) {
        char condition = value.charAt(CONDITION_AT);
        if (condition == '1') {
            throw invalid(
                    text,
                    "la condición de propiedad (posición 22) es 1, que no existe",
                    "its property condition (position 22) is 1, which does not exist");
        }
        return new ParcelNumber(Kind.NATIONAL, value);
    }

    private static int firstNonDigit(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return i;
            }
        }
        return 0;
    }

    private static Problem invalid(String text, String es, String en) {
        String shown = text.length() > LONGEST_FREE ? text.substring(0, LONGEST_FREE) + "…" : text;
        return Problem.of(
                        ProblemType.INVALID_PARCEL_NUMBER,
                        "El número predial «" + shown + "» no es válido: " + es,
                        "The parcel number \"" + shown + "\" is not valid: " + en)
                .hint(
                        "Escriba los 30 dígitos del número predial nacional, los 20 del anterior, o el NUPRE de 11"
                                + " caracteres; espacios, puntos y guiones se ignoran.",
                        "Write the 30 digits of the national number, the 20 of the former one, or the NUPRE of 11"
                                + " characters; spaces, dots and dashes are ignored.");
    }

    /** Returns the number of the plot that a unit of horizontal property, condominium or cemetery belongs to. */
    public Optional<String> parent() {
        boolean unit =
                kind == Kind.NATIONAL && "789".indexOf(value.charAt(CONDITION_AT)) >= 0 && !value.endsWith("00000000");
        return unit ? Optional.of(value.substring(0, CONDITION_AT + 1) + "00000000") : Optional.empty();
    }

    /**
     * Returns the national number that a former one has where the property condition is 0, which is the only condition
     * whose derivation is sure.
     */
    public Optional<String> inferredNational() {
        boolean ordinary = kind == Kind.FORMER && value.endsWith("000");
        return ordinary
                ? Optional.of(value.substring(0, 9) + "0000" + value.substring(9, 17) + "000000000")
                : Optional.empty();
    }
}
