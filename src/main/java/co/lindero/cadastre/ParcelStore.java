package co.lindero.cadastre;

import co.lindero.platform.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Parcels in the database, on a handle whose transaction the caller holds. */
public final class ParcelStore {
    /**
     * Returns the parcels that a name finds on a day; more than one only where free numbers repeat among municipalities.
     *
     * @param kind what the value is
     * @param at publication
     */
    public List<Parcel> list(Handle handle, ParcelNumber.Kind kind, String value, LocalDate on, long at) {
        String statement = switch (kind) {
            case NATIONAL, FREE -> "parcel/find_by_number";
            case FORMER -> "parcel/find_by_previous_number";
            case NUPRE -> "parcel/find_by_nupre";
        };
        try (Query query = handle.createQuery(Sql.query(statement))) {
            return query.bind("value", value)
                    .bind("onDay", on.toString())
                    .bind("at", at)
                    .map((rs, ctx) -> parcel(rs, null))
                    .list();
        }
    }

    /** Returns numbers next to one that does not exist. */
    public List<String> listNearest(Handle handle, String value, LocalDate on, long at) {
        try (Query query = handle.createQuery(Sql.query("parcel/list_nearest_numbers"))) {
            return query.bind("value", value)
                    .bind("onDay", on.toString())
                    .bind("at", at)
                    .mapTo(String.class)
                    .list();
        }
    }

    /** Returns the geometry of a parcel as GeoJSON in longitude, latitude; null where it has no plot. */
    public @Nullable String findGeometry(Handle handle, long id) {
        try (Query query = handle.createQuery(Sql.query("parcel/get_geometry"))) {
            return query.bind("id", id).mapTo(String.class).findOne().orElse(null);
        }
    }

    /** Tells whether synthetic demonstration data hold any of the parcels. */
    boolean isDemonstration(Handle handle, List<Parcel> found, long at) {
        try (Query query = handle.createQuery(Sql.query("parcel/is_demonstration"))) {
            return query.bindArray(
                            "municipalities",
                            String.class,
                            found.stream().map(Parcel::municipality).toList())
                    .bindArray(
                            "datasets",
                            String.class,
                            found.stream().map(Parcel::dataset).toList())
                    .bind("at", at)
                    .mapTo(Boolean.class)
                    .one();
        }
    }

    /**
     * Returns a page of a search.
     *
     * @param statement one of the search statements under {@code sql/query/parcel}
     * @param arguments its own parameters
     * @param page where the page begins and how long it is
     */
    List<Parcel> search(Handle handle, Search statement, Map<String, Object> arguments, Page page) {
        try (Query query = handle.createQuery(Sql.query(statement.file))) {
            return query.bindMap(arguments)
                    .bind("after", page.after())
                    .bind("municipality", page.municipality())
                    .bind("onDay", page.on().toString())
                    .bind("at", page.at())
                    .bind("limit", page.limit())
                    .map((rs, ctx) -> parcel(rs, rs.getString("geometry")))
                    .list();
        }
    }

    /** The ways to search, each with its statement. */
    enum Search {
        NUMBER("parcel/search_by_number"),
        TEXT("parcel/search_by_text"),
        FOLIO("parcel/search_by_folio"),
        PLACE("parcel/search_by_place");

        private final String file;

        Search(String file) {
            this.file = file;
        }
    }

    /**
     * A page of a list.
     *
     * @param after number of the last parcel of the page before, empty for the first
     * @param municipality DIVIPOLA code, null for all
     * @param on legal day
     * @param at publication
     * @param limit most parcels to return
     */
    record Page(String after, @Nullable String municipality, LocalDate on, long at, int limit) {}

    /**
     * Reads a parcel out of a row of a statement of another capability, without geometry.
     *
     * @param plotM2 name of the column with the drawn area
     */
    public static Parcel read(ResultSet rs, String plotM2) throws SQLException {
        return parcel(rs, plotM2, null);
    }

    private static Parcel parcel(ResultSet rs, @Nullable String geometry) throws SQLException {
        return parcel(rs, "planar_m2", geometry);
    }

    private static Parcel parcel(ResultSet rs, String plotM2, @Nullable String geometry) throws SQLException {
        return new Parcel(
                rs.getLong("id"),
                rs.getString("municipality"),
                rs.getString("dataset"),
                rs.getString("number"),
                rs.getString("previous_number"),
                rs.getString("nupre"),
                rs.getString("folio"),
                rs.getString("address"),
                rs.getObject("registered_area_m2", Double.class),
                rs.getString("destination"),
                rs.getString("condition"),
                rs.getObject(plotM2, Double.class),
                rs.getObject("ellipsoid_m2", Double.class),
                geometry);
    }
}
