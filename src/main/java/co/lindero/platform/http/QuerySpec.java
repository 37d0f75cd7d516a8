package co.lindero.platform.http;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The query parameters that a route takes, declared once with their types; {@link #read} checks names and values and
 * reports all faults at once. Immutable.
 *
 * <pre>{@code
 * private static final QuerySpec QUERY = QuerySpec.none().date("on").whole("limit", 1, 1000).text("f");
 * ...
 * Query query = QUERY.read(ctx);
 * Optional<LocalDate> on = query.date("on");
 * }</pre>
 */
public final class QuerySpec {
    private final Map<String, Consumer<Query>> checks;

    private QuerySpec(Map<String, Consumer<Query>> checks) {
        this.checks = checks;
    }

    /** Returns the declaration of a route without parameters. */
    public static QuerySpec none() {
        return new QuerySpec(Map.of());
    }

    /** Adds parameters of any text. */
    public QuerySpec text(String... names) {
        QuerySpec spec = this;
        for (String name : names) {
            spec = spec.with(name, query -> {});
        }
        return spec;
    }

    /** Adds a parameter that must be there. */
    public QuerySpec required(String name) {
        return with(name, query -> query.get(name));
    }

    /** Adds a day. */
    public QuerySpec date(String name) {
        return with(name, query -> query.date(name));
    }

    /** Adds a whole number within bounds. */
    public QuerySpec whole(String name, long least, long most) {
        return with(name, query -> query.whole(name, least, most));
    }

    /** Adds a decimal number within bounds. */
    public QuerySpec decimal(String name, BigDecimal least, BigDecimal most) {
        return with(name, query -> query.decimal(name, least, most));
    }

    /** Adds a choice of {@code true} or {@code false}. */
    public QuerySpec bool(String name) {
        return with(name, query -> query.bool(name));
    }

    /** Adds a choice among words. */
    public QuerySpec oneOf(String name, Set<String> words) {
        return with(name, query -> query.oneOf(name, words));
    }

    private QuerySpec with(String name, Consumer<Query> check) {
        Map<String, Consumer<Query>> more = new LinkedHashMap<>(checks);
        more.put(name, check);
        return new QuerySpec(more);
    }

    /** Returns the names of the parameters. */
    public Set<String> names() {
        return Set.copyOf(checks.keySet());
    }

    /**
     * Reads and checks the parameters of a request.
     *
     * @throws Problem {@code unknown-parameter}, {@code missing-parameter} or {@code invalid-parameter}, with every
     *     fault
     */
    public Query read(Context ctx) {
        Query query = Query.of(ctx, checks.keySet());
        check(query);
        return query;
    }

    void check(Query query) {
        List<Problem.Fault> faults = new ArrayList<>();
        ProblemType type = ProblemType.MISSING_PARAMETER;
        for (Consumer<Query> check : checks.values()) {
            try {
                check.accept(query);
            } catch (Problem problem) {
                faults.addAll(problem.faults());
                type = problem.type() == ProblemType.MISSING_PARAMETER ? type : problem.type();
            }
        }
        if (!faults.isEmpty()) {
            throw Query.combined(type, faults);
        }
    }
}
