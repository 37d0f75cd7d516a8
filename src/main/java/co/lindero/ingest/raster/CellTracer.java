package co.lindero.ingest.raster;

import co.lindero.geo.CellGrid;
import co.lindero.geo.CellWindow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws the cells of a window that are of one class as polygons along the edges of the cells. Cells that share a side are one
 * polygon; cells that share only a corner are not. Vertices are kept where the boundary turns, where a third class begins on
 * the other side, and at every {@code step}-th line of the grid: by rules that are the same from both sides, so that polygons of
 * neighbouring classes and windows have the same vertices along their common boundary, and stay without gap and overlap when
 * they are transformed vertex by vertex.
 *
 * <p><b>Shape</b>: valid polygons with holes. <b>CRS</b>: that of the grid. Memory: 9 bytes a cell of the window. Not
 * thread-safe.
 */
public final class CellTracer {
    private static final int[] STEP_X = {1, 0, -1, 0};
    private static final int[] STEP_Y = {0, 1, 0, -1};
    private static final int LEFT = 3;
    private static final int RIGHT = 1;

    private final CellGrid grid;
    private final CellWindow window;
    private final byte[] classes;
    private final int stride;
    private final int step;
    private final int[] label;
    private final GeometryFactory factory = new GeometryFactory();

    /** Receives polygons. */
    @FunctionalInterface
    public interface Sink {
        /** Takes a polygon of a class, in the CRS of the grid. */
        void accept(byte of, Polygon polygon);
    }

    /**
     * Makes a tracer of a window.
     *
     * @param classes classes of the window with a margin of one cell on all sides, row by row; beyond the grid any class that is
     *     not traced
     * @param step lines of the grid between vertices that are kept on straight boundaries; 0 for none
     */
    public CellTracer(CellGrid grid, CellWindow window, byte[] classes, int step) {
        this.grid = grid;
        this.window = window;
        this.classes = classes;
        this.stride = window.width() + 2;
        this.step = step;
        this.label = new int[classes.length];
    }

    /** Draws all classes from {@code least} on. */
    public void trace(byte least, Sink sink) {
        mark(least);
        Map<Integer, List<LinearRing>> rings = new TreeMap<>();
        BitSet done = new BitSet(classes.length);
        for (int row = 1; row <= window.height(); row++) {
            for (int column = 1; column <= window.width(); column++) {
                int cell = row * stride + column;
                if (label[cell] != 0 && label[cell - stride] != label[cell] && !done.get(cell)) {
                    rings.computeIfAbsent(label[cell], of -> new ArrayList<>()).add(ring(column, row, done));
                }
            }
        }
        // the first ring met of cells that hang together, seen from the first row, is the outer one
        rings.forEach((of, list) -> sink.accept(
                classes[of],
                factory.createPolygon(list.get(0), list.subList(1, list.size()).toArray(LinearRing[]::new))));
    }

    /** Labels cells that hang together with the position of their first cell; 0 for cells that are not traced. */
    private void mark(byte least) {
        for (int row = 1; row <= window.height(); row++) {
            for (int column = 1; column <= window.width(); column++) {
                int cell = row * stride + column;
                if (classes[cell] < least) {
                    continue;
                }
                boolean up = label[cell - stride] != 0 && classes[cell - stride] == classes[cell];
                boolean back = label[cell - 1] != 0 && classes[cell - 1] == classes[cell];
                label[cell] = cell;
                if (up) {
                    label[cell] = root(cell - stride);
                }
                if (back) {
                    join(cell, cell - 1);
                }
            }
        }
        for (int cell = 0; cell < label.length; cell++) {
            if (label[cell] != 0) {
                label[cell] = label[label[cell]];
            }
        }
    }

    private int root(int cell) {
        int root = cell;
        while (label[root] != root) {
            root = label[root];
        }
        int each = cell;
        while (label[each] != root) {
            int next = label[each];
            label[each] = root;
            each = next;
        }
        return root;
    }

    private void join(int one, int other) {
        int first = root(one);
        int second = root(other);
        label[Math.max(first, second)] = Math.min(first, second);
        label[one] = Math.min(first, second);
    }

    /** Follows a boundary with its cells on the right hand, beginning eastward along the top of a cell. */
    private LinearRing ring(int column, int row, BitSet done) {
        int of = label[row * stride + column];
        List<CoordinateXY> vertices = new ArrayList<>();
        int x = column;
        int y = row;
        int heading = 0;
        do {
            if (heading == 0) {
                done.set(y * stride + x);
            }
            x += STEP_X[heading];
            y += STEP_Y[heading];
            int aheadLeft = ahead(x, y, heading, LEFT);
            int aheadRight = ahead(x, y, heading, RIGHT);
            if (label[aheadLeft] == of) {
                vertices.add(vertex(x, y));
                heading = (heading + LEFT) % 4;
            } else if (label[aheadRight] != of) {
                vertices.add(vertex(x, y));
                heading = (heading + RIGHT) % 4;
            } else if (isKept(x, y, heading, aheadLeft)) {
                vertices.add(vertex(x, y));
            }
        } while (x != column || y != row || heading != 0);
        vertices.add(vertices.get(0));
        return factory.createLinearRing(vertices.toArray(CoordinateXY[]::new));
    }

    /** Returns the cell ahead of a node, on one hand. Node (x, y) is the upper left corner of cell (x, y). */
    private int ahead(int x, int y, int heading, int hand) {
        int side = (heading + hand) % 4;
        int left = Math.min(0, STEP_X[heading]) + Math.min(0, STEP_X[side]);
        int up = Math.min(0, STEP_Y[heading]) + Math.min(0, STEP_Y[side]);
        return (y + up) * stride + x + left;
    }

    /** Whether a node on a straight boundary is kept. */
    private boolean isKept(int x, int y, int heading, int aheadLeft) {
        int behindLeft = aheadLeft - STEP_Y[heading] * stride - STEP_X[heading];
        if (classes[behindLeft] != classes[aheadLeft]) {
            return true;
        }
        int line = heading % 2 == 0 ? window.column() + x - 1 : window.row() + y - 1;
        return step > 0 && line % step == 0;
    }

    private CoordinateXY vertex(int x, int y) {
        return new CoordinateXY(grid.x(window.column() + x - 1), grid.y(window.row() + y - 1));
    }
}
