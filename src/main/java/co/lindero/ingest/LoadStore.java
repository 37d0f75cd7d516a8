package co.lindero.ingest;

import co.lindero.ingest.source.LoadKind;
import co.lindero.law.Bilingual;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The statements of loads, on a handle whose transaction and search path the caller holds. */
final class LoadStore {
    private static final int FETCHED = 1_000;

    /**
     * The dataset that a load replaces.
     *
     * @param kind word of the kind of load
     * @param plan code or empty
     * @param theme code or empty
     */
    record Target(String municipality, String kind, String plan, String theme, String dataset) {
        /** Returns what a request replaces; the dataset is named for the layer where the caller names none. */
        static Target of(LoadRequest request, String layer) {
            String name = request.facts().name();
            boolean zones = request.kind() == LoadKind.ZONES;
            return new Target(
                    request.municipality(),
                    request.kind().word(),
                    request.kind().isOfPlan() ? String.valueOf(request.plan()) : "",
                    zones ? String.valueOf(request.theme()) : "",
                    name == null ? layer : name);
        }

        String path() {
            return Stream.of(kind, theme, plan, dataset)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("/"));
        }

        /** Name of the table in the database. */
        String table() {
            return switch (kind) {
                case "parcels" -> "parcel";
                case "buildings" -> "building";
                case "territories" -> "territory";
                case "licences" -> "licence";
                case "norms" -> "norm";
                case "uses" -> "use_rule";
                case "ciiu" -> "activity_use";
                case "projects" -> "project";
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
            boolean demonstration) {
        /** Returns these facts of a dataset drawn from cells: the ground and the accuracy are theirs where nobody states others. */
        StoredFacts ofCells(LoadRequest.DatasetFacts stated, String ground, double cellM) {
            boolean own = stated.coverage() == null;
            return new StoredFacts(
                    own ? "polygon" : coverageKind,
                    own ? ground : coverage,
                    stated.accuracyM() == null ? Double.valueOf(cellM) : stated.accuracyM(),
                    scale,
                    indicative,
                    source,
                    sourceDate,
                    demonstration);
        }
    }

    /** Rows added, closed and left alone. */
    record Published(long added, long closed, long unchanged) {}

    /** Runs a statement file and returns how many rows it wrote. */
    int run(Handle handle, String statement, Map<String, ?> arguments) {
        try (Update update = handle.createUpdate(Sql.query("load/" + statement))) {
            // statements of one role take what they need of the same arguments
            update.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
            arguments.forEach((name, value) -> {
                if (value instanceof Object[] array) {
                    update.bindArray(name, array.getClass().getComponentType(), array);
                } else {
                    update.bind(name, value);
                }
            });
            return update.execute();
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

    /** Returns the first findings of each level and code. */
    List<Finding> listExamples(Handle handle, int most) {
        try (Query query = handle.createQuery(Sql.query("load/list_examples"))) {
            return query.bind("most", most).map((rs, ctx) -> finding(rs)).list();
        }
    }

    /** Hands over every finding, in the order of the file, a few at a time. */
    void forEachFinding(Handle handle, Consumer<Finding> each) {
        // the driver reads with a cursor only inside a transaction
        handle.useTransaction(transaction -> {
            try (Query query = transaction.createQuery(Sql.query("load/list_findings"))) {
                query.setFetchSize(FETCHED).map((rs, ctx) -> finding(rs)).forEach(each);
            }
        });
    }

    /** Adds a finding on the file as a whole. */
    void addFinding(Handle handle, Finding.Level level, FindingCode code, JsonNode detail) {
        run(handle, "add_finding", Map.of("level", level.name(), "code", code.code(), "detail", detail.toString()));
    }

    /** Whether every error is one record's, so that leaving out records leaves none. */
    boolean hasOnlyRecordErrors(Handle handle) {
        return isTrue(handle, "has_only_record_errors");
    }

    boolean isTrue(Handle handle, String statement) {
        try (Query query = handle.createQuery(Sql.query("load/" + statement))) {
            return query.mapTo(Boolean.class).one();
        }
    }

    /** Takes out records of a project bank that hold nothing; returns how many. */
    long dropBlankProjects(Handle handle) {
        try (Query query = handle.createQuery(Sql.query("load/drop_blank_projects"))) {
            return query.mapTo(Long.class).one();
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

    /**
     * What another dataset says already of what a load brings.
     *
     * @param dataset the other dataset
     * @param count rows; for zones the share of the load's area, percent
     * @param text how it is told
     */
    record Shared(String dataset, long count, String text) {}

    /** Lists the other datasets that hold the load's parcels or territories, or that its zones largely lie over. */
    List<Shared> listShared(Handle handle, Target target) {
        return switch (target.kind()) {
            case "parcels" -> listForeign(handle, "list_foreign_parcels", target);
            case "territories" -> listForeign(handle, "list_foreign_territories", target);
            case "projects" -> listForeign(handle, "list_foreign_projects", target);
            case "licences" -> listForeign(handle, "list_foreign_licences", target);
            case "zones" -> listOverlaid(handle, target);
            case "uses", "ciiu" -> listForeign(handle, "list_foreign_rows", target);
            default -> List.of();
        };
    }

    private static List<Shared> listForeign(Handle handle, String statement, Target target) {
        try (Query query = handle.createQuery(Sql.query("load/" + statement))) {
            query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
            return query.bind("municipality", target.municipality())
                    .bind("kind", target.kind())
                    .bind("plan", target.plan())
                    .bind("dataset", target.dataset())
                    .map((rs, ctx) -> new Shared(
                            rs.getString("dataset"),
                            rs.getLong("rows"),
                            rs.getString("dataset") + " (" + rs.getLong("rows") + ", " + rs.getString("example") + ")"))
                    .list();
        }
    }

    private static List<Shared> listOverlaid(Handle handle, Target target) {
        try (Query query = handle.createQuery(Sql.query("load/list_overlaid_datasets"))) {
            return query.bind("municipality", target.municipality())
                    .bind("plan", target.plan())
                    .bind("theme", target.theme())
                    .bind("dataset", target.dataset())
                    .map((rs, ctx) -> {
                        long percent = Math.round(rs.getDouble("share") * 100);
                        return new Shared(
                                rs.getString("dataset"), percent, rs.getString("dataset") + " (" + percent + " %)");
                    })
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

    /**
     * Polygons of a staged footprint file.
     *
     * @param others features that are no polygons
     */
    record StagedFootprint(
            int polygons, int others, @Nullable String geojson) {}

    StagedFootprint getFootprint(Handle handle, int srid) {
        try (Query query = handle.createQuery(Sql.query("load/read_footprint"))) {
            return query.bind("srid", srid)
                    .map((rs, ctx) ->
                            new StagedFootprint(rs.getInt("polygons"), rs.getInt("others"), rs.getString("geojson")))
                    .one();
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

    void forget(Handle handle, String statement, Map<String, ?> arguments) {
        try (Update update = handle.createUpdate(Sql.query("derived/" + statement))) {
            arguments.forEach(update::bind);
            update.execute();
        }
    }
}
