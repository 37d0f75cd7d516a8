package co.lindero.licence;

import co.lindero.law.LegalSource;
import co.lindero.licence.KeptZones.Found;
import co.lindero.licence.KeptZones.Kind;
import co.lindero.licence.KeptZones.Part;
import co.lindero.platform.db.BoundSql;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads the zones on or near what a licence check judges, on a handle whose transaction the caller holds. Geometries pass as
 * hexadecimal EWKB in the storage CRS; figures are metres and square metres, planar, unrounded. Thread-safe, without state.
 */
final class ZoneStore {
    /**
     * What the zones of themes are asked for.
     *
     * @param target footprint; null for the whole site
     * @param whole the target, where it lies wholly on the one parcel of the site and parts are kept of the publication {@code at};
     *     null where all must be measured
     */
    record ZoneQuestion(
            List<Long> parcels,
            @Nullable String target,
            KeptZones.@Nullable Target whole,
            String municipality,
            List<String> chain,
            LocalDate on,
            long at,
            int srid) {}

    /**
     * What a zone is and states, whatever is asked of it.
     *
     * @param rank hazard level, 3 Alta, 2 Media, 1 Baja, 0 none
     * @param mitigable whether its risk can be mitigated; null where it says neither
     * @param accuracyM the worst accuracy of its datasets, m; null where none is stated
     */
    record ZoneFacts(
            @Nullable String label,
            List<LegalSource> sources,
            int rank,
            @Nullable Boolean mitigable,
            @Nullable Double accuracyM) {}

    /**
     * What is at hand of a target without measuring.
     *
     * @param parts kept parts of the parcel, in no order
     * @param lined themes with a line so near that its strip may lie on the target
     */
    record AtHand(List<Part> parts, List<String> lined) {}

    /**
     * Returns what is at hand.
     *
     * @param themes themes whose kept parts are asked for
     * @param halves half widths of the strips of themes that hold lines, m
     */
    AtHand listAtHand(Handle handle, ZoneQuestion of, Collection<String> themes, Map<String, List<Double>> halves) {
        List<Part> parts = new ArrayList<>();
        List<String> lined = new ArrayList<>();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("parcels", of.parcels());
        values.put("target", of.target());
        values.put("municipality", of.municipality());
        values.put("chain", of.chain());
        values.put("onDay", of.on().toString());
        values.put("at", of.at());
        values.put("themes", List.copyOf(themes));
        values.put("lined", List.copyOf(halves.keySet()));
        values.put("halves", halves.values().stream().map(ZoneStore::literal).toList());
        BoundSql.of(Sql.query("licence/list_kept_zones"), values)
                .list(handle.getConnection(), rs -> switch (rs.getString("role")) {
                    case "line" -> lined.add(rs.getString("theme"));
                    default -> parts.add(part(rs));
                });
        Collections.sort(lined);
        return new AtHand(parts, lined);
    }

    private static Query bind(Query query, ZoneQuestion of) {
        return query.bindArray("parcels", Long.class, of.parcels())
                .bind("target", of.target())
                .bind("municipality", of.municipality())
                .bindArray("chain", String.class, of.chain())
                .bind("onDay", of.on().toString())
                .bind("at", of.at())
                .bind("srid", of.srid());
    }

    /** Returns numbers as the text of an array. */
    private static String literal(List<? extends Number> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static Part part(ResultSet rs) throws SQLException {
        return new Part(
                rs.getString("theme"),
                Kind.valueOf(rs.getString("role").toUpperCase(Locale.ROOT)),
                rs.getString("code"),
                rows(rs),
                rs.getInt("dimension"),
                rs.getDouble("planar_m2"),
                rs.getDouble("uncovered_m2"),
                rs.getDouble("unknown_m2"),
                rs.getBoolean("boundary_sensitive"));
    }

    private static List<Long> rows(ResultSet rs) throws SQLException {
        Array rows = rs.getArray("zone_ids");
        return rows == null
                ? List.of()
                : Stream.of((Long[]) rows.getArray()).sorted().toList();
    }

    /** Measures the zones of some themes on or near the target, and of each theme its summary; in no order. */
    List<Found> listMeasured(Handle handle, ZoneQuestion of, List<String> themes) {
        try (Query query = handle.createQuery(Sql.query("licence/list_zones"))) {
            return bind(query, of)
                    .bindArray("themes", String.class, themes)
                    .map((rs, ctx) -> new Found(zone(rs), rows(rs)))
                    .list();
        }
    }

    /** Returns a zone as it lies on the target, without what it states. */
    private static TargetZone zone(ResultSet rs) throws SQLException {
        return new TargetZone(
                rs.getString("theme"),
                TargetZone.Role.valueOf(rs.getString("role").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(rs.getString("code")).orElse(""),
                null,
                List.of(),
                0,
                null,
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

    /** Returns what zones are and state, in their order; each zone is given by its rows. */
    List<ZoneFacts> listFacts(Handle handle, List<List<Long>> zones, long at) {
        try (Query query = handle.createQuery(Sql.query("licence/list_zone_facts"))) {
            return query.bindArray(
                            "zones",
                            String.class,
                            zones.stream().map(ZoneStore::literal).toList())
                    .bind("at", at)
                    .map((rs, ctx) -> {
                        String sources = rs.getString("sources");
                        return new ZoneFacts(
                                rs.getString("label"),
                                sources == null ? List.of() : List.copyOf(Json.readList(sources, LegalSource.class)),
                                rs.getInt("rank"),
                                rs.getObject("mitigable", Boolean.class),
                                rs.getObject("accuracy_m", Double.class));
                    })
                    .list();
        }
    }

    /**
     * Tells of zones that cover a target whole whether they stay on it however their boundary moves within their accuracy, in their
     * order.
     *
     * @param zones the rows of each
     * @param accuraciesM the accuracy of each, more than 0 m
     */
    List<Boolean> listStaying(Handle handle, List<List<Long>> zones, List<Double> accuraciesM, String target) {
        try (Query query = handle.createQuery(Sql.query("licence/list_staying_zones"))) {
            return query.bindArray(
                            "zones",
                            String.class,
                            zones.stream().map(ZoneStore::literal).toList())
                    .bindArray("accuracies", Double.class, accuraciesM)
                    .bind("target", target)
                    .map((rs, ctx) -> rs.getBoolean("is_sure"))
                    .list();
        }
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
