package co.lindero.indicator;

import co.lindero.platform.db.Sql;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Indicators and their targets in the database, on a handle whose transaction the caller holds. */
final class IndicatorStore {
    /**
     * Of what an indicator is asked.
     *
     * @param chain plan and those it inherits from
     * @param firstDay first day of the year
     * @param on its last day, or the day asked
     * @param at publication
     */
    record Asked(String municipality, List<String> chain, LocalDate firstDay, LocalDate on, long at) {}

    /**
     * A value; its parts are what the indicator's statement says.
     *
     * @param value null where data are missing
     */
    record Value(
            @Nullable Double value,
            @Nullable Double part,
            @Nullable Double whole) {}

    /** Computes an indicator. */
    Value compute(Handle handle, Indicator indicator, Asked asked) {
        try (Query query = handle.createQuery(Sql.indicator(indicator.statement()))) {
            return query.bind("municipality", asked.municipality())
                    .bindArray("chain", String.class, asked.chain())
                    .bind("firstDay", asked.firstDay().toString())
                    .bind("onDay", asked.on().toString())
                    .bind("at", asked.at())
                    .map((rs, ctx) -> new Value(
                            rs.getObject("value", Double.class),
                            rs.getObject("part", Double.class),
                            rs.getObject("whole", Double.class)))
                    .one();
        }
    }

    /** Returns the targets of a plan, by indicator and year. */
    List<Target> listTargets(Handle handle, String municipality, String plan, long at) {
        try (Query query = handle.createQuery(Sql.query("indicator/list_targets"))) {
            return query.bind("municipality", municipality)
                    .bind("plan", plan)
                    .bind("at", at)
                    .map((rs, ctx) -> new Target(
                            rs.getString("indicator"),
                            rs.getInt("year"),
                            rs.getBigDecimal("target"),
                            rs.getString("name"),
                            rs.getString("source")))
                    .list();
        }
    }

    /** Puts targets in place of those that a plan has. */
    void replace(Handle handle, String municipality, String plan, List<Target> targets, long publication) {
        try (Update close = handle.createUpdate(Sql.query("indicator/close_targets"))) {
            close.bind("municipality", municipality)
                    .bind("plan", plan)
                    .bind("pub", publication)
                    .execute();
        }
        for (Target target : targets) {
            try (Update add = handle.createUpdate(Sql.query("indicator/add_target"))) {
                add.bind("municipality", municipality)
                        .bind("plan", plan)
                        .bind("indicator", target.indicator())
                        .bind("year", target.year())
                        .bind("target", target.target())
                        .bind("name", target.name())
                        .bind("source", target.source())
                        .bind("pub", publication)
                        .execute();
            }
        }
    }
}
