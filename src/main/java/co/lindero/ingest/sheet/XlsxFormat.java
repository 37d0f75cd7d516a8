package co.lindero.ingest.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** How a workbook shows a number: that decides whether 46023 is a figure or a day, and whether 0.7 is 70 %. */
enum XlsxFormat {
    /** As a figure. */
    PLAIN,
    /** As a percentage. */
    PERCENT,
    /** As a day. */
    DAY;

    private static final Set<String> DAYS = Set.of(
            "14", "15", "16", "17", "18", "19", "20", "21", "22", "27", "28", "29", "30", "31", "34", "35", "36", "45",
            "46", "47", "50", "51", "52", "53", "54", "57", "58");
    private static final Set<String> PERCENTS = Set.of("9", "10");
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** Excel keeps and shows 15 digits; more are the noise of its arithmetic. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int THOUSANDS = 3;

    static XlsxFormat of(String id, Map<String, String> own) {
        String code = own.get(id);
        if (code == null) {
            return DAYS.contains(id) ? DAY : PERCENTS.contains(id) ? PERCENT : PLAIN;
        }
        String bare = code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase(java.util.Locale.ROOT);
        if (bare.contains("%")) {
            return PERCENT;
        }
        return bare.matches(".*[dy].*") ? DAY : PLAIN;
    }

    /**
     * Returns a number of a cell as text, with a decimal point that cannot be taken for one of thousands: 1.5, 1.2340, 70%,
     * 2026-01-31.
     */
    String text(BigDecimal number, boolean since1904) {
        return switch (this) {
            case DAY -> day(number, since1904);
            case PERCENT -> plain(number.movePointRight(2)) + "%";
            case PLAIN -> plain(number);
        };
    }

    static String day(BigDecimal number, boolean since1904) {
        long days = number.longValue();
        return days < 1 || days > 2_958_465
                ? plain(number)
                : (since1904 ? EPOCH_1904 : EPOCH_1900).plusDays(days).toString();
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
        // three decimals alone look like thousands: one more says that they are none
        return rounded.scale() == THOUSANDS
                ? rounded.setScale(THOUSANDS + 1).toPlainString()
                : rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }
}
