package co.lindero.followup;

import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Ground, licences and buildings for the follow-up, on a handle whose transaction the caller holds. */
final class FollowUpStore {
    /**
     * What is asked of the database.
     *
     * @param chain plan that answers and those it inherits from
     * @param themes themes by whose zones parcels are told apart
     * @param at publication
     */
    record Scope(String municipality, List<String> chain, List<String> themes, LocalDate on, long at) {}

    /**
     * The parcels of one combination of zones.
     *
     * @param key combination as the database writes it
     * @param zones the same by theme
     * @param drawnM2 planar
     */
    record Ground(String key, Map<String, String> zones, long parcels, double drawnM2) {}

    /** A building that a zone of protection or high hazard meets. */
    record InHarm(
            String building,
            String parcel,
            String theme,
            String zone,
            int rank,
            @Nullable Integer year,
            boolean licensed) {}

    /** Limits of a combination of zones; null for none. */
    record Ceiling(
            String key,
            @Nullable Double floors,
            @Nullable Double occupation,
            @Nullable Double construction) {}

    /** A parcel with buildings larger than a limit. */
    record Larger(
            String parcel,
            String zones,
            @Nullable Integer year,
            @Nullable Integer floors,
            double footprintM2,
            @Nullable Double builtM2,
            double lotM2,
            Ceiling limits,
            boolean licensed) {}

    private static Query bound(Handle handle, String statement, Scope scope) {
        return handle.createQuery(Sql.query(statement))
                .bind("municipality", scope.municipality())
                .bindArray("chain", String.class, scope.chain())
                .bindArray("themes", String.class, scope.themes())
                .bind("onDay", scope.on().toString())
                .bind("at", scope.at());
    }

    /** Returns the ground of every combination of zones. */
    List<Ground> listGround(Handle handle, Scope scope) {
        try (Query query = bound(handle, "followup/list_ground", scope)) {
            return query.map((rs, ctx) -> new Ground(
                            rs.getString("zones"),
                            zones(rs.getString("zones")),
                            rs.getLong("parcels"),
                            rs.getDouble("drawn_m2")))
                    .list();
        }
    }

    /** Returns the zones of each licence by file number; nothing where the cadastre knows none of its parcels. */
    Map<String, Optional<Map<String, String>>> listLicenceZones(Handle handle, Scope scope) {
        Map<String, Optional<Map<String, String>>> zones = new LinkedHashMap<>();
        try (Query query = bound(handle, "followup/list_licence_zones", scope)) {
            query.map((rs, ctx) -> Map.entry(
                            rs.getString("number"),
                            Optional.ofNullable(rs.getString("zones")).map(FollowUpStore::zones)))
                    .forEach(entry -> zones.put(entry.getKey(), entry.getValue()));
        }
        return zones;
    }

    private static Map<String, String> zones(String json) {
        Map<String, String> zones = new TreeMap<>();
        Json.read(json)
                .properties()
                .forEach(entry -> zones.put(entry.getKey(), entry.getValue().asText()));
        return zones;
    }

    /**
     * Returns the buildings in harm's way, by parcel.
     *
     * @param scope its themes are those of hazard, risk and protection
     * @param protecting those of them in which every zone counts
     */
    List<InHarm> listBuildingsInHarm(Handle handle, Scope scope, List<String> protecting) {
        try (Query query = bound(handle, "followup/list_buildings_in_harm", scope)) {
            return query.bindArray("protecting", String.class, protecting)
                    .map((rs, ctx) -> new InHarm(
                            rs.getString("building"),
                            rs.getString("parcel"),
                            rs.getString("theme"),
                            rs.getString("zone"),
                            rs.getInt("rank"),
                            rs.getObject("year", Integer.class),
                            rs.getBoolean("licensed")))
                    .list();
        }
    }

    /** Returns the parcels whose buildings are larger than the limits of their zones. */
    List<Larger> listLarger(Handle handle, Scope scope, List<Ceiling> ceilings) {
        try (Query query = bound(handle, "followup/list_larger_parcels", scope)) {
            return query.bindArray(
                            "zones",
                            String.class,
                            ceilings.stream().map(Ceiling::key).toList())
                    .bindArray(
                            "floors",
                            Double.class,
                            ceilings.stream().map(Ceiling::floors).toList())
                    .bindArray(
                            "occupation",
                            Double.class,
                            ceilings.stream().map(Ceiling::occupation).toList())
                    .bindArray(
                            "construction",
                            Double.class,
                            ceilings.stream().map(Ceiling::construction).toList())
                    .map((rs, ctx) -> larger(rs))
                    .list();
        }
    }

    private static Larger larger(ResultSet rs) throws SQLException {
        return new Larger(
                rs.getString("parcel"),
                rs.getString("zones"),
                rs.getObject("year", Integer.class),
                rs.getObject("floors", Integer.class),
                rs.getDouble("footprint_m2"),
                rs.getObject("built_m2", Double.class),
                rs.getDouble("lot_m2"),
                new Ceiling(
                        rs.getString("zones"),
                        rs.getObject("floors_limit", Double.class),
                        rs.getObject("occupation_limit", Double.class),
                        rs.getObject("construction_limit", Double.class)),
                rs.getBoolean("licensed"));
    }
}
