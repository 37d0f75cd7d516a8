package co.lindero.geo;

/**
 * A grid of cells whose sides run along the axes of its coordinate reference system; x = easting or longitude, y = northing or
 * latitude, in the units of that system.
 *
 * @param originX x of the outer corner of the first cell
 * @param originY y of the outer corner of the first cell
 * @param stepX width of a cell, more than 0
 * @param stepY height of a cell; negative where the first row is the northernmost
 * @param columns cells in a row
 * @param rows rows
 */
public record CellGrid(double originX, double originY, double stepX, double stepY, int columns, int rows) {
    /** Cells on a side of the tiles in which cells are kept. */
    public static final int TILE = 256;

    public CellGrid {
        if (!(stepX > 0) || stepY == 0 || Double.isNaN(stepY) || columns < 1 || rows < 1) {
            throw new IllegalArgumentException("No grid: " + stepX + " x " + stepY + ", " + columns + " x " + rows);
        }
    }

    /** Returns the x of the line before a column; the number of columns gives the far edge. */
    public double x(int column) {
        return originX + column * stepX;
    }

    /** Returns the y of the line before a row; the number of rows gives the far edge. */
    public double y(int row) {
        return originY + row * stepY;
    }

    /** Returns where an x lies, in columns from the first line. */
    double column(double x) {
        return (x - originX) / stepX;
    }

    /** Returns where a y lies, in rows from the first line. */
    double row(double y) {
        return (y - originY) / stepY;
    }
}
