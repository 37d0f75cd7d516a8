package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.lindero.plan.PlanStore;
import co.lindero.publication.KnownAt;
import co.lindero.publication.PublicationStore;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found by boxes that are kept is what PostGIS finds, feature by feature. */
class KeptBoxesTest {
    private static final String LAYER = "heritage";
    private static final int SHAPES = 60;
    /** So many equal requests make the service ask for the numbers of rows first. */
    private static final int UNTIL_WARM = 12;

    private LayersTown town;
    private FeatureService service;
    private KeptBoxes kept;

    @BeforeEach
    void start() {
        town = new LayersTown(TestDatabase.create(), KeptBoxesTest::filled);
        service = new FeatureService(
                town.database,
                Clock.systemUTC(),
                new LayerScopes(new PlanStore()),
                new PublicationStore(),
                town.town.municipality(),
                4,
                0);
        kept = new KeptBoxes(town.database, 1 << 20, Runnable::run);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    /** Points, slanted lines, triangles, angles, rings and figures in several parts, all over a square of 100 m. */
    private static Town filled(TestDatabase test) {
        Town town = Town.planned(test).theme(LAYER);
        Town.Load zones = town.zones(LAYER);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < SHAPES; i++) {
            double x = random.nextInt(90);
            double y = random.nextInt(90);
            zones.zone("Z" + i).wkt(shape(i % 6, x, y));
        }
        zones.load();
        return town;
    }

    private static String shape(int kind, double x, double y) {
        return switch (kind) {
            case 0 -> "POINT(" + x + " " + y + ")";
            case 1 -> "LINESTRING(" + at(x, y) + "," + at(x + 25, y + 20) + ")";
            case 2 -> "POLYGON((" + at(x, y) + "," + at(x + 12, y) + "," + at(x, y + 9) + "," + at(x, y) + "))";
            case 3 ->
                "POLYGON((" + at(x, y) + "," + at(x + 20, y) + "," + at(x + 20, y + 2) + "," + at(x + 2, y + 2) + ","
                        + at(x + 2, y + 20) + "," + at(x, y + 20) + "," + at(x, y) + "))";
            case 4 ->
                "POLYGON((" + at(x, y) + "," + at(x + 15, y) + "," + at(x + 15, y + 15) + "," + at(x, y + 15) + ","
                        + at(x, y) + "),(" + at(x + 1, y + 1) + "," + at(x + 1, y + 14) + "," + at(x + 14, y + 14) + ","
                        + at(x + 14, y + 1) + "," + at(x + 1, y + 1) + "))";
            default -> "MULTIPOINT(" + at(x, y) + "," + at(x + 30, y) + "," + at(x + 15, y + 8) + ")";
        };
    }

    private static String at(double x, double y) {
        return x + " " + y;
    }

    private ItemsRequest request(double[] box, int limit, long offset, List<String> after) {
        return request(MapCrs.crs84(), box, limit, offset, after);
    }

    private ItemsRequest request(MapCrs crs, double[] box, int limit, long offset, List<String> after) {
        LayerScope scope = service.scope(town.town.municipality(), LocalDate.of(2026, 11, 24), new KnownAt.Newest());
        FeatureLayer layer = scope.find(LAYER).orElseThrow();
        Bbox bbox = new Bbox(crs, box[0], box[1], box[2], box[3], false);
        return new ItemsRequest(
                scope,
                layer,
                MapCrs.crs84(),
                Optional.of(bbox),
                List.of(),
                List.of(),
                layer.properties(),
                limit,
                offset,
                after,
                false);
    }

    /** The ground that all of it covers, longitude and latitude. */
    private double[] ground() {
        return town.database.readAtOnce(handle -> handle.createQuery(
                        "SELECT ST_XMin(e) AS w, ST_YMin(e) AS s, ST_XMax(e) AS e, ST_YMax(e) AS n"
                                + " FROM (SELECT ST_Extent(geom_4326) AS e FROM lindero.zone) x")
                .map((row, context) ->
                        new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)})
                .one());
    }

    private List<Long> meeting(double[] box) {
        return meeting(MapCrs.crs84(), box);
    }

    private List<Long> meeting(MapCrs crs, double[] box) {
        return town.database.readAtOnce(
                handle -> handle.createQuery("SELECT f.id FROM lindero.zone f WHERE ST_Intersects(" + crs.geometry()
                                + ", ST_MakeEnvelope(:w, :s, :e, :n, " + crs.srid() + ")) ORDER BY f.id")
                        .bind("w", box[0])
                        .bind("s", box[1])
                        .bind("e", box[2])
                        .bind("n", box[3])
                        .mapTo(Long.class)
                        .list());
    }

    private List<Long> byDatabase(ItemsRequest request) {
        return town.database.readOnConnection(connection -> {
            List<Long> rows = new ArrayList<>();
            try (var statement = FeatureSql.rows(request, Confirmation.none()).prepare(connection);
                    var results = statement.executeQuery()) {
                while (results.next()) {
                    rows.add(results.getLong(1));
                }
            }
            return rows;
        });
    }

    private Optional<List<Long>> byBoxes(ItemsRequest request) {
        return kept.find(request, Confirmation.none());
    }

    private static double[] randomBox(SplittableRandom random, double[] ground) {
        double width = ground[2] - ground[0];
        double height = ground[3] - ground[1];
        double x = ground[0] + random.nextDouble(-0.2, 1) * width;
        double y = ground[1] + random.nextDouble(-0.2, 1) * height;
        boolean small = random.nextInt(3) == 0;
        double most = small ? 0.05 : 0.8;
        return new double[] {x, y, x + random.nextDouble() * most * width, y + random.nextDouble() * most * height};
    }

    @Test
    void findTheSameFeaturesAsPostgis() {
        SplittableRandom random = new SplittableRandom(42);
        double[] ground = ground();
        int found = 0;
        for (int i = 0; i < 300; i++) {
            double[] box = randomBox(random, ground);
            List<Long> all = meeting(box);
            found += all.size();
            assertThat(byBoxes(request(box, 1_000, 0, null))).as(i + "").hasValue(all);
            assertThat(byDatabase(request(box, 1_000, 0, null))).as(i + "").isEqualTo(all);
        }
        assertThat(found).as("boxes that hold something").isGreaterThan(1_000);
    }

    @Test
    void pagesAreTheSameAsPostgisGives() {
        SplittableRandom random = new SplittableRandom(43);
        double[] ground = ground();
        for (int i = 0; i < 100; i++) {
            double[] box = randomBox(random, ground);
            int limit = 1 + random.nextInt(8);
            for (long offset : List.of(0L, 3L, 500L)) {
                ItemsRequest request = request(box, limit, offset, null);
                assertThat(byBoxes(request)).as(i + "").hasValue(byDatabase(request));
            }
            List<Long> all = meeting(box);
            if (!all.isEmpty()) {
                ItemsRequest next = request(box, limit, 0, List.of(Long.toString(all.get(all.size() / 2))));
                assertThat(byBoxes(next)).as(i + "").hasValue(byDatabase(next));
            }
        }
    }

    /** The database's boxes are in single precision: a metre or so more than what they hold, in degrees and in metres. */
    @Test
    void aPointJustOutsideABoxIsOutside() {
        for (MapCrs crs : List.of(MapCrs.crs84(), MapCrs.web(), MapCrs.stored(9377, true))) {
            double[] point = place(crs, "Z0");
            double step = Math.ulp((float) Math.max(Math.abs(point[0]), Math.abs(point[1])));
            for (double gap = step / 64; gap <= 4 * step; gap *= 2) {
                double[] west = {point[0] - 1, point[1] - 1, point[0] - gap, point[1] + 1};
                double[] south = {point[0] - 1, point[1] - 1, point[0] + 1, point[1] - gap};
                double[] east = {point[0] + gap, point[1] - 1, point[0] + 1, point[1] + 1};
                double[] north = {point[0] - 1, point[1] + gap, point[0] + 1, point[1] + 1};
                for (double[] box : List.of(west, south, east, north)) {
                    List<Long> all = meeting(crs, box);
                    ItemsRequest request = request(crs, box, 1_000, 0, null);
                    assertThat(byDatabase(request)).as(crs + " gap " + gap).isEqualTo(all);
                    if (crs.degrees()) {
                        assertThat(byBoxes(request)).as("gap " + gap).hasValue(all);
                    }
                }
            }
        }
    }

    private double[] place(MapCrs crs, String code) {
        String column = crs.geometry().substring("f.".length());
        return town.database.readAtOnce(handle -> handle.createQuery(
                        "SELECT ST_X(" + column + "), ST_Y(" + column + ") FROM lindero.zone WHERE code = :code")
                .bind("code", code)
                .map((row, context) -> new double[] {row.getDouble(1), row.getDouble(2)})
                .one());
    }

    /** A map asks for the place that was clicked on: found while nothing is kept, and once everything is. */
    @Test
    void aBoxWithoutWidthIsAPlace() {
        double[] point = place(MapCrs.crs84(), "Z0");
        String here = point[0] + "," + point[1];
        String beside = (point[0] + 1e-7) + "," + point[1];
        String along = (point[0] - 1) + "," + point[1] + "," + (point[0] + 1) + "," + point[1];
        String items = "/collections/" + LAYER + "/items?limit=1000&bbox=";
        for (int i = 0; i < UNTIL_WARM; i++) {
            assertThat(town.ids(items + here + "," + here)).contains("P1:Z0");
            assertThat(town.ids(items + along)).contains("P1:Z0");
            assertThat(town.ids(items + beside + "," + beside)).doesNotContain("P1:Z0");
        }
    }

    @Test
    void aNewerPublicationIsNoticed() {
        ItemsRequest request = request(ground(), 1, 0, null);
        double[] inner = ground();
        // a box that cuts through everything leaves something for the database to say
        inner[2] = (inner[0] + inner[2]) / 2;
        inner[3] = (inner[1] + inner[3]) / 2;
        ItemsRequest cut = request(inner, 1_000, 0, null);
        Confirmation confirmed = Confirmation.of(request.scope().known().number());
        kept.find(cut, confirmed);
        assertThat(confirmed.isNeeded()).isFalse();
        assertThatExceptionOfType(Confirmation.Superseded.class)
                .isThrownBy(() ->
                        kept.find(cut, Confirmation.of(request.scope().known().number() - 1)));
    }

    @Test
    void aCollectionThatIsTooLargeIsLeftToTheDatabase() {
        KeptBoxes little = new KeptBoxes(town.database, 2L * RowBoxes.BYTES * (SHAPES - 1), Runnable::run);
        assertThat(little.find(request(ground(), 10, 0, null), Confirmation.none()))
                .isEmpty();
        assertThat(new KeptBoxes(town.database, 0, Runnable::run)
                        .find(request(ground(), 10, 0, null), Confirmation.none()))
                .isEmpty();
        assertThat(byBoxes(request(ground(), 10, 0, null)).orElseThrow()).hasSize(10);
    }
}
