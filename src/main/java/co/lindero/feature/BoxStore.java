package co.lindero.feature;

import co.lindero.feature.RowBoxes.RowBox;
import co.lindero.platform.db.BoundSql;
import co.lindero.platform.db.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Set;

/** Reads where features lie, and asks PostGIS which of them meet a box. Thread-safe. */
final class BoxStore {
    private final Database database;

    BoxStore(Database database) {
        this.database = database;
    }

    /** Returns the boxes of the features of a request's collection, of no more than so many, in no order. */
    List<RowBox> list(ItemsRequest request, int limit) {
        BoundSql sql = FeatureSql.boxes(request.scope(), request.layer(), limit);
        return database.readOnConnection(connection -> sql.list(
                connection,
                row -> new RowBox(
                        row.getLong(1), row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5))));
    }

    /**
     * Returns which of some rows meet the box of a request.
     *
     * @param confirmation confirmed by the same statement
     */
    Set<Long> listMeeting(ItemsRequest request, List<Long> rows, Confirmation confirmation) {
        return database.readOnConnection(connection -> {
            try (PreparedStatement statement = FeatureSql.meeting(request, rows).prepare(connection);
                    ResultSet answer = statement.executeQuery()) {
                answer.next();
                if (confirmation.isNeeded()) {
                    confirmation.take(answer.getLong("newest"));
                }
                return Set.of((Long[]) answer.getArray("ids").getArray());
            }
        });
    }
}
