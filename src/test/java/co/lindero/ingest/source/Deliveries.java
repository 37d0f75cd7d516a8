package co.lindero.ingest.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the files that the tests read, as an office would deliver them. */
final class Deliveries {
    private Deliveries() {}

    static Gdal gdal(Path folder) {
        return Gdal.find(folder.resolve("work"), GdalLimits.standard());
    }

    /** A GeoJSON file of squares; each entry is the JSON of one record's properties. */
    static Path squares(Path file, double x, double y, double side, String... properties) throws IOException {
        StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (int i = 0; i < properties.length; i++) {
            double x1 = x + i * side;
            json.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":")
                    .append(properties[i]);
            json.append(",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[")
                    .append(String.join(
                            ",", at(x1, y), at(x1 + side, y), at(x1 + side, y + side), at(x1, y + side), at(x1, y)))
                    .append("]]}}");
        }
        return Files.writeString(file, json.append("]}"));
    }

    /** Converts with GDAL itself. */
    static Path convert(Path source, Path target, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ogr2ogr"));
        command.addAll(List.of(options));
        command.addAll(List.of(target.toString(), source.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("ogr2ogr failed: " + command);
        }
        return target;
    }

    static Path text(Path file, String text, Charset charset) throws IOException {
        return Files.write(file, text.getBytes(charset));
    }

    /** Zips every file of a folder below a folder of that name. */
    static Path zip(Path folder, Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out);
                var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                entries.putNextEntry(new ZipEntry(folder.getFileName() + "/" + file.getFileName()));
                Files.copy(file, entries);
            }
        }
        return zip;
    }

    private static String at(double x, double y) {
        return "[" + x + "," + y + "]";
    }
}
