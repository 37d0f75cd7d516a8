package co.lindero.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

final class TileEncoderTest {
    /** 1222.99 m wide: a tile unit is 0.2986 m. */
    private static final TileAddress TILE = new TileAddress(15, 16000, 9400);

    private static final int PLENTY = 500_000;

    /** Shapes are written in tile units, y down, and drawn as they come back; empty where nothing is drawn. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT(10 20) | POINT(10 20)",
                "POINT(5000 20) | ",
                "MULTIPOINT((10 20),(30 40),(9000 1)) | MULTIPOINT((10 20),(30 40))",
                "LINESTRING(0 0,100 0,200 0) | LINESTRING(0 0,200 0)",
                "LINESTRING(0 0,100 0,50 0) | LINESTRING(0 0,100 0,50 0)",
                "LINESTRING(-1000 10,5000 10) | LINESTRING(-64 10,4160 10)",
                "LINESTRING(4000 10,5000 10,5000 50,4000 50)"
                        + " | MULTILINESTRING((4000 10,4160 10),(4160 50,4000 50))",
                "LINESTRING(-500 -500,-100 5000) | ",
                "LINESTRING(-264 100,100 -264) | ",
                "POLYGON((0 0,100 0,100 100,0 100,0 0)) | POLYGON((0 0,100 0,100 100,0 100,0 0))",
                "POLYGON((0 0,0 100,100 100,100 0,0 0)) | POLYGON((0 0,100 0,100 100,0 100,0 0))",
                "POLYGON((0 0,50 0,100 0,100 100,0 100,0 50,0 0)) | POLYGON((0 0,100 0,100 100,0 100,0 0))",
                "POLYGON((0 0,200 0,200 200,0 200,0 0),(50 50,50 90,90 90,90 50,50 50))"
                        + " | POLYGON((0 0,200 0,200 200,0 200,0 0),(50 50,50 90,90 90,90 50,50 50))",
                "POLYGON((-1000 -1000,5000 -1000,5000 5000,-1000 5000,-1000 -1000))"
                        + " | POLYGON((-64 -64,4160 -64,4160 4160,-64 4160,-64 -64))",
                "POLYGON((4000 0,5000 0,5000 100,4000 100,4000 0)) | POLYGON((4000 0,4160 0,4160 100,4000 100,4000 0))",
                "POLYGON((5000 0,6000 0,6000 100,5000 0)) | ",
                "POLYGON((-500 100,5000 100,5000 200,-500 200,-500 100))"
                        + " | POLYGON((-64 100,4160 100,4160 200,-64 200,-64 100))",
                // falls apart at the edge
                "POLYGON((4000 0,5000 0,5000 300,4000 300,4000 200,4500 200,4500 100,4000 100,4000 0))"
                        + " | MULTIPOLYGON(((4000 0,4160 0,4160 100,4000 100,4000 0)),"
                        + "((4000 200,4160 200,4160 300,4000 300,4000 200)))",
                // a hole that reaches the edge is none any more
                "POLYGON((3000 0,5000 0,5000 1000,3000 1000,3000 0),(4000 100,4500 100,4500 200,4000 200,4000 100))"
                        + " | POLYGON((3000 0,4160 0,4160 100,4000 100,4000 200,4160 200,4160 1000,3000 1000,3000 0))",
                // a hole that the edge cuts in two
                "POLYGON((-1000 -1000,6000 -1000,6000 5000,-1000 5000,-1000 -1000),"
                        + "(4300 -200,3900 -200,3900 100,4200 150,3900 200,4300 200,4300 -200))"
                        + " | POLYGON((-64 -64,3900 -64,3900 100,4160 143,4160 157,3900 200,4160 200,4160 4160,-64 4160,-64 -64))",
                "MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((50 50,60 50,60 60,50 60,50 50)))"
                        + " | MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((50 50,60 50,60 60,50 60,50 50)))",
            })
    void drawsShapesInTileUnits(String wkt, @Nullable String expected) throws ParseException {
        List<Geometry> drawn = features(encode(List.of(row(wkt, 2))));

        if (expected == null) {
            assertThat(drawn).isEmpty();
        } else {
            assertThat(drawn).hasSize(1);
            assertThat(drawn.get(0).norm().toText())
                    .isEqualTo(new WKTReader().read(expected).norm().toText());
        }
    }

    @Test
    void windsExteriorRingsClockwiseOnTheScreenAndHolesTheOtherWay() throws ParseException {
        String wkt = "POLYGON((0 0,0 200,200 200,200 0,0 0),(50 50,90 50,90 90,50 90,50 50))";

        Polygon drawn = (Polygon) features(encode(List.of(row(wkt, 2)))).get(0);

        // y points down in a tile, so that what is clockwise on the screen is counter-clockwise to JTS
        assertThat(Orientation.isCCW(drawn.getExteriorRing().getCoordinates())).isTrue();
        assertThat(Orientation.isCCW(drawn.getInteriorRingN(0).getCoordinates()))
                .isFalse();
    }

    @Test
    void keepsPropertiesOfEveryKindAndLeavesAbsentOnesOut() throws ParseException {
        TileRow full = row("POINT(1 1)", 0, "AR-2", 7L, 2.5, true);
        TileRow bare = row("POINT(2 2)", 0, "AR-2", null, null, null);

        DecodedTile tile = DecodedTile.of(
                encoder().encode("zones", List.of("code", "floors", "share", "exact"), List.of(full, bare)));

        assertThat(tile.layers()).containsExactly("zones");
        assertThat(tile.properties("zones"))
                .containsExactly(
                        Map.of("code", "AR-2", "floors", 7L, "share", 2.5, "exact", true), Map.of("code", "AR-2"));
    }

    @Test
    void neighboursThatShareABoundaryStayTogetherWhenSnapped() throws ParseException {
        List<TileRow> rows = new ArrayList<>();
        Random random = new Random(1);
        double[] heights = random.doubles(41, 1000, 3000).toArray();
        StringBuilder upper = new StringBuilder("POLYGON((0 0");
        StringBuilder lower = new StringBuilder("POLYGON((0 4096");
        for (int i = 40; i >= 0; i--) {
            String place = "," + i * 100.3 + " " + heights[i];
            upper.append(i == 40 ? ",4012 0" : "").append(place);
            lower.append(i == 40 ? ",4012 4096" : "").append(place);
        }
        rows.add(row(upper.append(",0 0))").toString(), 2));
        rows.add(row(lower.append(",0 4096))").toString(), 2));

        List<Geometry> drawn = features(encode(rows));

        assertThat(drawn.get(0).intersection(drawn.get(1)).getArea()).isZero();
        assertThat(drawn.get(0).union(drawn.get(1)).getArea()).isEqualTo(4012.0 * 4096.0);
    }

    @Test
    void whatIsTooSmallToBeSeenIsDrawnInProportionToItsArea() throws ParseException {
        List<TileRow> rows = new ArrayList<>();
        Random random = new Random(7);
        // 10,000 squares of 2 x 2 units: each a sixteenth of a cell of 8 x 8
        for (int i = 0; i < 10_000; i++) {
            double x = random.nextInt(4000);
            double y = random.nextInt(4000);
            String wkt = "POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))".formatted(x, y, x + 2, y + 2);
            rows.add(withLot(row(wkt, 2), random.nextDouble()));
        }

        List<Geometry> drawn = features(encode(rows));

        assertThat(drawn).allMatch(cell -> cell.getArea() == 64.0);
        assertThat(drawn.size() * 64.0 / 40_000).isBetween(0.9, 1.1);
    }

    @Test
    void neverOutgrowsItsBytes() throws ParseException {
        List<TileRow> rows = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 30_000; i++) {
            double x = random.nextInt(4000);
            double y = random.nextInt(4000);
            String wkt = "POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))"
                    .formatted(x, y, x + 8.0 + random.nextInt(40), y + 8.0 + random.nextInt(40));
            rows.add(withLot(row(wkt, 2, "parcel " + i, "note " + i), random.nextDouble()));
        }

        byte[] tile = new TileEncoder(TILE, 200_000).encode("parcels", List.of("number", "note"), rows);

        assertThat(tile.length).isBetween(50_000, 200_000 + 10);
        DecodedTile decoded = DecodedTile.of(tile);
        assertThat(decoded.features("parcels")).hasSizeGreaterThan(1_000);
        assertThat(decoded.properties("parcels"))
                .allSatisfy(properties -> assertThat(properties).containsOnlyKeys("number"));
    }

    @Test
    void nothingToDrawIsATileWithoutBytes() {
        assertThat(encoder().encode("zones", List.of("code"), List.of())).isEmpty();
    }

    private static TileEncoder encoder() {
        return new TileEncoder(TILE, PLENTY);
    }

    private static byte[] encode(List<TileRow> rows) {
        return encoder().encode("zones", List.of(), rows);
    }

    private static List<Geometry> features(byte[] tile) {
        return DecodedTile.of(tile).features("zones");
    }

    private static TileRow withLot(TileRow row, double lot) {
        return new TileRow(row.wkb(), row.size(), row.dimension(), lot, row.values(), row.box());
    }

    /** A row whose shape is written in tile units, y down. */
    private static TileRow row(String wkt, int dimension, @Nullable Object... values) throws ParseException {
        double unit = TILE.sideM() / TileShape.EXTENT;
        Geometry shape = AffineTransformation.scaleInstance(unit, -unit)
                .compose(AffineTransformation.translationInstance(TILE.west(), TILE.north()))
                .transform(new WKTReader().read(wkt));
        double size = shape.getDimension() == 2 ? shape.getArea() : shape.getLength();
        Envelope box = shape.getEnvelopeInternal();
        return new TileRow(
                ByteBuffer.wrap(new WKBWriter().write(shape)),
                size,
                Math.min(dimension, shape.getDimension()),
                0,
                TileValue.all(Arrays.asList(values)),
                new MapBox(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    }
}
