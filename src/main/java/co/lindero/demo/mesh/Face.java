package co.lindero.demo.mesh;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One face of the subdivision: a simple polygon without holes.
 *
 * @param ring open ring, counter-clockwise, first vertex not repeated
 */
public record Face(List<Node> ring) {
    /** Keeps a copy of the ring. */
    public Face {
        ring = List.copyOf(ring);
    }

    /** Returns the planar area in square metres, without vertices that neighbours put on the edges. */
    public double areaM2() {
        return Rings.areaM2(ring);
    }

    /** Returns the centre of gravity in metres. */
    public Vec centroid() {
        Node origin = ring.get(0);
        double cx = 0;
        double cy = 0;
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            Node a = ring.get(i);
            Node b = ring.get((i + 1) % ring.size());
            double ax = (double) a.x() - origin.x();
            double ay = (double) a.y() - origin.y();
            double bx = (double) b.x() - origin.x();
            double by = (double) b.y() - origin.y();
            double cross = ax * by - bx * ay;
            cx += (ax + bx) * cross;
            cy += (ay + by) * cross;
            twice += cross;
        }
        return new Vec(
                origin.easting() + cx / (3 * twice) / Node.PER_METRE,
                origin.northing() + cy / (3 * twice) / Node.PER_METRE);
    }

    /** Returns whether a place lies inside. */
    public boolean contains(Vec place) {
        return Rings.contains(ring, place);
    }

    /** Returns a place certainly inside: the middle of the widest stretch on a line of constant northing. */
    public Vec innerPlace() {
        long[] northings = ring.stream().mapToLong(Node::y).sorted().distinct().toArray();
        int middle = Math.max(1, northings.length / 2);
        double y = (northings[middle - 1] + northings[middle]) / 2.0;
        double[] crossings = crossings(y);
        int widest = 0;
        for (int i = 2; i + 1 < crossings.length; i += 2) {
            if (crossings[i + 1] - crossings[i] > crossings[widest + 1] - crossings[widest]) {
                widest = i;
            }
        }
        return new Vec((crossings[widest] + crossings[widest + 1]) / 2 / Node.PER_METRE, y / Node.PER_METRE);
    }

    private double[] crossings(double y) {
        return IntStream.range(0, ring.size())
                .filter(i ->
                        ring.get(i).y() > y != ring.get((i + 1) % ring.size()).y() > y)
                .mapToDouble(i -> {
                    Node a = ring.get(i);
                    Node b = ring.get((i + 1) % ring.size());
                    return a.x() + (y - a.y()) / ((double) b.y() - a.y()) * ((double) b.x() - a.x());
                })
                .sorted()
                .toArray();
    }
}
