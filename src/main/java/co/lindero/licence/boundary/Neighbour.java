package co.lindero.licence.boundary;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;

/**
 * What may lie outside a boundary. Where several lie on one spot, the first of their list counts.
 *
 * @param geom polygons, storage CRS
 * @param faces what facing it means
 */
public record Neighbour(Geometry geom, Facing faces) {
    /**
     * Reads neighbours from a collection; what facing each means and its row, likewise.
     *
     * @return neighbours in the order of their rows
     */
    public static List<Neighbour> list(Geometry collection, List<String> faces, List<Long> rows) {
        return IntStream.range(0, faces.size())
                .boxed()
                .sorted(Comparator.comparing(rows::get))
                .map(i -> new Neighbour(
                        collection.getGeometryN(i), faces.get(i).equals("public") ? Facing.PUBLIC : Facing.PRIVATE))
                .toList();
    }
}
