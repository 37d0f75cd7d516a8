package co.lindero.licence.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** A strip that is cut by a parallel is the one that a buffer and an overlay give; whatever is not that simple is left to them. */
class StraightStripTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double X = 4_621_900;
    private static final double Y = 1_921_300;

    @Test
    void isWhatABufferAndAnOverlayGive() {
        SplittableRandom random = new SplittableRandom(9377);
        int cut = 0;
        int left = 0;
        for (int i = 0; i < 4_000; i++) {
            Polygon footprint = footprint(random);
            LineString line = line(random);
            double distanceM = random.nextDouble(0.5, 12);
            Optional<Geometry> strip = StraightStrip.find(footprint, line, distanceM);
            if (strip.isEmpty()) {
                left++;
                continue;
            }
            cut++;
            Geometry nearer = footprint.intersection(BufferOp.bufferOp(line, distanceM, new BufferParameters(400)));
            assertThat(strip.get().isValid()).isTrue();
            assertThat(strip.get().symDifference(nearer).getArea())
                    .as("%s along %s, %s m", footprint, line, distanceM)
                    .isLessThan(1e-5);
        }
        assertThat(cut).isGreaterThan(300);
        assertThat(left).isGreaterThan(1_000);
    }

    @Test
    void isTheSameWhereverRingsAndLinesBegin() throws Exception {
        Geometry footprint = new WKTReader().read("POLYGON ((2 1, 6 1, 6 5, 2 5, 2 1))");
        Geometry restarted = new WKTReader().read("POLYGON ((6 5, 6 1, 2 1, 2 5, 6 5))");
        LineString line = (LineString) new WKTReader().read("LINESTRING (0 9, 0 0, 8 0)");
        assertThat(StraightStrip.find(footprint, line, 1.5).orElseThrow().toText())
                .isEqualTo(StraightStrip.find(restarted, line.reverse(), 1.5)
                        .orElseThrow()
                        .toText())
                .isEqualTo("POLYGON ((2 1, 2 1.5, 6 1.5, 6 1, 2 1))");
    }

    @Test
    void leavesWhatIsNotThatSimple() throws Exception {
        WKTReader wkt = new WKTReader();
        LineString line = (LineString) wkt.read("LINESTRING (0 0, 10 0)");
        for (String footprint : new String[] {
            // beyond an end, on both sides, in two strips, with a hole, in parts, a corner on the parallel
            "POLYGON ((9 1, 12 1, 12 5, 9 5, 9 1))",
            "POLYGON ((2 -1, 6 -1, 6 5, 2 5, 2 -1))",
            "POLYGON ((2 1, 4 1, 4 4, 5 4, 5 1, 7 1, 7 6, 2 6, 2 1))",
            "POLYGON ((2 1, 7 1, 7 6, 2 6, 2 1), (3 4, 4 4, 4 5, 3 5, 3 4))",
            "MULTIPOLYGON (((2 1, 3 1, 3 5, 2 5, 2 1)), ((5 1, 6 1, 6 5, 5 5, 5 1)))",
            "POLYGON ((2 1, 6 1, 6 2, 2 5, 2 1))"
        }) {
            assertThat(StraightStrip.find(wkt.read(footprint), line, 2))
                    .as(footprint)
                    .isEmpty();
        }
        LineString corner = (LineString) wkt.read("LINESTRING (0 9, 0 0, 10 0)");
        assertThat(StraightStrip.find(wkt.read("POLYGON ((1 1, 6 1, 6 5, 1 5, 1 1))"), corner, 2))
                .as("two pieces are near")
                .isEmpty();
        assertThat(StraightStrip.find(wkt.read("POLYGON ((1 3, 6 3, 6 5, 1 5, 1 3))"), line, 2))
                .as("nothing is near")
                .isEmpty();
    }

    /** A star of 3 to 9 corners, now and then restarted the other way round. */
    private static Polygon footprint(SplittableRandom random) {
        int corners = random.nextInt(3, 10);
        double x = X + random.nextDouble(5, 25);
        double y = Y + random.nextDouble(1, 15);
        Coordinate[] ring = IntStream.rangeClosed(0, corners)
                .mapToObj(i -> {
                    double angle = 2 * Math.PI * i / corners;
                    double radius = random.nextDouble(1, 6);
                    return new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
                })
                .toArray(Coordinate[]::new);
        ring[corners] = ring[0].copy();
        Polygon polygon = FACTORY.createPolygon(ring);
        return random.nextBoolean() ? polygon : polygon.reverse();
    }

    /** A straight line or one with a bend. */
    private static LineString line(SplittableRandom random) {
        Coordinate end = new Coordinate(X + 30, Y + random.nextDouble(-3, 3));
        Coordinate begin = new Coordinate(X, Y + random.nextDouble(-3, 3));
        Coordinate bend = new Coordinate(X - random.nextDouble(2, 9), Y + random.nextDouble(-30, 30));
        return FACTORY.createLineString(
                random.nextBoolean() ? new Coordinate[] {begin, end} : new Coordinate[] {bend, begin, end});
    }
}
