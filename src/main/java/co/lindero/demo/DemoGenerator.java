package co.lindero.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generates a demonstration: synthetic, approximate, and the same bytes for the same seed. */
public final class DemoGenerator {
    private DemoGenerator() {}

    /**
     * Writes a demonstration into a folder, which is made if need be. Coordinates are EPSG:9377, x = easting, y =
     * northing, in metres with three decimals.
     */
    public static void generate(DemoSettings settings, Path out) throws IOException {
        Files.createDirectories(out);
        switch (settings.layout()) {
            case FABRIC -> new FabricGenerator(settings).generate(out);
            case CANDELARIA -> new CandelariaGenerator(settings, out).generate();
        }
    }
}
