package co.lindero.ingest;

import co.lindero.ingest.LoadStore.Published;
import co.lindero.ingest.LoadStore.StoredFacts;
import co.lindero.ingest.LoadStore.Target;
import co.lindero.platform.db.Database;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what a load prepared, and undoes it, each in one transaction with one number. What the kept parts of parcels say
 * of rows that change is removed in the same transaction. Thread-safe.
 */
public final class Publishing {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
    private static final double KEPT_MARGIN_M = 1;

    private final Database database;
    private final PublicationStore publications;
    private final LoadStore store = new LoadStore();
    private final RasterStore rasters = new RasterStore();
    private final LoadHistoryStore loads = new LoadHistoryStore();

    public Publishing(Database database, PublicationStore publications) {
        this.database = database;
        this.publications = publications;
    }

    /**
     * What a load has ready.
     *
     * @param personal personal columns that were left out, with the records in which they are filled
     * @param raster raster that the zones are drawn from; null for a file of records
     */
    record Prepared(
            LoadRequest request,
            Target target,
            StoredFacts facts,
            String profile,
            long records,
            Map<String, Long> personal,
            Findings findings,
            @Nullable RasterContent raster) {

        LoadOutcome outcome(LoadOutcome.Status status, Result result, Map<String, Double> seconds) {
            Published rows = result.rows();
            return new LoadOutcome(
                    status,
                    result.publication(),
                    request.kind(),
                    target.dataset(),
                    profile,
                    new LoadOutcome.Counts(
                            records,
                            rows.added(),
                            rows.closed(),
                            rows.unchanged(),
                            result.quarantined(),
                            result.repaired()),
                    personal,
                    findings,
                    request.reports(),
                    seconds);
        }
    }

    /** What was published; publication null where nothing changed. */
    record Result(@Nullable Long publication, Published rows, long quarantined, long repaired) {
        static final Result NOTHING = new Result(null, new Published(0, 0, 0), 0, 0);
    }

    /** Thrown inside the transaction to leave everything as it was. */
    private static final class NothingChanged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Published rows;

        NothingChanged(Published rows) {
            super("nothing changed", null, false, false);
            this.rows = rows;
        }
    }

    Result publish(Handle handle, Prepared prepared) {
        Result[] result = {Result.NOTHING};
        String digest = FileDigest.of(prepared.request().file());
        try {
            Publication made = handle.inTransaction(transaction -> publications.publish(
                    transaction,
                    new PublicationStore.Subject(
                            "load",
                            prepared.target().municipality(),
                            prepared.target().path()),
                    number -> {
                        Published rows = publishRows(transaction, prepared, number);
                        result[0] = new Result(
                                number,
                                rows,
                                store.run(transaction, "keep_quarantined", Map.of("pub", number)),
                                store.run(transaction, "keep_repairs", Map.of("pub", number)));
                        loads.record(transaction, loadRecord(prepared, digest, result[0]));
                    }));
            LOG.debug(
                    "load published publication={} dataset={} added={} closed={}",
                    made.number(),
                    prepared.target().path(),
                    result[0].rows().added(),
                    result[0].rows().closed());
            return result[0];
        } catch (NothingChanged e) {
            return new Result(null, e.rows, 0, 0);
        }
    }

    private Published publishRows(Handle handle, Prepared prepared, long number) {
        Target target = prepared.target();
        ObjectNode scope = JsonNodeFactory.instance
                .objectNode()
                .put("municipality", target.municipality())
                .put("dataset", target.dataset());
        if (!target.plan().isEmpty()) {
            scope.put("plan", target.plan());
        }
        if (target.kind().equals("zones")) {
            scope.put("theme", target.theme()).put("layer", store.findLayer(handle, target));
        }
        Published rows = store.publishRows(
                handle, target.table(), scope, prepared.request().validFrom(), number);
        Optional<StoredFacts> before = store.findDataset(handle, target);
        boolean factsChanged = !before.equals(Optional.of(prepared.facts()));
        boolean rasterChanged = target.kind().equals("zones")
                && rasters.publish(
                        handle, target, prepared.raster(), prepared.request().validFrom(), number);
        if (!factsChanged && !rasterChanged && rows.added() == 0 && rows.closed() == 0) {
            throw new NothingChanged(rows);
        }
        if (factsChanged) {
            store.closeDataset(handle, target, number);
            store.addDataset(handle, target, prepared.facts(), number);
        }
        forgetKept(handle, target, prepared.facts(), factsChanged, rows);
        return rows;
    }

    private void forgetKept(Handle handle, Target target, StoredFacts facts, boolean wholly, Published rows) {
        if (target.kind().equals("parcels")) {
            if (rows.closed() > 0) {
                store.forget(handle, "forget_parcels", Map.of());
            }
            return;
        }
        if (!target.kind().equals("zones")) {
            return;
        }
        if (wholly || rows.added() + rows.closed() > 1_000) {
            store.forget(
                    handle, "forget_scopes", Map.of("municipality", target.municipality(), "theme", target.theme()));
            return;
        }
        double accuracy = facts.accuracyM() == null ? 0 : facts.accuracyM();
        store.forget(
                handle,
                "forget_near_zones",
                Map.of(
                        "municipality", target.municipality(),
                        "theme", target.theme(),
                        "margin", 3 * accuracy + KEPT_MARGIN_M));
        store.forget(
                handle,
                "forget_statement_scopes",
                Map.of("municipality", target.municipality(), "theme", target.theme()));
    }

    private static LoadRecord loadRecord(Prepared prepared, String digest, Result result) {
        Target target = prepared.target();
        Published rows = result.rows();
        return new LoadRecord(
                Objects.requireNonNull(result.publication()),
                null,
                null,
                target.municipality(),
                target.kind(),
                target.plan(),
                target.theme(),
                target.dataset(),
                String.valueOf(prepared.request().file().getFileName()),
                digest,
                prepared.profile(),
                prepared.request().validFrom(),
                prepared.records(),
                rows.added(),
                rows.closed(),
                rows.unchanged(),
                result.quarantined(),
                result.repaired(),
                Json.write(prepared.findings().counts()),
                null);
    }

    /** Removes what loads that were killed have left in the database. */
    public void dropDead() {
        Workspace.dropDead(database.jdbi());
    }

    /** Returns loads, newest first. */
    public List<LoadRecord> list(@Nullable String municipality, int limit) {
        return database.read(handle -> loads.list(handle, municipality, limit));
    }

    /**
     * Returns a load.
     *
     * @throws Problem {@code load-not-found}
     */
    public LoadRecord get(long publication) {
        return database.read(handle -> require(handle, publication));
    }

    /** Returns the records that a load kept aside, a line each. */
    public List<String> listQuarantined(long publication) {
        return database.read(handle -> loads.listQuarantined(handle, publication));
    }

    private LoadRecord require(Handle handle, long publication) {
        return loads.find(handle, publication)
                .orElseThrow(() -> Problem.of(
                                ProblemType.LOAD_NOT_FOUND,
                                "No hay una carga con la publicación " + publication,
                                "There is no load with publication " + publication)
                        .hint("Vea «lindero loads list».", "See \"lindero loads list\"."));
    }

    /**
     * Undoes a load by a new publication: what it added is closed, what it closed is added again.
     *
     * @return the number of the new publication
     * @throws Problem {@code load-not-found}, or {@code refused} where a later load of the dataset stands in the way
     */
    public long revert(long publication) {
        return database.write(handle -> {
            LoadRecord load = require(handle, publication);
            Target target = new Target(load.municipality(), load.kind(), load.plan(), load.theme(), load.dataset());
            Publication made = publications.publish(
                    handle, new PublicationStore.Subject("revert", load.municipality(), target.path()), number -> {
                        refuseLater(handle, target, publication);
                        Published rows = store.revertRows(handle, target.table(), publication, number);
                        store.revertRows(handle, "dataset", publication, number);
                        Map<String, Object> scope = new HashMap<>();
                        scope.put("municipality", load.municipality());
                        scope.put("theme", load.kind().equals("zones") ? load.theme() : "");
                        if (load.kind().equals("zones")) {
                            store.revertRows(handle, "raster", publication, number);
                            store.forget(handle, "forget_scopes", scope);
                        } else if (load.kind().equals("parcels")) {
                            store.forget(handle, "forget_closed_parcels", Map.of("pub", number));
                        }
                        loads.record(handle, reverting(load, number, rows));
                    });
            return made.number();
        });
    }

    private static LoadRecord reverting(LoadRecord load, long number, Published rows) {
        return new LoadRecord(
                number,
                null,
                null,
                load.municipality(),
                load.kind(),
                load.plan(),
                load.theme(),
                load.dataset(),
                load.file(),
                load.fileSha256(),
                load.profile(),
                load.validFrom(),
                0,
                rows.added(),
                rows.closed(),
                0,
                0,
                0,
                "{}",
                load.publication());
    }

    private void refuseLater(Handle handle, Target target, long publication) {
        Optional<Long> next =
                loads.findLater(handle, publication).or(() -> loads.findObstacle(handle, target.table(), publication));
        next.ifPresent(later -> {
            throw Problem.of(
                            ProblemType.REFUSED,
                            "La carga " + publication + " no es la última de sus datos: la siguió la " + later,
                            "Load " + publication + " is not the last of its data: " + later + " followed it")
                    .hint("Revierta primero la " + later + ".", "Revert " + later + " first.");
        });
    }
}
