package co.lindero.ingest.rule;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a cell writes it, exact: 0,7 and 0.7; 1.234,5 and 1,234.5; 1.234.567; 70%. A point or a comma before exactly
 * three digits, as in 1.500, may be of decimals or of thousands: then nobody may guess.
 *
 * @param outcome what the text is
 * @param value the figure, of a percentage as written; where ambiguous, read with thousands; null where there is none
 * @param other where ambiguous, the figure read with decimals
 */
record FigureText(
        Outcome outcome,
        @Nullable BigDecimal value,
        @Nullable BigDecimal other) {
    private static final int LONGEST = 40;
    private static final Set<String> NOTHING =
            Set.of("null", "n_a", "na", "nd", "n_d", "sd", "s_d", "s_i", "sin_dato", "sin_informacion", "no_aplica");
    private static final Pattern DASHES = Pattern.compile("[-–—_.]+");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+[.,]?");
    private static final Pattern ONE_MARK = Pattern.compile("[+-]?\\d*[.,]\\d+");
    private static final Pattern THOUSANDS_OR_DECIMALS = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern POINTS_THEN_COMMA = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Pattern COMMAS_THEN_POINT = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+\\.\\d+");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}((\\.\\d{3}){2,}|(,\\d{3}){2,})");
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE][+-]?\\d{1,2}");

    /** What a text is. */
    enum Outcome {
        NUMBER,
        PERCENT,
        /** A word for nothing, such as NULL or a dash. */
        NOTHING,
        AMBIGUOUS,
        MALFORMED
    }

    /** Reads the text of a cell that is not empty. */
    static FigureText parse(String text) {
        String bare = text.replaceAll("[\\s\\u00a0\\u202f]+", "");
        if (DASHES.matcher(bare).matches() || NOTHING.contains(Words.fold(text))) {
            return new FigureText(Outcome.NOTHING, null, null);
        }
        if (bare.endsWith("%")) {
            FigureText figure = number(bare.substring(0, bare.length() - 1));
            return figure.outcome == Outcome.NUMBER ? new FigureText(Outcome.PERCENT, figure.value, null) : figure;
        }
        return number(bare);
    }

    /** Reads the text of a number that a database or GDAL wrote: its point is one of decimals. */
    static FigureText ofNumber(String text) {
        try {
            return text.length() > LONGEST ? malformed() : number(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return malformed();
        }
    }

    private static FigureText number(String bare) {
        if (bare.length() > LONGEST) {
            return malformed();
        }
        if (THOUSANDS_OR_DECIMALS.matcher(bare).matches()) {
            return new FigureText(
                    Outcome.AMBIGUOUS,
                    new BigDecimal(bare.replaceAll("[.,]", "")),
                    new BigDecimal(bare.replace(',', '.')));
        }
        if (WHOLE.matcher(bare).matches() || THOUSANDS.matcher(bare).matches()) {
            return number(new BigDecimal(bare.replaceAll("[.,]", "")));
        }
        if (ONE_MARK.matcher(bare).matches() || SCIENTIFIC.matcher(bare).matches()) {
            return number(new BigDecimal(bare.replace(',', '.')));
        }
        if (POINTS_THEN_COMMA.matcher(bare).matches()) {
            return number(new BigDecimal(bare.replace(".", "").replace(',', '.')));
        }
        return COMMAS_THEN_POINT.matcher(bare).matches() ? number(new BigDecimal(bare.replace(",", ""))) : malformed();
    }

    private static FigureText number(BigDecimal value) {
        return new FigureText(Outcome.NUMBER, plain(value), null);
    }

    private static FigureText malformed() {
        return new FigureText(Outcome.MALFORMED, null, null);
    }

    /** Returns a figure in its one form: 0.70 is 0.7, 1E+2 is 100. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
