package co.lindero.demo.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts faces along paths. A path that leaves the face cuts it wherever it passes through; an end inside the face cuts
 * nothing. A cut that would come closer to a vertex than the clearance is left out, so that no rounding can make edges
 * cross. Not thread-safe.
 */
public final class Cutter {
    private static final double CLEARANCE_MM = 10;
    private static final double SMALLEST_PIECE_M2 = 0.05;

    private record Crossing(int edge, double t, double along, Node node) {
        Crossing with(Node settled) {
            return new Crossing(edge, t, along, settled);
        }
    }

    private record Chord(List<Node> nodes, Vec middle) {}

    private final Mesh mesh;
    private final double snapMm;

    /**
     * @param mesh where split points are remembered
     * @param snapM a crossing nearer than this to a vertex uses the vertex, metres
     */
    public Cutter(Mesh mesh, double snapM) {
        this.mesh = mesh;
        this.snapMm = snapM * Node.PER_METRE;
    }

    /** Returns the mesh that this cutter works on. */
    public Mesh mesh() {
        return mesh;
    }

    /** Returns the pieces of a face cut along a path; the face alone if the path does not pass through. */
    public List<Face> cut(Face face, List<Vec> path) {
        List<Node> ring = mesh.expand(face.ring());
        List<Crossing> crossings = crossings(ring, path);
        if (crossings.size() < 2) {
            return List.of(face);
        }
        List<Node> full = new ArrayList<>();
        List<Crossing> settled = insert(ring, crossings, full);
        settled.sort(Comparator.comparingDouble(Crossing::along));
        List<List<Node>> pieces = new ArrayList<>(List.of(full));
        for (int i = 0; i + 1 < settled.size(); i++) {
            Chord chord = chord(settled.get(i), settled.get(i + 1), path);
            if (Rings.contains(full, chord.middle())) {
                apply(pieces, chord);
            }
        }
        return pieces.stream().map(Face::new).toList();
    }

    /**
     * Returns the pieces of a face cut along a closed path.
     *
     * @param path the vertices of the path, the first not repeated, at least one outside the face
     */
    public List<Face> cutClosed(Face face, List<Vec> path) {
        for (int start = 0; start < path.size(); start++) {
            if (!face.contains(path.get(start))) {
                List<Vec> turned = new ArrayList<>(path.subList(start, path.size()));
                turned.addAll(path.subList(0, start + 1));
                return cut(face, turned);
            }
        }
        return List.of(face);
    }

    private static List<Crossing> crossings(List<Node> ring, List<Vec> path) {
        List<Crossing> found = new ArrayList<>();
        for (int p = 0; p + 1 < path.size(); p++) {
            double ox = path.get(p).x() * Node.PER_METRE;
            double oy = path.get(p).y() * Node.PER_METRE;
            double dx = path.get(p + 1).x() * Node.PER_METRE - ox;
            double dy = path.get(p + 1).y() * Node.PER_METRE - oy;
            for (int i = 0; i < ring.size(); i++) {
                Node a = ring.get(i);
                Node b = ring.get((i + 1) % ring.size());
                double sideA = dx * (a.y() - oy) - dy * (a.x() - ox);
                double sideB = dx * (b.y() - oy) - dy * (b.x() - ox);
                if (sideA >= 0 == sideB >= 0) {
                    continue;
                }
                double t = sideA / (sideA - sideB);
                double x = a.x() + t * (b.x() - a.x()) - ox;
                double y = a.y() + t * (b.y() - a.y()) - oy;
                double s = (x * dx + y * dy) / (dx * dx + dy * dy);
                if (s >= 0 && s < 1) {
                    found.add(new Crossing(i, t, p + s, a));
                }
            }
        }
        found.sort(Comparator.comparingInt(Crossing::edge).thenComparingDouble(Crossing::t));
        return found;
    }

    private List<Crossing> insert(List<Node> ring, List<Crossing> crossings, List<Node> full) {
        List<Crossing> settled = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < ring.size(); i++) {
            Node a = ring.get(i);
            Node b = ring.get((i + 1) % ring.size());
            Node last = a;
            full.add(a);
            for (; next < crossings.size() && crossings.get(next).edge() == i; next++) {
                Crossing crossing = crossings.get(next);
                Node node = on(a, b, crossing.t());
                if (node.distanceMm(last) <= snapMm) {
                    node = last;
                } else if (node.distanceMm(b) <= snapMm) {
                    node = b;
                } else {
                    mesh.split(last, b, node);
                    full.add(node);
                    last = node;
                }
                settled.add(crossing.with(node));
            }
        }
        return settled;
    }

    private static Node on(Node a, Node b, double t) {
        return new Node(a.x() + Math.round(t * (b.x() - a.x())), a.y() + Math.round(t * (b.y() - a.y())));
    }

    private static Chord chord(Crossing from, Crossing to, List<Vec> path) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(from.node());
        for (int k = (int) Math.floor(from.along()) + 1; k < to.along(); k++) {
            nodes.add(Node.at(path.get(k).x(), path.get(k).y()));
        }
        nodes.add(to.node());
        Vec a = nodes.get(nodes.size() / 2 - 1).vec();
        Vec b = nodes.get(nodes.size() / 2).vec();
        return new Chord(nodes, new Vec((a.x() + b.x()) / 2, (a.y() + b.y()) / 2));
    }

    private static void apply(List<List<Node>> pieces, Chord chord) {
        for (int p = 0; p < pieces.size(); p++) {
            List<Node> ring = pieces.get(p);
            int i = ring.indexOf(chord.nodes().get(0));
            int j = ring.indexOf(chord.nodes().get(chord.nodes().size() - 1));
            if (i >= 0 && j >= 0 && i != j && Rings.contains(ring, chord.middle()) && isClear(ring, chord.nodes())) {
                List<Node> left = part(ring, i, j, chord.nodes(), true);
                List<Node> right = part(ring, j, i, chord.nodes(), false);
                if (isPiece(left) && isPiece(right)) {
                    pieces.set(p, left);
                    pieces.add(right);
                }
                return;
            }
        }
    }

    private static boolean isPiece(List<Node> ring) {
        return ring.size() > 2 && Rings.areaM2(ring) > SMALLEST_PIECE_M2;
    }

    private static List<Node> part(List<Node> ring, int from, int to, List<Node> chord, boolean backwards) {
        List<Node> part = new ArrayList<>();
        for (int k = from; k != to; k = (k + 1) % ring.size()) {
            part.add(ring.get(k));
        }
        part.add(ring.get(to));
        for (int k = 1; k + 1 < chord.size(); k++) {
            part.add(chord.get(backwards ? chord.size() - 1 - k : k));
        }
        return part;
    }

    private static boolean isClear(List<Node> ring, List<Node> chord) {
        Node first = chord.get(0);
        Node last = chord.get(chord.size() - 1);
        for (int k = 0; k + 1 < chord.size(); k++) {
            Node a = chord.get(k);
            Node b = chord.get(k + 1);
            for (int i = 0; i < ring.size(); i++) {
                Node node = ring.get(i);
                Node next = ring.get((i + 1) % ring.size());
                boolean isEnd = node.equals(first) || node.equals(last);
                if ((!isEnd && node.distanceMm(a, b) < CLEARANCE_MM) || cross(a, b, node, next)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean cross(Node a, Node b, Node c, Node d) {
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    private static int side(Node a, Node b, Node p) {
        return Long.signum((b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x()));
    }
}
