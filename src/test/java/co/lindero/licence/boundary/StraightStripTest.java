package co.lindero.licence.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
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
            Geometry line = lines(random);
            double distanceM = random.nextDouble(0.5, 12);
            Optional<Geometry> strip = StraightStrip.find(footprint, line, distanceM);
            if (strip.isEmpty()) {
                left++;
                continue;
            }
            cut++;
            Geometry nearer = footprint.intersection(BufferOp.bufferOp(line, distanceM, new BufferParameters(400)));
            assertThat(rounded(strip.get()).isValid()).isTrue();
            assertThat(footprint.buffer(1e-6).covers(strip.get())).isTrue();
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
    void goesAlongSeveralSides() throws Exception {
        assertThat(strip("LINESTRING (0 9, 0 0, 10 0)"))
                .as("a corner")
                .isEqualTo("POLYGON ((1 1, 1 6, 2 6, 2 2, 9 2, 9 1, 1 1))");
        assertThat(strip("LINESTRING (0 0, 10 0, 10 7, 0 7, 0 0)"))
                .as("all around")
                .isEqualTo("POLYGON ((1 1, 1 6, 9 6, 9 1, 1 1), (2 2, 8 2, 8 5, 2 5, 2 2))");
    }

    /** Bays, and plots as wide as two setbacks, turned and moved: what is left beyond one side is then in parts, or thin as rounding. */
    @Test
    void isSoundWhateverRoundingDoes() throws Exception {
        WKTReader wkt = new WKTReader();
        String[][] cases = {
            {"POLYGON ((1 1, 19 1, 19 19, 14 19, 14 5, 10 5, 10 15, 1 15, 1 1))", "LINESTRING (0 0, 20 0, 20 20)"},
            {"POLYGON ((1 1, 19 1, 19 19, 14 19, 14 5, 10 5, 10 15, 1 15, 1 1))", "LINESTRING (20 20, 20 0, 0 0)"},
            {
                "POLYGON ((1 1, 19 1, 19 19, 14 19, 14 6, 6 6, 6 19, 1 19, 1 1))",
                "LINESTRING (0 0, 20 0, 20 20, 0 20, 0 0)"
            },
            {"POLYGON ((1 1, 13 1, 13 19, 1 19, 1 1))", "LINESTRING (0 0, 14 0, 14 20, 0 20, 0 0)"},
            {"POLYGON ((1 1, 13 1, 13 19, 1 19, 1 1))", "MULTILINESTRING ((0 0, 0 20), (14 0, 14 20))"},
            {"POLYGON ((1 1, 18 1, 18 18, 1 18, 1 1))", "LINESTRING (0 0, 20 0, 20 20, 0 20, 0 0)"}
        };
        int cut = 0;
        for (String[] one : cases) {
            for (int i = 0; i < 300; i++) {
                AffineTransformation move =
                        AffineTransformation.rotationInstance(i * Math.PI / 300).translate(4_800_000, 2_100_000);
                Geometry footprint = move.transform(wkt.read(one[0]));
                Geometry lines = move.transform(wkt.read(one[1]));
                Optional<Geometry> strip = StraightStrip.find(footprint, lines, 7);
                if (strip.isPresent()) {
                    cut++;
                    Geometry nearer = footprint.intersection(lines.buffer(7, 400));
                    assertThat(strip.get().symDifference(nearer).getArea()).isLessThan(1e-5);
                    assertThat(footprint.buffer(1e-6).covers(strip.get())).isTrue();
                    assertThat(rounded(strip.get()).isValid())
                            .as("%s turned %d", one[0], i)
                            .isTrue();
                }
            }
        }
        assertThat(cut).isGreaterThanOrEqualTo(300);
    }

    /** Returns a geometry as GeoJSON has it. */
    private static Geometry rounded(Geometry geometry) {
        Geometry rounded = geometry.copy();
        rounded.apply((CoordinateFilter) at -> {
            at.x = Math.rint(at.x * 1e6) / 1e6;
            at.y = Math.rint(at.y * 1e6) / 1e6;
        });
        return rounded;
    }

    /** Returns what of a house of 8 by 5 m lies within 2 m of lines. */
    private static String strip(String lines) throws Exception {
        WKTReader wkt = new WKTReader();
        return StraightStrip.find(wkt.read("POLYGON ((1 1, 9 1, 9 6, 1 6, 1 1))"), wkt.read(lines), 2)
                .orElseThrow()
                .toText();
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
        assertThat(StraightStrip.find(
                        wkt.read("POLYGON ((1 1, 9 1, 9 6, 1 6, 1 1))"),
                        wkt.read("MULTILINESTRING ((10 9, 10 0), (0 9, 0 0))"),
                        2))
                .as("a strip on either side")
                .isEmpty();
        LineString blunt = (LineString) wkt.read("LINESTRING (-3 9, 0 0, 10 0)");
        assertThat(StraightStrip.find(wkt.read("POLYGON ((-0.1 1, 6 1, 6 5, -0.1 5, -0.1 1))"), blunt, 2))
                .as("beyond the corner there are arcs")
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

    /** One line or two, of which the second lies on the other side, or a whole plot. */
    private static Geometry lines(SplittableRandom random) {
        LineString one = line(random);
        if (random.nextInt(4) == 0) {
            double low = Y + random.nextDouble(-3, 3);
            double high = Y + random.nextDouble(12, 22);
            return FACTORY.createLineString(new Coordinate[] {
                new Coordinate(X, low),
                new Coordinate(X + 30, low + 1),
                new Coordinate(X + 29, high),
                new Coordinate(X - 1, high),
                new Coordinate(X, low)
            });
        }
        return random.nextBoolean()
                ? one
                : FACTORY.createMultiLineString(new LineString[] {
                    one,
                    FACTORY.createLineString(new Coordinate[] {
                        new Coordinate(X, Y + random.nextDouble(8, 22)),
                        new Coordinate(X + 30, Y + random.nextDouble(8, 22))
                    })
                });
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
