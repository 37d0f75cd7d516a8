package co.lindero.ingest;

import co.lindero.geo.CellCodec;
import co.lindero.geo.CellGrid;
import co.lindero.geo.CellWindow;
import co.lindero.ingest.RasterStore.Frame;
import co.lindero.ingest.RasterStore.Piece;
import co.lindero.ingest.raster.CellTracer;
import co.lindero.ingest.raster.RasterClasses;
import co.lindero.ingest.source.FieldInfo;
import co.lindero.ingest.source.LayerInfo;
import co.lindero.ingest.source.RasterFile;
import co.lindero.ingest.source.SourceCrs;
import co.lindero.ingest.source.StagedLayer;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Brings a raster into the workspace of a load, a window at a time: its cells in tiles, and the polygons of each level as the table
 * that a reader of files would leave. Memory does not grow with the raster: a window has {@link #WINDOW_CELLS} cells. Used once.
 */
final class RasterStaging {
    /** Cells of a window: four million, at about 30 bytes each. */
    static final int WINDOW_CELLS = 1 << 22;

    private static final int DENSE_STEP = 16;
    private static final short GROUND = 100;
    private static final List<FieldInfo> FIELDS = Stream.of("code", "label", "level", "value_from", "value_to", "unit")
            .map(name -> new FieldInfo(name, "String", 0))
            .toList();

    private final Handle handle;
    private final RasterFile file;
    private final RasterClasses classes;
    private final int srid;
    private final long mostVertices;
    private final RasterStore store = new RasterStore();
    private final RasterTally tally;
    private final MessageDigest digest = sha256();
    private long vertices;

    RasterStaging(Handle handle, RasterFile file, RasterClasses classes, int srid, long mostVertices) {
        this.handle = handle;
        this.file = file;
        this.classes = classes;
        this.srid = srid;
        this.mostVertices = mostVertices;
        this.tally = new RasterTally(classes, file.isOfWholeNumbers());
    }

    /**
     * What is in the workspace.
     *
     * @param layer the raster as a layer of polygons
     * @param staged its table
     */
    record Staged(LayerInfo layer, StagedLayer staged, RasterContent content) {}

    /** Reads the raster; what it finds wrong goes to the table of findings. */
    Staged stage(LoadStore findings, String schema, LoadProgress progress) {
        store.createWorkspace(handle);
        CellGrid grid = file.grid();
        Frame frame = frame();
        digest.update((frame.crs() + " " + grid).getBytes(StandardCharsets.UTF_8));
        List<CellWindow> windows = windows(grid);
        for (int i = 0; i < windows.size(); i++) {
            read(windows.get(i), frame);
            progress.done((i + 1.0) / windows.size());
        }
        double cellM = store.measureCell(handle, grid, frame);
        String unit = file.unit().orElse(null);
        int zones = store.dissolve(handle, RasterWords.levels(classes, unit), unit, frame);
        String ground = store.dissolveGround(handle, frame).orElse(null);
        tally.tell(handle, findings, grid, cellM);
        LayerInfo layer = file.layer(FIELDS, zones);
        List<StagedLayer.Column> columns = FIELDS.stream()
                .map(field -> new StagedLayer.Column(field.name(), field.name()))
                .toList();
        return new Staged(
                layer,
                new StagedLayer(schema, "raw", columns, layer, Map.of(), List.of()),
                new RasterContent(
                        HexFormat.of().formatHex(digest.digest()),
                        frame.crs(),
                        grid,
                        cellM,
                        unit,
                        RasterWords.json(classes),
                        ground));
    }

    private Frame frame() {
        SourceCrs crs = file.crs();
        String code = crs.code();
        return new Frame(code == null ? crs.wkt() : code, ("EPSG:" + srid).equals(code), srid);
    }

    /** Windows of whole tiles, as wide as the grid where that is not too much. */
    static List<CellWindow> windows(CellGrid grid) {
        int width = Math.min(grid.columns(), WINDOW_CELLS / CellGrid.TILE);
        int height = Math.max(CellGrid.TILE, WINDOW_CELLS / width / CellGrid.TILE * CellGrid.TILE);
        List<CellWindow> windows = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row += height) {
            for (int column = 0; column < grid.columns(); column += width) {
                windows.add(new CellWindow(
                        column, row, Math.min(width, grid.columns() - column), Math.min(height, grid.rows() - row)));
            }
        }
        return windows;
    }

    private void read(CellWindow window, Frame frame) {
        CellGrid grid = file.grid();
        int left = Math.max(0, window.column() - 1);
        int top = Math.max(0, window.row() - 1);
        CellWindow wider = new CellWindow(
                left,
                top,
                Math.min(grid.columns(), window.column() + window.width() + 1) - left,
                Math.min(grid.rows(), window.row() + window.height() + 1) - top);
        float[] values = file.read(wider);
        keepTiles(window, wider, values);
        byte[] of = new byte[(window.width() + 2) * (window.height() + 2)];
        byte[] ground = new byte[of.length];
        Arrays.fill(of, RasterClasses.NO_VALUE);
        for (int row = 0; row < wider.height(); row++) {
            int at = (wider.row() + row - window.row() + 1) * (window.width() + 2)
                    + wider.column()
                    - window.column()
                    + 1;
            for (int column = 0; column < wider.width(); column++) {
                float value = values[row * wider.width() + column];
                of[at + column] = classes.of(value);
                ground[at + column] = (byte) (Float.isNaN(value) ? 0 : 1);
            }
        }
        int step = frame.same() ? 0 : DENSE_STEP;
        trace(new CellTracer(grid, window, of, step), (short) 0);
        trace(new CellTracer(grid, window, ground, step), GROUND);
    }

    private void trace(CellTracer tracer, short as) {
        List<Piece> pieces = new ArrayList<>();
        tracer.trace((byte) 1, (of, polygon) -> {
            vertices += polygon.getNumPoints();
            if (vertices > mostVertices) {
                throw tooRough();
            }
            pieces.add(new Piece(as == 0 ? of : as, polygon));
            if (pieces.size() >= 10_000) {
                store.addPieces(handle, pieces);
                pieces.clear();
            }
        });
        store.addPieces(handle, pieces);
    }

    private Problem tooRough() {
        return Problem.of(
                        ProblemType.SOURCE_UNREADABLE,
                        "Los límites de las clases del ráster tienen más de " + mostVertices + " vértices.",
                        "The boundaries of the raster's classes have more than " + mostVertices + " vertices.")
                .hint(
                        "Suavice los valores o agrande las celdas (gdal_sieve, gdalwarp -tr) y cargue de nuevo.",
                        "Smooth the values or enlarge the cells (gdal_sieve, gdalwarp -tr) and load again.");
    }

    private void keepTiles(CellWindow window, CellWindow wider, float[] values) {
        CellGrid grid = file.grid();
        int lastRow = (window.row() + window.height() - 1) / CellGrid.TILE;
        int lastColumn = (window.column() + window.width() - 1) / CellGrid.TILE;
        for (int row = window.row() / CellGrid.TILE; row <= lastRow; row++) {
            for (int column = window.column() / CellGrid.TILE; column <= lastColumn; column++) {
                float[] cells = cut(CellWindow.ofTile(grid, row, column), wider, values);
                boolean any = tally.add(cells);
                byte[] bytes = CellCodec.bytes(cells);
                digest.update(ByteBuffer.allocate(8).putInt(row).putInt(column).array());
                digest.update(bytes);
                if (any) {
                    store.addTile(handle, row, column, CellCodec.encode(bytes));
                }
            }
        }
    }

    private static float[] cut(CellWindow tile, CellWindow from, float[] values) {
        float[] cells = new float[tile.size()];
        for (int row = 0; row < tile.height(); row++) {
            int at = (tile.row() - from.row() + row) * from.width() + tile.column() - from.column();
            System.arraycopy(values, at, cells, row * tile.width(), tile.width());
        }
        return cells;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
