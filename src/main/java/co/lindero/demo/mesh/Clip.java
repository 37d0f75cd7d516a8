package co.lindero.demo.mesh;

import java.util.ArrayList;
import java.util.List;

/** Clips convex polygons without touching any mesh; of a polygon that is not convex nothing remains. */
public final class Clip {
    private Clip() {}

    /** Returns the ring of a face in metres. */
    public static List<Vec> places(Face face) {
        return face.ring().stream().map(Node::vec).toList();
    }

    /** Returns the part of a ring between two lines across a direction. */
    public static List<Vec> keep(List<Vec> ring, Vec direction, double from, double to) {
        List<Vec> upper = half(ring, direction, from);
        return half(upper, new Vec(-direction.x(), -direction.y()), -to);
    }

    /** Returns a counter-clockwise convex ring moved inwards; empty if it is not convex. */
    public static List<Vec> inset(List<Vec> ring, double distance) {
        List<Vec> inner = ring;
        for (int i = 0; i < ring.size(); i++) {
            Vec a = ring.get(i);
            Vec b = ring.get((i + 1) % ring.size());
            double length = a.distance(b);
            if (length < 1e-6) {
                continue;
            }
            Vec inwards = new Vec(-(b.y() - a.y()) / length, (b.x() - a.x()) / length);
            double line = inwards.x() * a.x() + inwards.y() * a.y();
            if (ring.stream().anyMatch(p -> inwards.x() * p.x() + inwards.y() * p.y() < line - 0.05)) {
                return List.of();
            }
            inner = half(inner, inwards, line + distance);
        }
        return inner;
    }

    private static List<Vec> half(List<Vec> ring, Vec direction, double from) {
        List<Vec> kept = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Vec a = ring.get(i);
            Vec b = ring.get((i + 1) % ring.size());
            double da = direction.x() * a.x() + direction.y() * a.y() - from;
            double db = direction.x() * b.x() + direction.y() * b.y() - from;
            if (da >= 0) {
                kept.add(a);
            }
            if (da >= 0 != db >= 0) {
                double t = da / (da - db);
                kept.add(a.plus(t * (b.x() - a.x()), t * (b.y() - a.y())));
            }
        }
        return kept;
    }
}
