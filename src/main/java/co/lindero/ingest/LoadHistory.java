package co.lindero.ingest;

import co.lindero.platform.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The record of loads, on a handle whose transaction the caller holds. */
final class LoadHistory {
    void record(Handle handle, LoadRecord load) {
        try (Update update = handle.createUpdate(Sql.query("load/record_load"))) {
            update.bindMethods(load)
                    .bind(
                            "validFrom",
                            load.validFrom() == null ? null : load.validFrom().toString())
                    .execute();
        }
    }

    List<LoadRecord> list(Handle handle, @Nullable String municipality, int limit) {
        try (Query query = handle.createQuery(Sql.query("load/list_loads"))) {
            return query.bind("municipality", municipality)
                    .bind("limit", limit)
                    .map((rs, ctx) -> load(rs))
                    .list();
        }
    }

    Optional<LoadRecord> find(Handle handle, long publication) {
        try (Query query = handle.createQuery(Sql.query("load/get_load"))) {
            return query.bind("publication", publication)
                    .map((rs, ctx) -> load(rs))
                    .findOne();
        }
    }

    private static LoadRecord load(ResultSet rs) throws SQLException {
        return new LoadRecord(
                rs.getLong("publication"),
                rs.getObject("at", OffsetDateTime.class).toInstant().toString(),
                rs.getString("actor"),
                rs.getString("municipality"),
                rs.getString("kind"),
                rs.getString("plan"),
                rs.getString("theme"),
                rs.getString("dataset"),
                rs.getString("file"),
                rs.getString("file_sha256"),
                rs.getString("profile"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getLong("records"),
                rs.getLong("added"),
                rs.getLong("closed"),
                rs.getLong("unchanged"),
                rs.getLong("quarantined"),
                rs.getLong("repaired"),
                rs.getString("findings"),
                rs.getObject("reverts", Long.class));
    }

    Optional<Long> findLater(Handle handle, long publication) {
        try (Query query = handle.createQuery(Sql.query("load/find_later_load"))) {
            return query.bind("publication", publication).mapTo(Long.class).findOne();
        }
    }

    /** Returns the records that a load kept aside, a line each. */
    List<String> listQuarantined(Handle handle, long publication) {
        List<String> lines = new ArrayList<>();
        try (Query query = handle.createQuery(Sql.query("load/list_quarantined"))) {
            query.bind("publication", publication)
                    .map((rs, ctx) ->
                            rs.getString("record") + " " + rs.getString("findings") + " " + rs.getString("attributes"))
                    .forEach(lines::add);
        }
        return lines;
    }

    /** Returns the publication that changed what a load brought, or brought anew what it took away. */
    Optional<Long> findObstacle(Handle handle, String table, long publication) {
        try (Query query = handle.createQuery(Sql.query("load/find_obstacle"))) {
            return query.bind("target", table)
                    .bind("undone", publication)
                    .mapTo(Long.class)
                    .findOne();
        }
    }
}
