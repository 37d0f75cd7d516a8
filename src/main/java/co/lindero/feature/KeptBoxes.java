package co.lindero.feature;

import co.lindero.feature.RowBoxes.RowBox;
import co.lindero.platform.db.Database;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the features of a page in a box by where they lie, which is kept for each state of a collection: whoever pans a map asks box
 * after box. They are read beside the first question; until then, and of collections that are too large, the database finds them.
 * What boxes do not decide PostGIS does, so that both find the same. Thread-safe.
 */
final class KeptBoxes {
    private static final Logger LOG = LoggerFactory.getLogger(KeptBoxes.class);
    /** A collection that takes a larger share of the memory is not kept. */
    private static final int LARGEST_SHARE = 2;

    private final BoxStore store;
    private final int most;
    private final Executor executor;
    private final Cache<Key, Kept> kept;
    private final AtomicBoolean reading = new AtomicBoolean();

    /**
     * Keeps so many bytes at the most; nothing where that is 0.
     *
     * @param executor where collections are read
     */
    KeptBoxes(Database database, long bytes, Executor executor) {
        this.store = new BoxStore(database);
        this.executor = executor;
        this.most = (int) Math.min(Integer.MAX_VALUE - 1, bytes / RowBoxes.BYTES / LARGEST_SHARE);
        this.kept = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .<Key, Kept>weigher((key, value) -> value.weight())
                .build();
    }

    /** All that decides which features a collection has. */
    private record Key(String municipality, LocalDate on, long publication, String layer) {}

    /** The boxes of a collection, or that they cannot be kept. */
    private record Kept(Optional<RowBoxes> boxes) {
        int weight() {
            return boxes.map(found -> found.size() * RowBoxes.BYTES).orElse(0) + 200;
        }
    }

    /**
     * Returns the numbers of the rows of a page, in order; nothing where the database has to find them.
     *
     * @param request for features in a box, in the order of their rows
     * @param confirmation confirmed where the database is asked
     */
    Optional<List<Long>> find(ItemsRequest request, Confirmation confirmation) {
        if (most == 0 || !request.isByRow() || !request.conditions().isEmpty() || request.limit() == null) {
            return Optional.empty();
        }
        Optional<Bbox> box = request.box().filter(KeptBoxes::isPlain);
        return box.flatMap(plain -> boxes(request)).map(boxes -> rows(request, boxes, box.get(), confirmation));
    }

    /** The copy in degrees is asked for, and not across the 180th meridian. */
    private static boolean isPlain(Bbox box) {
        return box.crs().box() == MapCrs.Box.LON_LAT && !box.crosses();
    }

    private Optional<RowBoxes> boxes(ItemsRequest request) {
        LayerScope scope = request.scope();
        Key key = new Key(
                scope.municipality(),
                scope.on(),
                scope.known().number(),
                request.layer().id());
        // one collection at a time: whoever asks day after day shall not have everything read
        if (kept.getIfPresent(key) == null && reading.compareAndSet(false, true)) {
            executor.execute(() -> {
                try {
                    kept.put(key, read(request));
                } finally {
                    reading.set(false);
                }
            });
        }
        return Optional.ofNullable(kept.getIfPresent(key)).flatMap(Kept::boxes);
    }

    private Kept read(ItemsRequest request) {
        try {
            List<RowBox> boxes = store.list(request, most + 1);
            return new Kept(boxes.size() > most ? Optional.empty() : Optional.of(new RowBoxes(boxes)));
        } catch (RuntimeException e) {
            // nobody waits for it, and the next one would fare no better: this state is left to the database
            LOG.info("the boxes of {} could not be kept: {}", request.layer().id(), e.toString());
            return new Kept(Optional.empty());
        }
    }

    private List<Long> rows(ItemsRequest request, RowBoxes boxes, Bbox asked, Confirmation confirmation) {
        Envelope box = new Envelope(asked.minX(), asked.maxX(), asked.minY(), asked.maxY());
        List<String> place = request.after();
        long after = place == null ? 0 : Long.parseLong(place.get(0));
        long wanted = request.offset() + request.limit();
        List<Long> rows = new ArrayList<>();
        List<Long> open = new ArrayList<>();
        // those that surely meet the box fill the page by themselves: none further on can belong to it
        for (RowBox candidate : boxes.meeting(box, after)) {
            rows.add(candidate.row());
            if (!candidate.surelyMeets(box)) {
                open.add(candidate.row());
            }
            if (rows.size() - open.size() == wanted) {
                break;
            }
        }
        if (!open.isEmpty()) {
            Set<Long> meeting = store.listMeeting(request, open, confirmation);
            Set<Long> missing = new HashSet<>(open);
            missing.removeAll(meeting);
            rows.removeAll(missing);
        }
        int from = (int) Math.min(request.offset(), rows.size());
        return rows.subList(from, (int) Math.min(wanted, rows.size()));
    }
}
