package co.lindero.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Which urban treatments and activity areas meet on the ground, and on how many square metres. */
final class DrawnPairs {
    private final Map<String, Double> areaM2 = new TreeMap<>();

    DrawnPairs(Path folder) throws IOException {
        for (JsonNode treatment : Layer.features(folder.resolve("zones-urban-treatment.geojson"))) {
            Geometry ground = TilingCheck.geometry(treatment.get("geometry"));
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(ground);
            for (JsonNode activity : Layer.features(folder.resolve("zones-activity-area.geojson"))) {
                Geometry area = TilingCheck.geometry(activity.get("geometry"));
                if (prepared.intersects(area)) {
                    String pair = code(treatment) + " " + code(activity);
                    areaM2.merge(pair, ground.intersection(area).getArea(), Double::sum);
                }
            }
        }
    }

    Set<String> largerThan(double leastM2) {
        return areaM2.entrySet().stream()
                .filter(pair -> pair.getValue() > leastM2)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String code(JsonNode zone) {
        return zone.at("/properties/code").asText();
    }
}
