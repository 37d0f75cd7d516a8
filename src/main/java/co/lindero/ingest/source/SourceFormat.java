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
    SHAPEFILE("Shapefile", List.of(".shp"), List.of("ESRI Shapefile")),
    GEOPACKAGE("GeoPackage", List.of(".gpkg"), List.of("GPKG")),
    GEOJSON("GeoJSON", List.of(".geojson", ".json"), List.of("GeoJSON")),
    FILE_GEODATABASE("File Geodatabase", List.of(".gdb"), List.of("OpenFileGDB")),
    FLATGEOBUF("FlatGeobuf", List.of(".fgb"), List.of("FlatGeobuf")),
    CSV("CSV", List.of(".csv"), List.of("CSV")),
    XLSX("XLSX", List.of(".xlsx"), List.of("XLSX")),
    GML("GML", List.of(".gml"), List.of("GML")),
    KML("KML", List.of(".kml"), List.of("LIBKML", "KML")),
    DBASE("DBF", List.of(".dbf"), List.of("ESRI Shapefile"));

    private final String title;
    private final List<String> endings;
    private final List<String> drivers;

    SourceFormat(String title, List<String> endings, List<String> drivers) {
        this.title = title;
        this.endings = endings;
        this.drivers = drivers;
    }

    /** Returns the name people know the format by. */
    public String title() {
        return title;
    }

    List<String> drivers() {
        return drivers;
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
                .filter(format -> format.endings.stream().anyMatch(name::endsWith))
                .filter(format -> (format == FILE_GEODATABASE) == Files.isDirectory(path))
                .findFirst();
    }

    static String readable() {
        return Arrays.stream(values()).map(SourceFormat::title).collect(Collectors.joining(", "));
    }
}
