package co.lindero.tile;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/**
 * A sequence of places in tile units (x to the right, y down), and what is done to it on the way into a tile: clipping to a
 * square, snapping to a grid. Reused from one ring to the next. Not thread-safe.
 */
final class Path {
    private static final int FIRST_CAPACITY = 64;

    private double[] x = new double[FIRST_CAPACITY];
    private double[] y = new double[FIRST_CAPACITY];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    double x(int index) {
        return x[index];
    }

    double y(int index) {
        return y[index];
    }

    void add(double px, double py) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = px;
        y[size++] = py;
    }

    /** Whether every place lies in the square from -margin to extent + margin. */
    boolean isWithin(double least, double most) {
        for (int i = 0; i < size; i++) {
            if (x[i] < least || x[i] > most || y[i] < least || y[i] > most) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes the ring that is left of this one inside the square [least, most]: the half-planes of its sides one after the
     * other (Sutherland and Hodgman). What falls apart stays one ring that is joined along the sides of the square, there and
     * back: {@link #fallsApart} tells.
     *
     * @param kept gets the result; may not be this path
     * @param spare is overwritten; may not be this path
     * @return the path that holds the result: {@code kept} or {@code spare}
     */
    Path clipRing(double least, double most, Path kept, Path spare) {
        clipSide(kept, true, least, 1);
        kept.clipSide(spare, true, -most, -1);
        spare.clipSide(kept, false, least, 1);
        kept.clipSide(spare, false, -most, -1);
        return spare;
    }

    /** Whether this ring, clipped to a square, runs along one of its sides twice: the same stretch there and back. */
    boolean fallsApart(double least, double most) {
        for (int i = 0; i < size; i++) {
            if (!isAlong(i, least, most)) {
                continue;
            }
            for (int other = i + 1; other < size; other++) {
                if (isAlong(other, least, most) && overlap(i, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether this ring, clipped to a square, runs along any of its sides. */
    boolean follows(double least, double most) {
        for (int i = 0; i < size; i++) {
            if (isAlong(i, least, most)) {
                return true;
            }
        }
        return false;
    }

    private int after(int index) {
        return index + 1 == size ? 0 : index + 1;
    }

    /** Whether the piece that begins at a place runs along a side of the square. */
    private boolean isAlong(int index, double least, double most) {
        int next = after(index);
        boolean upright = x[index] == x[next] && y[index] != y[next] && (x[index] == least || x[index] == most);
        boolean level = y[index] == y[next] && x[index] != x[next] && (y[index] == least || y[index] == most);
        return upright || level;
    }

    /** Whether two pieces along sides have a stretch of the same side. */
    private boolean overlap(int one, int other) {
        boolean upright = x[one] == x[after(one)];
        if (upright != (x[other] == x[after(other)]) || (upright ? x[one] != x[other] : y[one] != y[other])) {
            return false;
        }
        double[] along = upright ? y : x;
        double from = Math.max(Math.min(along[one], along[after(one)]), Math.min(along[other], along[after(other)]));
        double to = Math.min(Math.max(along[one], along[after(one)]), Math.max(along[other], along[after(other)]));
        return from < to;
    }

    /** Returns the places; the first is the last again in a ring that was read. */
    Coordinate[] coordinates() {
        Coordinate[] places = new Coordinate[size];
        for (int i = 0; i < size; i++) {
            places[i] = new Coordinate(x[i], y[i]);
        }
        return places;
    }

    /** Takes places in the stead of those that there are. */
    void set(Coordinate[] places) {
        clear();
        for (Coordinate place : places) {
            add(place.getX(), place.getY());
        }
    }

    /** Keeps the side on which sign * coordinate is not less than the bound. */
    private void clipSide(Path kept, boolean alongX, double bound, int sign) {
        kept.clear();
        for (int i = 0; i < size; i++) {
            int before = i == 0 ? size - 1 : i - 1;
            double here = sign * (alongX ? x[i] : y[i]) - bound;
            double there = sign * (alongX ? x[before] : y[before]) - bound;
            if (here >= 0 != there >= 0) {
                double share = there / (there - here);
                // exactly on the side, so that it can be told what runs along it
                kept.add(
                        alongX ? sign * bound : x[before] + share * (x[i] - x[before]),
                        alongX ? y[before] + share * (y[i] - y[before]) : sign * bound);
            }
            if (here >= 0) {
                kept.add(x[i], y[i]);
            }
        }
    }

    /**
     * Snaps every place to a grid of whole units and drops those that change nothing: repetitions, and what lies on the line
     * of its neighbours. Neighbours that share a boundary snap it alike, so that none parts from the other.
     *
     * @param closed whether the last place is joined with the first; it is not repeated
     */
    void snap(int grid, boolean closed) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            double sx = (double) Math.round(x[i] / grid) * grid;
            double sy = (double) Math.round(y[i] / grid) * grid;
            while (kept > 1 && cross(kept - 2, kept - 1, sx, sy) == 0 && (closed || isBetween(kept, sx, sy))) {
                kept--;
            }
            if (kept == 0 || x[kept - 1] != sx || y[kept - 1] != sy) {
                x[kept] = sx;
                y[kept++] = sy;
            }
        }
        size = closed ? closeSnapped(kept) : kept;
    }

    /** On a line, only what goes straight on may lose its middle; a line that turns back keeps its tip. */
    private boolean isBetween(int kept, double px, double py) {
        double ax = x[kept - 1] - x[kept - 2];
        double ay = y[kept - 1] - y[kept - 2];
        return ax * (px - x[kept - 1]) + ay * (py - y[kept - 1]) >= 0;
    }

    private int closeSnapped(int count) {
        int kept = count;
        int first = 0;
        boolean shrunk = true;
        while (shrunk && kept - first > 2) {
            shrunk = false;
            if (cross(kept - 2, kept - 1, x[first], y[first]) == 0) {
                kept--;
                shrunk = true;
            } else if (cross(kept - 1, first, x[first + 1], y[first + 1]) == 0) {
                first++;
                shrunk = true;
            }
        }
        System.arraycopy(x, first, x, 0, kept - first);
        System.arraycopy(y, first, y, 0, kept - first);
        return kept - first;
    }

    private double cross(int a, int b, double px, double py) {
        return (x[b] - x[a]) * (py - y[b]) - (y[b] - y[a]) * (px - x[b]);
    }

    /** Returns twice the area of the ring, positive where it runs clockwise on the screen. */
    double doubleArea() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            int next = i + 1 == size ? 0 : i + 1;
            sum += x[i] * y[next] - x[next] * y[i];
        }
        return sum;
    }
}
