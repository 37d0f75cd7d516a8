package co.lindero.licence.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class NeighbourTest {
    /** Where two lie on one spot the first counts, and the database tells them in no order. */
    @Test
    void comeInTheOrderOfTheirRows() throws Exception {
        Geometry told = new WKTReader()
                .read(
                        "GEOMETRYCOLLECTION (POLYGON ((3 0, 4 0, 4 1, 3 0)), POLYGON ((1 0, 2 0, 2 1, 1 0)), POLYGON ((2 0, 3 0, 3 1, 2 0)))");
        List<Neighbour> neighbours =
                Neighbour.list(told, List.of("private", "public", "private"), List.of(3_000_000_000L, 7L, 12L));
        assertThat(neighbours.stream().map(one -> one.geom().toText() + " " + one.faces()))
                .containsExactly(
                        "POLYGON ((1 0, 2 0, 2 1, 1 0)) PUBLIC",
                        "POLYGON ((2 0, 3 0, 3 1, 2 0)) PRIVATE",
                        "POLYGON ((3 0, 4 0, 4 1, 3 0)) PRIVATE");
    }
}
