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
 * Reads pages of features as GeoJSON. Where most features of a collection are kept already, the database tells only which rows a
 * page has, and then the few that are missing; else it gives all of them, and they are kept. Thread-safe.
 */
final class EncodedFeatureStore {
    private final Database database;
    private final EncodedFeatures kept;

    EncodedFeatureStore(Database database, EncodedFeatures kept) {
        this.database = database;
        this.kept = kept;
    }

    /** Takes features as GeoJSON, in order. */
    interface Sink {
        /**
         * Takes a feature.
         *
         * @param feature GeoJSON object
         * @param place values of order and key, by which the next page begins
         */
        void feature(byte[] feature, List<@Nullable String> place) throws IOException;
    }

    private record Row(long number, List<@Nullable String> place) {}

    private record Found(List<Row> rows, Map<Long, byte[]> features) {}

    /**
     * Gives the features of a page, whose connection is given back before; returns how many there were.
     *
     * @param encoding how they are kept, nothing where they are not
     */
    int read(ItemsRequest request, Optional<Encoding> encoding, Confirmation confirmation, Sink sink) {
        Found found = database.readOnConnection(
                connection -> encoding.filter(Encoding::isWarm).isPresent()
                        ? rowsFirst(connection, request, encoding.get(), confirmation)
                        : allAtOnce(connection, request, encoding, confirmation));
        try {
            for (Row row : found.rows) {
                sink.feature(found.features.get(row.number), row.place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.rows.size();
    }

    private Found allAtOnce(
            Connection connection, ItemsRequest request, Optional<Encoding> encoding, Confirmation confirmation)
            throws SQLException {
        Writer writer = new Writer(request, encoding);
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = FeatureStore.prepare(connection, FeatureSql.select(request, confirmation));
                ResultSet results = statement.executeQuery()) {
            while (results.next()) {
                FeatureStore.confirm(results, confirmation);
                FeatureRow row = FeatureStore.row(results, request);
                writer.take(row);
                rows.add(new Row(row.row(), row.place()));
            }
        }
        encoding.ifPresent(used -> used.note(writer.hits, rows.size()));
        return new Found(rows, writer.features);
    }

    private Found rowsFirst(Connection connection, ItemsRequest request, Encoding encoding, Confirmation confirmation)
            throws SQLException {
        List<Row> rows = rows(connection, request, confirmation);
        Map<Long, byte[]> features = new HashMap<>(2 * rows.size());
        List<Long> missing = new ArrayList<>();
        for (Row row : rows) {
            byte[] feature = kept.get(encoding, row.number);
            if (feature == null) {
                missing.add(row.number);
            } else {
                features.put(row.number, feature);
            }
        }
        if (!missing.isEmpty()) {
            features.putAll(read(connection, request, encoding, missing));
        }
        encoding.note(rows.size() - missing.size(), rows.size());
        return new Found(rows, features);
    }

    private static List<Row> rows(Connection connection, ItemsRequest request, Confirmation confirmation)
            throws SQLException {
        boolean byRow = request.isByRow();
        int places = byRow ? 0 : request.sort().size() + request.order().size();
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = FeatureStore.prepare(connection, FeatureSql.rows(request, confirmation));
                ResultSet results = statement.executeQuery()) {
            while (results.next()) {
                FeatureStore.confirm(results, confirmation);
                long number = results.getLong(1);
                List<@Nullable String> place = new ArrayList<>(places);
                for (int i = 0; i < places; i++) {
                    place.add(results.getString(i + 2));
                }
                rows.add(new Row(number, byRow ? List.of(Long.toString(number)) : place));
            }
        }
        return rows;
    }

    private Map<Long, byte[]> read(Connection connection, ItemsRequest request, Encoding encoding, List<Long> missing)
            throws SQLException {
        Writer writer = new Writer(request, Optional.of(encoding));
        try (PreparedStatement statement = FeatureStore.prepare(connection, FeatureSql.selectRows(request, missing));
                ResultSet results = statement.executeQuery()) {
            while (results.next()) {
                writer.take(FeatureStore.row(results, request));
            }
        }
        if (writer.features.size() != missing.size()) {
            throw new IllegalStateException("rows of a publication are gone");
        }
        return writer.features;
    }

    /** Writes rows that are not kept, and keeps them. */
    private final class Writer {
        private final Optional<Encoding> encoding;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final GeoJsonEncoder encoder;
        private final Map<Long, byte[]> features = new HashMap<>();
        private int hits;

        Writer(ItemsRequest request, Optional<Encoding> encoding) {
            this.encoding = encoding;
            this.encoder = new GeoJsonEncoder(out, request);
        }

        void take(FeatureRow row) {
            byte[] feature = encoding.map(used -> kept.get(used, row.row())).orElse(null);
            if (feature == null) {
                byte[] written = written(row);
                encoding.ifPresent(used -> kept.put(used, row.row(), written));
                features.put(row.row(), written);
            } else {
                hits++;
                features.put(row.row(), feature);
            }
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
