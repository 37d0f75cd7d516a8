package co.lindero.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the rows of layers in squares of ground: whoever looks at a place asks for it in several zooms, tile beside tile, and its
 * rows are read once for all of these. Rows belong to a state, as tiles do, so that nothing kept is ever wrong. Thread-safe.
 */
final class KeptRows {
    /** Zoom of the squares: 2.4 km wide, and the shallowest at which every row is read. */
    static final int ZOOM = 14;

    /** A square that takes a larger share of the memory is not kept. */
    private static final int LARGEST_SHARE = 8;

    private final long bytes;
    private final Cache<Key, Kept> kept;

    /** Keeps so many bytes at the most; nothing where that is 0. */
    KeptRows(long bytes) {
        this.bytes = bytes;
        this.kept = Caffeine.newBuilder()
                // waking another thread to keep house would cost more than what is put in
                .executor(Runnable::run)
                .maximumWeight(bytes)
                .<Key, Kept>weigher((key, value) -> value.weight())
                .build();
    }

    /**
     * All that decides which rows lie in a square.
     *
     * @param state publication that last changed the layer there
     * @param square tile of {@link #ZOOM}
     */
    record Key(String municipality, LocalDate on, long state, String layer, TileAddress square) {}

    /** The rows of a square, or that they are too many to be kept. */
    private record Kept(Optional<Ground> ground) {
        int weight() {
            return (int) Math.min(Integer.MAX_VALUE, ground.map(Ground::bytes).orElse(0L) + 200);
        }
    }

    /** Tells whether the rows of a tile may be kept. */
    boolean mayKeep(TileAddress tile) {
        return bytes > 0 && tile.zoom() >= ZOOM;
    }

    /**
     * Returns the rows of a square that meet a box within it; nothing where they are too many to be kept.
     *
     * @param reading reads all rows of the square
     */
    Optional<List<TileRow>> find(Key key, MapBox box, Supplier<List<TileRow>> reading) {
        return kept.get(key, absent -> {
                    Ground ground = new Ground(reading.get());
                    return new Kept(ground.bytes() > bytes / LARGEST_SHARE ? Optional.empty() : Optional.of(ground));
                })
                .ground()
                .map(ground -> ground.meeting(box));
    }
}
