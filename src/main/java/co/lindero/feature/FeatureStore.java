package co.lindero.feature;

import co.lindero.platform.db.BoundSql;
import co.lindero.platform.db.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads features, each request by one prepared statement. A publication never changes, so that a page needs no transaction;
 * what may be long is read through a cursor in one.
 */
final class FeatureStore {
    /** Most rows that are fetched at once; of geometries that may be large, fewer. */
    private static final int AT_ONCE = 1_001;

    private static final int FETCH = 500;
    private static final int FETCH_HEAVY = 100;

    private final Database database;

    FeatureStore(Database database) {
        this.database = database;
    }

    /** A failure of the database while features are read; the database's layer says what it means. */
    static final class ReadException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReadException(SQLException cause) {
            super(cause);
        }

        private ReadException(String message) {
            super(message);
        }

        /** A failure after features were given already: final, and none that reading once more could mend. */
        static ReadException midway(SQLException failure) {
            ReadException exception = new ReadException("reading features failed midway");
            exception.addSuppressed(failure);
            return exception;
        }
    }

    /** Gives the features of a request to a sink, in order; returns how many there were. */
    long read(ItemsRequest request, Confirmation confirmation, FeatureSink sink) {
        Integer limit = request.limit();
        boolean small = limit != null && limit <= (request.layer().heavy() ? FETCH_HEAVY : AT_ONCE);
        Reading reading = new Reading(request, FeatureSql.select(request, confirmation), confirmation, sink);
        return small
                ? database.readOnConnection(connection -> run(connection, reading, 0))
                : database.read(handle -> runLong(handle.getConnection(), reading));
    }

    private record Reading(ItemsRequest request, BoundSql sql, Confirmation confirmation, FeatureSink sink) {}

    private static long run(Connection connection, Reading reading, int fetch) throws SQLException {
        try (PreparedStatement statement = reading.sql.prepare(connection)) {
            statement.setFetchSize(fetch);
            try (ResultSet rows = statement.executeQuery()) {
                return give(rows, reading);
            }
        }
    }

    private static long runLong(Connection connection, Reading reading) {
        try {
            if (isWholeTable(reading.request)) {
                try (PreparedStatement prefer = FeatureSql.preferFirstRows().prepare(connection)) {
                    prefer.execute();
                }
            }
            return run(connection, reading, reading.request.layer().heavy() ? FETCH_HEAVY : FETCH);
        } catch (SQLException e) {
            throw new ReadException(e);
        }
    }

    /** Of a large table all rows in the order of their key: the caller shall have the first ones before the last are read. */
    private static boolean isWholeTable(ItemsRequest request) {
        return request.isUnfiltered()
                && request.sort().isEmpty()
                && !request.layer().heavy();
    }

    /** Confirms by the last column of a row, where there is one for it. */
    static void confirm(ResultSet row, Confirmation confirmation) throws SQLException {
        if (confirmation.isNeeded()) {
            confirmation.take(row.getLong(row.getMetaData().getColumnCount()));
        }
    }

    private static long give(ResultSet rows, Reading reading) throws SQLException {
        long count = 0;
        try {
            while (rows.next()) {
                confirm(rows, reading.confirmation);
                reading.sink.row(row(rows, reading.request));
                count++;
            }
            return count;
        } catch (SQLException e) {
            // rows that were given cannot be taken back: nobody may read once more
            if (count > 0) {
                throw ReadException.midway(e);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the feature of a row of {@link FeatureSql#select}. */
    static FeatureRow row(ResultSet rows, ItemsRequest request) throws SQLException {
        FeatureLayer.Identity identity = request.layer().identity();
        int keys = identity.columns().size();
        int sorted = request.sort().size();
        long number = rows.getLong(1);
        List<String> names = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) {
            names.add(rows.getString(i + 2));
        }
        List<@Nullable String> place = new ArrayList<>(sorted + keys);
        for (int i = 0; i < sorted; i++) {
            place.add(rows.getString(keys + 2 + i));
        }
        if (request.isByRow()) {
            place.add(Long.toString(number));
        } else {
            for (String column : identity.order()) {
                place.add(names.get(identity.columns().indexOf(column)));
            }
        }
        int first = keys + sorted + 2;
        List<Property> properties = request.properties();
        Object[] values = new Object[properties.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(rows, first + 1 + i, properties.get(i).type());
        }
        return new FeatureRow(number, identity.name(names), rows.getBytes(first), values, place);
    }

    static @Nullable Object value(ResultSet rows, int column, PropertyType type) throws SQLException {
        Object value = switch (type) {
            case INTEGER -> rows.getLong(column);
            case NUMBER -> rows.getDouble(column);
            case BOOLEAN -> rows.getBoolean(column);
            default -> rows.getString(column);
        };
        return rows.wasNull() ? null : value;
    }

    /** Returns how many features match a request, wherever its page begins. */
    long count(ItemsRequest request) {
        return database.readAtOnce(handle -> {
            try (PreparedStatement statement = FeatureSql.count(request).prepare(handle.getConnection());
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            } catch (SQLException e) {
                throw new ReadException(e);
            }
        });
    }

    /** Returns between which days the features of a collection hold, but for what their plan states. */
    LayerTimes getTimes(LayerScope scope, FeatureLayer layer) {
        return database.readOnConnection(connection -> {
            try (PreparedStatement statement = FeatureSql.times(scope, layer).prepare(connection);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return new LayerTimes(
                        row.getBoolean("always") ? null : row.getObject("first_on", LocalDate.class),
                        row.getBoolean("on_end") ? null : row.getObject("last_on", LocalDate.class));
            }
        });
    }

    /** Returns the box around all features of a collection, or nothing where none has a geometry. */
    Optional<LayerExtent> findExtent(LayerScope scope, FeatureLayer layer) {
        return database.readAtOnce(handle -> {
            try (PreparedStatement statement = FeatureSql.extent(scope, layer).prepare(handle.getConnection());
                    ResultSet row = statement.executeQuery()) {
                row.next();
                double minX = row.getDouble("min_x");
                if (row.wasNull()) {
                    return Optional.empty();
                }
                List<Integer> dimensions = new ArrayList<>();
                for (Integer dimension : (Integer[]) row.getArray("dimensions").getArray()) {
                    if (dimension != null) {
                        dimensions.add(dimension);
                    }
                }
                return Optional.of(new LayerExtent(
                        minX, row.getDouble("min_y"), row.getDouble("max_x"), row.getDouble("max_y"), dimensions));
            } catch (SQLException e) {
                throw new ReadException(e);
            }
        });
    }
}
