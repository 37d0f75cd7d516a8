package co.lindero.feature;

import co.lindero.platform.db.Database;
import co.lindero.platform.db.Sql;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** Keeps in which territory each parcel lies, for the current state; until it is kept, answers find it themselves. */
public final class TerritoryKeeper {
    private static final int BATCH = 2_000;

    private final Database database;
    private final Clock clock;
    private final PublicationStore publications;
    private final LayerStore layers = new LayerStore();

    public TerritoryKeeper(Database database, Clock clock, PublicationStore publications) {
        this.database = database;
        this.clock = clock;
        this.publications = publications;
    }

    /** Keeps what is not kept yet, some thousand parcels a transaction; returns how many parcels that were. */
    public long keepAll() {
        Optional<Publication> newest = database.readAtOnce(publications::findNewest);
        long kept = 0;
        if (newest.isPresent()) {
            long at = newest.get().number();
            List<String> municipalities = database.readAtOnce(handle -> layers.listMunicipalities(handle, at));
            for (String municipality : municipalities) {
                kept += keep(municipality, at);
            }
        }
        return kept;
    }

    private long keep(String municipality, long at) {
        long state = database.readAtOnce(handle -> layers.findTerritoryState(handle, municipality, at));
        long kept = 0;
        // where territories differ from day to day nothing is kept
        for (int done = BATCH;
                state >= 0 && done == BATCH && !Thread.currentThread().isInterrupted();
                kept += done) {
            done = database.write(handle -> {
                try (Update update = handle.createUpdate(Sql.query("feature/keep_territories"))) {
                    return update.bind("municipality", municipality)
                            .bind("state", state)
                            .bind("onDay", LocalDate.now(clock).toString())
                            .bind("at", at)
                            .bind("limit", BATCH)
                            .execute();
                }
            });
        }
        return kept;
    }
}
