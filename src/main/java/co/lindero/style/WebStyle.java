package co.lindero.style;

import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Renders styles for web maps: the style document that MapLibre and OpenLayers read (Mapbox Style Specification, version 8). */
public final class WebStyle {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double POINT_RADIUS_PX = 5;

    private WebStyle() {}

    /**
     * Returns a style document with one vector source.
     *
     * @param tileJson absolute address of the source's TileJSON
     */
    public static ObjectNode render(LayerStyle style, String title, String tileJson) {
        ObjectNode document = JSON.objectNode();
        document.put("version", 8);
        document.put("name", title);
        document.putObject("sources")
                .putObject(style.layer())
                .put("type", "vector")
                .put("url", tileJson);
        ArrayNode layers = document.putArray("layers");
        addFill(layers, style);
        addLine(layers, style);
        addCircle(layers, style);
        return document;
    }

    /** Returns the legend: one entry for each symbol. */
    public static ArrayNode legend(LayerStyle style, Language language) {
        ArrayNode legend = JSON.arrayNode();
        for (Symbol symbol : style.symbols()) {
            ObjectNode entry = legend.addObject();
            entry.put("value", symbol.value());
            entry.put("label", symbol.label().in(language));
            entry.put("fill", symbol.fill());
            entry.put("stroke", symbol.stroke());
            entry.put("opacity", symbol.opacity());
            entry.put("widthPx", symbol.widthPx());
            ArrayNode dash = entry.putArray("dash");
            symbol.dash().forEach(dash::add);
        }
        return legend;
    }

    private static ObjectNode layer(ArrayNode layers, LayerStyle style, String suffix, String type, String geometry) {
        ObjectNode layer = layers.addObject();
        layer.put("id", style.layer() + suffix);
        layer.put("type", type);
        layer.put("source", style.layer());
        layer.put("source-layer", style.layer());
        layer.putArray("filter")
                .add("==")
                .add(JSON.arrayNode().add("geometry-type"))
                .add(geometry);
        return layer.putObject("paint");
    }

    private static void addFill(ArrayNode layers, LayerStyle style) {
        if (style.symbols().stream().allMatch(symbol -> symbol.fill() == null)) {
            return;
        }
        ObjectNode paint = layer(layers, style, "-fill", "fill", "Polygon");
        paint.set("fill-color", byValue(style, symbol -> text(symbol.fill() == null ? "#000000" : symbol.fill())));
        paint.set(
                "fill-opacity",
                byValue(style, symbol -> JSON.numberNode(symbol.fill() == null ? 0 : symbol.opacity())));
    }

    /** Outlines of polygons and lines; a dash cannot depend on a value, so each pattern is a layer of its own. */
    private static void addLine(ArrayNode layers, LayerStyle style) {
        style.symbols().stream().map(Symbol::dash).distinct().forEach(dash -> {
            LayerStyle part = new LayerStyle(
                    style.layer(),
                    style.shape(),
                    style.property(),
                    style.symbols().stream()
                            .filter(symbol -> symbol.dash().equals(dash))
                            .toList());
            ObjectNode layer = layers.addObject();
            layer.put("id", style.layer() + "-line" + (dash.isEmpty() ? "" : "-" + dash.hashCode()));
            layer.put("type", "line");
            layer.put("source", style.layer());
            layer.put("source-layer", style.layer());
            filterByValue(layer, part);
            ObjectNode paint = layer.putObject("paint");
            paint.set("line-color", byValue(part, symbol -> text(symbol.stroke())));
            paint.set("line-width", byValue(part, symbol -> JSON.numberNode(symbol.widthPx())));
            if (!dash.isEmpty()) {
                ArrayNode pattern = paint.putArray("line-dasharray");
                dash.forEach(pattern::add);
            }
        });
    }

    private static void filterByValue(ObjectNode layer, LayerStyle part) {
        if (part.property() != null) {
            ArrayNode filter = layer.putArray("filter");
            ArrayNode values = JSON.arrayNode();
            part.symbols().forEach(symbol -> values.add(symbol.value()));
            filter.add("in")
                    .add(get(part.property()))
                    .add(JSON.arrayNode().add("literal").add(values));
        }
    }

    private static void addCircle(ArrayNode layers, LayerStyle style) {
        ObjectNode paint = layer(layers, style, "-point", "circle", "Point");
        paint.put("circle-radius", POINT_RADIUS_PX);
        paint.set(
                "circle-color",
                byValue(style, symbol -> text(symbol.fill() == null ? symbol.stroke() : symbol.fill())));
        paint.set("circle-stroke-color", byValue(style, symbol -> text(symbol.stroke())));
        paint.put("circle-stroke-width", 1);
    }

    private static com.fasterxml.jackson.databind.JsonNode text(@Nullable String value) {
        return JSON.textNode(value);
    }

    private static ArrayNode get(@Nullable String property) {
        return JSON.arrayNode().add("get").add(property);
    }

    private interface Paint {
        com.fasterxml.jackson.databind.JsonNode of(Symbol symbol);
    }

    /** A {@code match} expression over the values, or the one value where all are alike. */
    private static com.fasterxml.jackson.databind.JsonNode byValue(LayerStyle style, Paint paint) {
        if (style.property() == null || style.symbols().size() == 1) {
            return paint.of(style.symbols().get(0));
        }
        ArrayNode match = JSON.arrayNode().add("match").add(get(style.property()));
        style.symbols().forEach(symbol -> match.add(symbol.value()).add(paint.of(symbol)));
        return match.add(paint.of(style.symbols().get(style.symbols().size() - 1)));
    }
}
