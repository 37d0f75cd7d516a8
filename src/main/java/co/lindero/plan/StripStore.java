package co.lindero.plan;

import co.lindero.platform.db.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Strips along watercourses and roads, on a handle whose transaction the caller holds. */
public final class StripStore {
    private final StripRules rules;

    public StripStore(StripRules rules) {
        this.rules = rules;
    }

    /**
     * Where and when a question is asked.
     *
     * @param chain plan that answers and those it inherits from
     * @param on legal day
     * @param at publication
     */
    public record When(String municipality, List<String> chain, LocalDate on, long at) {}

    /**
     * The ground that is asked about.
     *
     * @param parcels rows of parcels
     * @param ewkb polygons, hexadecimal EWKB in the storage CRS; null for the parcels
     * @param srid CRS of the geometries in the answer
     */
    public record Ground(List<Long> parcels, @Nullable String ewkb, int srid) {}

    /** Returns the half widths of the strips of a theme, m; see {@code lindero.strips_on_target}. */
    public List<Double> halves(String theme) {
        return rules.halves(theme);
    }

    /** Lists the themes that hold lines, from which strips may be drawn. */
    public Set<String> listLinedThemes(Handle handle, When when) {
        try (Query query = handle.createQuery(Sql.query("plan/list_lined_themes"))) {
            return bind(query, when).mapTo(String.class).set();
        }
    }

    private static Query bind(Query query, When when) {
        return query.bind("municipality", when.municipality())
                .bindArray("chain", String.class, when.chain())
                .bind("onDay", when.on().toString())
                .bind("at", when.at());
    }

    /** Lists the strips of a theme on some ground, by code; the union of those drawn last, without code. */
    public List<Strip> list(Handle handle, When when, String theme, Ground ground) {
        try (Query query = handle.createQuery(Sql.query("plan/list_strips"))) {
            return bind(query, when)
                    .bindArray("parcels", Long.class, ground.parcels())
                    .bind("target", ground.ewkb())
                    .bind("theme", theme)
                    .bindArray("halves", Double.class, rules.halves(theme))
                    .bind("srid", ground.srid())
                    .map((rs, ctx) -> read(theme, rs))
                    .list();
        }
    }

    private static Strip read(String theme, ResultSet rs) throws SQLException {
        return new Strip(
                theme,
                rs.getString("code"),
                rs.getString("label"),
                rs.getObject("road_order", Integer.class),
                rs.getObject("half_m", Double.class),
                rs.getDouble("distance_m"),
                rs.getObject("planar_m2", Double.class),
                rs.getString("geojson"));
    }
}
