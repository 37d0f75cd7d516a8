package co.lindero.licence.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The strip of a footprint along straight pieces of boundary lines: along each lies what is on this side of a parallel, which needs
 * no arcs. Most plots are so, and it takes a tenth of the time that a buffer and an overlay do. Pure; storage CRS, m.
 */
final class StraightStrip {
    /** Corners so near to a parallel, and parallels so near to one another, are left to the overlay, m. */
    private static final double ON_PARALLEL_M = 1e-6;

    /** A triangle that is closed. */
    private static final int LEAST_RING = 4;

    /** Closed. */
    private final Coordinate[] ring;

    private final List<Side> sides;
    private final double distanceM;

    private StraightStrip(Coordinate[] ring, List<Side> sides, double distanceM) {
        this.ring = ring;
        this.sides = sides;
        this.distanceM = distanceM;
    }

    /**
     * Returns the strip as a normalized polygon; empty where nothing is near, where the footprint is in parts or has holes, where it
     * lies on both sides of a piece that is near or reaches beyond its ends, and where the strip, or what one parallel leaves of the
     * footprint, would be in parts: the shape is then not that simple.
     *
     * @param lines lines, or a collection of them
     */
    static Optional<Geometry> find(Geometry footprint, Geometry lines, double distanceM) {
        if (!(footprint instanceof Polygon polygon) || polygon.getNumInteriorRing() > 0) {
            return Optional.empty();
        }
        Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
        List<Side> sides = new ArrayList<>();
        for (int line = 0; line < lines.getNumGeometries(); line++) {
            Coordinate[] points = lines.getGeometryN(line).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                LineSegment piece = new LineSegment(points[i - 1], points[i]);
                if (isNear(ring, piece, distanceM)) {
                    Side side = new Side(piece, ring);
                    if (!side.isSimple(ring, distanceM)) {
                        return Optional.empty();
                    }
                    sides.add(side);
                }
            }
        }
        return sides.isEmpty() ? Optional.empty() : new StraightStrip(ring, sides, distanceM).strip(polygon);
    }

    private static boolean isNear(Coordinate[] ring, LineSegment piece, double distanceM) {
        for (int i = 1; i < ring.length; i++) {
            if (piece.distance(new LineSegment(ring[i - 1], ring[i])) <= distanceM) {
                return true;
            }
        }
        return false;
    }

    /** A piece of the boundary, and how far from it the corners of the footprint lie, m. */
    private static final class Side {
        private final LineSegment piece;
        private final boolean isLeft;
        private final double[] awayM;

        Side(LineSegment piece, Coordinate[] ring) {
            this.piece = piece;
            double sum = 0;
            for (Coordinate corner : ring) {
                sum += piece.distancePerpendicularOriented(corner);
            }
            this.isLeft = sum > 0;
            this.awayM = new double[ring.length];
            for (int i = 0; i < ring.length; i++) {
                awayM[i] = awayM(ring[i]);
            }
        }

        /** How far a point lies on the footprint's side of the piece made longer, m. */
        double awayM(Coordinate point) {
            double away = piece.distancePerpendicularOriented(point);
            return isLeft ? away : -away;
        }

        /** Tells whether what lies on this side of the parallel is what lies near to the piece: nothing is beside it or behind it. */
        boolean isSimple(Coordinate[] ring, double distanceM) {
            for (int i = 0; i < ring.length; i++) {
                if (awayM[i] < 0
                        || Math.abs(awayM[i] - distanceM) < ON_PARALLEL_M
                        || (awayM[i] < distanceM && !isBesides(ring[i]))
                        || (i > 0 && isCrossed(i, distanceM) && !isBesides(crossing(ring, i, distanceM)))) {
                    return false;
                }
            }
            return true;
        }

        private boolean isBesides(Coordinate point) {
            double along = piece.projectionFactor(point);
            return along >= 0 && along <= 1;
        }

        private boolean isCrossed(int edge, double distanceM) {
            return awayM[edge - 1] < distanceM != awayM[edge] < distanceM;
        }

        /** Returns which part of an edge that crosses the parallel lies before it. */
        private double part(int edge, double distanceM) {
            return part(awayM[edge - 1], awayM[edge], distanceM);
        }

        private static double part(double fromM, double toM, double distanceM) {
            return (distanceM - fromM) / (toM - fromM);
        }

        private Coordinate crossing(Coordinate[] ring, int edge, double distanceM) {
            return new LineSegment(ring[edge - 1], ring[edge]).pointAlong(part(edge, distanceM));
        }
    }

    private Optional<Geometry> strip(Polygon footprint) {
        return leavesNearOnOneEdge() ? Optional.empty() : rest().flatMap(rest -> without(footprint, rest));
    }

    private Optional<Geometry> without(Polygon footprint, List<Coordinate> rest) {
        int first = firstNear();
        if (first < 0) {
            return isNear(0) ? Optional.of(around(footprint, rest)) : Optional.empty();
        }
        CoordinateList corners = new CoordinateList();
        int corner = first;
        for (; isNear(corner); corner = next(corner)) {
            corners.add(ring[corner], false);
        }
        for (; corner != first; corner = next(corner)) {
            if (isNear(corner)) {
                return Optional.empty();
            }
        }
        for (Coordinate point : parallels(rest)) {
            corners.add(point, false);
        }
        corners.closeRing();
        if (corners.size() < LEAST_RING) {
            return Optional.empty();
        }
        Geometry strip = footprint.getFactory().createPolygon(corners.toCoordinateArray());
        strip.normalize();
        return strip.getArea() > 0 ? Optional.of(strip) : Optional.empty();
    }

    private boolean isNear(int corner) {
        for (Side side : sides) {
            if (side.awayM[corner] < distanceM) {
                return true;
            }
        }
        return false;
    }

    private int next(int corner) {
        return corner + 1 == ring.length - 1 ? 0 : corner + 1;
    }

    /** Returns the first near corner after one that is not; -1 where all are near. */
    private int firstNear() {
        for (int corner = 0; corner < ring.length - 1; corner++) {
            if (!isNear(corner) && isNear(next(corner))) {
                return next(corner);
            }
        }
        return -1;
    }

    /** Tells whether an edge begins near to one piece and ends near to another, but is near to none between, or might be. */
    private boolean leavesNearOnOneEdge() {
        for (int edge = 1; edge < ring.length; edge++) {
            double from = 0;
            double to = 1;
            for (Side side : sides) {
                if (side.isCrossed(edge, distanceM)) {
                    double part = side.part(edge, distanceM);
                    from = side.awayM[edge] < distanceM ? from : Math.max(from, part);
                    to = side.awayM[edge] < distanceM ? Math.min(to, part) : to;
                } else if (side.awayM[edge] < distanceM) {
                    to = 0;
                }
            }
            if (from > 0 && to < 1 && (to - from) * ring[edge - 1].distance(ring[edge]) > -ON_PARALLEL_M) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the corners of what is left of the footprint beyond all parallels, in the order of its ring, not closed; empty where one
     * of the cuts would leave it in parts, and where what is left is as thin as rounding.
     */
    private Optional<List<Coordinate>> rest() {
        List<Coordinate> left = new ArrayList<>(List.of(ring).subList(0, ring.length - 1));
        for (Side side : sides) {
            List<Coordinate> beyond = new ArrayList<>();
            int crossings = 0;
            for (int i = 0; i < left.size(); i++) {
                Coordinate from = left.get(i);
                Coordinate to = left.get((i + 1) % left.size());
                double fromM = side.awayM(from);
                double toM = side.awayM(to);
                if (fromM >= distanceM) {
                    beyond.add(from);
                }
                if (fromM < distanceM != toM < distanceM) {
                    beyond.add(new LineSegment(from, to).pointAlong(Side.part(fromM, toM, distanceM)));
                    crossings++;
                }
            }
            if (crossings > 2) {
                return Optional.empty();
            }
            left = beyond;
        }
        return isThin(left) ? Optional.empty() : Optional.of(left);
    }

    private static boolean isThin(List<Coordinate> rest) {
        for (int i = 0; i < rest.size(); i++) {
            if (rest.get(i).distance(rest.get((i + 1) % rest.size())) < ON_PARALLEL_M) {
                return true;
            }
        }
        return !rest.isEmpty() && rest.size() < LEAST_RING - 1;
    }

    /** Returns of what is left the corners on parallels against the order of the ring, from where it comes out of the strip. */
    private List<Coordinate> parallels(List<Coordinate> rest) {
        List<Coordinate> on = new ArrayList<>();
        int start = 0;
        while (start < rest.size() && isOnParallel(rest.get(start))) {
            start++;
        }
        for (int i = 0; i < rest.size(); i++) {
            Coordinate point = rest.get((start + i) % rest.size());
            if (isOnParallel(point)) {
                on.add(0, point);
            }
        }
        return on;
    }

    private boolean isOnParallel(Coordinate point) {
        for (Side side : sides) {
            if (Math.abs(side.awayM(point) - distanceM) < ON_PARALLEL_M / 2) {
                return true;
            }
        }
        return false;
    }

    /** Returns the footprint, all corners of which are near, without what is left of it in its midst. */
    private static Geometry around(Polygon footprint, List<Coordinate> rest) {
        CoordinateList hole = new CoordinateList(rest.toArray(Coordinate[]::new));
        hole.closeRing();
        GeometryFactory factory = footprint.getFactory();
        LinearRing shell = factory.createLinearRing(footprint.getExteriorRing().getCoordinates());
        LinearRing[] holes = rest.isEmpty()
                ? new LinearRing[0]
                : new LinearRing[] {factory.createLinearRing(hole.toCoordinateArray())};
        Geometry strip = factory.createPolygon(shell, holes);
        strip.normalize();
        return strip;
    }
}
