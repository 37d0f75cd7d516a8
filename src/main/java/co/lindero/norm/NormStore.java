package co.lindero.norm;

import co.lindero.law.LegalSource;
import co.lindero.norm.Norm.Per;
import co.lindero.norm.Norm.Scope;
import co.lindero.platform.db.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Norms, use rules and activity tables in the database, on a handle whose transaction the caller holds. Thread-safe. */
public final class NormStore {
    /**
     * Reads all that a plan and those it inherits from say on a legal day.
     *
     * @param chain codes of the plan and of those it inherits from, in that order
     * @param on legal day
     * @param at publication
     */
    public NormBook read(Handle handle, String municipality, List<String> chain, LocalDate on, long at) {
        Asked asked = new Asked(municipality, chain, on, at);
        return NormBook.of(
                chain,
                list(handle, "norm/list_norms", asked, (rs, ctx) -> norm(rs)),
                list(handle, "norm/list_uses", asked, (rs, ctx) -> use(rs)),
                list(handle, "norm/list_activities", asked, (rs, ctx) -> activity(rs)));
    }

    private record Asked(String municipality, List<String> chain, LocalDate on, long at) {}

    private static <T> List<T> list(Handle handle, String statement, Asked asked, RowMapper<T> mapper) {
        try (Query query = handle.createQuery(Sql.query(statement))) {
            return query.bind("municipality", asked.municipality())
                    .bindArray("plans", String.class, asked.chain())
                    .bind("onDay", asked.on().toString())
                    .bind("at", asked.at())
                    .map(mapper)
                    .list();
        }
    }

    private static Norm norm(ResultSet rs) throws SQLException {
        BigDecimal perAmount = rs.getBigDecimal("per_amount");
        return new Norm(
                rs.getLong("id"),
                rs.getLong("version"),
                rs.getString("plan"),
                scope(rs.getString("scope_theme"), rs.getString("scope_zone")),
                scope(rs.getString("scope2_theme"), rs.getString("scope2_zone")),
                known(Quantity.find(rs.getString("quantity")), rs),
                known(Operator.find(rs.getString("operator")), rs),
                plain(rs.getBigDecimal("value")),
                perAmount == null ? null : new Per(perAmount, rs.getString("per_unit")),
                known(IndexBase.find(rs.getString("base")), rs),
                rs.getString("condition"),
                source(rs),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class));
    }

    private static UseRule use(ResultSet rs) throws SQLException {
        return new UseRule(
                rs.getLong("id"),
                rs.getLong("version"),
                rs.getString("plan"),
                scope(rs.getString("scope_theme"), rs.getString("scope_zone")),
                rs.getString("category"),
                known(Regime.find(rs.getString("regime")), rs),
                rs.getString("condition"),
                source(rs),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class));
    }

    private static ActivityUse activity(ResultSet rs) throws SQLException {
        return new ActivityUse(
                rs.getString("plan"),
                rs.getString("ciiu"),
                rs.getString("category"),
                plain(rs.getBigDecimal("area_min_m2")),
                plain(rs.getBigDecimal("area_max_m2")),
                rs.getString("note"));
    }

    private static @Nullable Scope scope(String theme, String zone) {
        return theme.isEmpty() ? null : new Scope(theme, zone);
    }

    private static LegalSource source(ResultSet rs) throws SQLException {
        return new LegalSource(
                rs.getString("act"), rs.getString("article"), rs.getString("source_text"), rs.getString("url"));
    }

    /** A figure as one would write it: 200 and not 200.000, nor 2E+2. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The tables hold nothing outside the closed lists; what they hold nevertheless is a fault, not a norm to leave out. */
    private static <T> T known(Optional<T> value, ResultSet rs) throws SQLException {
        if (value.isEmpty()) {
            throw new IllegalStateException("Row " + rs.getLong("id") + " says what this release does not know");
        }
        return value.get();
    }
}
