package co.lindero.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What the encoder draws is what JTS cuts out of the same shapes, but for the grid that tiles are drawn on. */
final class TileOracleTest {
    private static final TileAddress TILE = new TileAddress(16, 31_000, 18_800);
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final Envelope TILE_SQUARE = new Envelope(0, TileShape.EXTENT, 0, TileShape.EXTENT);
    /** Places of shapes so large lie so far from each other that the grid cannot make them cross, square units. */
    private static final double LARGE = 40_000;

    private static final int SHAPES = 150;
    private static final int LEAST_RADIUS = 12;
    /** Places move by half a unit along each axis, so that no line moves by more than this. */
    private static final double GRID = 0.75;

    /** Kinds of shape, by where they lie and how large they are, tile units. */
    enum Kind {
        INSIDE(400, 3_600, 12, 300),
        ACROSS_THE_EDGE(-200, 4_300, 50, 900),
        LARGER_THAN_THE_TILE(-2_000, 6_000, 4_000, 12_000);

        private final int least;
        private final int most;
        private final int smallest;
        private final int largest;

        Kind(int least, int most, int smallest, int largest) {
            this.least = least;
            this.most = most;
            this.smallest = smallest;
            this.largest = largest;
        }

        Polygon polygon(Random random) {
            double x = least + random.nextDouble() * (most - least);
            double y = least + random.nextDouble() * (most - least);
            double radius = smallest + random.nextDouble() * (largest - smallest);
            Coordinate[] shell = ring(x, y, radius, random);
            boolean hole = radius > 4 * LEAST_RADIUS && random.nextBoolean();
            return hole
                    ? GEOMETRIES.createPolygon(
                            GEOMETRIES.createLinearRing(shell),
                            new LinearRing[] {GEOMETRIES.createLinearRing(ring(x, y, radius / 4, random))})
                    : GEOMETRIES.createPolygon(shell);
        }

        /** A ring of 4 to 30 places that a line from the middle meets once; a quarter of it and less lies within any such ring. */
        private static Coordinate[] ring(double x, double y, double radius, Random random) {
            int places = 4 + random.nextInt(27);
            Coordinate[] ring = new Coordinate[places + 1];
            for (int i = 0; i < places; i++) {
                double angle = 2 * Math.PI * i / places;
                double reach = radius * (0.6 + 0.4 * random.nextDouble());
                ring[i] = new Coordinate(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
            }
            ring[places] = ring[0];
            return ring;
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsWhatJtsCutsOut(Kind kind) {
        Random random = new Random(7);
        for (int i = 0; i < SHAPES; i++) {
            compare(kind.polygon(random), kind + " " + i);
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsEveryPartOfShapesInSeveralParts(Kind kind) {
        Random random = new Random(70);
        for (int i = 0; i < SHAPES / 3; i++) {
            List<Polygon> parts = new ArrayList<>();
            for (int part = 0; part < 4; part++) {
                Polygon next = kind.polygon(random);
                if (parts.stream().noneMatch(next::intersects)) {
                    parts.add(next);
                }
            }
            compare(GEOMETRIES.createMultiPolygon(parts.toArray(Polygon[]::new)), kind + " in parts " + i);
        }
    }

    private static void compare(Geometry shape, String name) {
        assertThat(shape.isValid()).as(name).isTrue();
        byte[] tile =
                new TileEncoder(TILE, 500_000).encode("zones", List.of(), TileRow.of(stored(shape), 0, List.of()));
        List<Geometry> features =
                tile.length == 0 ? List.of() : DecodedTile.of(tile).features("zones");
        Geometry whole = features.isEmpty() ? GEOMETRIES.createPolygon() : features.get(0);
        // what falls apart at the edge is joined along it, outside the square that a map shows
        Geometry fixed = GeometryFixer.fix(whole);
        Geometry expected = within(shape, 0);
        Geometry drawn = within(fixed, 0);

        assertThat(drawn.getArea())
                .as(name)
                .isCloseTo(expected.getArea(), Offset.offset(GRID * expected.getLength() + 1));
        assertThat(drawn.difference(within(shape, 2).buffer(GRID)).toText())
                .as(name + ": nothing more is drawn")
                .endsWith("EMPTY");
        assertThat(expected.buffer(-GRID)
                        .difference(within(fixed, 2).buffer(GRID))
                        .toText())
                .as(name + ": nothing is left out")
                .endsWith("EMPTY");
        if (TILE_SQUARE.contains(shape.getEnvelopeInternal()) && shape.getArea() > LARGE) {
            assertThat(whole.isValid()).as(name).isTrue();
        }
    }

    /** The areas that lie in the square that a map shows of a tile, and in a frame around it. */
    private static Geometry within(Geometry shape, double frame) {
        Envelope square = new Envelope(TILE_SQUARE);
        square.expandBy(frame);
        return OverlayNGRobust.overlay(shape, GEOMETRIES.toGeometry(square), OverlayNG.INTERSECTION)
                .buffer(0);
    }

    private static ByteBuffer stored(Geometry shape) {
        double unit = TILE.sideM() / TileShape.EXTENT;
        Geometry ground = AffineTransformation.scaleInstance(unit, -unit)
                .compose(AffineTransformation.translationInstance(TILE.west(), TILE.north()))
                .transform(shape);
        return ByteBuffer.wrap(new WKBWriter().write(ground));
    }
}
