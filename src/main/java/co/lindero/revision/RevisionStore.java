package co.lindero.revision;

import co.lindero.platform.db.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Two states of a plan in the database, on a handle whose transaction the caller holds. Thread-safe, without state. */
final class RevisionStore {
    /** A theme and what it is made of. */
    record Digest(String title, String digest) {}

    /** A drawn parcel. */
    record Plot(long id, String number, double planarM2) {}

    /** Returns what each theme is made of in a state, by its code. */
    Map<String, Digest> listDigests(Handle handle, PlanState state) {
        Map<String, Digest> digests = new LinkedHashMap<>();
        try (Query query = handle.createQuery(Sql.query("revision/list_digests"))) {
            query.bind("municipality", state.municipality())
                    .bindArray("chain", String.class, state.chain())
                    .bind("onDay", state.on().toString())
                    .bind("at", state.at())
                    .map((rs, ctx) -> digests.put(
                            rs.getString("theme"), new Digest(rs.getString("title"), rs.getString("digest"))))
                    .list();
        }
        return digests;
    }

    /** Returns the next drawn parcels after an id. */
    List<Plot> listPlots(Handle handle, PlanState state, long after, int limit) {
        try (Query query = handle.createQuery(Sql.query("revision/list_parcels"))) {
            return query.bind("municipality", state.municipality())
                    .bind("onDay", state.on().toString())
                    .bind("at", state.at())
                    .bind("after", after)
                    .bind("limit", limit)
                    .map((rs, ctx) -> new Plot(rs.getLong("id"), rs.getString("number"), rs.getDouble("planar_m2")))
                    .list();
        }
    }

    /** Returns what ground of parcels stays in which zone of a theme that both states draw alike. */
    List<Move> listStill(Handle handle, Comparison comparison, String theme, List<Long> parcels) {
        PlanState state = comparison.after();
        try (Query query = handle.createQuery(Sql.query("revision/list_still"))) {
            return query.bindArray("parcels", Long.class, parcels)
                    .bind("municipality", state.municipality())
                    .bind("keptPlan", comparison.keptPlan())
                    .bind("theme", theme)
                    .bindArray("chain", String.class, state.chain())
                    .bind("onDay", state.on().toString())
                    .bind("at", state.at())
                    .map((rs, ctx) -> new Move(
                            rs.getLong("parcel_id"),
                            rs.getString("zone"),
                            rs.getString("zone"),
                            rs.getObject("m2", Double.class),
                            null))
                    .list();
        }
    }

    /** Returns what ground of parcels goes from which zone of a theme to which. */
    List<Move> listMoves(Handle handle, Comparison comparison, String theme, List<Long> parcels, boolean geometry) {
        try (Query query = handle.createQuery(Sql.query("revision/list_moves"))) {
            return query.bindArray("parcels", Long.class, parcels)
                    .bind("municipality", comparison.before().municipality())
                    .bind("theme", theme)
                    .bindArray("chainBefore", String.class, comparison.before().chain())
                    .bind("onBefore", comparison.before().on().toString())
                    .bind("atBefore", comparison.before().at())
                    .bindArray("chainAfter", String.class, comparison.after().chain())
                    .bind("onAfter", comparison.after().on().toString())
                    .bind("atAfter", comparison.after().at())
                    .bind("geometry", geometry)
                    .map((rs, ctx) -> new Move(
                            rs.getLong("parcel_id"),
                            rs.getString("from_zone"),
                            rs.getString("to_zone"),
                            rs.getObject("m2", Double.class),
                            rs.getString("geometry")))
                    .list();
        }
    }

    /** Tells whether synthetic data are among those of the municipality. */
    boolean isDemonstration(Handle handle, PlanState state) {
        try (Query query = handle.createQuery(Sql.query("revision/is_demonstration"))) {
            return query.bind("municipality", state.municipality())
                    .bind("at", state.at())
                    .mapTo(Boolean.class)
                    .one();
        }
    }
}
