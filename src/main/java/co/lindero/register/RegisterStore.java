package co.lindero.register;

import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The register of licences in the database, on a handle whose transaction the caller holds. */
public final class RegisterStore {
    /**
     * What to list.
     *
     * @param number one file number; null for any
     * @param parcel parcel number; null for any
     * @param licenceClass class; null for any
     * @param status status; null for any
     * @param on legal day
     * @param at publication
     * @param after number after which the page begins
     */
    public record Filter(
            String municipality,
            @Nullable String number,
            @Nullable String parcel,
            @Nullable String licenceClass,
            @Nullable String status,
            LocalDate on,
            long at,
            String after,
            int limit) {}

    /** Returns the licences that a filter lets through, by number. */
    public List<Licence> list(Handle handle, Filter filter) {
        try (Query query = handle.createQuery(Sql.query("register/list_licences"))) {
            return query.bind("municipality", filter.municipality())
                    .bind("number", filter.number())
                    .bind("parcel", filter.parcel())
                    .bind("class", filter.licenceClass())
                    .bind("status", filter.status())
                    .bind("onDay", filter.on().toString())
                    .bind("at", filter.at())
                    .bind("after", filter.after())
                    .bind("limit", filter.limit())
                    .map((rs, ctx) -> licence(rs))
                    .list();
        }
    }

    /** Tells whether any of the licences of a municipality are synthetic. */
    boolean isDemonstration(Handle handle, String municipality, long at) {
        try (Query query = handle.createQuery(Sql.query("register/is_demonstration"))) {
            return query.bind("municipality", municipality)
                    .bind("at", at)
                    .mapTo(Boolean.class)
                    .one();
        }
    }

    private static Licence licence(ResultSet rs) throws SQLException {
        String geometry = rs.getString("geometry");
        return new Licence(
                rs.getString("municipality"),
                rs.getString("number"),
                rs.getString("dataset"),
                rs.getString("class"),
                List.of((String[]) rs.getArray("other_classes").getArray()),
                List.of((String[]) rs.getArray("modalities").getArray()),
                rs.getString("status"),
                rs.getObject("filed_on", LocalDate.class),
                rs.getObject("observed_on", LocalDate.class),
                rs.getObject("answered_on", LocalDate.class),
                rs.getObject("decided_on", LocalDate.class),
                rs.getObject("notified_on", LocalDate.class),
                rs.getObject("final_on", LocalDate.class),
                rs.getObject("extension_final_on", LocalDate.class),
                rs.getString("act"),
                List.of((String[]) rs.getArray("parcels").getArray()),
                rs.getObject("area_m2", Double.class),
                rs.getObject("dwellings", Integer.class),
                rs.getObject("floors", Integer.class),
                rs.getString("use"),
                geometry == null ? null : Json.read(geometry));
    }
}
