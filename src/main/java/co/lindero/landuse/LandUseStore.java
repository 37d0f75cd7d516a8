package co.lindero.landuse;

import co.lindero.law.LegalSource;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What lies on a parcel, kept or measured now, on a handle whose transaction the caller holds. */
final class LandUseStore {
    /** Returns the kept parts of a parcel; themes whose kept days do not hold the day asked are absent. */
    List<MeasuredRow> listKept(Handle handle, long parcel, String municipality, String plan, LocalDate on) {
        try (Query query = handle.createQuery(Sql.query("landuse/list_kept_parts"))) {
            return query.bind("parcel", parcel)
                    .bind("municipality", municipality)
                    .bind("plan", plan)
                    .bind("onDay", on.toString())
                    .map((rs, ctx) -> row(rs))
                    .list();
        }
    }

    /**
     * What to measure now.
     *
     * @param parcel row of the parcel
     * @param municipality DIVIPOLA code
     * @param chain plan that answers and those it inherits from
     * @param on legal day
     * @param at publication
     * @param geometry whether parts carry their geometry
     */
    record Measuring(long parcel, String municipality, List<String> chain, LocalDate on, long at, boolean geometry) {}

    /** Returns the parts of a theme on a parcel, measured now. */
    List<MeasuredRow> listMeasured(Handle handle, Measuring measuring, String theme) {
        try (Query query = handle.createQuery(Sql.query("landuse/list_measured_parts"))) {
            return query.bind("parcel", measuring.parcel())
                    .bind("municipality", measuring.municipality())
                    .bindArray("chain", String.class, measuring.chain())
                    .bind("theme", theme)
                    .bind("onDay", measuring.on().toString())
                    .bind("at", measuring.at())
                    .bind("geometry", measuring.geometry())
                    .map((rs, ctx) -> row(rs))
                    .list();
        }
    }

    private static MeasuredRow row(ResultSet rs) throws SQLException {
        return new MeasuredRow(
                rs.getString("theme"),
                MeasuredRow.Role.valueOf(rs.getString("role").toUpperCase(Locale.ROOT)),
                rs.getString("zone_code"),
                rs.getObject("dimension", Integer.class),
                rs.getDouble("planar_m2"),
                rs.getObject("width_m", Double.class),
                rs.getObject("length_m", Double.class),
                rs.getObject("point_count", Integer.class),
                rs.getDouble("uncovered_m2"),
                rs.getDouble("unknown_m2"),
                rs.getDouble("outside_ground_m2"),
                rs.getDouble("doubly_covered_m2"),
                rs.getObject("boundary_sensitive", Boolean.class),
                rs.getString("label"),
                sources(rs.getString("sources")),
                rs.getString("geometry"));
    }

    private static List<LegalSource> sources(@Nullable String json) {
        return json == null ? List.of() : Json.readList(json, LegalSource.class);
    }

    /** Returns the buildings that the cadastre ties to a parcel. */
    List<LandUseAnswer.BuildingFacts> listBuildings(
            Handle handle, String municipality, String parcel, LocalDate on, long at) {
        try (Query query = handle.createQuery(Sql.query("landuse/list_buildings"))) {
            return query.bind("municipality", municipality)
                    .bind("parcel", parcel)
                    .bind("onDay", on.toString())
                    .bind("at", at)
                    .map((rs, ctx) -> building(rs))
                    .list();
        }
    }

    private static LandUseAnswer.BuildingFacts building(ResultSet rs) throws SQLException {
        Double built = rs.getObject("built_area_m2", Double.class);
        Double footprint = rs.getObject("planar_m2", Double.class);
        return new LandUseAnswer.BuildingFacts(
                rs.getString("number"),
                rs.getObject("floors", Integer.class),
                built == null ? null : AreaBalance.round(built),
                footprint == null ? null : AreaBalance.round(footprint),
                rs.getString("use"),
                rs.getObject("year", Integer.class));
    }
}
