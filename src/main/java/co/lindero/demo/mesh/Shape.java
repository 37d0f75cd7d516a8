package co.lindero.demo.mesh;

import java.util.List;

/**
 * A polygon with all its vertices.
 *
 * @param shell open ring, counter-clockwise
 * @param holes open rings, clockwise
 */
public record Shape(List<Node> shell, List<List<Node>> holes) {
    /** Keeps copies of the rings. */
    public Shape {
        shell = List.copyOf(shell);
        holes = holes.stream().map(List::copyOf).toList();
    }

    /** Returns the polygon of a face with the vertices that its neighbours put on its edges. */
    public static Shape of(Mesh mesh, Face face) {
        return new Shape(mesh.expand(face.ring()), List.of());
    }

    /** Returns the planar area in square metres. */
    public double areaM2() {
        return Rings.areaM2(shell) + holes.stream().mapToDouble(Rings::areaM2).sum();
    }
}
