package co.lindero.investment;

import co.lindero.investment.ProjectStore.Held;
import co.lindero.platform.db.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads what projects are judged by: measures, conflicts and movement, on a handle whose transaction the caller holds. */
final class ReviewStore {
    private static final int DECIMALS = 4;

    List<Ranked.Inputs> listMeasures(Handle handle, Held held, List<String> stages, List<String> chain) {
        try (Query query = handle.createQuery(Sql.query("investment/measure_projects"))) {
            held.bind(query);
            return query.bindArray("stages", String.class, stages)
                    .bindArray("chain", String.class, chain)
                    .map((rs, ctx) -> new Ranked.Inputs(
                            rs.getString("code"),
                            rs.getString("name"),
                            rs.getString("stage"),
                            rs.getBigDecimal("planned"),
                            rs.getBigDecimal("committed"),
                            rs.getObject("people_served", Long.class),
                            rs.getInt("viabilities"),
                            rs.getObject("maturity", Integer.class),
                            rs.getObject("parcels_served", Long.class),
                            rs.getObject("buildings_in_hazard", Long.class)))
                    .list();
        }
    }

    List<Conflict> listConflicts(Handle handle, Held held, List<String> chain, List<String> draft) {
        try (Query query = handle.createQuery(Sql.query("investment/list_conflicts"))) {
            held.bind(query);
            return query.bindArray("chain", String.class, chain)
                    .bindArray("draft", String.class, draft)
                    .map((rs, ctx) -> conflict(rs))
                    .list();
        }
    }

    private static Conflict conflict(ResultSet rs) throws SQLException {
        Array examples = rs.getArray("examples");
        return new Conflict(
                rs.getString("code"),
                rs.getString("name"),
                rs.getString("stage"),
                rs.getBigDecimal("planned"),
                rs.getString("conflict"),
                rs.getString("theme"),
                rs.getString("zone"),
                rs.getString("label"),
                rs.getString("act"),
                rs.getString("article"),
                rs.getString("other"),
                rounded(rs.getObject("planar_m2", Double.class)),
                rounded(rs.getObject("length_m", Double.class)),
                rs.getObject("parcels", Long.class),
                examples == null ? List.of() : List.of((String[]) examples.getArray()),
                rs.getBoolean("certain"));
    }

    List<Movement> listMovement(Handle handle, Held held, long since) {
        try (Query query = handle.createQuery(Sql.query("investment/list_movement"))) {
            return query.bind("municipality", held.municipality())
                    .bind("onDay", held.on().toString())
                    .bind("since", since)
                    .bind("until", held.at())
                    .map((rs, ctx) -> new Movement(
                            rs.getString("code"),
                            rs.getString("name"),
                            rs.getString("movement"),
                            step(rs, "before"),
                            step(rs, "after")))
                    .list();
        }
    }

    private static Movement.Step step(ResultSet rs, String when) throws SQLException {
        return new Movement.Step(
                rs.getString("stage_" + when),
                rs.getBigDecimal("planned_" + when),
                rs.getBigDecimal("committed_" + when),
                rs.getBigDecimal("paid_" + when),
                rs.getBigDecimal("physical_" + when));
    }

    private static @Nullable BigDecimal rounded(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
