package co.lindero.feature;

import co.lindero.feature.EncodedFeatures.Encoding;
import co.lindero.platform.db.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of features as GeoJSON. Where most features of a collection are kept already, the boxes kept with them or the
 * database tell only which rows a page has, and the database gives the few that are missing; else it gives all of them, and they are
 * kept. Thread-safe.
 */
final class EncodedFeatureStore {
    private static final int FEATURE_BUFFER = 1 << 13;

    private final Database database;
    private final EncodedFeatures kept;
    private final KeptBoxes boxes;

    EncodedFeatureStore(Database database, EncodedFeatures kept, KeptBoxes boxes) {
        this.database = database;
        this.kept = kept;
        this.boxes = boxes;
    }

    /** Takes features as GeoJSON, in order. */
    interface Sink {
        /**
         * Takes a feature.
         *
         * @param feature GeoJSON object
         */
        void feature(byte[] feature, Placed placed) throws IOException;
    }

    /**
     * A row of a page.
     *
     * @param asked values of order and key; null in a page by row, whose place is the number
     */
    private record Row(long number, @Nullable List<@Nullable String> asked) implements Placed {
        @Override
        public List<@Nullable String> place() {
            return asked == null ? List.of(Long.toString(number)) : asked;
        }
    }

    /** Rows of a page, and the feature of each. */
    private record Found(List<Row> rows, List<byte[]> features) {}

    /**
     * Gives the features of a page, whose connection is given back before; returns how many there were.
     *
     * @param encoding how they are kept, nothing where they are not
     */
    int read(ItemsRequest request, Optional<Encoding> encoding, Confirmation confirmation, Sink sink) {
        Found found = encoding.filter(Encoding::isWarm)
                .map(used -> warm(request, used, confirmation))
                .orElseGet(() -> database.readOnConnection(
                        connection -> allAtOnce(connection, request, encoding, confirmation)));
        try {
            for (int i = 0; i < found.rows.size(); i++) {
                sink.feature(found.features.get(i), found.rows.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.rows.size();
    }

    private Found warm(ItemsRequest request, Encoding encoding, Confirmation confirmation) {
        List<Row> rows = boxes.find(request, confirmation)
                .map(known -> known.stream().map(row -> new Row(row, null)).toList())
                .orElseGet(() -> database.readOnConnection(connection -> rows(connection, request, confirmation)));
        return complete(request, encoding, rows);
    }

    private Found allAtOnce(
            Connection connection, ItemsRequest request, Optional<Encoding> encoding, Confirmation confirmation)
            throws SQLException {
        Writer writer = new Writer(request, encoding);
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        try (PreparedStatement statement =
                        FeatureSql.select(request, confirmation).prepare(connection);
                ResultSet results = statement.executeQuery()) {
            while (results.next()) {
                FeatureStore.confirm(results, confirmation);
                FeatureRow row = FeatureStore.row(results, request);
                found.features.add(writer.write(row));
                found.rows.add(new Row(row.row(), row.place()));
            }
        }
        encoding.ifPresent(used -> used.note(writer.hits, found.rows.size()));
        return found;
    }

    /** Puts the features to rows: those that are kept, and the others from the database. */
    private Found complete(ItemsRequest request, Encoding encoding, List<Row> rows) {
        List<byte[]> features = new ArrayList<>(rows.size());
        List<Long> missing = new ArrayList<>();
        for (Row row : rows) {
            byte[] feature = kept.get(encoding, row.number);
            features.add(feature);
            if (feature == null) {
                missing.add(row.number);
            }
        }
        if (!missing.isEmpty()) {
            Map<Long, byte[]> read =
                    database.readOnConnection(connection -> read(connection, request, encoding, missing));
            for (int i = 0; i < rows.size(); i++) {
                if (features.get(i) == null) {
                    features.set(i, read.get(rows.get(i).number));
                }
            }
        }
        encoding.note(rows.size() - missing.size(), rows.size());
        return new Found(rows, features);
    }

    private static List<Row> rows(Connection connection, ItemsRequest request, Confirmation confirmation)
            throws SQLException {
        boolean byRow = request.isByRow();
        int places = byRow ? 0 : request.sort().size() + request.order().size();
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement =
                        FeatureSql.rows(request, confirmation).prepare(connection);
                ResultSet results = statement.executeQuery()) {
            while (results.next()) {
                FeatureStore.confirm(results, confirmation);
                List<@Nullable String> place = byRow ? null : new ArrayList<>(places);
                for (int i = 0; i < places; i++) {
                    place.add(results.getString(i + 2));
                }
                rows.add(new Row(results.getLong(1), place));
            }
        }
        return rows;
    }

    private Map<Long, byte[]> read(Connection connection, ItemsRequest request, Encoding encoding, List<Long> missing)
            throws SQLException {
        Writer writer = new Writer(request, Optional.of(encoding));
        Map<Long, byte[]> features = new HashMap<>();
        try (PreparedStatement statement =
                        FeatureSql.selectRows(request, missing).prepare(connection);
                ResultSet results = statement.executeQuery()) {
            while (results.next()) {
                FeatureRow row = FeatureStore.row(results, request);
                features.put(row.row(), writer.write(row));
            }
        }
        if (features.size() != missing.size()) {
            throw new IllegalStateException("rows of a publication are gone");
        }
        return features;
    }

    /** Writes rows that are not kept, and keeps them. */
    private final class Writer {
        private final Optional<Encoding> encoding;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final GeoJsonEncoder encoder;
        private int hits;

        Writer(ItemsRequest request, Optional<Encoding> encoding) {
            this.encoding = encoding;
            this.encoder = new GeoJsonEncoder(out, request, FEATURE_BUFFER);
        }

        byte[] write(FeatureRow row) {
            byte[] feature = encoding.map(used -> kept.get(used, row.row())).orElse(null);
            if (feature != null) {
                hits++;
                return feature;
            }
            byte[] written = written(row);
            encoding.ifPresent(used -> kept.put(used, row.row(), written));
            return written;
        }

        private byte[] written(FeatureRow row) {
            try {
                out.reset();
                encoder.single(row);
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
