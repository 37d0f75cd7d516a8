package co.lindero.feature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is true of a whole collection: how many features it has, where they lie and when they hold. Kept, because at a publication
 * it never changes. Thread-safe.
 */
final class LayerFacts {
    private static final int KEPT = 1_000;

    private final FeatureStore features;
    private final Cache<Key, Long> counts =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Cache<Key, LayerTimes> times =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Cache<Key, Optional<LayerExtent>> extents =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    LayerFacts(FeatureStore features) {
        this.features = features;
    }

    private record Key(String municipality, LocalDate on, long publication, String layer) {
        static Key of(LayerScope scope, FeatureLayer layer) {
            return new Key(scope.municipality(), scope.on(), scope.known().number(), layer.id());
        }
    }

    /** Returns between which legal days the features of a collection hold. */
    LayerTimes getTimes(LayerScope scope, FeatureLayer layer) {
        return times.get(Key.of(scope, layer), absent -> {
            LayerTimes own = features.getTimes(scope, layer);
            FeatureLayer.ThemeFacts theme = layer.theme();
            return theme == null ? own : own.within(theme.inForce());
        });
    }

    /** Returns the box around a collection, or nothing where nothing of it is drawn. */
    Optional<LayerExtent> findExtent(LayerScope scope, FeatureLayer layer) {
        return extents.get(Key.of(scope, layer), absent -> features.findExtent(scope, layer));
    }

    /** Returns how many features match, where they have been counted already. */
    OptionalLong findCount(ItemsRequest request) {
        Long counted = request.isUnfiltered() ? counts.getIfPresent(Key.of(request.scope(), request.layer())) : null;
        return counted == null ? OptionalLong.empty() : OptionalLong.of(counted);
    }

    /**
     * Returns how many features match, where that is asked for or costs little: without a filter it is counted once for a
     * publication, and a list that ends on its first page has been counted.
     *
     * @param returned features on the page
     * @param more whether others follow
     */
    OptionalLong matched(ItemsRequest request, long returned, boolean more) {
        if (request.isUnfiltered()) {
            return OptionalLong.of(
                    counts.get(Key.of(request.scope(), request.layer()), absent -> features.count(request)));
        }
        Integer limit = request.limit();
        if (!more && request.after() == null && (returned > 0 || request.offset() == 0)) {
            return OptionalLong.of(request.offset() + returned);
        }
        return request.countAsked() || (limit != null && limit == 1)
                ? OptionalLong.of(features.count(request))
                : OptionalLong.empty();
    }
}
