package co.lindero.feature;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes the features of a page on, keeps the one that only tells that more follow, and remembers where the page ended. */
final class PageSink implements FeatureSink {
    private final @Nullable Integer limit;
    private final FeatureSink next;
    private long returned;
    private boolean more;
    private Placed last = List::of;

    PageSink(@Nullable Integer limit, FeatureSink next) {
        this.limit = limit;
        this.next = next;
    }

    /** Returns one that passes nothing on: whoever takes the features asks it which belong on the page. */
    static PageSink counting(@Nullable Integer limit) {
        return new PageSink(limit, row -> {});
    }

    @Override
    public void row(FeatureRow row) throws IOException {
        if (takes(row)) {
            next.row(row);
        }
    }

    /** Counts a feature and tells whether it belongs on the page. */
    boolean takes(Placed feature) {
        if (limit != null && returned == limit) {
            more = true;
            return false;
        }
        returned++;
        last = feature;
        return true;
    }

    long returned() {
        return returned;
    }

    boolean more() {
        return more;
    }

    /** Returns the place of the last feature that was passed on. */
    List<@Nullable String> last() {
        return last.place();
    }
}
