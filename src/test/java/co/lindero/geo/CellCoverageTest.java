package co.lindero.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** How much of each cell lies in a polygon, against JTS and by hand. */
class CellCoverageTest {
    private static final double EXACT = 1e-9;
    private static final CellGrid UNIT = new CellGrid(0, 0, 1, 1, 40, 40);
    private static final CellGrid NORTH_UP = new CellGrid(4_628_000, 1_936_000, 5, -5, 40, 40);

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static CellCoverage of(CellGrid grid, Geometry geometry) {
        CellCoverage coverage = new CellCoverage(grid);
        Geometry normal = geometry.norm();
        for (int i = 0; i < normal.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) normal.getGeometryN(i);
            coverage.add(xy(polygon.getExteriorRing().getCoordinates()));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                coverage.add(xy(polygon.getInteriorRingN(h).getCoordinates()));
            }
        }
        return coverage;
    }

    private static double[] xy(Coordinate[] ring) {
        return Arrays.stream(ring)
                .flatMapToDouble(c -> Arrays.stream(new double[] {c.x, c.y}))
                .toArray();
    }

    private static double[] byJts(CellGrid grid, CellWindow window, Geometry geometry) {
        GeometryFactory factory = new GeometryFactory();
        return IntStream.range(0, window.size())
                .mapToDouble(i -> {
                    int column = window.column() + i % window.width();
                    int row = window.row() + i / window.width();
                    Envelope cell = new Envelope(grid.x(column), grid.x(column + 1), grid.y(row), grid.y(row + 1));
                    return factory.toGeometry(cell).intersection(geometry).getArea() / cell.getArea();
                })
                .toArray();
    }

    @Test
    void aTriangleCoversHalfOfTheCellsOnItsDiagonal() {
        CellCoverage coverage = of(UNIT, wkt("POLYGON((0 0, 3 0, 3 3, 0 0))"));
        assertThat(coverage.window()).isEqualTo(new CellWindow(0, 0, 3, 3));
        assertThat(coverage.parts(coverage.window()))
                .containsExactly(new double[] {0.5, 1, 1, 0, 0.5, 1, 0, 0, 0.5}, within(EXACT));
        assertThat(coverage.areaCells()).isCloseTo(4.5, within(EXACT));
    }

    @Test
    void edgesAlongTheLinesOfTheGridGiveWholeCells() {
        CellCoverage coverage = of(
                NORTH_UP,
                wkt("POLYGON((4628010 1935990, 4628020 1935990, 4628020 1935980, 4628010"
                        + " 1935980, 4628010 1935990))"));
        assertThat(coverage.window()).isEqualTo(new CellWindow(2, 2, 2, 2));
        assertThat(coverage.parts(new CellWindow(1, 1, 4, 4)))
                .containsExactly(0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0);
    }

    @Test
    void holesAndPartsCountAsWhatTheyAre() {
        CellCoverage coverage = of(
                UNIT,
                wkt("MULTIPOLYGON(((1 1, 9 1, 9 9, 1 9, 1 1),(2.5 2.5, 2.5 6.5, 6.5 6.5, 6.5 2.5, 2.5 2.5)),"
                        + "((20.25 1, 20.75 1, 20.75 2, 20.25 2, 20.25 1)))"));
        assertThat(coverage.areaCells()).isCloseTo(64 - 16 + 0.5, within(EXACT));
        assertThat(coverage.parts(new CellWindow(2, 2, 1, 1))).containsExactly(new double[] {0.75}, within(EXACT));
        assertThat(coverage.parts(new CellWindow(4, 4, 1, 1))).containsExactly(new double[] {0}, within(EXACT));
        assertThat(coverage.parts(new CellWindow(20, 1, 1, 1))).containsExactly(new double[] {0.5}, within(EXACT));
    }

    @Test
    void whatLiesBesideTheGridIsNotCounted() {
        Geometry across = wkt("POLYGON((-5 -5, 2 -5, 2 2, -5 2, -5 -5))");
        CellCoverage coverage = of(UNIT, across);
        assertThat(coverage.window()).isEqualTo(new CellWindow(0, 0, 2, 2));
        assertThat(coverage.parts(coverage.window())).containsExactly(1, 1, 1, 1);
        assertThat(coverage.areaCells()).isCloseTo(49, within(EXACT));
        assertThat(of(UNIT, wkt("POLYGON((50 1, 60 1, 60 9, 50 1))")).window().size())
                .isZero();
        assertThat(of(UNIT, wkt("POLYGON((-9 1, -2 1, -2 9, -9 1))")).window().size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyPolygonIsCoveredAsJtsSays(long seed) {
        Random random = new Random(seed);
        for (CellGrid grid : new CellGrid[] {UNIT, NORTH_UP}) {
            Geometry star = star(random, grid);
            CellCoverage coverage = of(grid, star);
            CellWindow window = coverage.window();
            assertThat(coverage.parts(window)).containsExactly(byJts(grid, window, star), within(1e-7));
            CellWindow inside =
                    new CellWindow(window.column() + 3, window.row() + 2, window.width() - 5, window.height() - 4);
            assertThat(coverage.parts(inside)).containsExactly(byJts(grid, inside, star), within(1e-7));
        }
    }

    /** A star of many points with a star-shaped hole, around the middle of the grid. */
    private static Geometry star(Random random, CellGrid grid) {
        return ring(random, grid, 9, 18).difference(ring(random, grid, 3, 8));
    }

    private static Geometry ring(Random random, CellGrid grid, double least, double most) {
        int points = 24;
        Coordinate[] ring = new Coordinate[points + 1];
        for (int i = 0; i < points; i++) {
            double radius = least + random.nextDouble() * (most - least);
            double angle = 2 * Math.PI * i / points;
            ring[i] = new Coordinate(
                    grid.originX() + grid.stepX() * (20 + radius * Math.cos(angle)),
                    grid.originY() + grid.stepY() * (20 + radius * Math.sin(angle)));
        }
        ring[points] = ring[0];
        return new GeometryFactory().createPolygon(ring);
    }

    @Test
    void cellsComeBackAsTheyWereKept() {
        float[] cells = {0, -0.5f, Float.NaN, Float.MAX_VALUE, Float.MIN_VALUE, 1.1f};
        assertThat(CellCodec.decode(CellCodec.encode(CellCodec.bytes(cells)), cells.length))
                .containsExactly(cells);
        byte[] stored = CellCodec.encode(CellCodec.bytes(cells));
        assertThatThrownBy(() -> CellCodec.decode(stored, 7)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGridHasCells() {
        assertThatThrownBy(() -> new CellGrid(0, 0, 0, -1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CellGrid(0, 0, 1, Double.NaN, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(CellWindow.ofTile(new CellGrid(0, 0, 1, -1, 300, 260), 1, 1))
                .isEqualTo(new CellWindow(256, 256, 44, 4));
    }
}
