package co.lindero.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One generated file read back for drawing; EPSG:9377, x = easting, y = northing.
 *
 * @param features its features
 */
record MapLayer(List<Feature> features) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A feature with a drawable outline.
     *
     * @param properties its properties
     * @param type its geometry type
     * @param path its outline, empty if it has none
     */
    record Feature(JsonNode properties, String type, Path2D path) {
        String text(String name) {
            return properties.path(name).asText();
        }
    }

    MapLayer {
        features = List.copyOf(features);
    }

    static MapLayer read(Path folder, String name) throws IOException {
        List<Feature> features = new ArrayList<>();
        for (JsonNode feature :
                JSON.readTree(folder.resolve(name + ".geojson").toFile()).get("features")) {
            Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            JsonNode geometry = feature.get("geometry");
            if (!geometry.isNull()) {
                trace(path, geometry.get("coordinates"));
            }
            features.add(
                    new Feature(feature.get("properties"), geometry.path("type").asText(), path));
        }
        return new MapLayer(features);
    }

    private static void trace(Path2D path, JsonNode coordinates) {
        if (coordinates.get(0).isNumber()) {
            add(path, coordinates, true);
        } else if (coordinates.get(0).get(0).isNumber()) {
            for (int i = 0; i < coordinates.size(); i++) {
                add(path, coordinates.get(i), i == 0);
            }
        } else {
            coordinates.forEach(part -> trace(path, part));
        }
    }

    private static void add(Path2D path, JsonNode place, boolean isFirst) {
        double x = place.get(0).asDouble();
        double y = place.get(1).asDouble();
        if (isFirst) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
