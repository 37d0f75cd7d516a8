package co.lindero.cql;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a name stands for in a statement. The SQL comes from our own code, never from a request or from data: only
 * qualified column names and plain function calls of them are taken. A key of a JSON column may come from data; it is
 * bound.
 *
 * @param type type of the name
 * @param storage how its values are stored
 * @param sql column by SRID for geometries; by {@link #ANY} otherwise
 * @param key key in a JSON column; null for a column of its own
 */
public record CqlColumn(
        CqlType type,
        Storage storage,
        Map<Integer, String> sql,
        @Nullable String key) {
    static final int ANY = 0;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*(\\([A-Za-z0-9_., ]*\\))?");

    /** How the values of a column are stored. */
    public enum Storage {
        /** As its type suggests: numeric or integer, text, boolean, date, timestamptz, geometry. */
        PLAIN,
        /** A number in double precision. */
        DOUBLE,
        /** A value in a jsonb column; one of another JSON type than declared counts as absent. */
        JSON
    }

    public CqlColumn {
        sql = Collections.unmodifiableMap(new TreeMap<>(sql));
        if (sql.isEmpty()
                || !sql.values().stream().allMatch(text -> PLAIN.matcher(text).matches())) {
            throw new IllegalArgumentException("not a plain column: " + sql);
        }
    }

    /** A numeric or integer, text, boolean, date or timestamptz column. */
    public static CqlColumn of(CqlType type, String sql) {
        if (type == CqlType.GEOMETRY) {
            throw new IllegalArgumentException("a geometry has an SRID");
        }
        return new CqlColumn(type, Storage.PLAIN, Map.of(ANY, sql), null);
    }

    /** A number in double precision; it counts as the shortest decimal that means the same. */
    public static CqlColumn ofDouble(String sql) {
        return new CqlColumn(CqlType.NUMBER, Storage.DOUBLE, Map.of(ANY, sql), null);
    }

    /** A number, text, boolean, day or instant under a key of a jsonb column; a day or an instant is a text that states one. */
    public static CqlColumn ofJson(CqlType type, String sql, String key) {
        if (type == CqlType.GEOMETRY) {
            throw new IllegalArgumentException("JSON has no " + type);
        }
        return new CqlColumn(type, Storage.JSON, Map.of(ANY, sql), key);
    }

    /** A geometry, in one CRS or stored in several: that of the filter is used where it is there. */
    public static CqlColumn ofGeometry(Map<Integer, String> columnBySrid) {
        return new CqlColumn(CqlType.GEOMETRY, Storage.PLAIN, columnBySrid, null);
    }
}
