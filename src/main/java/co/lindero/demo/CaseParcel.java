package co.lindero.demo;

import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Shape;
import java.util.List;

/**
 * A parcel built for one case of the acceptance list.
 *
 * @param key number of the case, with a letter where a case has several parcels
 * @param faces the faces it takes of the block
 * @param shapes its polygons
 * @param registeredM2 area of the register
 */
record CaseParcel(String key, List<Face> faces, List<Shape> shapes, double registeredM2) {
    CaseParcel {
        faces = List.copyOf(faces);
        shapes = List.copyOf(shapes);
    }
}
