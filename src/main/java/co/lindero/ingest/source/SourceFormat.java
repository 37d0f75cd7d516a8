package co.lindero.ingest.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that are read, each with its file name endings and GDAL drivers. */
public enum SourceFormat {
    SHAPEFILE("Shapefile", ".shp", "ESRI Shapefile"),
    GEOPACKAGE("GeoPackage", ".gpkg", "GPKG"),
    GEOJSON("GeoJSON", ".geojson|.json", "GeoJSON"),
    FILE_GEODATABASE("File Geodatabase", ".gdb", "OpenFileGDB"),
    FLATGEOBUF("FlatGeobuf", ".fgb", "FlatGeobuf"),
    CSV("CSV", ".csv", "CSV"),
    XLSX("XLSX", ".xlsx", "XLSX"),
    GML("GML", ".gml", "GML"),
    KML("KML", ".kml", "LIBKML|KML"),
    DBASE("DBF", ".dbf", "ESRI Shapefile");

    private final String title;
    private final String endings;
    private final String drivers;

    SourceFormat(String title, String endings, String drivers) {
        this.title = title;
        this.endings = endings;
        this.drivers = drivers;
    }

    /** Returns the name people know the format by. */
    public String title() {
        return title;
    }

    List<String> drivers() {
        return List.of(drivers.split("\\|"));
    }

    /** Whether the file is text whose encoding we check ourselves. */
    boolean isText() {
        return this == GEOJSON || this == CSV || isXml();
    }

    boolean isXml() {
        return this == GML || this == KML;
    }

    /** Finds the format by the file name; a File Geodatabase is a folder, everything else a file. */
    static Optional<SourceFormat> find(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> Arrays.stream(format.endings.split("\\|")).anyMatch(name::endsWith))
                .filter(format -> (format == FILE_GEODATABASE) == Files.isDirectory(path))
                .findFirst();
    }

    static String readable() {
        return Arrays.stream(values()).map(SourceFormat::title).collect(Collectors.joining(", "));
    }
}
