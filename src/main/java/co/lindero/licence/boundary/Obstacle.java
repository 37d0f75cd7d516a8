package co.lindero.licence.boundary;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Polygons that a ray may meet, with their edges at hand. Confined to one boundary.
 */
final class Obstacle {
    /** Of more edges than these those near a place are found by an index: to make one takes longer than to look at a few. */
    private static final int MANY = 48;
    /** A ray that meets less than this of polygons passes them by, m. */
    private static final double LEAST_M = 0.000_5;
    /** How far from a line a corner is taken to lie on it, m: the rounding of coordinates of some thousand kilometres. */
    private static final double ON_LINE_M = 1e-7;

    private final Geometry geom;
    private final Envelope box;
    private double[] edges = new double[64];
    private int count;
    private final PointOnGeometryLocator locator;
    private final @Nullable STRtree index;

    Obstacle(Geometry geom) {
        this.geom = geom;
        this.box = geom.getEnvelopeInternal();
        List<?> lines = LinearComponentExtracter.getLines(geom);
        lines.forEach(line -> add(((LineString) line).getCoordinateSequence()));
        boolean isMany = count > MANY;
        this.locator = isMany ? new IndexedPointInAreaLocator(geom) : new SimplePointInAreaLocator(geom);
        this.index = isMany ? index() : null;
    }

    private STRtree index() {
        STRtree tree = new STRtree();
        for (int i = 0; i < count; i++) {
            tree.insert(
                    new Envelope(edges[4 * i], edges[4 * i + 2], edges[4 * i + 1], edges[4 * i + 3]),
                    Integer.valueOf(i));
        }
        return tree;
    }

    private void add(CoordinateSequence line) {
        for (int i = 1; i < line.size(); i++) {
            if (4 * count == edges.length) {
                edges = Arrays.copyOf(edges, 2 * edges.length);
            }
            edges[4 * count] = line.getX(i - 1);
            edges[4 * count + 1] = line.getY(i - 1);
            edges[4 * count + 2] = line.getX(i);
            edges[4 * count + 3] = line.getY(i);
            count++;
        }
    }

    /** One edge, in the frame of a line. */
    interface EdgeSink {
        void edge(double along1, double off1, double along2, double off2);
    }

    /** Hands over the edges that may lie near, in a frame. */
    void forEachEdge(Envelope near, Frame frame, EdgeSink sink) {
        if (!box.intersects(near)) {
            return;
        }
        if (index != null) {
            List<?> found = index.query(near);
            found.forEach(i -> edge((Integer) i, frame, sink));
        } else {
            for (int i = 0; i < count; i++) {
                edge(i, frame, sink);
            }
        }
    }

    private void edge(int i, Frame frame, EdgeSink sink) {
        double x1 = edges[4 * i];
        double y1 = edges[4 * i + 1];
        double x2 = edges[4 * i + 2];
        double y2 = edges[4 * i + 3];
        sink.edge(frame.along(x1, y1), frame.off(x1, y1), frame.along(x2, y2), frame.off(x2, y2));
    }

    /**
     * Returns how far along a ray its first stretch within the polygons begins, m; NaN where it meets none. Touching is not
     * meeting.
     *
     * @param ray frame whose first axis is the ray
     * @param near its envelope
     * @param reachM length of the ray
     */
    double firstMet(Frame ray, Envelope near, double reachM) {
        if (!box.intersects(near)) {
            return Double.NaN;
        }
        Crossings crossings = new Crossings(reachM);
        forEachEdge(near, ray, crossings);
        double[] at = crossings.sorted();
        double begin = Double.NaN;
        for (int i = 1; i < at.length; i++) {
            if (at[i] - at[i - 1] > 0 && holds(ray, (at[i] + at[i - 1]) / 2)) {
                begin = Double.isNaN(begin) ? at[i - 1] : begin;
                if (at[i] - begin > LEAST_M) {
                    return begin;
                }
            } else if (at[i] - at[i - 1] > 0) {
                begin = Double.NaN;
            }
        }
        return Double.NaN;
    }

    private boolean holds(Frame ray, double along) {
        return locator.locate(new Coordinate(ray.x(along), ray.y(along))) != Location.EXTERIOR;
    }

    Geometry geom() {
        return geom;
    }

    /** Where edges cross a ray or have a corner on it. */
    private static final class Crossings implements EdgeSink {
        private final double reachM;
        private double[] at = new double[8];
        private int size;

        Crossings(double reachM) {
            this.reachM = reachM;
            put(0);
            put(reachM);
        }

        @Override
        public void edge(double along1, double off1, double along2, double off2) {
            boolean on1 = Math.abs(off1) <= ON_LINE_M;
            boolean on2 = Math.abs(off2) <= ON_LINE_M;
            if (on1) {
                put(along1);
            }
            if (on2) {
                put(along2);
            }
            if (!on1 && !on2 && off1 * off2 < 0) {
                put(along1 + (along2 - along1) * (off1 / (off1 - off2)));
            }
        }

        private void put(double along) {
            if (along >= 0 && along <= reachM) {
                at = size == at.length ? Arrays.copyOf(at, 2 * size) : at;
                at[size++] = along;
            }
        }

        double[] sorted() {
            double[] all = Arrays.copyOf(at, size);
            Arrays.sort(all);
            return all;
        }
    }
}
