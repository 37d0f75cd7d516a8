package co.lindero.feature;

import co.lindero.platform.http.Format;
import co.lindero.publication.KnownAt;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A layer to be written into a file.
 *
 * @param layer identifier of the collection
 * @param municipality DIVIPOLA code; empty for the configured or the only one
 * @param on legal day, null for today
 * @param knownAt state of knowledge
 */
public record LayerExport(
        String layer, String municipality, @Nullable LocalDate on, KnownAt knownAt) {

    /** Writes the whole layer, longitude first; returns how many features it has. */
    public long write(FeatureService features, ExportForm form, Clock clock, OutputStream out) throws IOException {
        LayerScope scope = features.scope(municipality, on == null ? LocalDate.now(clock) : on, knownAt);
        ItemsRequest request = ItemsRequest.whole(scope, features.layer(scope, layer), MapCrs.crs84());
        ItemsWriter writer = switch (form) {
            case CSV -> new CsvItems(out, request);
            case FLATGEOBUF -> new FlatGeobufItems(out, request, () -> features.count(request));
            case GEOJSON ->
                new GeoJsonItems(
                        out, request, new GeoJsonItems.Envelope(null, Map.of(), Format.GEOJSON, List.of(), clock));
        };
        PageSink all = new PageSink(null, writer);
        writer.begin();
        features.read(request, Confirmation.none(), all);
        writer.end(all, OptionalLong.of(all.returned()));
        return all.returned();
    }
}
