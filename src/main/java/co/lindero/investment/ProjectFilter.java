package co.lindero.investment;

import org.jspecify.annotations.Nullable;

/**
 * Which projects a list shows; null leaves a condition out.
 *
 * @param territory code of a territory, with its kind
 * @param text part of code, BPIN, name or purpose, without regard to case and accents
 * @param year fiscal year of a line of the budget; with a source, of the same line
 * @param box west, south, east, north in degrees
 */
public record ProjectFilter(
        @Nullable String axis,
        @Nullable String programme,
        @Nullable String stage,
        @Nullable String office,
        @Nullable String source,
        @Nullable Integer year,
        @Nullable String text,
        @Nullable String territory,
        @Nullable String kind,
        @Nullable Box box) {

    /** A box of degrees. */
    public record Box(double west, double south, double east, double north) {}

    /** Shows all. */
    public static final ProjectFilter ALL =
            new ProjectFilter(null, null, null, null, null, null, null, null, null, null);

    ProjectFilter withKind(String of) {
        return new ProjectFilter(axis, programme, stage, office, source, year, text, territory, of, box);
    }
}
