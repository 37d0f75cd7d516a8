package co.lindero.geo;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of each cell of a grid lies inside a polygon: exact areas, not cell centres. Each edge adds, in every row that it
 * crosses, the signed area between itself and the far side of the row; summed along the row this is the part of each cell that
 * lies inside, holes and several parts included.
 *
 * <p><b>Shape</b>: rings of one polygon or of several that do not overlap, valid, closed; shells one way round and holes the
 * other, as JTS normalises them. <b>CRS</b>: that of the grid. <b>Precision</b>: that of double arithmetic; parts are clamped to
 * 0 and 1. Not thread-safe.
 */
public final class CellCoverage {
    private final CellGrid grid;
    private final List<double[]> rings = new ArrayList<>();
    private double leastColumn = Double.POSITIVE_INFINITY;
    private double mostColumn = Double.NEGATIVE_INFINITY;
    private double leastRow = Double.POSITIVE_INFINITY;
    private double mostRow = Double.NEGATIVE_INFINITY;
    private double signedCells;

    public CellCoverage(CellGrid grid) {
        this.grid = grid;
    }

    /**
     * Adds a ring.
     *
     * @param xy x and y of each vertex in turn; the last repeats the first
     */
    public void add(double[] xy) {
        double[] ring = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            ring[i] = grid.column(xy[i]);
            ring[i + 1] = grid.row(xy[i + 1]);
            leastColumn = Math.min(leastColumn, ring[i]);
            mostColumn = Math.max(mostColumn, ring[i]);
            leastRow = Math.min(leastRow, ring[i + 1]);
            mostRow = Math.max(mostRow, ring[i + 1]);
        }
        for (int i = 2; i < ring.length; i += 2) {
            signedCells += (ring[i - 1] - ring[1] + ring[i + 1] - ring[1]) * (ring[i] - ring[i - 2]) / 2;
        }
        rings.add(ring);
    }

    /** Returns the area of the polygon, in cells, whether the grid reaches it or not. */
    public double areaCells() {
        return Math.abs(signedCells);
    }

    /** Returns the cells of the grid that the box of the polygon meets; of width or height 0 where there are none. */
    public CellWindow window() {
        int column = clamp(Math.floor(leastColumn), grid.columns());
        int row = clamp(Math.floor(leastRow), grid.rows());
        return new CellWindow(
                column,
                row,
                Math.max(0, clamp(Math.ceil(mostColumn), grid.columns()) - column),
                Math.max(0, clamp(Math.ceil(mostRow), grid.rows()) - row));
    }

    private static int clamp(double value, int most) {
        return (int) Math.max(0, Math.min(most, value));
    }

    /** Returns the part of each cell of a window that lies inside, row by row, from 0 to 1. */
    public double[] parts(CellWindow window) {
        int stride = window.width() + 1;
        double[] sums = new double[stride * window.height()];
        for (double[] ring : rings) {
            for (int i = 2; i < ring.length; i += 2) {
                edge(window, sums, ring, i);
            }
        }
        double sign = signedCells < 0 ? -1 : 1;
        double[] parts = new double[window.size()];
        for (int row = 0; row < window.height(); row++) {
            double sum = 0;
            for (int column = 0; column < window.width(); column++) {
                sum += sums[row * stride + column];
                parts[row * window.width() + column] = Math.max(0, Math.min(1, sign * sum));
            }
        }
        return parts;
    }

    /** Adds an edge row by row. */
    private static void edge(CellWindow window, double[] sums, double[] ring, int i) {
        double fromY = ring[i - 1] - window.row();
        double toY = ring[i + 1] - window.row();
        if (fromY == toY) {
            return;
        }
        double fromX = ring[i - 2] - window.column();
        double slope = (ring[i] - window.column() - fromX) / (toY - fromY);
        double top = Math.max(0, Math.min(fromY, toY));
        double bottom = Math.min(window.height(), Math.max(fromY, toY));
        double direction = toY > fromY ? 1 : -1;
        for (int row = (int) top; row < bottom; row++) {
            double upper = Math.max(top, row);
            double lower = Math.min(bottom, row + 1.0);
            double upperX = fromX + slope * (upper - fromY);
            double lowerX = fromX + slope * (lower - fromY);
            span(
                    sums,
                    row * (window.width() + 1),
                    window.width(),
                    Math.min(upperX, lowerX),
                    Math.max(upperX, lowerX),
                    direction * (lower - upper));
        }
    }

    /** Adds a piece of an edge within one row: what lies on its far side, spread over the cells that it crosses. */
    private static void span(double[] sums, int at, int width, double left, double right, double height) {
        if (left >= width) {
            return;
        }
        if (right <= 0) {
            sums[at] += height;
            return;
        }
        double perColumn = right > left ? height / (right - left) : 0;
        if (left < 0) {
            sums[at] += perColumn * -left;
        }
        int last = (int) Math.min(width - 1.0, Math.max(Math.ceil(right) - 1, Math.floor(left)));
        for (int column = (int) Math.max(0, left); column <= last; column++) {
            double from = Math.max(left, column);
            double to = Math.min(right, column + 1.0);
            double share = right > left ? perColumn * (to - from) : height;
            double inCell = share * (column + 1 - (from + to) / 2);
            sums[at + column] += inCell;
            sums[at + column + 1] += share - inCell;
        }
    }
}
