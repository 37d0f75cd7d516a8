package co.lindero.demo.mesh;

import java.util.ArrayList;
import java.util.List;

/** Carves strips along lines and enclosures out of faces. */
public final class Carver {
    private static final double MITRE_ALLOWANCE = 1.35;

    /**
     * What a carving leaves.
     *
     * @param inside the strip or what is enclosed
     * @param outside the rest
     */
    public record Carved(List<Face> inside, List<Face> outside) {}

    private final Cutter cutter;

    /** Cuts with the given cutter. */
    public Carver(Cutter cutter) {
        this.cutter = cutter;
    }

    /**
     * Carves a strip of constant width.
     *
     * @param centre its centre line, running on beyond the ground at both ends
     * @param widthM its width in metres
     */
    public Carved strip(List<Face> ground, List<Vec> centre, double widthM) {
        Carved carved = new Carved(new ArrayList<>(), new ArrayList<>());
        List<Vec> left = Paths.offset(centre, widthM / 2);
        List<Vec> right = Paths.offset(centre, -widthM / 2);
        for (Face face : ground) {
            for (Face piece : cutter.cut(face, left)) {
                for (Face part : cutter.cut(piece, right)) {
                    boolean isStrip = part.ring().stream()
                            .allMatch(node -> Paths.distance(centre, node.vec()) < widthM / 2 * MITRE_ALLOWANCE);
                    (isStrip ? carved.inside() : carved.outside()).add(part);
                }
            }
        }
        return carved;
    }

    /** Carves along a closed path; each face must have one vertex of the path outside it. */
    public Carved enclose(List<Face> ground, List<Vec> ring) {
        List<Node> nodes =
                ring.stream().map(place -> Node.at(place.x(), place.y())).toList();
        Carved carved = new Carved(new ArrayList<>(), new ArrayList<>());
        for (Face face : ground) {
            for (Face piece : cutter.cutClosed(face, ring)) {
                boolean isInside = Rings.contains(nodes, piece.innerPlace());
                (isInside ? carved.inside() : carved.outside()).add(piece);
            }
        }
        return carved;
    }
}
