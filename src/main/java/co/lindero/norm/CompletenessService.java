package co.lindero.norm;

import co.lindero.plan.PlanStore;
import co.lindero.platform.db.Database;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.time.LocalDate;

/** Tells how much of a plan is encoded, with what it inherits. Thread-safe; one statement a call. */
public final class CompletenessService {
    private final Database database;
    private final PlanStore plans;
    private final PublicationStore publications;
    private final CompletenessStore store = new CompletenessStore();

    /** Makes the service. */
    public CompletenessService(Database database, PlanStore plans, PublicationStore publications) {
        this.database = database;
        this.plans = plans;
        this.publications = publications;
    }

    /** Returns what a plan says of each of its zones on a legal day, as if it were in force. */
    public Completeness get(String municipality, String plan, LocalDate on) {
        return database.read(handle -> {
            long at = publications.findNewest(handle).map(Publication::number).orElse(0L);
            return store.get(handle, municipality, plans.findChain(handle, municipality, plan, on, at), on, at);
        });
    }
}
