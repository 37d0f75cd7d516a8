package co.lindero.demo.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The memory of where edges were split. A vertex that one face puts on an edge belongs to the face beyond it too;
 * {@link #expand} adds all such vertices to a ring, however often the edge was split. Not thread-safe.
 */
public final class Mesh {
    private record Edge(Node a, Node b) {
        static Edge of(Node a, Node b) {
            boolean inOrder = a.x() < b.x() || (a.x() == b.x() && a.y() <= b.y());
            return inOrder ? new Edge(a, b) : new Edge(b, a);
        }
    }

    private final Map<Edge, Node> splits = new HashMap<>();

    /** Remembers that the edge between two vertices runs through a third. */
    void split(Node a, Node b, Node through) {
        Node before = splits.putIfAbsent(Edge.of(a, b), through);
        if (before != null && !before.equals(through)) {
            throw new IllegalStateException("edge " + a + " " + b + " is split already at " + before);
        }
    }

    /**
     * Returns the ring with every vertex that was put on its edges.
     *
     * @param ring an open ring, first vertex not repeated
     */
    public List<Node> expand(List<Node> ring) {
        List<Node> full = new ArrayList<>(ring.size() + 4);
        for (int i = 0; i < ring.size(); i++) {
            Node a = ring.get(i);
            full.add(a);
            expandInto(full, a, ring.get((i + 1) % ring.size()));
        }
        return full;
    }

    private void expandInto(List<Node> full, Node a, Node b) {
        Node through = splits.get(Edge.of(a, b));
        if (through != null) {
            expandInto(full, a, through);
            full.add(through);
            expandInto(full, through, b);
        }
    }
}
