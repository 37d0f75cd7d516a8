package co.lindero.demo;

import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.GeoJsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The open files of a fabric: parcels and one per theme. Not thread-safe. */
final class FabricFiles implements AutoCloseable {
    static final String ACT = "Acuerdo FICTICIO 001 de 2005 (demostración)";
    private final Path folder;
    private final Map<String, GeoJsonFile> files = new LinkedHashMap<>();

    FabricFiles(Path folder) {
        this.folder = folder;
    }

    GeoJsonFile parcels() throws IOException {
        return file("parcels");
    }

    void zone(String theme, ZoneRow zone, Drawing drawing) throws IOException {
        zone.write(file("zones-" + theme), ACT, drawing);
    }

    GeoJsonFile file(String name) throws IOException {
        GeoJsonFile file = files.get(name);
        if (file == null) {
            file = new GeoJsonFile(folder, name);
            files.put(name, file);
        }
        return file;
    }

    Set<String> names() {
        return files.keySet();
    }

    @Override
    public void close() throws IOException {
        for (GeoJsonFile file : files.values()) {
            file.close();
        }
    }
}
