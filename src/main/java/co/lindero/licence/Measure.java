package co.lindero.licence;

import co.lindero.law.Bilingual;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;

/** What is known of one quantity of a proposal. */
sealed interface Measure {

    /**
     * One figure for the quantity.
     *
     * @param amount the figure, unrounded; of a ratio its upper part: m2, or dwellings x 10,000 m2
     * @param base of a ratio the area it is taken of, m2; else null
     * @param how what was measured, or taken from where
     */
    record Reading(BigDecimal amount, @Nullable BigDecimal base, Bilingual how) {}

    /** Why there is more than one figure. */
    enum Spread {
        /** There is one. */
        ONE,
        /** Ways of measuring: where they differ a person decides. */
        WAYS,
        /** What the geometry leaves open: where it matters, the norm cannot be evaluated. */
        OPEN
    }

    /**
     * A figure, or several that may all be meant.
     *
     * @param readings figures, the one to show first
     * @param spread why there are several
     * @param open why the geometry leaves it open; null where it does not
     * @param missing inputs that would settle it
     * @param mayBeAbsent whether there may be nothing of the kind at all, so that no failure is sure
     * @param lines boundary lines that it was measured to, storage CRS
     * @param geojson what to show where it fails; null for nothing
     */
    record Known(
            List<Reading> readings,
            Spread spread,
            @Nullable Bilingual open,
            List<String> missing,
            boolean mayBeAbsent,
            List<LineString> lines,
            @Nullable String geojson)
            implements Measure {
        static Known of(BigDecimal amount, Bilingual how) {
            return new Known(
                    List.of(new Reading(amount, null, how)), Spread.ONE, null, List.of(), false, List.of(), null);
        }

        static Known ways(List<Reading> readings, @Nullable String geojson) {
            return new Known(
                    List.copyOf(readings),
                    readings.size() > 1 ? Spread.WAYS : Spread.ONE,
                    null,
                    List.of(),
                    false,
                    List.of(),
                    geojson);
        }
    }

    /** It cannot be measured without these inputs. */
    record Missing(List<String> inputs, Bilingual reason) implements Measure {
        static Missing of(String input, Bilingual reason) {
            return new Missing(List.of(input), reason);
        }
    }

    /** There is nothing of the kind here, so that a norm on it has nothing to apply to. */
    record Absent(Bilingual reason) implements Measure {}
}
