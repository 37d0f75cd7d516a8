package co.lindero.licence;

import co.lindero.law.LegalSource;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads the zones on or near what a licence check judges, on a handle whose transaction the caller holds. Geometries pass as
 * hexadecimal EWKB in the storage CRS; figures are metres and square metres, planar, unrounded. Thread-safe.
 */
final class ZoneStore {

    /**
     * What the zones of themes are asked for.
     *
     * @param kept whether the parts that are kept are those of the publication {@code at}
     */
    record ZoneQuestion(
            List<Long> parcels,
            @Nullable String target,
            String municipality,
            List<String> chain,
            LocalDate on,
            long at,
            boolean kept,
            int srid) {}

    /** Returns the zones of some themes on or near the target, and of each theme its summary. */
    List<TargetZone> listZones(Handle handle, ZoneQuestion of, List<String> themes) {
        try (Query query = handle.createQuery(Sql.query("licence/list_zones"))) {
            return query.bindArray("parcels", Long.class, of.parcels())
                    .bind("target", of.target())
                    .bind("municipality", of.municipality())
                    .bindArray("chain", String.class, of.chain())
                    .bindArray("themes", String.class, themes)
                    .bind("onDay", of.on().toString())
                    .bind("at", of.at())
                    .bind("kept", of.kept())
                    .bind("srid", of.srid())
                    .map((rs, ctx) -> zone(rs))
                    .list();
        }
    }

    private static TargetZone zone(ResultSet rs) throws SQLException {
        String sources = rs.getString("sources");
        return new TargetZone(
                rs.getString("theme"),
                TargetZone.Role.valueOf(rs.getString("role").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(rs.getString("code")).orElse(""),
                rs.getString("label"),
                sources == null ? List.of() : List.copyOf(Json.readList(sources, LegalSource.class)),
                rs.getInt("rank"),
                rs.getObject("mitigable", Boolean.class),
                rs.getInt("dimension"),
                rs.getDouble("on_target_m2"),
                rs.getDouble("on_site_m2"),
                rs.getObject("length_m", Double.class),
                rs.getObject("point_count", Integer.class),
                rs.getObject("distance_m", Double.class),
                rs.getObject("is_sure", Boolean.class),
                rs.getDouble("uncovered_m2"),
                rs.getDouble("unknown_m2"),
                rs.getString("geom"),
                rs.getString("geojson"));
    }

    boolean meet(Handle handle, String one, String other) {
        try (Query query = handle.createQuery(Sql.query("licence/meet_on_target"))) {
            return query.bind("one", one)
                    .bind("other", other)
                    .mapTo(Boolean.class)
                    .one();
        }
    }
}
