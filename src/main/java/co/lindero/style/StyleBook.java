package co.lindero.style;

import co.lindero.law.Bilingual;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The colours of every layer, as {@code styles/layers.yaml} states them. Immutable. */
public final class StyleBook {
    private static final String FILE = "styles/layers.yaml";
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** What a planner's own theme is drawn like. */
    private static final Entry PLAIN = new Entry("mixed", "code", List.of());

    private static final double PLAIN_OPACITY = 0.55;
    private static final int HUES = 360;

    private final Book book;

    private StyleBook(Book book) {
        this.book = book;
    }

    private record Book(Map<String, Entry> layers, Map<String, String> fallbacks) {}

    private record Entry(String geometry, @Nullable String property, List<Rule> classes) {}

    private record Rule(
            @Nullable String match,
            @Nullable Label label,
            @Nullable String fill,
            @Nullable List<String> shades,
            String stroke,
            @Nullable Double opacity,
            @Nullable Double width,
            @Nullable List<Double> dash) {
        boolean matches(String value) {
            return match == null
                    || Pattern.compile(match, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                            .matcher(value)
                            .matches();
        }

        /** Values of one rule get its shades one after the other. */
        @Nullable
        String colour(int place) {
            return shades == null ? fill : shades.get(place % shades.size());
        }
    }

    private record Label(String es, String en) {}

    /** Returns the book that Lindero ships. */
    public static StyleBook standard() {
        try (InputStream in = StyleBook.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no " + FILE + " on the class path");
            }
            return new StyleBook(YAML.readValue(in, Book.class));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** Returns the property by whose values a layer is drawn, or nothing where all of it is drawn alike. */
    public Optional<String> property(String layer) {
        return Optional.ofNullable(entry(layer).property());
    }

    /**
     * Returns the style of a layer.
     *
     * @param held values that the layer holds, in the order of the legend
     * @param shape what the layer holds
     */
    public LayerStyle style(String layer, List<LayerStyle.Held> held, LayerStyle.Shape shape) {
        Entry entry = entry(layer);
        List<Symbol> symbols = new ArrayList<>();
        if (entry.property() == null) {
            entry.classes().forEach(rule -> symbols.add(symbol(rule, null, null, 0)));
        } else {
            Map<Rule, Integer> places = new HashMap<>();
            for (LayerStyle.Held value : held) {
                symbols.add(entry.classes().stream()
                        .filter(rule -> rule.matches(value.value()))
                        .findFirst()
                        .map(rule ->
                                symbol(rule, value.value(), value.label(), places.merge(rule, 1, Integer::sum) - 1))
                        .orElseGet(() -> ownColour(value)));
            }
        }
        return new LayerStyle(layer, shape, entry.property(), symbols);
    }

    private Entry entry(String layer) {
        Entry own = book.layers().get(layer);
        if (own != null) {
            return own;
        }
        return book.fallbacks().entrySet().stream()
                .filter(fallback -> layer.startsWith(fallback.getKey()))
                .findFirst()
                .map(fallback -> book.layers().get(fallback.getValue()))
                .orElse(PLAIN);
    }

    private static Symbol symbol(Rule rule, @Nullable String value, @Nullable String label, int place) {
        Bilingual name = label != null
                ? new Bilingual(label, label)
                : rule.label() != null
                        ? new Bilingual(rule.label().es(), rule.label().en())
                        : new Bilingual(String.valueOf(value), String.valueOf(value));
        return new Symbol(
                value,
                name,
                rule.colour(place),
                rule.stroke(),
                rule.opacity() == null ? 1 : rule.opacity(),
                rule.width() == null ? 1 : rule.width(),
                rule.dash() == null ? List.of() : rule.dash());
    }

    /** A colour of its own for a value that no rule knows: the same wherever the same value is drawn. */
    private static Symbol ownColour(LayerStyle.Held value) {
        int hue = Math.floorMod(value.value().hashCode() * 0x9E3779B1, HUES);
        String name = value.label() == null ? value.value() : value.label();
        return new Symbol(
                value.value(),
                new Bilingual(name, name),
                Colours.ofHue(hue, 0.55, 0.72),
                Colours.ofHue(hue, 0.55, 0.32),
                PLAIN_OPACITY,
                1,
                List.of());
    }
}
