package co.lindero.cql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A condition as SQL. For {@code WHERE (fragment)}: a row that the condition is unknown for is left out.
 *
 * @param sql the condition, with named parameters {@code :cql1}, {@code :cql2}... and without any text of the filter
 * @param binds value by parameter, in the order they are numbered: a text or a list of texts, which the SQL casts
 */
public record CqlFragment(String sql, Map<String, Object> binds) {
    public CqlFragment {
        binds = Collections.unmodifiableMap(new LinkedHashMap<>(binds));
    }
}
