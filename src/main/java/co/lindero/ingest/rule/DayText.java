package co.lindero.ingest.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as cells write them: 2026-01-31, 2026/01/31, or 31/01/2026 with the day first, as Colombia writes it. */
final class DayText {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T ]00:00(?::00)?)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})");
    private static final Pattern MONTH_WORD = Pattern.compile(
            "(?i)\\d{1,2}[-/ ](ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|jan|apr|aug|dec)[a-z.]*([-/ ]\\d{2,4})?"
                    + "|(?i)(ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic|jan|apr|aug|dec)[a-z.]*[-/ ]\\d{2,4}");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.0+)?");
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int EARLIEST = 15_000;
    private static final int LATEST = 90_000;

    private DayText() {}

    static Optional<LocalDate> parse(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        return dayFirst.matches() ? day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the day that a number counts, as spreadsheets do, where it is a number that is likely to. */
    static Optional<LocalDate> ofSerial(String text) {
        if (!SERIAL.matcher(text).matches()) {
            return Optional.empty();
        }
        int days = Integer.parseInt(text.substring(0, 5));
        return days < EARLIEST || days > LATEST ? Optional.empty() : Optional.of(EPOCH.plusDays(days));
    }

    /** Whether a text that should be the number of an article or a code is a day, as Excel makes of 4-5 what it likes. */
    static boolean looksLikeDay(String text) {
        return parse(text).isPresent() || MONTH_WORD.matcher(text).matches();
    }
}
