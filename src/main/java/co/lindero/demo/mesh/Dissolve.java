package co.lindero.demo.mesh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Unites faces by cancelling the edges they share; exact, since neighbours have equal vertices. Where rings meet in a
 * point they are kept apart, so that the polygons are valid.
 */
public final class Dissolve {
    private record Edge(Node from, Node to) {
        Edge reversed() {
            return new Edge(to, from);
        }
    }

    private final Mesh mesh;

    /** Works on faces of one mesh. */
    public Dissolve(Mesh mesh) {
        this.mesh = mesh;
    }

    /** Returns the union of faces as polygons, in the order of their first edges. */
    public List<Shape> unite(Collection<Face> faces) {
        Set<Edge> edges = new LinkedHashSet<>();
        for (Face face : faces) {
            List<Node> ring = mesh.expand(face.ring());
            for (int i = 0; i < ring.size(); i++) {
                Edge edge = new Edge(ring.get(i), ring.get((i + 1) % ring.size()));
                if (!edges.remove(edge.reversed())) {
                    edges.add(edge);
                }
            }
        }
        return shapes(rings(edges));
    }

    private static List<List<Node>> rings(Set<Edge> edges) {
        Map<Node, List<Node>> outgoing = new LinkedHashMap<>();
        edges.forEach(edge -> outgoing.computeIfAbsent(edge.from(), node -> new ArrayList<>(1))
                .add(edge.to()));
        List<List<Node>> rings = new ArrayList<>();
        for (Map.Entry<Node, List<Node>> entry : outgoing.entrySet()) {
            while (!entry.getValue().isEmpty()) {
                splitAtRepeats(trace(entry.getKey(), outgoing), rings);
            }
        }
        return rings;
    }

    private static List<Node> trace(Node start, Map<Node, List<Node>> outgoing) {
        List<Node> ring = new ArrayList<>();
        Node before = start;
        Node at = start;
        do {
            List<Node> choices = outgoing.getOrDefault(at, List.of());
            Node next = leftmost(before, at, choices);
            choices.remove(next);
            ring.add(at);
            before = at;
            at = next;
        } while (!at.equals(start));
        return ring;
    }

    private static Node leftmost(Node before, Node at, List<Node> choices) {
        if (choices.size() == 1) {
            return choices.get(0);
        }
        double heading = StrictMath.atan2((double) at.y() - before.y(), (double) at.x() - before.x());
        return choices.stream()
                .max(Comparator.comparingDouble(next -> turn(heading, at, next)))
                .orElseThrow(() -> new IllegalStateException("no way on from " + at));
    }

    private static double turn(double heading, Node at, Node next) {
        double angle = StrictMath.atan2((double) next.y() - at.y(), (double) next.x() - at.x()) - heading;
        return Math.IEEEremainder(angle, 2 * Math.PI);
    }

    private static void splitAtRepeats(List<Node> walk, List<List<Node>> rings) {
        List<Node> open = new ArrayList<>();
        Map<Node, Integer> places = new HashMap<>();
        for (Node node : walk) {
            Integer seen = places.get(node);
            if (seen != null) {
                List<Node> loop = open.subList(seen, open.size());
                rings.add(List.copyOf(loop));
                loop.subList(1, loop.size()).forEach(places::remove);
                loop.clear();
            }
            places.put(node, open.size());
            open.add(node);
        }
        rings.add(List.copyOf(open));
    }

    private static List<Shape> shapes(List<List<Node>> rings) {
        List<List<Node>> shells =
                rings.stream().filter(ring -> Rings.areaM2(ring) > 0).toList();
        Map<List<Node>, List<List<Node>>> holes = new LinkedHashMap<>();
        shells.forEach(shell -> holes.put(shell, new ArrayList<>()));
        for (List<Node> ring : rings) {
            if (Rings.areaM2(ring) < 0) {
                shells.stream()
                        .filter(shell -> Rings.contains(shell, inside(ring)))
                        .min(Comparator.comparingDouble(Rings::areaM2))
                        .ifPresent(shell ->
                                holes.getOrDefault(shell, new ArrayList<>()).add(ring));
            }
        }
        return holes.entrySet().stream()
                .map(entry -> new Shape(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A place a hair to the right of the first edge of a clockwise ring, which is within the hole. */
    private static Vec inside(List<Node> hole) {
        Vec a = hole.get(0).vec();
        Vec b = hole.get(1).vec();
        double length = a.distance(b);
        double hair = 0.0001;
        return new Vec(
                (a.x() + b.x()) / 2 + hair * (b.y() - a.y()) / length,
                (a.y() + b.y()) / 2 - hair * (b.x() - a.x()) / length);
    }
}
