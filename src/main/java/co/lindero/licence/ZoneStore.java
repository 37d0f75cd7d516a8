package co.lindero.licence;

import co.lindero.law.LegalSource;
import co.lindero.plan.Strip;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * hexadecimal EWKB in the storage CRS; figures are metres and square metres, planar, unrounded. Thread-safe.
 */
final class ZoneStore {
    private static final int MOST_FACTS = 10_000;
    private static final String STRIP = "strip";

    /**
     * What the zones of themes are asked for.
     *
     * @param inside whether the target lies wholly on the one parcel; null where that is not known
     * @param kept whether the parts that are kept are those of the publication {@code at}
     */
    record ZoneQuestion(
            List<Long> parcels,
            @Nullable String target,
            @Nullable Boolean inside,
            String municipality,
            List<String> chain,
            LocalDate on,
            long at,
            boolean kept,
            int srid) {}

    /**
     * What a zone is and states, whatever is asked of it.
     *
     * @param rank hazard level, 3 Alta, 2 Media, 1 Baja, 0 none
     * @param mitigable whether its risk can be mitigated; null where it says neither
     */
    record ZoneFacts(
            @Nullable String label,
            List<LegalSource> sources,
            int rank,
            @Nullable Boolean mitigable) {}

    /** By the rows of a zone, ascending. What a row states is never changed. */
    private final Cache<List<Long>, ZoneFacts> facts =
            Caffeine.newBuilder().maximumSize(MOST_FACTS).build();

    /** A zone as it lies on the target, and its rows. */
    private record Measured(TargetZone zone, List<Long> rows) {}

    /**
     * What lies on or near a target.
     *
     * @param zones zones of some themes, and of each theme its summary
     * @param strips strips along lines where no official zones speak, by theme and code; of each theme the union of those drawn
     *     last, without code
     */
    record OnTarget(List<TargetZone> zones, List<Strip> strips) {}

    /**
     * Returns what lies on or near the target.
     *
     * @param themes codes of loaded themes
     * @param halves half widths of the strips of themes that hold lines, m
     */
    OnTarget list(Handle handle, ZoneQuestion of, List<String> themes, Map<String, List<Double>> halves) {
        List<Measured> measured = new ArrayList<>();
        List<Strip> strips = new ArrayList<>();
        try (Query query = handle.createQuery(Sql.query("licence/list_zones"))) {
            query.bindArray("parcels", Long.class, of.parcels())
                    .bind("target", of.target())
                    .bind("inside", of.inside())
                    .bind("municipality", of.municipality())
                    .bindArray("chain", String.class, of.chain())
                    .bindArray("themes", String.class, themes)
                    .bind("onDay", of.on().toString())
                    .bind("at", of.at())
                    .bind("kept", of.kept())
                    .bindArray("lined", String.class, List.copyOf(halves.keySet()))
                    .bindArray(
                            "halves",
                            String.class,
                            halves.values().stream()
                                    .map(widths -> widths.stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(",", "{", "}")))
                                    .toList())
                    .bind("srid", of.srid())
                    .map((rs, ctx) -> rs.getString("role").equals(STRIP)
                            ? strips.add(strip(rs))
                            : measured.add(new Measured(zone(rs), rows(rs))))
                    .list();
        }
        Map<List<Long>, ZoneFacts> known = facts(
                handle,
                measured.stream()
                        .map(Measured::rows)
                        .filter(rows -> !rows.isEmpty())
                        .distinct()
                        .toList());
        return new OnTarget(
                measured.stream()
                        .map(one ->
                                one.rows().isEmpty() ? one.zone() : one.zone().with(known.get(one.rows())))
                        .toList(),
                strips);
    }

    private static Strip strip(ResultSet rs) throws SQLException {
        return new Strip(
                rs.getString("theme"),
                rs.getString("code"),
                rs.getString("label"),
                rs.getObject("road_order", Integer.class),
                rs.getObject("half_m", Double.class),
                rs.getDouble("distance_m"),
                rs.getObject("on_target_m2", Double.class),
                rs.getString("geojson"));
    }

    private static List<Long> rows(ResultSet rs) throws SQLException {
        Array rows = rs.getArray("zone_ids");
        return rows == null
                ? List.of()
                : Stream.of((Long[]) rows.getArray()).sorted().toList();
    }

    private Map<List<Long>, ZoneFacts> facts(Handle handle, List<List<Long>> zones) {
        Map<List<Long>, ZoneFacts> known = new HashMap<>(facts.getAllPresent(zones));
        List<List<Long>> unknown =
                zones.stream().filter(zone -> !known.containsKey(zone)).toList();
        if (!unknown.isEmpty()) {
            List<ZoneFacts> read = listFacts(handle, unknown);
            for (int i = 0; i < unknown.size(); i++) {
                facts.put(unknown.get(i), read.get(i));
                known.put(unknown.get(i), read.get(i));
            }
        }
        return known;
    }

    private static List<ZoneFacts> listFacts(Handle handle, List<List<Long>> zones) {
        try (Query query = handle.createQuery(Sql.query("licence/list_zone_facts"))) {
            return query.bindArray(
                            "zones",
                            String.class,
                            zones.stream()
                                    .map(rows -> rows.stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(",", "{", "}")))
                                    .toList())
                    .map((rs, ctx) -> {
                        String sources = rs.getString("sources");
                        return new ZoneFacts(
                                rs.getString("label"),
                                sources == null ? List.of() : List.copyOf(Json.readList(sources, LegalSource.class)),
                                rs.getInt("rank"),
                                rs.getObject("mitigable", Boolean.class));
                    })
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

    boolean meet(Handle handle, String one, String other) {
        try (Query query = handle.createQuery(Sql.query("licence/meet_on_target"))) {
            return query.bind("one", one)
                    .bind("other", other)
                    .mapTo(Boolean.class)
                    .one();
        }
    }
}
