package co.lindero.feature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps features as GeoJSON has them, by the number of their row: a published row never changes, so that nothing kept is ever
 * wrong. Only what stands in the row itself is kept, and the territory of a parcel by the state of the territories. Thread-safe.
 */
final class EncodedFeatures {
    /** Sources each of whose features is one row that nothing else decides. */
    private static final Set<String> ROWS_ALONE =
            Set.of("feature/from_parcels", "feature/from_buildings", "feature/from_territories", "feature/from_zones");

    private static final String OF_PARCELS = "feature/from_parcels";
    private static final int FORMS = 2_000;
    /** What an entry takes besides its bytes. */
    private static final int OVERHEAD = 120;
    /** Larger features are not kept: they would drive out many. */
    private static final int LARGEST = 1 << 16;

    private final Cache<Key, byte[]> kept;
    private final Cache<Named, byte[]> named;
    private final Cache<Form, Encoding> encodings =
            Caffeine.newBuilder().maximumSize(FORMS).build();
    private final AtomicInteger numbers = new AtomicInteger();
    private final boolean keeping;

    /** Keeps so many bytes at the most, a third of them by name; none where that is 0. */
    EncodedFeatures(long bytes) {
        this.keeping = bytes > 0;
        this.kept = Caffeine.newBuilder()
                // waking another thread to keep house would cost more than what is put in
                .executor(Runnable::run)
                .maximumWeight(bytes - bytes / 3)
                .<Key, byte[]>weigher((key, feature) -> feature.length + OVERHEAD)
                .build();
        this.named = Caffeine.newBuilder()
                // waking another thread to keep house would cost more than what is put in
                .executor(Runnable::run)
                .maximumWeight(bytes / 3)
                .<Named, byte[]>weigher(
                        (key, feature) -> feature.length + 2 * key.name().length() + OVERHEAD)
                .build();
    }

    private record Key(int encoding, long row) {}

    /** All that decides which feature a name means: the same name may stand in several collections of one table. */
    private record Named(int encoding, String municipality, LocalDate on, long publication, String layer, String name) {
        static Named of(Encoding encoding, ItemsRequest request, String name) {
            LayerScope scope = request.scope();
            return new Named(
                    encoding.number,
                    scope.municipality(),
                    scope.on(),
                    scope.known().number(),
                    request.layer().id(),
                    name);
        }
    }

    /** All that decides how a row is written. */
    private record Form(String source, List<Property> properties, MapCrs crs, long territoryState) {}

    /** One way of writing the rows of a table, and how many of those asked for lately were kept. Thread-safe. */
    static final class Encoding {
        private static final double WARM = 0.6;
        private static final double WEIGHT = 0.2;

        private final int number;
        private volatile double found;

        Encoding(int number) {
            this.number = number;
        }

        /** Tells whether most features are kept, so that it pays to ask for rows' numbers first. */
        boolean isWarm() {
            return found > WARM;
        }

        /** Takes note of how many of the rows of a page were kept. */
        void note(int hits, int rows) {
            if (rows > 0) {
                // an update lost between two pages matters nothing
                double before = found;
                found = before + WEIGHT * ((double) hits / rows - before);
            }
        }
    }

    /** Returns how the features of a request are written, or nothing where they cannot be kept. */
    Optional<Encoding> find(ItemsRequest request) {
        String source = request.layer().source();
        boolean parcels = source.equals(OF_PARCELS);
        long state = parcels ? request.scope().territoryState() : 0;
        if (!keeping || !ROWS_ALONE.contains(source) || state < 0) {
            return Optional.empty();
        }
        Form form = new Form(source, request.properties(), request.crs(), state);
        return Optional.of(encodings.get(form, absent -> new Encoding(numbers.incrementAndGet())));
    }

    /** Returns the feature that has a name in the collection of a request, at its publication and on its day, where it is kept. */
    Optional<byte[]> findNamed(Encoding encoding, ItemsRequest request, String name) {
        return Optional.ofNullable(named.getIfPresent(Named.of(encoding, request, name)));
    }

    void putNamed(Encoding encoding, ItemsRequest request, String name, byte[] feature) {
        if (feature.length <= LARGEST) {
            named.put(Named.of(encoding, request, name), feature);
        }
    }

    byte @Nullable [] get(Encoding encoding, long row) {
        return kept.getIfPresent(new Key(encoding.number, row));
    }

    void put(Encoding encoding, long row, byte[] feature) {
        if (feature.length <= LARGEST) {
            kept.put(new Key(encoding.number, row), feature);
        }
    }
}
