package co.lindero.demo.out;

import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Shape;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A feature collection written as it comes, one feature a line; EPSG:9377, x = easting, y = northing, three decimals.
 * Rings follow RFC 7946: shells counter-clockwise, closed. Not thread-safe.
 */
public final class GeoJsonFile implements AutoCloseable {
    /** What every file says of itself. */
    public static final String SYNTHETIC = "datos sintéticos de demostración, no son oficiales";

    private final BufferedWriter out;
    private final StringBuilder line = new StringBuilder(1024);
    private long count;

    /**
     * Opens a file, replacing what was there.
     *
     * @param folder where
     * @param name name of the layer; the file is name.geojson
     */
    public GeoJsonFile(Path folder, String name) throws IOException {
        out = Files.newBufferedWriter(folder.resolve(name + ".geojson"), StandardCharsets.UTF_8);
        line.append("{\"type\":\"FeatureCollection\",\"name\":");
        Json.quote(line, name);
        line.append(
                ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::9377\"}},\"synthetic\":");
        Json.quote(line, SYNTHETIC);
        line.append(",\"features\":[");
        out.append(line);
    }

    /** Writes one feature. */
    public void write(Properties properties, Drawing drawing) throws IOException {
        line.setLength(0);
        line.append(count == 0 ? "\n" : ",\n");
        line.append("{\"type\":\"Feature\",\"properties\":").append(properties).append(",\"geometry\":");
        draw(drawing);
        line.append('}');
        out.append(line);
        count++;
    }

    /** Returns how many features were written. */
    public long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        out.append("\n]}\n");
        out.close();
    }

    private void draw(Drawing drawing) {
        if (drawing instanceof Drawing.Area area) {
            boolean isSingle = area.shapes().size() == 1;
            line.append(
                    isSingle
                            ? "{\"type\":\"Polygon\",\"coordinates\":"
                            : "{\"type\":\"MultiPolygon\",\"coordinates\":[");
            for (int i = 0; i < area.shapes().size(); i++) {
                line.append(i == 0 ? "" : ",");
                polygon(area.shapes().get(i));
            }
            line.append(isSingle ? "}" : "]}");
        } else if (drawing instanceof Drawing.Line path) {
            line.append("{\"type\":\"LineString\",\"coordinates\":[");
            nodes(path.nodes());
            line.append("]}");
        } else if (drawing instanceof Drawing.Point point) {
            line.append("{\"type\":\"Point\",\"coordinates\":");
            node(point.node());
            line.append('}');
        } else {
            line.append("null");
        }
    }

    private void polygon(Shape shape) {
        line.append('[');
        ring(shape.shell());
        for (List<Node> hole : shape.holes()) {
            line.append(',');
            ring(hole);
        }
        line.append(']');
    }

    private void ring(List<Node> ring) {
        line.append('[');
        nodes(ring);
        line.append(',');
        node(ring.get(0));
        line.append(']');
    }

    private void nodes(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            node(nodes.get(i));
        }
    }

    private void node(Node node) {
        line.append('[');
        decimal(node.x());
        line.append(',');
        decimal(node.y());
        line.append(']');
    }

    private void decimal(long mm) {
        line.append(mm / 1000);
        long rest = mm % 1000;
        if (rest != 0) {
            line.append('.').append((char) ('0' + rest / 100));
            line.append((char) ('0' + rest / 10 % 10)).append((char) ('0' + rest % 10));
        }
    }
}
