package co.lindero.plan;

import co.lindero.platform.db.Sql;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Sends questions about a whole municipality away while what lies on its parcels is still being measured: to measure all of it anew
 * beside the service that is doing just that takes longer than to wait for it. Thread-safe.
 */
public final class MeasuringStore {
    /** Parcels without kept parts that an answer measures itself while others are being measured. */
    private static final int MEASURED_AT_ONCE = 500;

    private final PublicationStore publications;
    private final Clock clock;
    private final BooleanSupplier keeping;

    /**
     * Makes the store.
     *
     * @param clock clock whose zone decides on which legal day it is
     * @param keeping whether the parts of parcels are being measured right now
     */
    public MeasuringStore(PublicationStore publications, Clock clock, BooleanSupplier keeping) {
        this.publications = publications;
        this.clock = clock;
        this.keeping = keeping;
    }

    /**
     * The parts that an answer reads.
     *
     * @param plan code of the plan whose parts are kept
     * @param themes codes of themes, each once, of which something is loaded
     * @param on legal day
     * @param known publication
     */
    public record Parts(String municipality, String plan, List<String> themes, LocalDate on, Publication known) {}

    private record Count(long parcels, long unmeasured) {}

    /**
     * Returns where the parts are kept, or are none of the state that is being kept, or where nothing is being measured.
     *
     * @param handle handle whose transaction the caller holds
     * @throws Problem {@code not-ready} while the parts of more than a few parcels are still being measured
     */
    public void require(Handle handle, Parts parts) {
        boolean isNow = parts.on().equals(LocalDate.now(clock))
                && publications.findNewest(handle).filter(parts.known()::equals).isPresent();
        if (!isNow || parts.themes().isEmpty() || !keeping.getAsBoolean()) {
            return;
        }
        Count count = count(handle, parts);
        if (count.unmeasured() > MEASURED_AT_ONCE) {
            throw Problem.of(
                            ProblemType.NOT_READY,
                            "Se está midiendo qué hay en cada predio: faltan " + count.unmeasured() + " de "
                                    + count.parcels() + " predios.",
                            "What lies on each parcel is being measured: " + count.unmeasured() + " of "
                                    + count.parcels() + " parcels are left.")
                    .hint("Repita en unos segundos.", "Try again in a few seconds.");
        }
    }

    private static Count count(Handle handle, Parts parts) {
        try (Query query = handle.createQuery(Sql.query("plan/count_unmeasured"))) {
            return query.bind("municipality", parts.municipality())
                    .bind("plan", parts.plan())
                    .bindArray("themes", String.class, parts.themes())
                    .bind("onDay", parts.on().toString())
                    .map((rs, ctx) -> new Count(rs.getLong("parcels"), rs.getLong("unmeasured")))
                    .one();
        }
    }
}
