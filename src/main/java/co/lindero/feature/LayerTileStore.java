package co.lindero.feature;

import co.lindero.platform.db.BoundSql;
import co.lindero.platform.db.Database;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives the rows of a collection as tiles and legends need them. Thread-safe. */
public final class LayerTileStore {
    private static final int FETCH = 2_000;
    private static final int FETCH_HEAVY = 50;
    private static final int MOST_VALUES = 500;

    private final Database database;

    public LayerTileStore(Database database) {
        this.database = database;
    }

    /**
     * A square of ground, EPSG:3857, x = easting, y = northing, m.
     *
     * @param cellM side of what can just be seen, m: of smaller features only so many are given as cover about their area; 0
     *     gives all
     */
    public record Ground(double west, double south, double east, double north, double cellM) {}

    /**
     * A row of a collection.
     *
     * @param wkb geometry, EPSG:3857
     * @param lot number from 0 to 1 that is the row's own
     * @param values of the properties asked for, null where absent
     */
    public record Row(ByteBuffer wkb, double lot, List<@Nullable Object> values) {}

    /** A value that a property has in a collection, its name for people, and the largest dimension of its geometries. */
    public record Value(
            String value, @Nullable String label, @Nullable Integer dimension) {}

    /** Returns the rows of a collection whose box meets the ground, in the order in which they were loaded. */
    public List<Row> list(LayerScope scope, FeatureLayer layer, List<Property> properties, Ground ground) {
        Map<String, Object> arguments = new TreeMap<>(scope.arguments(layer));
        arguments.put("west", ground.west());
        arguments.put("south", ground.south());
        arguments.put("east", ground.east());
        arguments.put("north", ground.north());
        arguments.put("cellM", ground.cellM());
        boolean thinned = ground.cellM() > 0;
        BoundSql sql = FeatureSql.tile(layer, properties, thinned, arguments);
        if (!thinned && !layer.heavy()) {
            return database.readOnConnection(connection -> list(connection, sql, properties, 0));
        }
        // what may be much comes through a cursor, which wants a transaction
        return database.read(handle -> {
            try {
                return list(handle.getConnection(), sql, properties, layer.heavy() ? FETCH_HEAVY : FETCH);
            } catch (SQLException e) {
                throw new FeatureStore.ReadException(e);
            }
        });
    }

    private static List<Row> list(Connection connection, BoundSql sql, List<Property> properties, int fetch)
            throws SQLException {
        List<Row> found = new ArrayList<>();
        try (PreparedStatement statement = sql.prepare(connection)) {
            statement.setFetchSize(fetch);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(ByteBuffer.wrap(rows.getBytes(1)), rows.getDouble(2), values(rows, properties)));
                }
            }
        }
        return found;
    }

    private static List<@Nullable Object> values(ResultSet rows, List<Property> properties) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(properties.size());
        for (int i = 0; i < properties.size(); i++) {
            values.add(FeatureStore.value(rows, i + 3, properties.get(i).type()));
        }
        return values;
    }

    /**
     * Returns the values that a property has in a collection, in their order; not more than 500.
     *
     * @param label property that names them for people; null for none
     */
    public List<Value> listValues(LayerScope scope, FeatureLayer layer, Property property, @Nullable Property label) {
        Map<String, Object> arguments = new TreeMap<>(scope.arguments(layer));
        arguments.put("most", MOST_VALUES);
        BoundSql sql = FeatureSql.values(layer, property, label, arguments);
        return database.readAtOnce(handle -> {
            List<Value> values = new ArrayList<>();
            try (PreparedStatement statement = sql.prepare(handle.getConnection());
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(new Value(
                            rows.getString("value"),
                            rows.getString("label"),
                            rows.getObject("dimension", Integer.class)));
                }
                return values;
            } catch (SQLException e) {
                throw new FeatureStore.ReadException(e);
            }
        });
    }
}
