package co.lindero.feature;

import co.lindero.feature.Layers.Attribute;
import co.lindero.platform.db.Sql;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What collections there are in the database, on a handle that the caller holds. */
final class LayerStore {
    /**
     * A plan's zones of a theme, of which the plan still speaks.
     *
     * @param theme code of the theme
     * @param layer number that its zones carry
     * @param plan code of the plan
     * @param revised whether a newer plan has taken over part of its ground
     * @param demonstration whether synthetic data are in it
     */
    record Speaking(String theme, int layer, String plan, boolean revised, boolean demonstration) {}

    /** Returns what plans of a chain speak of, by theme, newer plans first. */
    List<Speaking> listSpeaking(Handle handle, String municipality, List<String> chain, long at) {
        try (Query query = handle.createQuery(Sql.query("feature/list_speaking_layers"))) {
            return query.bind("municipality", municipality)
                    .bindArray("chain", String.class, chain)
                    .bind("at", at)
                    .map((rs, ctx) -> new Speaking(
                            rs.getString("theme"),
                            rs.getInt("layer"),
                            rs.getString("plan"),
                            rs.getBoolean("revised"),
                            rs.getBoolean("demonstration")))
                    .list();
        }
    }

    /** Returns the attributes of zones by the number of their layer. */
    Map<Integer, List<Attribute>> listAttributes(Handle handle, List<Integer> layers, LocalDate on, long at) {
        Map<Integer, List<Attribute>> attributes = new LinkedHashMap<>();
        try (Query query = handle.createQuery(Sql.query("feature/list_attributes"))) {
            query.bindArray("layers", Integer.class, layers)
                    .bind("onDay", on.toString())
                    .bind("at", at)
                    .map((rs, ctx) ->
                            Map.entry(rs.getInt("layer"), new Attribute(rs.getString("name"), rs.getString("kind"))))
                    .forEach(row -> attributes
                            .computeIfAbsent(row.getKey(), absent -> new java.util.ArrayList<>())
                            .add(row.getValue()));
        }
        return attributes;
    }

    /** Returns the kinds of data there are that are no plan's, with whether any is synthetic. */
    Map<String, Boolean> listLoaded(Handle handle, String municipality, long at) {
        Map<String, Boolean> kinds = new LinkedHashMap<>();
        try (Query query = handle.createQuery(Sql.query("feature/list_loaded_kinds"))) {
            query.bind("municipality", municipality)
                    .bind("at", at)
                    .map((rs, ctx) -> Map.entry(rs.getString("kind"), rs.getBoolean("demonstration")))
                    .forEach(row -> kinds.put(row.getKey(), row.getValue()));
        }
        return kinds;
    }

    /** Returns the municipalities that anything is held of. */
    List<String> listMunicipalities(Handle handle, long at) {
        try (Query query = handle.createQuery(Sql.query("feature/list_municipalities"))) {
            return query.bind("at", at).mapTo(String.class).list();
        }
    }

    /** Returns the publication that last changed the territories, -1 where they differ from day to day. */
    long findTerritoryState(Handle handle, String municipality, long at) {
        try (Query query = handle.createQuery(Sql.query("feature/find_territory_state"))) {
            return query.bind("municipality", municipality)
                    .bind("at", at)
                    .mapTo(Long.class)
                    .one();
        }
    }
}
