package co.lindero.demo;

import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Rings;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.GeoJsonFile;
import co.lindero.demo.out.Properties;
import java.io.IOException;
import java.util.List;

/** Writes the rivers as lines, for maps; nothing loads them. */
final class Rivers {
    private Rivers() {}

    static void write(GeoJsonFile file) throws IOException {
        line(file, "Río Cauca", CandelariaMap.cauca());
        line(file, "Río Desbaratado", CandelariaMap.desbaratado());
        for (Road river : CandelariaMap.rivers()) {
            line(file, river.name(), inside(river.path()));
        }
    }

    private static List<Vec> inside(List<Vec> path) {
        List<Node> limit = CandelariaMap.limit().stream()
                .map(place -> Node.at(place.x(), place.y()))
                .toList();
        return path.stream().filter(place -> Rings.contains(limit, place)).toList();
    }

    private static void line(GeoJsonFile file, String name, List<Vec> path) throws IOException {
        List<Node> nodes =
                path.stream().map(place -> Node.at(place.x(), place.y())).toList();
        file.write(new Properties().put("name", name), new Drawing.Line(nodes));
    }
}
