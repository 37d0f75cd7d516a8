package co.lindero.platform.http;

import co.lindero.platform.problem.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of the answer at hand in other forms, and of the same question with one parameter changed. Pure. */
public final class QueryLinks {
    private final String path;
    private final Map<String, String> asked;

    /** A link to a form of the answer, with the members that GeoJSON and OGC API give links. */
    public record Link(String rel, String type, String href, String title) {}

    private QueryLinks(String path, Map<String, String> asked) {
        this.path = path;
        this.asked = Map.copyOf(asked);
    }

    /**
     * Prepares the links.
     *
     * @param path begins with a slash; already percent-encoded
     * @param asked parameters of the request
     */
    public static QueryLinks of(Links links, String path, Map<String, String> asked) {
        return new QueryLinks(links.to(path), asked);
    }

    /** Returns the links with a parameter set, or left out where the value is empty. */
    public QueryLinks set(String name, String value) {
        Map<String, String> parameters = new TreeMap<>(asked);
        parameters.put(name, value);
        parameters.values().removeIf(String::isEmpty);
        return new QueryLinks(path, parameters);
    }

    /** Returns the links of another address, with those parameters of the request that it takes. */
    public QueryLinks elsewhere(String address, String... kept) {
        Map<String, String> parameters = new TreeMap<>(asked);
        parameters.keySet().retainAll(Set.of(kept));
        return new QueryLinks(address, parameters);
    }

    /** Returns the address with a parameter set, or left out where the value is empty. */
    public String with(String name, String value) {
        Map<String, String> parameters = new TreeMap<>(set(name, value).asked);
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", parameters.isEmpty() ? path : path + "?", ""));
    }

    /** Returns the forms of the answer, the one at hand as {@code self}. */
    public List<Link> forms(Format current, Language language, Format... formats) {
        return Stream.of(formats)
                .map(format -> new Link(
                        format.equals(current) ? "self" : "alternate",
                        format.mediaType(),
                        with("f", format.name()),
                        title(format, language)))
                .toList();
    }

    private static String title(Format format, Language language) {
        return switch (format.name()) {
            case "geojson" -> language.pick("Capa para un mapa", "Layer for a map");
            case "html" -> language.pick("Página", "Page");
            case "csv" -> language.pick("Tabla", "Table");
            case "text" -> language.pick("Texto", "Text");
            default -> language.pick("Respuesta completa", "Whole answer");
        };
    }
}
