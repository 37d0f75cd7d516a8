package co.lindero.ingest.source;

import co.lindero.geo.CellGrid;
import co.lindero.law.Bilingual;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a GeoTIFF says of itself.
 *
 * @param grid its cells
 * @param band band that is read, from 1
 * @param declaredCrs its coordinate reference system; null where it states none
 * @param noData value that stands for no value, as a 32-bit number; null where there is none
 * @param scale factor from what is written to the value
 * @param offset added to the scaled value
 * @param unit unit that it states
 * @param wholeNumbers whether it holds whole numbers that are not scaled
 */
record RasterInfo(
        CellGrid grid,
        int band,
        @Nullable SourceCrs declaredCrs,
        @Nullable Float noData,
        double scale,
        double offset,
        @Nullable String unit,
        boolean wholeNumbers) {
    private static final Set<String> WHOLE = Set.of("Byte", "Int8", "UInt16", "Int16", "UInt32", "Int32");
    private static final Set<String> REAL = Set.of("Float32", "Float64");
    private static final long MOST_CELLS = 2_000_000_000L;

    /**
     * Reads the description that {@code gdalinfo -json} prints.
     *
     * @param wantedBand number of the band, null where the caller names none
     * @throws Problem {@code source-unreadable} that tells all that makes the file no grid of values along the axes
     */
    static RasterInfo parse(Path path, String json, @Nullable String wantedBand) {
        JsonNode root = Json.read(json.replaceAll(":\\s*(-?nan|-?inf(inity)?)\\b", ":\"nan\""));
        List<Bilingual> faults = new ArrayList<>();
        JsonNode band = band(root, wantedBand, faults);
        JsonNode transform = root.path("geoTransform");
        int columns = root.path("size").path(0).asInt();
        int rows = root.path("size").path(1).asInt();
        checkPlace(transform, faults);
        checkType(band, faults);
        if ((long) columns * rows > MOST_CELLS || columns < 1 || rows < 1) {
            faults.add(new Bilingual(
                    "tiene " + columns + " × " + rows + " celdas; el máximo son " + MOST_CELLS,
                    "has " + columns + " × " + rows + " cells; the most is " + MOST_CELLS));
        }
        if (!faults.isEmpty()) {
            throw faulty(path, faults);
        }
        double scale = band.path("scale").asDouble(1);
        double offset = band.path("offset").asDouble(0);
        return new RasterInfo(
                new CellGrid(
                        transform.get(0).asDouble(),
                        transform.get(3).asDouble(),
                        transform.get(1).asDouble(),
                        transform.get(5).asDouble(),
                        columns,
                        rows),
                band.path("band").asInt(),
                SourceCrs.parse(root.at("/coordinateSystem/wkt").asText(""), SourceCrs.Origin.FILE)
                        .orElse(null),
                noData(band.path("noDataValue")),
                scale,
                offset,
                band.path("unit").asText("").isBlank()
                        ? null
                        : band.path("unit").asText(),
                WHOLE.contains(band.path("type").asText()) && scale == 1 && offset == 0);
    }

    private static JsonNode band(JsonNode root, @Nullable String wanted, List<Bilingual> faults) {
        JsonNode bands = root.path("bands");
        if (wanted != null) {
            for (JsonNode band : bands) {
                if (band.path("band").asText().equals(wanted.strip())) {
                    return band;
                }
            }
            faults.add(new Bilingual(
                    "no tiene la banda «" + wanted + "»: tiene " + bands.size(),
                    "has no band \"" + wanted + "\": it has " + bands.size()));
        } else if (bands.size() != 1) {
            faults.add(new Bilingual(
                    "tiene " + bands.size() + " bandas: elija una con --layer, por ejemplo --layer 1",
                    "has " + bands.size() + " bands: choose one with --layer, for example --layer 1"));
        }
        return bands.path(0);
    }

    private static void checkPlace(JsonNode transform, List<Bilingual> faults) {
        if (transform.size() != 6) {
            faults.add(new Bilingual("no dice dónde está (sin georreferencia)", "does not say where it lies"));
        } else if (transform.get(2).asDouble() != 0
                || transform.get(4).asDouble() != 0
                || transform.get(1).asDouble() <= 0) {
            faults.add(new Bilingual(
                    "está girado o reflejado: sus celdas no siguen los ejes; enderécelo con gdalwarp",
                    "is rotated or mirrored: its cells do not follow the axes; straighten it with gdalwarp"));
        }
    }

    private static void checkType(JsonNode band, List<Bilingual> faults) {
        String type = band.path("type").asText();
        if (!WHOLE.contains(type) && !REAL.contains(type)) {
            faults.add(new Bilingual("sus valores son de tipo " + type, "its values are of type " + type));
        }
        for (JsonNode flag : band.path("mask").path("flags")) {
            if (flag.asText().equals("PER_DATASET") || flag.asText().equals("ALPHA")) {
                faults.add(new Bilingual(
                        "dice con una máscara dónde no hay valor: escriba un valor nodata (gdal_translate -a_nodata)",
                        "says by a mask where there is no value: write a no-data value (gdal_translate -a_nodata)"));
                return;
            }
        }
    }

    private static Problem faulty(Path path, List<Bilingual> faults) {
        String name = String.valueOf(path.getFileName());
        return Problem.of(
                        ProblemType.SOURCE_UNREADABLE,
                        "«" + name + "» no se puede cargar como ráster: "
                                + faults.stream().map(Bilingual::es).collect(Collectors.joining("; ")) + ".",
                        "'" + name + "' cannot be loaded as a raster: "
                                + faults.stream().map(Bilingual::en).collect(Collectors.joining("; ")) + ".")
                .hint(
                        "Expórtelo en QGIS como GeoTIFF de una banda, sin rotación y con su sistema de coordenadas.",
                        "Export it from QGIS as a GeoTIFF of one band, not rotated and with its coordinate reference"
                                + " system.");
    }

    /** GDAL brings values that 32 bits cannot hold to the largest that they can. */
    private static @Nullable Float noData(JsonNode value) {
        if (value.isMissingNode() || !value.isNumber()) {
            return null;
        }
        return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value.asDouble()));
    }

    /** Returns the coordinate reference system that the file states. */
    Optional<SourceCrs> crs() {
        return Optional.ofNullable(declaredCrs);
    }

    /** Returns the value of what is written in a cell; not-a-number where that stands for none. */
    float value(float written) {
        if (Float.isInfinite(written) || (noData != null && written == noData)) {
            return Float.NaN;
        }
        return scale == 1 && offset == 0 ? written : (float) (written * scale + offset);
    }
}
