package co.lindero.landuse;

import co.lindero.cadastre.Parcel;
import co.lindero.cadastre.ParcelStore;
import co.lindero.law.LegalSource;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import co.lindero.publication.Publication;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What lies on a parcel, kept or measured now, on a handle whose transaction the caller holds. */
final class LandUseStore {
    private static final int SOURCES_KEPT = 10_000;

    /** Few zones, many parcels: the same sources are read again and again. */
    private final Cache<String, List<LegalSource>> sources =
            Caffeine.newBuilder().maximumSize(SOURCES_KEPT).build();

    /**
     * All that a warm answer reads.
     *
     * @param known newest publication
     * @param plots parcels with the number; more than one only where something is amiss
     * @param rows kept parts
     * @param buildings buildings
     */
    record KeptAnswer(
            Publication known,
            List<Parcel> plots,
            List<MeasuredRow> rows,
            List<LandUseAnswer.BuildingFacts> buildings) {}

    /** Returns what is kept of the parcel with a number, in one statement; nothing where there is no such parcel. */
    Optional<KeptAnswer> findKeptAnswer(Handle handle, String number, String plan, LocalDate on) {
        try (Query query = handle.createQuery(Sql.query("landuse/list_kept_answer"))) {
            return query.bind("value", number)
                    .bind("plan", plan)
                    .bind("onDay", on.toString())
                    .scanResultSet((results, ctx) -> keptAnswer(results.get()));
        }
    }

    private Optional<KeptAnswer> keptAnswer(ResultSet rs) throws SQLException {
        if (!rs.next()) {
            return Optional.empty();
        }
        Publication known = new Publication(
                rs.getLong("publication"),
                rs.getObject("at", OffsetDateTime.class).toInstant());
        List<Parcel> plots = new ArrayList<>();
        List<MeasuredRow> rows = new ArrayList<>();
        List<LandUseAnswer.BuildingFacts> buildings = new ArrayList<>();
        do {
            if (plots.isEmpty() || plots.get(plots.size() - 1).id() != rs.getLong("id")) {
                plots.add(ParcelStore.read(rs, "plot_m2"));
            }
            String role = rs.getString("role");
            if ("building".equals(role)) {
                buildings.add(building(rs, rs.getString("zone_code")));
            } else if (role != null) {
                rows.add(row(rs));
            }
        } while (rs.next());
        return Optional.of(new KeptAnswer(known, plots, rows, buildings));
    }

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

    private MeasuredRow row(ResultSet rs) throws SQLException {
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

    private List<LegalSource> sources(@Nullable String json) {
        return json == null
                ? List.of()
                : sources.get(json, text -> List.copyOf(Json.readList(text, LegalSource.class)));
    }

    /** Returns the buildings that the cadastre ties to a parcel. */
    List<LandUseAnswer.BuildingFacts> listBuildings(
            Handle handle, String municipality, String parcel, LocalDate on, long at) {
        try (Query query = handle.createQuery(Sql.query("landuse/list_buildings"))) {
            return query.bind("municipality", municipality)
                    .bind("parcel", parcel)
                    .bind("onDay", on.toString())
                    .bind("at", at)
                    .map((rs, ctx) -> building(rs, rs.getString("number")))
                    .list();
        }
    }

    private static LandUseAnswer.BuildingFacts building(ResultSet rs, String number) throws SQLException {
        Double built = rs.getObject("built_area_m2", Double.class);
        Double footprint = rs.getObject("planar_m2", Double.class);
        return new LandUseAnswer.BuildingFacts(
                number,
                rs.getObject("floors", Integer.class),
                built == null ? null : AreaBalance.round(built),
                footprint == null ? null : AreaBalance.round(footprint),
                rs.getString("use"),
                rs.getObject("year", Integer.class));
    }
}
