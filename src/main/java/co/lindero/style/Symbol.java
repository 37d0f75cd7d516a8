package co.lindero.style;

import co.lindero.law.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the features of one value are drawn; an entry of the legend.
 *
 * @param value value of the style's property; null for all features
 * @param fill colour {@code #rrggbb}; null for an outline alone
 * @param stroke colour of the outline, of a line, of a point's ring
 * @param opacity of the fill, 0 to 1
 * @param widthPx width of the stroke, pixels
 * @param dash lengths of strokes and gaps, pixels; empty for a continuous stroke
 */
public record Symbol(
        @Nullable String value,
        Bilingual label,
        @Nullable String fill,
        String stroke,
        double opacity,
        double widthPx,
        List<Double> dash) {
    public Symbol {
        dash = List.copyOf(dash);
    }
}
