package co.lindero.tile;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A tile read back by a library that knows nothing of our encoder. */
record DecodedTile(JtsMvt tile) {
    static DecodedTile of(byte[] bytes) {
        try {
            return new DecodedTile(MvtReader.loadMvt(
                    new ByteArrayInputStream(bytes),
                    new GeometryFactory(),
                    new TagKeyValueMapConverter(),
                    MvtReader.RING_CLASSIFIER_V2_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> layers() {
        return tile.getLayersByName().keySet().stream().sorted().toList();
    }

    List<Geometry> features(String layer) {
        JtsLayer found = tile.getLayer(layer);
        return found == null ? List.of() : List.copyOf(found.getGeometries());
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> properties(String layer) {
        return features(layer).stream()
                .map(feature -> (Map<String, Object>) feature.getUserData())
                .toList();
    }
}
