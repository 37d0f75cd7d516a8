package co.lindero.style;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The style of a layer.
 *
 * @param layer identifier of the collection
 * @param shape what is drawn, where the layer holds several kinds the largest dimension
 * @param property property that tells symbols apart; null where there is one symbol
 * @param symbols symbols in the order of the legend
 */
public record LayerStyle(
        String layer, Shape shape, @Nullable String property, List<Symbol> symbols) {
    public LayerStyle {
        symbols = List.copyOf(symbols);
    }

    /** Kinds of geometry. */
    public enum Shape {
        POINT,
        LINE,
        POLYGON;

        /** Returns the kind of a dimension: 0, 1 or 2. */
        public static Shape ofDimension(int dimension) {
            return switch (dimension) {
                case 0 -> POINT;
                case 1 -> LINE;
                default -> POLYGON;
            };
        }
    }

    /**
     * A value that a layer holds.
     *
     * @param value value of the property
     * @param label what people call it; null where the value alone is known
     */
    public record Held(String value, @Nullable String label) {}
}
