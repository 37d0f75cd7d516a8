package co.lindero.licence.boundary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Cuts the boundary of a site where what lies outside it changes. Every segment is cut at the corners of the neighbours that lie
 * within reach of it; from the middle of each piece a ray goes out along the normal, and what it meets first is what the piece
 * faces. Pieces are at least 1 cm long, unless the segment itself is shorter. Confined to one thread.
 */
final class BoundaryCutter {
    /** Shortest piece that a cut may leave, m. */
    private static final double SHORTEST_M = 0.01;
    /** A segment shorter than this is not cut, m. */
    private static final double UNCUT_M = 0.02;
    /** The site itself within this is a joint of drawing, m. */
    private static final double JOINT_M = 0.05;
    /** What is met nearer than this after another is met on the same spot, m. */
    private static final double SAME_SPOT_M = 1e-6;
    /** How far off the line of a segment a corner still cuts it, m. */
    private static final double ON_LINE_M = 1e-6;

    /**
     * A piece as it was cut.
     *
     * @param ring number of the ring within the site, in the order of parts and rings
     * @param isHole whether the ring is a hole
     * @param line the piece, with the inside to its right
     * @param normal direction of the outward normal, degrees counter-clockwise from east
     */
    record Piece(int ring, boolean isHole, LineString line, double lengthM, double normal, Facing faces) {}

    private final Obstacle site;
    private final List<Obstacle> first;
    private final List<Facing> facing;
    private final int ownPlace;
    private final KnownGround known;
    private final double reachM;
    private final List<Piece> pieces = new ArrayList<>();
    private int rings;

    /**
     * Prepares to cut.
     *
     * @param before neighbours that count before the site itself where both lie on one spot
     * @param after neighbours that count after it
     */
    BoundaryCutter(Geometry site, List<Neighbour> before, List<Neighbour> after, KnownGround known, double reachM) {
        this.site = new Obstacle(site);
        this.first = new ArrayList<>();
        this.facing = new ArrayList<>();
        before.forEach(this::add);
        this.ownPlace = first.size();
        first.add(this.site);
        facing.add(Facing.JOINED);
        after.forEach(this::add);
        this.known = known;
        this.reachM = reachM;
    }

    private void add(Neighbour neighbour) {
        first.add(new Obstacle(neighbour.geom()));
        facing.add(neighbour.faces());
    }

    /** Returns the pieces in the order of the boundary: by part, ring and position on it. */
    List<Piece> cut() {
        Geometry whole = site.geom();
        for (int part = 0; part < whole.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) whole.getGeometryN(part);
            ring(polygon.getExteriorRing(), false);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                ring(polygon.getInteriorRingN(hole), true);
            }
        }
        return pieces;
    }

    /** Goes round with the inside to the right: an outer ring clockwise, a hole counter-clockwise. */
    private void ring(LinearRing ring, boolean isHole) {
        CoordinateSequence given = ring.getCoordinateSequence();
        boolean asIs = Orientation.isCCW(given) == isHole;
        CoordinateSequence line = asIs ? given : ring.reverse().getCoordinateSequence();
        for (int i = 1; i < line.size(); i++) {
            segment(line.getCoordinate(i - 1), line.getCoordinate(i), isHole);
        }
        rings++;
    }

    private void segment(Coordinate from, Coordinate to, boolean isHole) {
        double length = from.distance(to);
        if (!(length > 0)) {
            return;
        }
        Frame frame = new Frame(from.x, from.y, (to.x - from.x) / length, (to.y - from.y) / length);
        Coordinate begin = from;
        for (double cut : cuts(frame, length)) {
            Coordinate end = new Coordinate(frame.x(cut), frame.y(cut));
            piece(frame, begin, end, isHole);
            begin = end;
        }
        piece(frame, begin, to, isHole);
    }

    /** Returns where a segment is cut, m from its beginning. */
    private List<Double> cuts(Frame frame, double length) {
        if (length <= UNCUT_M) {
            return List.of();
        }
        Strip strip = new Strip(length, reachM);
        Envelope near = frame.envelope(0, length, 0, reachM);
        first.forEach(obstacle -> obstacle.forEachEdge(near, frame, strip));
        List<Double> kept = new ArrayList<>();
        double before = 0;
        for (double at : strip.sorted()) {
            if (at - before >= SHORTEST_M && length - at >= SHORTEST_M) {
                kept.add(at);
            }
            before = at;
        }
        return kept;
    }

    private void piece(Frame frame, Coordinate begin, Coordinate end, boolean isHole) {
        GeometryFactory factory = site.geom().getFactory();
        LineString line = factory.createLineString(new Coordinate[] {begin.copy(), end.copy()});
        line.setSRID(site.geom().getSRID());
        Frame ray = frame.leftOf((begin.x + end.x) / 2, (begin.y + end.y) / 2);
        pieces.add(new Piece(
                rings,
                isHole,
                line,
                begin.distance(end),
                Math.toDegrees(Math.atan2(frame.ux(), -frame.uy())),
                faces(ray, isHole, factory)));
    }

    private Facing faces(Frame ray, boolean isHole, GeometryFactory factory) {
        Envelope near = ray.envelope(0, reachM, 0, 0);
        int nearest = -1;
        double away = Double.MAX_VALUE;
        for (int i = 0; i < first.size(); i++) {
            double met = first.get(i).firstMet(ray, near, reachM);
            if (met < away - SAME_SPOT_M) {
                nearest = i;
                away = met;
            }
        }
        if (nearest == ownPlace) {
            return away <= JOINT_M ? Facing.JOINED : isHole ? Facing.VOID : Facing.NOTCH;
        }
        if (nearest >= 0) {
            return facing.get(nearest);
        }
        if (isHole) {
            return Facing.VOID;
        }
        LineString reached = factory.createLineString(new Coordinate[] {
            new Coordinate(ray.originX(), ray.originY()), new Coordinate(ray.x(reachM), ray.y(reachM))
        });
        return known.covers(reached) ? Facing.OPEN : Facing.UNKNOWN;
    }

    /** Where edges within the reach of a segment begin, end and leave it. */
    private static final class Strip implements Obstacle.EdgeSink {
        private final double length;
        private final double reachM;
        private double[] at = new double[16];
        private int size;

        Strip(double length, double reachM) {
            this.length = length;
            this.reachM = reachM;
        }

        @Override
        public void edge(double along1, double off1, double along2, double off2) {
            double dAlong = along2 - along1;
            double dOff = off2 - off1;
            double[] within = {0, 1};
            if (clip(dAlong, along1 + ON_LINE_M, within)
                    && clip(-dAlong, length + ON_LINE_M - along1, within)
                    && clip(dOff, off1 + ON_LINE_M, within)
                    && clip(-dOff, reachM + ON_LINE_M - off1, within)) {
                put(along1 + within[0] * dAlong);
                put(along1 + within[1] * dAlong);
            }
        }

        /** Narrows the part of an edge to where {@code rest + part * slope >= 0} (Liang and Barsky). */
        private static boolean clip(double slope, double rest, double[] within) {
            if (slope == 0) {
                return rest >= 0;
            }
            double bound = -rest / slope;
            if (slope > 0) {
                within[0] = Math.max(within[0], bound);
            } else {
                within[1] = Math.min(within[1], bound);
            }
            return within[0] <= within[1];
        }

        private void put(double along) {
            if (along >= 0) {
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
