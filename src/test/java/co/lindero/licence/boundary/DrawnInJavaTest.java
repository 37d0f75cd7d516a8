package co.lindero.licence.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.lindero.app.Demonstration;
import co.lindero.platform.db.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/** What is drawn in Java is what the database would draw. */
class DrawnInJavaTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private record Row(String ewkb, String geojson) {}

    @Test
    void plotsAndTheirBoundariesAreWrittenAsByTheDatabase() {
        List<Row> rows = Demonstration.loaded()
                .database()
                .read(handle -> handle.createQuery("""
                        SELECT encode(ST_AsEWKB(g.geom), 'hex') AS ewkb, lindero.exact_geojson(g.geom, 9377) AS geojson
                        FROM lindero.parcel p
                        CROSS JOIN LATERAL (VALUES (p.geom), (ST_GeometryN(p.geom, 1)), (ST_Boundary(p.geom)),
                                                   (ST_ExteriorRing(ST_GeometryN(p.geom, 1))), (ST_Translate(p.geom, -4620000.1, -1920000.7)),
                                                   (ST_PointOnSurface(p.geom)), (ST_Points(p.geom))) AS g (geom)
                        WHERE p.geom IS NOT NULL
                        """)
                        .map((rs, ctx) -> new Row(rs.getString("ewkb"), rs.getString("geojson")))
                        .list());
        assertThat(rows).hasSizeGreaterThan(10_000);
        for (Row row : rows) {
            assertThat(GeoJsonText.write(Ewkb.read(row.ewkb()), 6)).isEqualTo(row.geojson());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000005, 0",
        "0.0000015, 0.000002",
        "2.5, 2.5",
        "-2.0000004, -2",
        "0.005, 0.005",
        "-0.0000001, 0",
        "4621920.1234565, 4621920.123456",
        "123456789012.25, 123456789012.25",
        "1e20, 100000000000000000000"
    })
    void numbersAreRoundedHalfToEven(double value, String written) {
        Point point = FACTORY.createPoint(new Coordinate(value, 0));
        assertThat(GeoJsonText.write(point, 6)).isEqualTo("{\"type\":\"Point\",\"coordinates\":[" + written + ",0]}");
    }

    @Test
    void nothingAndMixedCollectionsAreRefused() {
        Geometry mixed = FACTORY.createGeometryCollection(new Geometry[] {FACTORY.createPoint(new Coordinate(1, 2))});
        assertThatThrownBy(() -> GeoJsonText.write(FACTORY.createPolygon(), 6))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GeoJsonText.write(mixed, 6)).isInstanceOf(IllegalArgumentException.class);
    }

    private record Strip(Geometry footprint, Geometry line, double distanceM, double planarM2) {}

    /** Footprints 2 m inside plots, and strips of 1 to 5 m along the whole boundary; areas of the database, with exact arcs. */
    @Test
    void stripsAreWhatTheDatabaseCutsToThePrecisionOfAPicture() {
        List<Strip> strips = strips();
        int drawn = 0;
        for (Strip strip : strips) {
            Optional<Geometry> found = SetbackStrip.find(strip.footprint(), pieces(strip.line()), strip.distanceM());
            assertThat(found.map(Geometry::getArea).orElse(0.0))
                    .isCloseTo(strip.planarM2(), within(0.02 * strip.line().getLength()));
            assertThat(found.isPresent()).as("%s", strip).isEqualTo(strip.planarM2() > 0);
            found.ifPresent(left -> assertThat(left.getDimension()).isEqualTo(2));
            drawn += found.isPresent() ? 1 : 0;
        }
        assertThat(drawn).isBetween(100, strips.size() - 100);
    }

    /** In pieces too, as where only front and rear fail. */
    @Test
    void stripsAreReadByTheDatabaseAsTheyAreWrittenHere() {
        List<Geometry> found = new ArrayList<>();
        for (Strip strip : strips()) {
            List<LineString> pieces = pieces(strip.line());
            List<LineString> everySecond = IntStream.range(0, pieces.size())
                    .filter(i -> i % 2 == 0)
                    .mapToObj(pieces::get)
                    .toList();
            SetbackStrip.find(strip.footprint(), everySecond, 2.5).ifPresent(found::add);
        }
        assertThat(found).anyMatch(strip -> strip.getNumGeometries() > 1);
        List<String> read = Demonstration.loaded()
                .database()
                .read(handle -> handle.createQuery(Sql.query("licence/list_drawings"))
                        .bindArray(
                                "geometries",
                                String.class,
                                found.stream().map(Ewkb::write).toList())
                        .bind("srid", 9377)
                        .mapTo(String.class)
                        .list());
        assertThat(read)
                .isEqualTo(
                        found.stream().map(strip -> GeoJsonText.write(strip, 6)).toList());
    }

    private static List<Strip> strips() {
        return Demonstration.loaded()
                .database()
                .read(handle -> handle.createQuery("""
                        SELECT encode(ST_AsEWKB(f.geom), 'hex') AS footprint, encode(ST_AsEWKB(b.geom), 'hex') AS line, d.m AS distance_m,
                               ST_Area(ST_Intersection(f.geom, lindero.exact_buffer(b.geom, d.m))) AS planar_m2
                        FROM (SELECT p.geom FROM lindero.parcel p
                              WHERE p.geom IS NOT NULL AND ST_NRings(p.geom) = 1 AND ST_NPoints(p.geom) < 40 ORDER BY md5(p.number) LIMIT 150) p
                        CROSS JOIN LATERAL (SELECT ST_Buffer(p.geom, -2, 'join=mitre') AS geom) f
                        CROSS JOIN LATERAL (SELECT ST_ExteriorRing(ST_GeometryN(p.geom, 1)) AS geom) b
                        CROSS JOIN (VALUES (1.0::float8), (2.001), (3), (5)) AS d (m)
                        WHERE NOT ST_IsEmpty(f.geom)
                        """)
                        .map((rs, ctx) -> new Strip(
                                Ewkb.read(rs.getString("footprint")),
                                Ewkb.read(rs.getString("line")),
                                rs.getDouble("distance_m"),
                                rs.getDouble("planar_m2")))
                        .list());
    }

    private static List<LineString> pieces(Geometry ring) {
        Coordinate[] corners = ring.getCoordinates();
        List<LineString> pieces = new ArrayList<>();
        for (int i = 1; i < corners.length; i++) {
            pieces.add(FACTORY.createLineString(new Coordinate[] {corners[i - 1], corners[i]}));
        }
        return pieces;
    }
}
