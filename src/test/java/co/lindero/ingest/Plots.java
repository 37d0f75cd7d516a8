package co.lindero.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A GeoJSON file in the making, in metres of EPSG:9377 unless another system is named. Places are offsets from a corner
 * inside the municipality of the tests, so that tests read in small numbers.
 */
final class Plots {
    static final double EAST = 4_628_000;
    static final double NORTH = 1_935_000;

    private static final double NATIONAL = 9377;

    private final List<String> features = new ArrayList<>();
    private final String crs;
    private final double east;
    private final double north;

    private Plots(String crs, double east, double north) {
        this.crs = crs;
        this.east = east;
        this.north = north;
    }

    static Plots metres() {
        return new Plots("EPSG::" + (int) NATIONAL, EAST, NORTH);
    }

    /** Plain coordinates, declared to be in a system; without one GeoJSON means longitude, latitude. */
    static Plots in(String crs) {
        return new Plots(crs, 0, 0);
    }

    /** The 30-digit number of an ordinary parcel of 76130. */
    static String number(int plot) {
        return String.format(Locale.ROOT, "7613001010000%04d%04d000000000", plot / 10_000, plot % 10_000);
    }

    Plots square(double x, double y, double side, String... properties) {
        return box(x, y, x + side, y + side, properties);
    }

    Plots box(double x1, double y1, double x2, double y2, String... properties) {
        return ring(new double[] {x1, y1, x2, y1, x2, y2, x1, y2, x1, y1}, properties);
    }

    /** A polygon of one ring as it is given, valid or not. */
    Plots ring(double[] points, String... properties) {
        return geometry("{\"type\":\"Polygon\",\"coordinates\":[" + line(points) + "]}", properties);
    }

    /** A bow tie of two triangles of 50 m2 each, which cross at the centre of a square of 10 m. */
    Plots bowTie(double x, double y, String... properties) {
        double s = 10;
        return ring(new double[] {x, y, x + s, y + s, x + s, y, x, y + s, x, y}, properties);
    }

    /** Any geometry; {@code null} for none. */
    Plots geometry(String geoJson, String... properties) {
        features.add("{\"type\":\"Feature\",\"properties\":{" + pairs(properties) + "},\"geometry\":" + geoJson + "}");
        return this;
    }

    String line(double... points) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < points.length; i += 2) {
            text.append(i == 0 ? "" : ",").append(position(points[i], points[i + 1]));
        }
        return text.append(']').toString();
    }

    String position(double x, double y) {
        return "[" + (east + x) + "," + (north + y) + "]";
    }

    /** Names and values by turns; a value that begins with = is written as it is. */
    private static String pairs(String... properties) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < properties.length; i += 2) {
            String value = properties[i + 1];
            text.append(i == 0 ? "" : ",").append('"').append(properties[i]).append("\":");
            text.append(value.startsWith("=") ? value.substring(1) : '"' + value + '"');
        }
        return text.toString();
    }

    Path write(Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",");
            if (!crs.isEmpty()) {
                out.write("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:" + crs + "\"}},");
            }
            out.write("\"features\":[\n");
            out.write(String.join(",\n", features));
            out.write("\n]}\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
