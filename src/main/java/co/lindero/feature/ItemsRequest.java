package co.lindero.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request for features, understood.
 *
 * @param scope day, publication and collections
 * @param layer collection
 * @param crs CRS of the coordinates
 * @param box box that features must meet
 * @param conditions further conditions, all of which must hold
 * @param sort order before that of the key
 * @param properties properties asked for, in order
 * @param limit most features, null for all
 * @param offset features left out at the beginning
 * @param after values of order and key of the feature before the first, null for the beginning
 * @param countAsked whether the number of all matching features must be said
 */
public record ItemsRequest(
        LayerScope scope,
        FeatureLayer layer,
        MapCrs crs,
        Optional<Bbox> box,
        List<RowCondition> conditions,
        List<SortKey> sort,
        List<Property> properties,
        @Nullable Integer limit,
        long offset,
        @Nullable List<@Nullable String> after,
        boolean countAsked) {

    /** Tells whether every feature of the collection matches. */
    boolean isUnfiltered() {
        return box.isEmpty() && conditions.isEmpty();
    }

    /**
     * Tells whether features come in the order of their rows: those in a box, where the caller asks for no order. Sorting by
     * the key would cost more than finding them; a publication's rows never change, so that pages neither repeat nor miss any.
     */
    boolean isByRow() {
        return isByRow(box, sort);
    }

    static boolean isByRow(Optional<Bbox> box, List<SortKey> sort) {
        return box.isPresent() && sort.isEmpty();
    }

    /** Returns the columns that decide the order among features that are alike in what the caller sorts by. */
    List<String> order() {
        return isByRow() ? List.of("f.id") : layer.identity().order();
    }

    /** Returns the same request for one more feature, which tells whether any follows. */
    ItemsRequest withOneMore() {
        return limit == null
                ? this
                : new ItemsRequest(
                        scope, layer, crs, box, conditions, sort, properties, limit + 1, offset, after, countAsked);
    }

    /** Returns a request for all properties of all features of a collection. */
    static ItemsRequest whole(LayerScope scope, FeatureLayer layer, MapCrs crs) {
        return new ItemsRequest(
                scope, layer, crs, Optional.empty(), List.of(), List.of(), layer.properties(), null, 0, null, false);
    }

    /** Returns the request for the one feature whose key has values. */
    ItemsRequest withKey(List<String> values) {
        List<RowCondition> key = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            key.add(new RowCondition(
                    layer.identity().columns().get(i) + " = :key" + i, Map.of("key" + i, values.get(i))));
        }
        return new ItemsRequest(scope, layer, crs, box, key, sort, properties, 1, 0, null, false);
    }
}
