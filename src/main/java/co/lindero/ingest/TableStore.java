package co.lindero.ingest;

import co.lindero.ingest.rule.RowFault;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The statements of loads of planners' tables, on a handle whose search path begins with the load's workspace. */
final class TableStore {
    /** A row of the table: its number and its texts by target. */
    record Texts(long row, Map<String, String> texts) {}

    /** Returns the rows after one, in their order, a page of them. */
    List<Texts> listRecords(Handle handle, long after, int most) {
        try (Query query = handle.createQuery(Sql.query("load/list_records"))) {
            return query.bind("after", after)
                    .bind("most", most)
                    .map((rs, ctx) -> new Texts(rs.getLong("fid"), texts(Json.read(rs.getString("texts")))))
                    .list();
        }
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    /** Adds typed rows; the statement takes the components of the record. */
    void addRows(Handle handle, String statement, List<?> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(Sql.query("load/" + statement))) {
            rows.forEach(row -> batch.bindMethods(row).add());
            batch.execute();
        }
    }

    void addFaults(Handle handle, List<RowFault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(Sql.query("load/add_row_finding"))) {
            for (RowFault fault : faults) {
                batch.bind("level", fault.level().name())
                        .bind("code", fault.code().code())
                        .bind("key", fault.key().isEmpty() ? null : fault.key())
                        .bind("fid", fault.row() == 0 ? null : fault.row())
                        .bind("detail", Json.write(fault.detail()))
                        .add();
            }
            batch.execute();
        }
    }

    /** Returns the codes of the zones of a plan and of those it revises, by theme. */
    Map<String, Set<String>> listZones(Handle handle, String municipality, String plan) {
        Map<String, Set<String>> zones = new HashMap<>();
        try (Query query = handle.createQuery(Sql.query("load/list_plan_zones"))) {
            query.bind("municipality", municipality)
                    .bind("plan", plan)
                    .map((rs, ctx) -> new String[] {rs.getString("theme"), rs.getString("code")})
                    .forEach(pair -> {
                        Set<String> codes = zones.computeIfAbsent(pair[0], theme -> new HashSet<>());
                        if (pair[1] != null) {
                            codes.add(pair[1]);
                        }
                    });
        }
        return zones;
    }

    /** Returns the use categories of which the rules of a plan and of those it revises speak. */
    Set<String> listCategories(Handle handle, String municipality, String plan) {
        try (Query query = handle.createQuery(Sql.query("load/list_use_categories"))) {
            return new HashSet<>(query.bind("municipality", municipality)
                    .bind("plan", plan)
                    .mapTo(String.class)
                    .list());
        }
    }
}
