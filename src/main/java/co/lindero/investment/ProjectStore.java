package co.lindero.investment;

import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads projects, on a handle whose transaction the caller holds. */
final class ProjectStore {
    private static final int AREA_DECIMALS = 4;
    private static final int DISTANCE_DECIMALS = 2;

    /** Which rows are read. */
    record Held(String municipality, LocalDate on, long at) {
        void bind(Query query) {
            query.bind("municipality", municipality)
                    .bind("onDay", on.toString())
                    .bind("at", at);
        }
    }

    /** A territory. */
    record Territory(
            String code,
            String kind,
            @Nullable String name,
            @Nullable Long population) {}

    /** One row of sums: {@code grouped} by total, axis, year or source. */
    record Sums(String grouped, @Nullable String label, long projects, long shared, Unstated unstated, Money money) {}

    /** How many projects do not state an amount. */
    record Unstated(long planned, long committed, long paid) {}

    List<Project> list(Handle handle, Held held, ProjectFilter filter, String after, int most) {
        try (Query query = handle.createQuery(Sql.query("investment/list_projects"))) {
            held.bind(query);
            ProjectFilter.Box box = filter.box();
            return query.bind("after", after)
                    .bind("most", most)
                    .bind("axis", filter.axis())
                    .bind("programme", filter.programme())
                    .bind("stage", filter.stage())
                    .bind("office", filter.office())
                    .bind("source", filter.source())
                    .bind("year", filter.year())
                    .bind("text", filter.text() == null ? null : "%" + escaped(filter.text()) + "%")
                    .bind("territory", filter.territory())
                    .bind("kind", filter.kind())
                    .bind("west", box == null ? null : (Double) box.west())
                    .bind("south", box == null ? null : (Double) box.south())
                    .bind("east", box == null ? null : (Double) box.east())
                    .bind("north", box == null ? null : (Double) box.north())
                    .map((rs, ctx) -> project(rs))
                    .list();
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Returns the project with a code in front, then those with that BPIN. */
    List<Project> listByCode(Handle handle, Held held, String code) {
        try (Query query = handle.createQuery(Sql.query("investment/list_by_code"))) {
            held.bind(query);
            return query.bind("code", code).map((rs, ctx) -> project(rs)).list();
        }
    }

    List<ProjectOnParcel> listOnParcel(Handle handle, Held held, long plot, String asked, double withinM) {
        try (Query query = handle.createQuery(Sql.query("investment/list_on_parcel"))) {
            held.bind(query);
            return query.bind("parcel", plot)
                    .bind("asked", asked)
                    .bind("withinM", withinM)
                    .map((rs, ctx) -> onParcel(rs, withinM))
                    .list();
        }
    }

    List<Territory> listTerritories(Handle handle, Held held, @Nullable String code, @Nullable String kind) {
        try (Query query = handle.createQuery(Sql.query("investment/list_territories"))) {
            held.bind(query);
            return query.bind("code", code)
                    .bind("kind", kind)
                    .map((rs, ctx) -> new Territory(
                            rs.getString("code"),
                            rs.getString("kind"),
                            rs.getString("name"),
                            rs.getObject("population", Long.class)))
                    .list();
        }
    }

    /**
     * Adds projects up.
     *
     * @param scope {@code all}, {@code territory} or {@code none}
     */
    List<Sums> sum(Handle handle, Held held, String scope, @Nullable String kind, @Nullable String territory) {
        try (Query query = handle.createQuery(Sql.query("investment/sum_projects"))) {
            held.bind(query);
            return query.bind("scope", scope)
                    .bind("kind", kind)
                    .bind("territory", territory)
                    .map((rs, ctx) -> new Sums(
                            rs.getString("grouped"),
                            rs.getString("label"),
                            rs.getLong("projects"),
                            rs.getLong("shared"),
                            new Unstated(
                                    rs.getLong("without_planned"),
                                    rs.getLong("without_committed"),
                                    rs.getLong("without_paid")),
                            money(rs)))
                    .list();
        }
    }

    boolean isDemonstration(Handle handle, String municipality, long at) {
        try (Query query = handle.createQuery(Sql.query("investment/is_demonstration"))) {
            return query.bind("municipality", municipality)
                    .bind("at", at)
                    .mapTo(Boolean.class)
                    .one();
        }
    }

    private static Money money(ResultSet rs) throws SQLException {
        return new Money(
                rs.getBigDecimal("planned"),
                rs.getBigDecimal("committed"),
                rs.getBigDecimal("obliged"),
                rs.getBigDecimal("paid"));
    }

    private static Project project(ResultSet rs) throws SQLException {
        JsonNode places = Json.read(rs.getString("places"));
        places.forEach(place ->
                ((ObjectNode) place).put("drawn", !place.path("geom").isNull()).remove("geom"));
        return new Project(
                rs.getString("code"),
                rs.getString("bpin"),
                new Project.Facts(
                        rs.getString("name"),
                        rs.getString("purpose"),
                        rs.getString("axis"),
                        rs.getString("programme"),
                        rs.getString("product"),
                        rs.getString("indicator"),
                        rs.getString("office"),
                        rs.getString("stage")),
                rs.getObject("start_on", LocalDate.class),
                rs.getObject("end_on", LocalDate.class),
                rs.getObject("people_served", Long.class),
                rs.getBigDecimal("physical_percent"),
                texts(rs.getArray("land_classes")),
                rs.getBigDecimal("declared_total"),
                money(rs),
                Json.read(rs.getString("viability")),
                Json.read(rs.getString("budget")),
                Json.read(rs.getString("contracts")),
                places,
                rs.getString("dataset"),
                rs.getString("geometry"));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static ProjectOnParcel onParcel(ResultSet rs, double withinM) throws SQLException {
        Array years = rs.getArray("years");
        return new ProjectOnParcel(
                rs.getString("code"),
                rs.getString("bpin"),
                rs.getString("name"),
                rs.getString("axis"),
                rs.getString("office"),
                rs.getString("stage"),
                years == null ? List.of() : Arrays.asList((Integer[]) years.getArray()),
                rs.getString("start_on"),
                rs.getString("end_on"),
                rs.getBigDecimal("planned"),
                rs.getBigDecimal("committed"),
                rs.getBigDecimal("paid"),
                rs.getString("relation"),
                rs.getString("told_by"),
                rounded(rs.getObject("needed_m2", Double.class), AREA_DECIMALS),
                rounded(rs.getObject("length_m", Double.class), AREA_DECIMALS),
                rounded(rs.getObject("distance_m", Double.class), DISTANCE_DECIMALS),
                withinM);
    }

    private static @Nullable BigDecimal rounded(@Nullable Double value, int decimals) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
