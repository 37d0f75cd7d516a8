package co.lindero.norm;

import co.lindero.platform.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** How much of a plan is encoded, in the database, on a handle whose transaction the caller holds. */
final class CompletenessStore {
    /**
     * Returns what a plan says of each of its zones.
     *
     * @param chain codes of the plan and of those it inherits from, in that order
     * @param on legal day
     * @param at publication
     */
    Completeness get(Handle handle, String municipality, List<String> chain, LocalDate on, long at) {
        try (Query query = handle.createQuery(Sql.query("norm/list_completeness"))) {
            return new Completeness(query.bind("municipality", municipality)
                    .bindArray("plans", String.class, chain)
                    .bind("onDay", on.toString())
                    .bind("at", at)
                    .map((rs, ctx) -> new Completeness.Zone(
                            rs.getString("theme"),
                            rs.getString("zone"),
                            names(rs, "encoded"),
                            names(rs, "cited"),
                            names(rs, "missing"),
                            rs.getLong("use_rules")))
                    .list());
        }
    }

    private static List<String> names(ResultSet rs, String column) throws SQLException {
        return List.of((String[]) rs.getArray(column).getArray());
    }
}
