package co.lindero.feature;

import co.lindero.feature.RowBoxes.RowBox;
import co.lindero.platform.db.BoundSql;
import co.lindero.platform.db.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
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
        return database.readOnConnection(connection -> {
            List<RowBox> boxes = new ArrayList<>();
            try (PreparedStatement statement = sql.prepare(connection);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    boxes.add(new RowBox(
                            rows.getLong(1),
                            rows.getDouble(2),
                            rows.getDouble(3),
                            rows.getDouble(4),
                            rows.getDouble(5)));
                }
            }
            return boxes;
        });
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
