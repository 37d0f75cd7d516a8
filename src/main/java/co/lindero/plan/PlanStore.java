package co.lindero.plan;

import co.lindero.platform.db.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Plans, themes and datasets in the database, on a handle whose transaction the caller holds. */
public final class PlanStore {
    /** Returns the plans of a municipality at a publication, in the order of their coming into force. */
    public List<Plan> listPlans(Handle handle, String municipality, long at) {
        try (Query query = handle.createQuery(Sql.query("plan/list_plans"))) {
            return query.bind("municipality", municipality)
                    .bind("at", at)
                    .map((rs, ctx) -> plan(rs))
                    .list();
        }
    }

    private static Plan plan(ResultSet rs) throws SQLException {
        return new Plan(
                rs.getString("municipality"),
                rs.getString("code"),
                rs.getString("kind"),
                rs.getString("act"),
                rs.getString("status").equals("draft") ? Plan.Status.DRAFT : Plan.Status.ADOPTED,
                rs.getObject("in_force_from", LocalDate.class),
                rs.getObject("in_force_to", LocalDate.class),
                rs.getObject("term_ends", LocalDate.class),
                rs.getString("revises"));
    }

    /** Closes the current row of a plan. */
    public void close(Handle handle, Plan plan, long publication) {
        try (Update update = handle.createUpdate(Sql.query("plan/close_plan"))) {
            update.bind("municipality", plan.municipality())
                    .bind("code", plan.code())
                    .bind("pub", publication)
                    .execute();
        }
    }

    /** Adds a row of a plan. */
    public void add(Handle handle, Plan plan, long publication) {
        try (Update update = handle.createUpdate(Sql.query("plan/add_plan"))) {
            update.bind("municipality", plan.municipality())
                    .bind("code", plan.code())
                    .bind("kind", plan.kind())
                    .bind("act", plan.act())
                    .bind("status", plan.status().code())
                    .bind("inForceFrom", plan.inForceFrom().toString())
                    .bind("inForceTo", text(plan.inForceTo()))
                    .bind("termEnds", text(plan.termEnds()))
                    .bind("revises", plan.revises())
                    .bind("pub", publication)
                    .execute();
        }
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** Returns the themes of plans at a publication, those of the first plan first. */
    public List<Theme> listThemes(Handle handle, String municipality, List<String> plans, long at) {
        try (Query query = handle.createQuery(Sql.query("plan/list_themes"))) {
            return query.bind("municipality", municipality)
                    .bindArray("plans", String.class, plans)
                    .bind("at", at)
                    .map((rs, ctx) -> theme(rs))
                    .list();
        }
    }

    private static Theme theme(ResultSet rs) throws SQLException {
        Array ground = rs.getArray("ground");
        String coverageKind = rs.getString("coverage_kind");
        return new Theme(
                rs.getString("plan"),
                rs.getString("code"),
                rs.getString("title"),
                rs.getString("legal_basis"),
                rs.getInt("precedence"),
                rs.getBoolean("tiles_ground"),
                rs.getBoolean("protective"),
                ground == null ? null : List.of((String[]) ground.getArray()),
                rs.getDouble("min_area_m2"),
                rs.getObject("min_width_m", Double.class),
                rs.getObject("accuracy_m", Double.class),
                coverageKind == null ? null : new Theme.Coverage(coverageKind, rs.getString("coverage")));
    }

    /** Closes the current row of a theme. */
    public void closeTheme(Handle handle, String municipality, Theme theme, long publication) {
        try (Update update = handle.createUpdate(Sql.query("plan/close_theme"))) {
            update.bind("municipality", municipality)
                    .bind("plan", theme.plan())
                    .bind("code", theme.code())
                    .bind("pub", publication)
                    .execute();
        }
    }

    /** Adds a row of a theme. */
    public void addTheme(Handle handle, String municipality, Theme theme, long publication) {
        Theme.Coverage coverage = theme.coverage();
        try (Update update = handle.createUpdate(Sql.query("plan/add_theme"))) {
            update.bind("municipality", municipality)
                    .bind("plan", theme.plan())
                    .bind("code", theme.code())
                    .bind("title", theme.title())
                    .bind("legalBasis", theme.legalBasis())
                    .bind("precedence", theme.precedence())
                    .bind("tilesGround", theme.tilesGround())
                    .bind("protective", theme.protective())
                    .bindArray("ground", String.class, theme.ground())
                    .bind("minAreaM2", theme.minAreaM2())
                    .bind("minWidthM", theme.minWidthM())
                    .bind("accuracyM", theme.accuracyM())
                    .bind("coverageKind", coverage == null ? null : coverage.kind())
                    .bind("coverage", coverage == null ? null : coverage.ewkb())
                    .bind("pub", publication)
                    .execute();
        }
    }

    /** Returns the datasets of some plans and of the cadastre at a publication. */
    public List<Dataset> listDatasets(Handle handle, String municipality, List<String> plans, long at) {
        try (Query query = handle.createQuery(Sql.query("plan/list_datasets"))) {
            return query.bind("municipality", municipality)
                    .bindArray("plans", String.class, plans)
                    .bind("at", at)
                    .map((rs, ctx) -> new Dataset(
                            rs.getString("kind"),
                            rs.getString("plan"),
                            rs.getString("theme"),
                            rs.getString("name"),
                            rs.getString("coverage_kind"),
                            rs.getObject("accuracy_m", Double.class),
                            rs.getBoolean("indicative"),
                            rs.getString("source"),
                            rs.getBoolean("demonstration"),
                            rs.getLong("publication"),
                            rs.getObject("published_at", OffsetDateTime.class).toInstant()))
                    .list();
        }
    }

    /** Returns the codes of the plan that answers on a day and of those it inherits from, the answering one first. */
    public List<String> findChain(Handle handle, String municipality, @Nullable String plan, LocalDate on, long at) {
        try (Query query = handle.createQuery(Sql.query("landuse/find_plan_chain"))) {
            return query.bind("municipality", municipality)
                    .bind("plan", plan)
                    .bind("onDay", on.toString())
                    .bind("at", at)
                    .map((rs, ctx) -> List.of((String[]) rs.getArray(1).getArray()))
                    .one();
        }
    }
}
