package co.lindero.feature;

import co.lindero.platform.http.Format;
import co.lindero.platform.http.Links;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;

/**
 * Writes what stands in the GeoJSON of one feature besides itself: its links, and whether it is synthetic. Requests differ in the
 * feature's name and in little else, so that all around the name is kept. Thread-safe.
 */
final class FeatureMembers {
    private static final int KEPT = 500;
    /** Stands for the feature's name; changes neither in an address nor in JSON, and no collection or parameter is called so. */
    private static final String NAME = "name-cc7f1b0e-0c56-4a0f-9b7e-5d1c4f0e8a34";

    private final List<Format> offered;
    private final Cache<Around, String[]> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** Links to the forms offered, of which GeoJSON is the one written. */
    FeatureMembers(List<Format> offered) {
        this.offered = List.copyOf(offered);
    }

    private record Around(
            String base, Language language, String layer, boolean demonstration, Map<String, String> parameters) {}

    /**
     * Returns JSON without the outer braces.
     *
     * @param parameters of the request, which links keep
     */
    String of(Links links, Language language, FeatureLayer layer, String name, Map<String, String> parameters) {
        Around around = new Around(links.base(), language, layer.id(), layer.demonstration(), Map.copyOf(parameters));
        return String.join(
                Links.encoded(name), kept.get(around, absent -> parts(absent, new LayerLinks(links, language))));
    }

    private String[] parts(Around around, LayerLinks links) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        if (around.demonstration) {
            members.put("demonstration", true);
        }
        var list = members.putArray("links");
        links.addSelf(list, LayerLinks.path(around.layer, NAME), around.parameters, Format.GEOJSON, offered);
        links.add(
                list,
                "collection",
                Format.JSON.mediaType(),
                links.to(LayerLinks.path(around.layer), Map.of()),
                "La colección",
                "The collection");
        String json = Json.write(members);
        return json.substring(1, json.length() - 1).split(NAME, -1);
    }
}
