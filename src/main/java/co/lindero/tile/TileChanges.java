package co.lindero.tile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells since which publication a tile is what it is, so that a tile is made anew exactly when a load touches what it shows.
 * What happened before the first question about a municipality counts as one state. Thread-safe.
 */
final class TileChanges {
    /** Older ones are forgotten and count as having touched everything. */
    private static final int MOST_KEPT = 1_000;

    private final TileStore store;
    private final Map<String, Log> logs = new HashMap<>();

    TileChanges(TileStore store) {
        this.store = store;
    }

    private static final class Log {
        private long since;
        private long upTo;
        private final List<Touched> touched = new ArrayList<>();

        Log(long since) {
            this.since = since;
            this.upTo = since;
        }
    }

    /**
     * Returns the publication that last changed what a tile shows, as a reader at a publication sees it; where that is not
     * known any more, the reader's publication itself.
     */
    synchronized long stateOf(String municipality, String layer, TileAddress tile, long known) {
        Log log = logs.computeIfAbsent(municipality, absent -> new Log(known));
        if (known < log.since) {
            return known;
        }
        if (known > log.upTo) {
            log.touched.addAll(store.listTouched(municipality, log.upTo, known));
            log.upTo = known;
            forget(log);
        }
        long state = log.since;
        for (Touched touched : log.touched) {
            if (touched.publication() <= known && touched.touches(layer, tile)) {
                state = Math.max(state, touched.publication());
            }
        }
        return state;
    }

    private static void forget(Log log) {
        while (log.touched.size() > MOST_KEPT) {
            log.since = log.touched.remove(0).publication();
        }
    }
}
