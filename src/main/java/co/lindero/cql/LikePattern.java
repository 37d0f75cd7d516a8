package co.lindero.cql;

import co.lindero.cql.CqlException.Kind;

/** Patterns of LIKE: {@code %} is any text, {@code _} one character, a backslash takes the next one as it is. */
final class LikePattern {
    private LikePattern() {}

    /** Refuses a pattern whose last backslash has nothing to act on. */
    static void requireWhole(Operand.TextLiteral pattern) {
        int backslashes = 0;
        while (backslashes < pattern.value().length()
                && pattern.value().charAt(pattern.value().length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        if (backslashes % 2 == 1) {
            throw CqlException.at(
                    pattern.at(),
                    Kind.VALUE,
                    "El patrón termina en una barra inversa que no precede a nada; escriba dos (\\\\).",
                    "The pattern ends in a backslash that stands before nothing; write two (\\\\).");
        }
    }

    /** Matches in time bounded by the product of both lengths: it goes back to the last {@code %} only. */
    static boolean matches(String text, String pattern) {
        int[] characters = text.codePoints().toArray();
        int[] signs = pattern.codePoints().toArray();
        int at = 0;
        int sign = 0;
        int restartSign = -1;
        int restartAt = 0;
        while (at < characters.length) {
            if (sign < signs.length && signs[sign] == '%') {
                restartSign = ++sign;
                restartAt = at;
            } else if (sign < signs.length && fits(characters[at], signs, sign)) {
                sign += signs[sign] == '\\' ? 2 : 1;
                at++;
            } else if (restartSign >= 0) {
                sign = restartSign;
                at = ++restartAt;
            } else {
                return false;
            }
        }
        while (sign < signs.length && signs[sign] == '%') {
            sign++;
        }
        return sign == signs.length;
    }

    private static boolean fits(int character, int[] signs, int sign) {
        return switch (signs[sign]) {
            case '_' -> true;
            case '\\' -> signs[sign + 1] == character;
            default -> signs[sign] == character;
        };
    }
}
