package co.lindero.feature;

import co.lindero.platform.http.Query;
import java.util.Optional;

/** Reads {@code filter}, {@code filter-lang} and {@code filter-crs}. */
final class Filters {
    private final MapCrsList systems;

    Filters(MapCrsList systems) {
        this.systems = systems;
    }

    Optional<RowCondition> read(Query query, FeatureLayer layer) {
        systems.get(query, "filter-crs");
        return query.find("filter").map(text -> {
            throw Query.invalid("filter", "Los filtros aún no se admiten.", "Filters are not accepted yet.");
        });
    }
}
