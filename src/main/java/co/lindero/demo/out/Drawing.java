package co.lindero.demo.out;

import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Mesh;
import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Shape;
import java.util.List;

/** The geometry of a feature. */
public sealed interface Drawing {
    /** Polygons; one is written as Polygon, several as MultiPolygon. */
    record Area(List<Shape> shapes) implements Drawing {
        /** Keeps a copy of the shapes. */
        public Area {
            shapes = List.copyOf(shapes);
        }
    }

    /** A line string. */
    record Line(List<Node> nodes) implements Drawing {
        /** Keeps a copy of the nodes. */
        public Line {
            nodes = List.copyOf(nodes);
        }
    }

    /** A point. */
    record Point(Node node) implements Drawing {}

    /** No geometry at all. */
    record None() implements Drawing {}

    /** Returns the polygon of a face with its neighbours' vertices. */
    static Drawing of(Mesh mesh, Face face) {
        return new Area(List.of(Shape.of(mesh, face)));
    }

    /** Returns polygons. */
    static Drawing of(List<Shape> shapes) {
        return new Area(shapes);
    }
}
