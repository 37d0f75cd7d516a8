package co.lindero.licence.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** Pictures of setbacks that fail, by whichever way they are cut. */
class SetbackStripTest {
    private static final Geometry FOOTPRINT = wkt("POLYGON ((2 1, 8 1, 8 6, 2 6, 2 1))");

    @Test
    void piecesOfAStraightSideAreOneSide() {
        List<LineString> pieces =
                lines("LINESTRING (0 0, 3 0.0004)", "LINESTRING (3 0.0004, 7 -0.0005)", "LINESTRING (7 -0.0005, 10 0)");
        Geometry strip = SetbackStrip.find(FOOTPRINT, pieces, 2).orElseThrow();
        assertThat(strip.toText()).isEqualTo("POLYGON ((2 1, 2 2, 8 2, 8 1, 2 1))");
    }

    @Test
    void aCornerThatIsSeenIsNotStraight() {
        List<LineString> pieces = lines("LINESTRING (0 0, 5 0.02)", "LINESTRING (5 0.02, 10 0)");
        Geometry strip = SetbackStrip.find(FOOTPRINT, pieces, 2).orElseThrow();
        assertThat(strip.symDifference(exact(pieces, 2)).getArea()).isLessThan(1e-3);
        assertThat(strip.getArea()).isGreaterThan(6.05);
    }

    @Test
    void allSidesAtOnceGoAround() {
        List<LineString> ring = lines(
                "LINESTRING (5 0, 10 0)",
                "LINESTRING (10 0, 10 8)",
                "LINESTRING (10 8, 0 8)",
                "LINESTRING (0 8, 0 0)",
                "LINESTRING (0 0, 5 0)");
        Geometry strip = SetbackStrip.find(FOOTPRINT, ring, 3).orElseThrow();
        assertThat(strip.getArea()).isCloseTo(30 - 4 * 2, within(1e-6));
    }

    @Test
    void nothingNearIsNoPicture() {
        assertThat(SetbackStrip.find(FOOTPRINT, lines("LINESTRING (0 -5, 10 -5)"), 2))
                .isEmpty();
        Optional<Geometry> touched = SetbackStrip.find(FOOTPRINT, lines("LINESTRING (0 0, 10 0)"), 1);
        assertThat(touched.map(Geometry::getArea).orElse(0.0)).isEqualTo(0);
    }

    private static Geometry exact(List<LineString> lines, double distanceM) {
        return FOOTPRINT.intersection(
                BufferOp.bufferOp(FOOTPRINT.getFactory().buildGeometry(lines), distanceM, new BufferParameters(400)));
    }

    private static List<LineString> lines(String... texts) {
        return Stream.of(texts).map(text -> (LineString) wkt(text)).toList();
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
