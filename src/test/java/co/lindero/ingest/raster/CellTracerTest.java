package co.lindero.ingest.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.lindero.geo.CellGrid;
import co.lindero.geo.CellWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Polygons of cells, drawn from pictures: a digit is a class, a dot none. */
class CellTracerTest {
    private static Map<Integer, List<Polygon>> trace(int step, String... picture) {
        int width = picture[0].length();
        byte[] classes = new byte[(width + 2) * (picture.length + 2)];
        for (int row = 0; row < picture.length; row++) {
            for (int column = 0; column < width; column++) {
                char c = picture[row].charAt(column);
                classes[(row + 1) * (width + 2) + column + 1] = (byte) (c == '.' ? 0 : c - '0');
            }
        }
        CellGrid grid = new CellGrid(0, 0, 1, 1, width, picture.length);
        return trace(grid, new CellWindow(0, 0, width, picture.length), classes, step);
    }

    private static Map<Integer, List<Polygon>> trace(CellGrid grid, CellWindow window, byte[] classes, int step) {
        Map<Integer, List<Polygon>> found = new TreeMap<>();
        new CellTracer(grid, window, classes, step)
                .trace(
                        (byte) 1,
                        (of, polygon) -> found.computeIfAbsent((int) of, k -> new ArrayList<>())
                                .add(polygon));
        return found;
    }

    private static List<String> wkt(Map<Integer, List<Polygon>> found, int of) {
        return found.getOrDefault(of, List.of()).stream().map(Geometry::toText).toList();
    }

    @Test
    void aBlockOfCellsIsOneRectangle() {
        assertThat(wkt(trace(0, "....", ".11.", ".11."), 1)).containsExactly("POLYGON ((3 1, 3 3, 1 3, 1 1, 3 1))");
    }

    @Test
    void cellsThatShareOnlyACornerAreTwoPolygons() {
        assertThat(wkt(trace(0, "1.", ".1"), 1))
                .containsExactly("POLYGON ((1 0, 1 1, 0 1, 0 0, 1 0))", "POLYGON ((2 1, 2 2, 1 2, 1 1, 2 1))");
    }

    @Test
    void aHoleMayTouchTheOutsideAtACorner() {
        Polygon ring = trace(0, "111", "1.1", "11.").get(1).get(0);
        assertThat(ring.isValid()).isTrue();
        assertThat(ring.getNumInteriorRing()).isEqualTo(1);
        assertThat(ring.getArea()).isEqualTo(7);
    }

    @Test
    void aVertexIsKeptWhereAThirdClassBegins() {
        Map<Integer, List<Polygon>> found = trace(0, "1111", "2233");
        assertThat(wkt(found, 1)).containsExactly("POLYGON ((4 0, 4 1, 2 1, 0 1, 0 0, 4 0))");
        assertThat(wkt(found, 2)).containsExactly("POLYGON ((2 1, 2 2, 0 2, 0 1, 2 1))");
    }

    @Test
    void verticesAreKeptAtEveryNthLine() {
        assertThat(wkt(trace(2, "11111"), 1))
                .containsExactly("POLYGON ((2 0, 4 0, 5 0, 5 1, 4 1, 2 1, 0 1, 0 0, 2 0))");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyCellsBecomeValidPolygonsThatCoverThemOnce(long seed) {
        Random random = new Random(seed);
        CellGrid grid = new CellGrid(100, 50, 2, -2, 30, 20);
        CellWindow window = new CellWindow(0, 0, 30, 20);
        byte[] classes = new byte[32 * 22];
        long[] cells = new long[4];
        for (int row = 1; row <= 20; row++) {
            for (int column = 1; column <= 30; column++) {
                byte of = (byte) random.nextInt(4);
                classes[row * 32 + column] = of;
                cells[of]++;
            }
        }
        Map<Integer, List<Polygon>> found = trace(grid, window, classes, 0);
        List<Polygon> all = new ArrayList<>();
        for (int of = 1; of <= 3; of++) {
            assertThat(found.get(of)).allMatch(Geometry::isValid);
            assertThat(found.get(of).stream().mapToDouble(Geometry::getArea).sum())
                    .isCloseTo(4.0 * cells[of], within(1e-9));
            all.addAll(found.get(of));
        }
        assertThat(UnaryUnionOp.union(all).getArea()).isCloseTo(4.0 * (cells[1] + cells[2] + cells[3]), within(1e-9));
        for (Polygon polygon : all) {
            Coordinate inside = polygon.getInteriorPoint().getCoordinate();
            int column = (int) ((inside.x - 100) / 2);
            int row = (int) ((50 - inside.y) / 2);
            assertThat(found.get((int) classes[(row + 1) * 32 + column + 1])).contains(polygon);
        }
    }

    /** The same vertices on both sides: bent by any mapping of points, neighbours stay without gap and overlap. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void neighboursInOtherWindowsHaveTheSameVertices(int step) {
        Random random = new Random(7);
        CellGrid grid = new CellGrid(0, 0, 1, 1, 24, 12);
        byte[] whole = new byte[26 * 14];
        for (int row = 1; row <= 12; row++) {
            for (int column = 1; column <= 24; column++) {
                whole[row * 26 + column] = (byte) (1 + (column / 5 + row / 3 + random.nextInt(2)) % 3);
            }
        }
        List<Geometry> bent = new ArrayList<>();
        for (int left : new int[] {0, 12}) {
            CellWindow window = new CellWindow(left, 0, 12, 12);
            byte[] classes = new byte[14 * 14];
            for (int row = 0; row < 14; row++) {
                System.arraycopy(whole, row * 26 + left, classes, row * 14, 14);
            }
            trace(grid, window, classes, step).values().forEach(list -> list.forEach(p -> bent.add(bend(p))));
        }
        double sum = bent.stream().mapToDouble(Geometry::getArea).sum();
        Geometry union = UnaryUnionOp.union(bent);
        assertThat(union.getArea()).isCloseTo(sum, within(1e-9));
        assertThat(((Polygon) union).getNumInteriorRing()).as("gaps").isZero();
    }

    private static Geometry bend(Polygon polygon) {
        Geometry copy = polygon.copy();
        copy.apply((org.locationtech.jts.geom.CoordinateFilter) c -> {
            double x = c.x;
            c.x += 0.002 * c.y * c.y;
            c.y += 0.003 * x * x;
        });
        copy.geometryChanged();
        return new GeometryFactory().createGeometry(copy);
    }
}
