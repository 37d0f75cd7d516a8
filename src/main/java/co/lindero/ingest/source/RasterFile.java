package co.lindero.ingest.source;

import co.lindero.geo.CellGrid;
import co.lindero.geo.CellWindow;
import co.lindero.platform.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A GeoTIFF opened for reading, a window of cells at a time, whatever its size, its compression and how its blocks lie: GDAL
 * writes the window as bare numbers into a temporary file. Values are 32-bit; those of wider types are rounded to the nearest.
 * Holds a temporary folder until it is closed. Not thread-safe.
 */
public final class RasterFile implements AutoCloseable {
    private static final List<String> DRIVERS = List.of("GTiff", "ENVI");

    private final Gdal gdal;
    private final Path path;
    private final Path temporary;
    private final RasterInfo info;
    private final @Nullable SourceCrs declared;

    private RasterFile(Gdal gdal, Path path, RasterInfo info, @Nullable SourceCrs declared) {
        this.gdal = gdal;
        this.path = path;
        this.info = info;
        this.declared = declared;
        this.temporary = gdal.temporaryFolder();
    }

    /**
     * Opens a file and reads what it says of itself; no cell.
     *
     * @param options CRS where the caller states it, and as layer the number of the band of a file with several
     * @throws Problem {@code source-unreadable} where it is no GeoTIFF, is rotated, has no place or several bands;
     *     {@code crs-unknown} or {@code crs-implausible}
     */
    public static RasterFile open(Gdal gdal, Path path, ReadOptions options) {
        Path local = Gdal.requireLocal(path);
        requireFile(path, local);
        SourceCrs declared = Optional.ofNullable(options.crs())
                .map(crs -> CrsLookup.require(gdal, crs))
                .orElse(null);
        GdalResult result = gdal.run(GdalCommand.reading(
                "gdalinfo", List.of("-json", "-nomd", "-norat", "-noct", "-if", "GTiff", local.toString()), DRIVERS));
        if (!result.succeeded()) {
            throw unreadable(
                    path,
                    "no se puede leer como GeoTIFF" + said(result, local),
                    "cannot be read as GeoTIFF" + said(result, local));
        }
        RasterInfo info = RasterInfo.parse(path, result.out(), options.layer());
        RasterFile file = new RasterFile(gdal, local, info, declared);
        try {
            CrsChecks.find(file.layer(List.of(), 1)).ifPresent(problem -> {
                throw problem;
            });
            return file;
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void requireFile(Path given, Path local) {
        String name = local.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        if (!Files.exists(local)) {
            throw Delivery.unreadable(given, "no existe", "does not exist")
                    .hint("Revise la carpeta y el nombre del archivo.", "Check the folder and the name of the file.");
        }
        if (!Files.isRegularFile(local) || !Files.isReadable(local)) {
            throw unreadable(
                    given, "no es un archivo corriente que se pueda leer", "is not an ordinary file that can be read");
        }
        if (!name.endsWith(".tif") && !name.endsWith(".tiff")) {
            throw unreadable(given, "no es un GeoTIFF (.tif, .tiff)", "is not a GeoTIFF (.tif, .tiff)");
        }
    }

    private static Problem unreadable(Path given, String es, String en) {
        return Delivery.unreadable(given, es, en)
                .hint(
                        "Expórtelo en QGIS como GeoTIFF con su sistema de coordenadas; si viene en un .zip, descomprímalo.",
                        "Export it from QGIS as GeoTIFF with its coordinate reference system; if it comes in a .zip, unpack"
                                + " it.");
    }

    private static String said(GdalResult result, Path local) {
        String text = String.join("; ", result.errors()).replace(local.getParent() + "/", "");
        // the sentence that it goes into has a full stop of its own
        return text.isBlank()
                ? ""
                : ": " + text.substring(0, Math.min(200, text.length())).replaceFirst("\\.+\\s*$", "");
    }

    /** Returns the grid of cells. */
    public CellGrid grid() {
        return info.grid();
    }

    /** Returns the unit that the file states. */
    public Optional<String> unit() {
        return Optional.ofNullable(info.unit());
    }

    /** Whether the file holds whole numbers as they are, as class numbers are held. */
    public boolean isOfWholeNumbers() {
        return info.wholeNumbers();
    }

    /** Returns the coordinate reference system. */
    public SourceCrs crs() {
        return Optional.ofNullable(declared)
                .or(info::crs)
                .orElseThrow(() -> new IllegalStateException("A raster without CRS was opened"));
    }

    /**
     * Returns the raster as the layer of polygons that is drawn from it.
     *
     * @param fields columns of the polygons
     * @param count polygons
     */
    public LayerInfo layer(List<FieldInfo> fields, long count) {
        CellGrid grid = info.grid();
        double far = grid.y(grid.rows());
        return new LayerInfo(
                stem(),
                String.valueOf(path.getFileName()),
                "Polygon",
                count,
                new Extent(
                        grid.originX(),
                        Math.min(grid.originY(), far),
                        grid.x(grid.columns()),
                        Math.max(grid.originY(), far)),
                declared == null ? info.crs().orElse(null) : declared,
                fields);
    }

    private String stem() {
        String name = String.valueOf(path.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Returns what was noticed about the coordinate reference system. */
    public List<SourceFinding> findings() {
        return CrsChecks.findings(layer(List.of(), 1));
    }

    /**
     * Returns the values of a window, row by row, scaled as the file says; not-a-number where there is none.
     *
     * @throws Problem {@code source-unreadable} where the cells cannot be read
     */
    public float[] read(CellWindow window) {
        Path cells = temporary.resolve("cells.bin");
        GdalResult result = gdal.run(GdalCommand.reading(
                "gdal_translate",
                List.of(
                        "-q",
                        "-if",
                        "GTiff",
                        "-of",
                        "ENVI",
                        "-ot",
                        "Float32",
                        "-b",
                        String.valueOf(info.band()),
                        "-srcwin",
                        String.valueOf(window.column()),
                        String.valueOf(window.row()),
                        String.valueOf(window.width()),
                        String.valueOf(window.height()),
                        path.toString(),
                        cells.toString()),
                DRIVERS));
        if (!result.succeeded()) {
            throw unreadable(
                    path.getFileName(),
                    "está dañado: no se pueden leer sus celdas" + said(result, path),
                    "is damaged: its cells cannot be read" + said(result, path));
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(cells)).order(ByteOrder.nativeOrder());
            float[] values = new float[window.size()];
            bytes.asFloatBuffer().get(values);
            for (int i = 0; i < values.length; i++) {
                values[i] = info.value(values[i]);
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Folders.delete(temporary);
    }
}
