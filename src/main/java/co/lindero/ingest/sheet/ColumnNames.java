package co.lindero.ingest.sheet;

import java.text.Normalizer;
import java.util.Locale;

/** Columns as a spreadsheet names them, and headers brought to one form for comparison. */
public final class ColumnNames {
    private static final int LETTERS = 26;

    private ColumnNames() {}

    /** Returns the letters of a column, from 0: A, B, … Z, AA. */
    static String letter(int column) {
        String letters = "";
        for (int n = column + 1; n > 0; n = (n - 1) / LETTERS) {
            letters = (char) ('A' + (n - 1) % LETTERS) + letters;
        }
        return letters;
    }

    /** Returns the position, from 0, of the column that a cell reference such as {@code AB12} names; -1 where it names none. */
    static int position(String reference) {
        int n = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            n = n * LETTERS + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        return n - 1;
    }

    /** Returns a header in lower case without accents, separators as one underscore. */
    public static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }
}
