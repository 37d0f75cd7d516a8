package co.lindero.risk;

import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Exposure counted in the database, on a handle whose transaction the caller holds. */
final class ExposureStore {
    /**
     * What to count.
     *
     * @param chain plan that answers and those it inherits from
     * @param by kind of territory, land-class or use
     * @param at publication
     */
    record Count(String municipality, List<String> chain, String theme, String by, LocalDate on, long at) {}

    /** Returns a row for each group and level that has something, ordered by group and then by level, the highest first. */
    List<ExposedRow> list(Handle handle, Count count) {
        try (Query query = handle.createQuery(Sql.query("risk/list_exposure"))) {
            return query.bind("municipality", count.municipality())
                    .bindArray("chain", String.class, count.chain())
                    .bind("theme", count.theme())
                    .bind("by", count.by())
                    .bind("onDay", count.on().toString())
                    .bind("at", count.at())
                    .map((rs, ctx) -> row(rs))
                    .list();
        }
    }

    private static ExposedRow row(ResultSet rs) throws SQLException {
        Integer rank = rs.getObject("rank", Integer.class);
        return new ExposedRow(
                rs.getString("code"),
                rs.getString("name"),
                rank == null ? null : RiskLevel.of(rank),
                rs.getLong("parcels"),
                rs.getDouble("drawn_m2"),
                rs.getObject("ground_m2", Double.class),
                rs.getLong("buildings"),
                rs.getLong("floors"),
                rs.getDouble("built_m2"),
                rs.getDouble("footprint_m2"),
                Json.readList(rs.getString("uses"), JsonNode.class),
                rs.getLong("licences"),
                rs.getLong("projects"),
                List.of((String[]) rs.getArray("parents").getArray()));
    }

    /** Returns the outline of each group, GeoJSON in longitude, latitude. */
    Map<String, JsonNode> listOutlines(Handle handle, Count count) {
        Map<String, JsonNode> outlines = new LinkedHashMap<>();
        try (Query query = handle.createQuery(Sql.query("risk/list_group_outlines"))) {
            query.bind("municipality", count.municipality())
                    .bindArray("chain", String.class, count.chain())
                    .bind("by", count.by())
                    .bind("onDay", count.on().toString())
                    .bind("at", count.at())
                    .map((rs, ctx) -> Map.entry(rs.getString("code"), Json.read(rs.getString("geometry"))))
                    .forEach(entry -> outlines.put(entry.getKey(), entry.getValue()));
        }
        return outlines;
    }
}
