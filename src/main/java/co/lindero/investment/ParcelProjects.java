package co.lindero.investment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The projects that a parcel has to do with. Kept for a while by parcel, day and publication, whose answer never changes.
 * Thread-safe; at most one statement a parcel.
 */
public final class ParcelProjects {
    private static final int KEPT = 20_000;

    private final ProjectStore store = new ProjectStore();
    private final double withinM;
    private final Cache<Key, List<ProjectOnParcel>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Key(long plot, String asked, LocalDate on, long at) {}

    /**
     * Makes the reader.
     *
     * @param withinM distance up to which works count as near, m
     */
    public ParcelProjects(double withinM) {
        this.withinM = withinM;
    }

    /**
     * A parcel to ask about.
     *
     * @param plot row of the parcel whose plot counts
     * @param asked number asked for; of a unit its own
     * @param municipality DIVIPOLA code
     */
    public record Plot(long plot, String asked, String municipality) {}

    /**
     * Returns the projects, those that need part of the parcel first, on a handle whose transaction the caller holds. What is
     * read depends on the day and the publication alone, so that it comes again the same.
     */
    public List<ProjectOnParcel> list(Handle handle, Plot parcel, LocalDate on, long at) {
        Key key = new Key(parcel.plot(), parcel.asked(), on, at);
        List<ProjectOnParcel> present = kept.getIfPresent(key);
        if (present == null) {
            present = list(handle, parcel, on, at, withinM);
            kept.put(key, present);
        }
        return present;
    }

    List<ProjectOnParcel> list(Handle handle, Plot parcel, LocalDate on, long at, double within) {
        return store.listOnParcel(
                handle, new ProjectStore.Held(parcel.municipality(), on, at), parcel.plot(), parcel.asked(), within);
    }

    double withinM() {
        return withinM;
    }
}
