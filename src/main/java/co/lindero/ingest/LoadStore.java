package co.lindero.ingest;

import co.lindero.law.Bilingual;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The statements of loads, on a handle whose transaction and search path the caller holds. */
final class LoadStore {
    /**
     * The dataset that a load replaces.
     *
     * @param kind parcels, buildings, territories or zones
     * @param plan code or empty
     * @param theme code or empty
     */
    record Target(String municipality, String kind, String plan, String theme, String dataset) {
        String path() {
            return kind.equals("zones") ? String.join("/", kind, theme, plan, dataset) : kind + "/" + dataset;
        }

        /** Name of the table in the database. */
        String table() {
            return switch (kind) {
                case "parcels" -> "parcel";
                case "buildings" -> "building";
                case "territories" -> "territory";
                default -> "zone";
            };
        }
    }

    /** Facts of a dataset as they are stored; coverage as hexadecimal EWKB. */
    record StoredFacts(
            String coverageKind,
            @Nullable String coverage,
            @Nullable Double accuracyM,
            @Nullable String scale,
            boolean indicative,
            @Nullable String source,
            @Nullable LocalDate sourceDate,
            boolean demonstration) {}

    /** Rows added, closed and left alone. */
    record Published(long added, long closed, long unchanged) {}

    /** Runs a statement file without result. */
    void run(Handle handle, String statement, Map<String, ?> arguments) {
        try (Update update = handle.createUpdate(Sql.query("load/" + statement))) {
            // statements of one role take what they need of the same arguments
            update.getConfig(org.jdbi.v3.core.statement.SqlStatements.class).setUnusedBindingAllowed(true);
            arguments.forEach((name, value) -> {
                if (value instanceof Object[] array) {
                    update.bindArray(name, array.getClass().getComponentType(), array);
                } else {
                    update.bind(name, value);
                }
            });
            update.execute();
        }
    }

    long createRecord(Handle handle, List<String> targets, JsonNode mapping, JsonNode attributes) {
        try (Query query = handle.createQuery(Sql.query("load/create_record"))) {
            return query.bindArray("targets", String.class, targets)
                    .bind("mapping", mapping.toString())
                    .bind("attributes", attributes.toString())
                    .mapTo(Long.class)
                    .one();
        }
    }

    boolean hasLimit(Handle handle, String municipality) {
        try (Query query = handle.createQuery(Sql.query("load/has_limit"))) {
            return query.bind("municipality", municipality).mapTo(Boolean.class).one();
        }
    }

    Map<String, Map<String, Long>> countFindings(Handle handle) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        try (Query query = handle.createQuery(Sql.query("load/count_findings"))) {
            query.map((rs, ctx) ->
                            Map.entry(Map.entry(rs.getString("level"), rs.getString("code")), rs.getLong("count")))
                    .forEach(entry -> counts.computeIfAbsent(entry.getKey().getKey(), level -> new TreeMap<>())
                            .put(entry.getKey().getValue(), entry.getValue()));
        }
        return counts;
    }

    List<Finding> listFindings(Handle handle) {
        try (Query query = handle.createQuery(Sql.query("load/list_findings"))) {
            return query.map((rs, ctx) -> finding(rs)).list();
        }
    }

    private static Finding finding(ResultSet rs) throws SQLException {
        JsonNode detail = Json.read(rs.getString("detail"));
        String code = rs.getString("code");
        String place = rs.getString("place");
        Bilingual message = FindingCode.find(code)
                .map(known -> known.message(detail))
                .orElseThrow(() -> new IllegalStateException("No finding code " + code));
        return new Finding(
                Finding.Level.valueOf(rs.getString("level")),
                code,
                rs.getObject("fid", Long.class),
                rs.getString("key"),
                message,
                detail,
                place == null ? null : Json.read(place),
                rs.getObject("x", Double.class),
                rs.getObject("y", Double.class));
    }

    /** Returns what stands in the way of a dataset under a name that nobody gave: text, or nothing. */
    List<String> listForeignNumbers(Handle handle, Target target) {
        try (Query query = handle.createQuery(Sql.query("load/list_foreign_numbers"))) {
            return query.bind("municipality", target.municipality())
                    .bind("dataset", target.dataset())
                    .map((rs, ctx) -> rs.getString("dataset") + " (" + rs.getLong("parcels") + ", "
                            + rs.getString("example") + ")")
                    .list();
        }
    }

    List<String> listOverlaidDatasets(Handle handle, Target target) {
        try (Query query = handle.createQuery(Sql.query("load/list_overlaid_datasets"))) {
            return query.bind("municipality", target.municipality())
                    .bind("plan", target.plan())
                    .bind("theme", target.theme())
                    .bind("dataset", target.dataset())
                    .map((rs, ctx) -> rs.getString("dataset") + " (" + Math.round(rs.getDouble("share") * 100) + " %)")
                    .list();
        }
    }

    long countHistory(Handle handle, Target target) {
        try (Query query = handle.createQuery(Sql.query("load/count_history"))) {
            return query.bindMap(Map.of(
                            "kind", target.kind(),
                            "municipality", target.municipality(),
                            "plan", target.plan(),
                            "theme", target.theme(),
                            "dataset", target.dataset()))
                    .mapTo(Long.class)
                    .one();
        }
    }

    int findLayer(Handle handle, Target target) {
        try (Query query = handle.createQuery(Sql.query("load/find_layer"))) {
            return query.bind("municipality", target.municipality())
                    .bind("plan", target.plan())
                    .bind("theme", target.theme())
                    .mapTo(Integer.class)
                    .first();
        }
    }

    Published publishRows(
            Handle handle, String table, JsonNode scope, @Nullable LocalDate validFrom, long publication) {
        try (Query query = handle.createQuery(Sql.query("load/publish_rows"))) {
            return query.bind("target", table)
                    .bind("scope", scope.toString())
                    .bind("validFrom", validFrom == null ? null : validFrom.toString())
                    .bind("pub", publication)
                    .map((rs, ctx) -> new Published(rs.getLong("added"), rs.getLong("closed"), rs.getLong("unchanged")))
                    .one();
        }
    }

    Published revertRows(Handle handle, String table, long undone, long publication) {
        try (Query query = handle.createQuery(Sql.query("load/revert_rows"))) {
            return query.bind("target", table)
                    .bind("undone", undone)
                    .bind("pub", publication)
                    .map((rs, ctx) -> new Published(rs.getLong("added"), rs.getLong("closed"), 0))
                    .one();
        }
    }

    Optional<StoredFacts> findDataset(Handle handle, Target target) {
        try (Query query = handle.createQuery(Sql.query("load/find_dataset"))) {
            return query.bindMap(naming(target))
                    .map((rs, ctx) -> new StoredFacts(
                            rs.getString("coverage_kind"),
                            rs.getString("coverage"),
                            rs.getObject("accuracy_m", Double.class),
                            rs.getString("scale"),
                            rs.getBoolean("indicative"),
                            rs.getString("source"),
                            rs.getObject("source_date", LocalDate.class),
                            rs.getBoolean("demonstration")))
                    .findOne();
        }
    }

    private static Map<String, Object> naming(Target target) {
        return Map.of(
                "municipality", target.municipality(),
                "kind", target.kind(),
                "plan", target.plan(),
                "theme", target.theme(),
                "name", target.dataset());
    }

    /** Returns the union of the valid polygons staged in a workspace as hexadecimal EWKB, or nothing. */
    Optional<String> findCoverage(Handle handle) {
        try (Query query = handle.createQuery(Sql.query("load/read_coverage"))) {
            return query.map((rs, ctx) -> rs.getBoolean("valid") ? rs.getString("coverage") : null)
                    .findOne();
        }
    }

    void closeDataset(Handle handle, Target target, long publication) {
        try (Update update = handle.createUpdate(Sql.query("load/close_dataset"))) {
            update.bindMap(naming(target)).bind("pub", publication).execute();
        }
    }

    void addDataset(Handle handle, Target target, StoredFacts facts, long publication) {
        try (Update update = handle.createUpdate(Sql.query("load/add_dataset"))) {
            update.bindMap(naming(target))
                    .bind("coverageKind", facts.coverageKind())
                    .bind("coverage", facts.coverage())
                    .bind("accuracyM", facts.accuracyM())
                    .bind("scale", facts.scale())
                    .bind("indicative", facts.indicative())
                    .bind("source", facts.source())
                    .bind(
                            "sourceDate",
                            facts.sourceDate() == null
                                    ? null
                                    : facts.sourceDate().toString())
                    .bind("demonstration", facts.demonstration())
                    .bind("pub", publication)
                    .execute();
        }
    }

    void recordLoad(Handle handle, LoadRecord load) {
        try (Update update = handle.createUpdate(Sql.query("load/record_load"))) {
            update.bindMethods(load)
                    .bind(
                            "validFrom",
                            load.validFrom() == null ? null : load.validFrom().toString())
                    .execute();
        }
    }

    List<LoadRecord> listLoads(Handle handle, @Nullable String municipality, int limit) {
        try (Query query = handle.createQuery(Sql.query("load/list_loads"))) {
            return query.bind("municipality", municipality)
                    .bind("limit", limit)
                    .map((rs, ctx) -> load(rs))
                    .list();
        }
    }

    Optional<LoadRecord> findLoad(Handle handle, long publication) {
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

    Optional<Long> findLaterLoad(Handle handle, long publication) {
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

    void forget(Handle handle, String statement, Map<String, ?> arguments) {
        try (Update update = handle.createUpdate(Sql.query("derived/" + statement))) {
            arguments.forEach(update::bind);
            update.execute();
        }
    }
}
