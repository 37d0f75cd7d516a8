package co.lindero.tile;

import java.util.List;

/**
 * Writes rows as one layer of a vector tile that never outgrows its share of bytes.
 *
 * <p>What is smaller than a cell of the tile cannot be seen; of such rows so many are drawn, each as one cell, that their
 * area is about right (each stands by its own lot, the same in every tile). Where the layer is still too large, first all
 * properties but the first go, then the cell is doubled until it fits.
 */
final class TileEncoder {
    /** Cells along the side of a tile: half a pixel of a 256-pixel tile. */
    static final int CELLS = 512;

    private static final byte[] NOTHING = {};
    /** A tile drawn in cells this coarse holds at most 256 features. */
    private static final int COARSEST_CELL = TileShape.EXTENT / 16;

    private final TileAddress tile;
    private final int mostBytes;

    /**
     * Makes an encoder of a tile's layers.
     *
     * @param mostBytes bytes that one layer may take
     */
    TileEncoder(TileAddress tile, int mostBytes) {
        this.tile = tile;
        this.mostBytes = mostBytes;
    }

    /** Returns the bytes of a tile with this one layer; none where nothing is drawn. */
    byte[] encode(String name, List<String> keys, List<TileRow> rows) {
        int cell = TileShape.EXTENT / CELLS;
        byte[] layer = layer(name, keys, rows, cell);
        if (layer.length > mostBytes && keys.size() > 1) {
            layer = layer(name, keys.subList(0, 1), rows, cell);
        }
        while (layer.length > mostBytes && cell < COARSEST_CELL) {
            cell *= 2;
            layer = layer(name, keys.subList(0, Math.min(1, keys.size())), rows, cell);
        }
        return layer;
    }

    private byte[] layer(String name, List<String> keys, List<TileRow> rows, int cell) {
        TileShape shape = new TileShape(tile);
        TileLayer layer = new TileLayer(name, keys, rows.size());
        double cellM = cell * tile.sideM() / TileShape.EXTENT;
        // at the finest cell the grid is the tile's own; coarser cells snap to half of theirs
        int grid = cell == TileShape.EXTENT / CELLS ? 1 : cell / 2;
        // points have no size: of those in a coarser cell as many fewer are drawn as the cell is larger
        double thinned = (double) grid * grid;
        for (TileRow row : rows) {
            double least = row.dimension() == 2 ? cellM * cellM : row.dimension() == 1 ? cellM : thinned;
            boolean large = row.dimension() == 0 ? row.lot() * least <= 1 : row.size() >= least;
            boolean drawn =
                    large ? shape.draw(row, grid) : row.lot() * least < row.size() && drawSmall(shape, row, cell);
            if (drawn) {
                layer.add(shape.kind(), shape.commands(), row.values());
            }
            if (layer.size() > mostBytes) {
                break;
            }
        }
        return layer.features() == 0 ? NOTHING : layer.finish();
    }

    private static boolean drawSmall(TileShape shape, TileRow row, int cell) {
        return row.dimension() == 2 ? shape.drawCell(row.wkb(), cell) : shape.draw(row, 1);
    }
}
