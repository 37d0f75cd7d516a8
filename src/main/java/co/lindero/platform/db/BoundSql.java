package co.lindero.platform.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its values, to be run on a bare connection: for statements that are run so often that JDBI's own work, half of
 * that of a short one, counts. The text has a question mark for each value, in order.
 *
 * @param text statement for JDBC
 * @param values what is bound: texts, numbers, bytes, moments, lists of texts or numbers, nulls
 */
public record BoundSql(String text, List<@Nullable Object> values) {
    /** Reads the row at hand. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A text with question marks, and the names whose values they take. */
    private record Template(String text, List<String> names) {}

    private static final int KEPT = 1_000;
    private static final int LONGEST_KEPT = 10_000;
    /** Requests differ in values and seldom in text: a text is read once, and is one and the same to the driver. */
    private static final Cache<String, Template> TEMPLATES =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /**
     * Puts named values into a text: {@code :name} becomes a question mark, unless it stands in a quoted text.
     *
     * @throws IllegalArgumentException where a name has no value, not even null
     */
    public static BoundSql of(String named, Map<String, ? extends @Nullable Object> arguments) {
        Template template = named.length() > LONGEST_KEPT ? template(named) : TEMPLATES.get(named, BoundSql::template);
        List<@Nullable Object> values = new ArrayList<>(template.names.size());
        template.names.forEach(name -> values.add(required(arguments, name)));
        return new BoundSql(template.text, values);
    }

    private static Template template(String named) {
        StringBuilder text = new StringBuilder(named.length());
        List<String> names = new ArrayList<>();
        int length = named.length();
        for (int i = 0; i < length; ) {
            char c = named.charAt(i);
            if (c == '\'') {
                int end = named.indexOf('\'', i + 1);
                text.append(named, i, end + 1);
                i = end + 1;
            } else if (c == '-' && i + 1 < length && named.charAt(i + 1) == '-') {
                int end = named.indexOf('\n', i);
                i = end < 0 ? length : end;
            } else if (named.startsWith("::", i)) {
                text.append("::");
                i += 2;
            } else if (c == ':' && i + 1 < length && Character.isJavaIdentifierStart(named.charAt(i + 1))) {
                int end = i + 1;
                while (end < length && Character.isJavaIdentifierPart(named.charAt(end))) {
                    end++;
                }
                names.add(named.substring(i + 1, end));
                text.append('?');
                i = end;
            } else {
                text.append(c);
                i++;
            }
        }
        return new Template(text.toString(), names);
    }

    private static @Nullable Object required(Map<String, ? extends @Nullable Object> arguments, String name) {
        Object value = arguments.get(name);
        if (value == null && !arguments.containsKey(name)) {
            throw new IllegalArgumentException("No value for :" + name);
        }
        return value;
    }

    /** Prepares the statement, with its values bound; the caller closes it. */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        int position = 0;
        for (Object value : values) {
            position++;
            if (value instanceof List<?> list) {
                statement.setArray(position, connection.createArrayOf(arrayType(list), list.toArray()));
            } else {
                statement.setObject(position, value);
            }
        }
        return statement;
    }

    private static String arrayType(List<?> list) {
        Object first = list.isEmpty() ? "" : list.get(0);
        return first instanceof Long ? "bigint" : first instanceof Integer ? "integer" : "text";
    }

    /** Returns all rows, on a connection whose transaction the caller holds. */
    public <T> List<T> list(Connection connection, RowReader<T> reader) {
        try (PreparedStatement statement = prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reader.read(rows));
            }
            return list;
        } catch (SQLException e) {
            throw new FailedStatementException(e);
        }
    }

    /** Changes rows, on a connection whose transaction the caller holds. */
    public void change(Connection connection) {
        try (PreparedStatement statement = prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new FailedStatementException(e);
        }
    }
}
