package co.lindero.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a data file ready for GDAL: finds its encoding out, transcodes text, completes a Shapefile. */
final class Preparation {
    private static final TextEncoding OF_FORMAT = new TextEncoding(null, TextEncoding.Origin.FORMAT);
    private static final List<String> CSV_OPTIONS = List.of(
            "HEADERS=YES",
            "AUTODETECT_TYPE=NO",
            "KEEP_GEOM_COLUMNS=NO",
            "GEOM_POSSIBLE_NAMES=wkt,geom,geometry,the_geom,geometria",
            "X_POSSIBLE_NAMES=lon,long,longitude,longitud,lng,x,este,easting,coord_x",
            "Y_POSSIBLE_NAMES=lat,latitude,latitud,y,norte,northing,coord_y");
    private static final List<String> GML_OPTIONS = List.of("WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO");

    private Preparation() {}

    /**
     * @param encoding what the caller declared, null to find it out
     * @param temporary where copies go
     */
    static PreparedFile prepare(DataFile file, @Nullable String encoding, Path temporary) {
        try {
            return switch (file.format()) {
                case SHAPEFILE, DBASE -> new ShapefileParts(file).prepare(encoding, temporary);
                case GEOJSON -> JsonRecords.prepare(TextFiles.prepare(file, encoding, temporary, List.of()), temporary);
                case CSV, GML, KML -> TextFiles.prepare(file, encoding, temporary, options(file.format()));
                // of a sheet whose cells are all text, GDAL takes the first row for one of data unless told
                case XLSX ->
                    new PreparedFile(
                            file, file.path(), List.of(), Map.of("OGR_XLSX_HEADERS", "FORCE"), OF_FORMAT, List.of());
                case GEOPACKAGE, FILE_GEODATABASE, FLATGEOBUF ->
                    new PreparedFile(file, file.path(), List.of(), Map.of(), OF_FORMAT, List.of());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> options(SourceFormat format) {
        return switch (format) {
            case CSV -> CSV_OPTIONS;
            case GML -> GML_OPTIONS;
            default -> List.of();
        };
    }
}
