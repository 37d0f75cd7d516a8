package co.lindero.cql;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What CASEI and ACCENTI take away from a text before it is compared. {@link CqlSql} says the same in SQL. */
enum Folding {
    /** Upper case by Unicode's full mapping: ß and ss fold alike, as do the two forms of sigma. */
    CASEI,
    /** Decomposed, without the combining marks U+0300 to U+036F; crossed letters lose their stroke. */
    ACCENTI;

    /** The marks that ACCENTI takes away, as a regular expression of Java and of PostgreSQL. */
    static final String MARKS = "[\u0300-\u036F]+";

    /** Letters whose stroke is part of them in Unicode, and what they become. */
    static final String CROSSED = "øØđĐłŁħĦŧŦ";

    static final String UNCROSSED = "oOdDlLhHtT";

    private static final Pattern MARK = Pattern.compile(MARKS);

    String apply(String text) {
        return switch (this) {
            case CASEI -> text.toUpperCase(Locale.ROOT);
            case ACCENTI ->
                uncross(MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll(""));
        };
    }

    private static String uncross(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            int crossed = CROSSED.indexOf(plain.charAt(i));
            if (crossed >= 0) {
                plain.setCharAt(i, UNCROSSED.charAt(crossed));
            }
        }
        return plain.toString();
    }
}
