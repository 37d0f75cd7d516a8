package co.lindero.geo;

/**
 * A rectangle of cells.
 *
 * @param column first column
 * @param row first row
 * @param width columns
 * @param height rows
 */
public record CellWindow(int column, int row, int width, int height) {
    /** Returns the part of a grid that a tile of {@link CellGrid#TILE} covers. */
    public static CellWindow ofTile(CellGrid grid, int tileRow, int tileColumn) {
        int column = tileColumn * CellGrid.TILE;
        int row = tileRow * CellGrid.TILE;
        return new CellWindow(
                column,
                row,
                Math.min(CellGrid.TILE, grid.columns() - column),
                Math.min(CellGrid.TILE, grid.rows() - row));
    }

    /** Returns the number of cells. */
    public int size() {
        return Math.multiplyExact(width, height);
    }
}
