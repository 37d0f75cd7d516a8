package co.lindero.demo.mesh;

import java.util.List;

/** Measures of open rings. */
public final class Rings {
    private Rings() {}

    /** Returns the signed area in square metres, positive when counter-clockwise; exact up to the last division. */
    public static double areaM2(List<Node> ring) {
        long twice = 0;
        Node origin = ring.get(0);
        for (int i = 0; i < ring.size(); i++) {
            Node a = ring.get(i);
            Node b = ring.get((i + 1) % ring.size());
            twice += (a.x() - origin.x()) * (b.y() - origin.y()) - (b.x() - origin.x()) * (a.y() - origin.y());
        }
        return twice / 2.0 / (Node.PER_METRE * Node.PER_METRE);
    }

    /** Returns whether a place lies inside, by counting crossings; unspecified on the ring itself. */
    public static boolean contains(List<Node> ring, Vec place) {
        double px = place.x() * Node.PER_METRE;
        double py = place.y() * Node.PER_METRE;
        boolean inside = false;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            Node a = ring.get(i);
            Node b = ring.get(j);
            if (a.y() > py != b.y() > py
                    && px < ((double) b.x() - a.x()) * (py - a.y()) / ((double) b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }
}
