package co.lindero.licence.boundary;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What may lie outside a boundary. Where several lie on one spot, the first of their list counts.
 *
 * @param geom polygons, storage CRS
 * @param faces what facing it means
 */
public record Neighbour(Geometry geom, Facing faces) {
    /** Reads neighbours from a collection in their order; what facing each means, likewise. */
    public static List<Neighbour> list(Geometry collection, List<String> faces) {
        List<Neighbour> list = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            list.add(new Neighbour(
                    collection.getGeometryN(i), faces.get(i).equals("public") ? Facing.PUBLIC : Facing.PRIVATE));
        }
        return list;
    }
}
