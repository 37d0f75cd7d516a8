package co.lindero.ingest.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Column and layer names brought to one form for comparison. */
final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");

    private Names() {}

    /** Lower case without accents; blanks, hyphens, dots and the like become one underscore. */
    static String fold(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String words = SEPARATORS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("_");
        return words.replaceAll("^_|_$", "");
    }
}
