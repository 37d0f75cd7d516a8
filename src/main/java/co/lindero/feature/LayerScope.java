package co.lindero.feature;

import co.lindero.publication.Publication;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which collections a municipality has on a legal day, as known at a publication. Immutable.
 *
 * @param municipality DIVIPOLA code
 * @param on legal day
 * @param known publication
 * @param territoryState publication that last changed the territories, -1 where they differ from day to day
 * @param chain codes of the plan that answers and of those it inherits from
 * @param layers the collections, in the order in which they are listed
 */
public record LayerScope(
        String municipality,
        LocalDate on,
        Publication known,
        long territoryState,
        List<String> chain,
        List<FeatureLayer> layers) {
    public LayerScope {
        chain = List.copyOf(chain);
        layers = List.copyOf(layers);
    }

    /** Returns a collection by its identifier. */
    Optional<FeatureLayer> find(String id) {
        return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    /** Returns the values of the parameters that sources take. */
    Map<String, Object> arguments(FeatureLayer layer) {
        Map<String, Object> arguments = new TreeMap<>(layer.arguments());
        arguments.put("municipality", municipality);
        arguments.put("onDay", on.toString());
        arguments.put("at", known.number());
        arguments.put("territoryState", territoryState);
        return arguments;
    }
}
