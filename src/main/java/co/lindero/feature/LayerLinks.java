package co.lindero.feature;

import co.lindero.platform.http.Format;
import co.lindero.platform.http.Links;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Addresses of collections and their resources, and how links to them are written. */
final class LayerLinks {
    private final Links links;
    private final Language language;

    LayerLinks(Links links, Language language) {
        this.links = links;
        this.language = language;
    }

    /** Adds a link. */
    void add(ArrayNode list, String rel, String type, String href, String spanish, String english) {
        ObjectNode link = list.addObject();
        link.put("href", href);
        link.put("rel", rel);
        link.put("type", type);
        link.put("title", language.pick(spanish, english));
        link.put("hreflang", language.pick("es", "en"));
    }

    /** Returns the address of a path, already encoded, with parameters. */
    String to(String path, Map<String, String> parameters) {
        StringBuilder address = new StringBuilder(links.to(path));
        char join = '?';
        for (Map.Entry<String, String> parameter : new TreeMap<>(parameters).entrySet()) {
            address.append(join)
                    .append(Links.encoded(parameter.getKey()))
                    .append('=')
                    .append(Links.encoded(parameter.getValue()));
            join = '&';
        }
        return address.toString();
    }

    /** Returns the path of a collection. */
    static String path(String layer) {
        return "/collections/" + Links.encoded(layer);
    }

    /** Returns the path of a feature. */
    static String path(String layer, String feature) {
        return path(layer) + "/items/" + Links.encoded(feature);
    }

    /** Adds links to a resource and to its other forms. */
    void addSelf(ArrayNode list, String path, Map<String, String> parameters, Format self, List<Format> offered) {
        Map<String, String> plain = new TreeMap<>(parameters);
        plain.remove("f");
        add(list, "self", self.mediaType(), to(path, parameters), "Este documento", "This document");
        for (Format format : offered) {
            if (!format.equals(self)) {
                Map<String, String> other = new TreeMap<>(plain);
                other.put("f", format.name());
                add(
                        list,
                        "alternate",
                        format.mediaType(),
                        to(path, other),
                        "En formato " + format.name(),
                        "As " + format.name());
            }
        }
    }
}
