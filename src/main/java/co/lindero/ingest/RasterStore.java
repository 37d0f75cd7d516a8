package co.lindero.ingest;

import co.lindero.geo.CellGrid;
import co.lindero.platform.db.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;

/** The statements of a raster's load, on a handle whose search path begins with the load's workspace. */
final class RasterStore {
    private static final int BATCH = 500;

    /**
     * How the raster's coordinates become those of the database.
     *
     * @param crs authority and code, or WKT
     * @param same whether it is the storage CRS
     * @param srid storage CRS
     */
    record Frame(String crs, boolean same, int srid) {}

    /** What the zones of one level say: level, name, and the values from and to which it goes. */
    record Level(
            short rank,
            String code,
            String label,
            @Nullable String from,
            @Nullable String to) {}

    /** A polygon of cells, in the CRS of the raster. */
    record Piece(short of, Polygon polygon) {}

    void createWorkspace(Handle handle) {
        handle.execute(Sql.query("load/create_raster_workspace"));
    }

    void addPieces(Handle handle, List<Piece> pieces) {
        WKBWriter writer = new WKBWriter();
        for (int from = 0; from < pieces.size(); from += BATCH) {
            try (PreparedBatch batch = handle.prepareBatch(Sql.query("load/add_raster_piece"))) {
                pieces.subList(from, Math.min(pieces.size(), from + BATCH))
                        .forEach(piece -> batch.bind("class", piece.of())
                                .bind("geom", writer.write(piece.polygon()))
                                .add());
                batch.execute();
            }
        }
    }

    void addTile(Handle handle, int tileRow, int tileColumn, byte[] cells) {
        try (Update update = handle.createUpdate(Sql.query("load/add_raster_tile"))) {
            update.bind("tileRow", tileRow)
                    .bind("tileColumn", tileColumn)
                    .bind("cells", cells)
                    .execute();
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Frame frame) {
        return statement.bind("crs", frame.crs()).bind("sameCrs", frame.same()).bind("srid", frame.srid());
    }

    /** Draws the zones and returns how many there are. */
    int dissolve(Handle handle, List<Level> levels, @Nullable String unit, Frame frame) {
        List<Short> ranks = new ArrayList<>();
        levels.forEach(level -> ranks.add(level.rank()));
        try (Update update = handle.createUpdate(Sql.query("load/dissolve_raster"))) {
            return bind(update, frame)
                    .bindArray("classes", Short.class, ranks)
                    .bindArray(
                            "levels",
                            String.class,
                            levels.stream().map(Level::code).toList())
                    .bindArray(
                            "labels",
                            String.class,
                            levels.stream().map(Level::label).toList())
                    .bindArray(
                            "froms",
                            String.class,
                            levels.stream().map(Level::from).toArray())
                    .bindArray(
                            "tos", String.class, levels.stream().map(Level::to).toArray())
                    .bind("unit", unit)
                    .execute();
        }
    }

    /** Returns the ground that has values as hexadecimal EWKB; nothing where no cell has one. */
    Optional<String> dissolveGround(Handle handle, Frame frame) {
        try (Update update = handle.createUpdate(Sql.query("load/dissolve_raster_ground"))) {
            bind(update, frame).execute();
        }
        try (Query query = handle.createQuery(Sql.query("load/read_raster_ground"))) {
            return query.mapTo(String.class).findOne();
        }
    }

    /** Returns the longer side of the cell in the middle of a grid, m. */
    double measureCell(Handle handle, CellGrid grid, Frame frame) {
        int column = grid.columns() / 2;
        int row = grid.rows() / 2;
        try (Query query = handle.createQuery(Sql.query("load/measure_raster_cell"))) {
            return bind(query, frame)
                    .bind("x", grid.x(column))
                    .bind("y", grid.y(row))
                    .bind("farX", grid.x(column + 1))
                    .bind("farY", grid.y(row + 1))
                    .mapTo(Double.class)
                    .one();
        }
    }

    /** Keeps the cells of a workspace for good, once, and returns their number. */
    long keep(Handle handle, RasterContent content) {
        CellGrid grid = content.grid();
        try (Query query = handle.createQuery(Sql.query("load/keep_raster"))) {
            return query.bind("sha256", content.sha256())
                    .bind("crs", content.crs())
                    .bind("unit", content.unit())
                    .bind("originX", grid.originX())
                    .bind("originY", grid.originY())
                    .bind("stepX", grid.stepX())
                    .bind("stepY", grid.stepY())
                    .bind("cellM", content.cellM())
                    .bind("columns", grid.columns())
                    .bind("rows", grid.rows())
                    .mapTo(Long.class)
                    .one();
        }
    }

    /** Publishes which raster a dataset is drawn from, null for none; returns whether that changed anything. */
    boolean publish(
            Handle handle,
            LoadStore.Target target,
            @Nullable RasterContent content,
            @Nullable LocalDate validFrom,
            long publication) {
        try (Query query = handle.createQuery(Sql.query("load/publish_raster"))) {
            return query.bind("municipality", target.municipality())
                    .bind("plan", target.plan())
                    .bind("theme", target.theme())
                    .bind("dataset", target.dataset())
                    .bind("content", content == null ? null : keep(handle, content))
                    .bind("classes", content == null ? null : content.classes().toString())
                    .bind("validFrom", validFrom == null ? null : validFrom.toString())
                    .bind("pub", publication)
                    .mapTo(Boolean.class)
                    .one();
        }
    }
}
