package co.lindero.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.cadastre.ParcelFinder;
import co.lindero.cadastre.ParcelStore;
import co.lindero.investment.ParcelProjects;
import co.lindero.plan.PlanStore;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.PoolSettings;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.publication.KnownAt;
import co.lindero.publication.PublicationStore;
import co.lindero.support.Answer;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Cases 15 to 19 of the land-use answer: shapes of parcels and zones, and many questions at once. */
class LandUseShapesAcceptanceTest {
    private static final String ACTIVITY = "activity-area";
    private static final String FLOOD = "hazard-flood";
    private static final String[] STATED = {"--accuracy", "0.10", "--coverage", "municipality"};

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void case15_overlappingZonesOfAPartitionAreBothListedAndFlagged() {
        Town town = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        town.zones(ACTIVITY)
                .zone("AR-2")
                .rect(0, 0, 12, 10)
                .zone("AC-1")
                .rect(8, 0, 12, 10)
                .load(STATED);
        Answer answer = town.ask();
        assertThat(answer.theme(ACTIVITY))
                .isEqualTo(
                        "concerned; AC-1 120.0000 share 0.600000; AR-2 120.0000 share 0.600000; doublyCovered 40.0000");
        assertThat(answer.warnings(ACTIVITY)).containsExactly("doubly-covered");
    }

    @Test
    void case16_aParcelInTwoMunicipalitiesFollowsItsNumber() {
        Town one = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        one.zones(ACTIVITY).zone("ONE").rect(0, 0, 20, 10).load(STATED);
        Town other = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        other.zones(ACTIVITY).zone("OTHER").rect(0, 0, 5, 10).load(STATED);
        assertThat(one.ask().theme(ACTIVITY)).isEqualTo("concerned; ONE 200.0000 share 1.000000");
        assertThat(other.ask().theme(ACTIVITY))
                .isEqualTo("concerned; OTHER 50.0000 share 0.250000; uncovered 150.0000");
        assertThat(other.ask().at("/parcel/municipality")).isEqualTo(other.municipality());
    }

    @Test
    void case16_aParcelOfTwoPolygons() {
        Town town = Town.planned(database).theme(ACTIVITY, "--partition");
        town.parcels()
                .parcel("0045")
                .rect(0, 0, 20, 10)
                .parcel("0045")
                .rect(40, 0, 10, 10)
                .load();
        town.zones(ACTIVITY).zone("AR-2").rect(10, 0, 35, 10).load(STATED);
        assertThat(town.ask().at("/parcel/areas/planarM2")).isEqualTo("300.0000");
        assertThat(town.ask().theme(ACTIVITY)).isEqualTo("concerned; AR-2 150.0000 share 0.500000; uncovered 150.0000");
    }

    @Test
    void case16_aParcelWithAHole() {
        Town town = Town.planned(database).theme(ACTIVITY, "--partition").theme(FLOOD);
        town.parcels()
                .parcel("0045")
                .wkt("POLYGON((0 0, 20 0, 20 10, 0 10, 0 0), (5 3, 5 7, 15 7, 15 3, 5 3))")
                .load();
        town.zones(ACTIVITY).zone("AR-2").rect(0, 0, 20, 5).load(STATED);
        town.zones(FLOOD).zone("ALTA").rect(6, 4, 8, 2).load(STATED);
        assertThat(town.ask().at("/parcel/areas/planarM2")).isEqualTo("160.0000");
        assertThat(town.ask().theme(ACTIVITY)).isEqualTo("concerned; AR-2 80.0000 share 0.500000; uncovered 80.0000");
        assertThat(town.ask().theme(FLOOD)).isEqualTo("not_concerned; uncovered 160.0000");
    }

    @Test
    void case16_threeZonesOnOneSpot() {
        Town town = Town.planned(database).lot().theme("heritage");
        town.zones("heritage")
                .zone("A")
                .rect(0, 0, 10, 10)
                .zone("B")
                .rect(0, 0, 10, 10)
                .zone("C")
                .rect(0, 0, 10, 10)
                .load(STATED);
        assertThat(town.ask().theme("heritage"))
                .isEqualTo("concerned; A 100.0000 share 0.500000; B 100.0000 share 0.500000;"
                        + " C 100.0000 share 0.500000; uncovered 100.0000; doublyCovered 200.0000");
        assertThat(town.ask().warnings("heritage")).isEmpty();
    }

    @Test
    void case16_aUnitOfHorizontalPropertyAnswersForItsParent() {
        Town town = Town.planned(database).theme(ACTIVITY, "--partition");
        String building = town.municipality() + "0101000001230045";
        String parent = building + "900000000";
        String registered = building + "901020003";
        String unregistered = building + "901020004";
        town.parcels()
                .parcel(parent)
                .rect(0, 0, 20, 10)
                .parcel(registered)
                .registered(68.5)
                .with("folio", "378-1234")
                .load();
        town.zones(ACTIVITY).zone("AR-2").rect(0, 0, 12, 10).load(STATED);
        for (String unit : List.of(registered, unregistered)) {
            Answer answer = town.ask(unit);
            assertThat(answer.at("/parcel/number")).isEqualTo(unit);
            assertThat(answer.at("/parcel/parent")).isEqualTo(parent);
            assertThat(answer.theme(ACTIVITY)).isEqualTo(town.ask(parent).theme(ACTIVITY));
            assertThat(answer.warnings("")).contains("horizontal-property-unit");
        }
        assertThat(town.ask(registered).at("/parcel/folio")).isEqualTo("378-1234");
        assertThat(town.ask(registered).warnings("")).doesNotContain("unit-not-registered");
        assertThat(town.ask(unregistered).warnings("")).contains("unit-not-registered");
        assertThat(town.tryAsk(town.municipality() + "0101000001230046901020004")
                        .code())
                .isEqualTo(4);
    }

    @Test
    void case17_aLineThatCrossesGivesItsLengthAndPointsInsideTheirCount() {
        Town town = Town.planned(database).lot().theme("road-reservation").theme("heritage");
        town.zones("road-reservation")
                .zone("V-1")
                .wkt("LINESTRING(-5 5, 25 5)")
                .zone("V-2")
                .wkt("LINESTRING(0 10, 8 10)")
                .zone("V-3")
                .wkt("LINESTRING(-5 30, 25 30)")
                .load(STATED);
        town.zones("heritage")
                .zone("BIC")
                .wkt("MULTIPOINT((3 3), (4 4))")
                .with("n", 1)
                .zone("BIC")
                .wkt("POINT(5 5)")
                .with("n", 2)
                .zone("BIC")
                .wkt("POINT(30 5)")
                .with("n", 3)
                .zone("ARBOL")
                .wkt("POINT(20 5)")
                .load("--coverage", "municipality");
        assertThat(town.ask().theme("road-reservation"))
                .isEqualTo("concerned sensitive; V-1 length 20.0000; V-2 length 8.0000; uncovered 200.0000");
        assertThat(town.ask().theme("heritage"))
                .isEqualTo("concerned unsaid; ARBOL count 1; BIC count 3; uncovered 200.0000");
    }

    @Test
    @Timeout(120)
    void case18_aPoolOfThreeAnswersTwelveAtOnce() throws Exception {
        Town town = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        town.zones(ACTIVITY).zone("AR-2").rect(0, 0, 20, 10).load(STATED);
        PoolSettings small = new PoolSettings("test", 3, Optional.of(Duration.ofSeconds(30)));
        ExecutorService clients = Executors.newFixedThreadPool(12);
        try (Database pool = Database.open(database.config(), small, line -> {})) {
            LandUseService service = new LandUseService(
                    pool,
                    Clock.system(ZoneId.of("America/Bogota")),
                    new PlanStore(),
                    new PublicationStore(),
                    new ParcelFinder(new ParcelStore()),
                    new ParcelProjects(100),
                    new co.lindero.register.ParcelLicences(),
                    new co.lindero.plan.StripStore(co.lindero.plan.StripRules.of("30", "60,45,30")));
            CountDownLatch start = new CountDownLatch(1);
            List<Future<String>> hashes = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                boolean geometry = i % 2 == 0;
                hashes.add(clients.submit(() -> {
                    start.await();
                    LandUseAnswer answer = service.answer(
                            new LandUseQuestion(town.number("0045"), null, null, new KnownAt.Newest(), null, geometry),
                            Language.ES);
                    return geometry + " " + answer.hash();
                }));
            }
            start.countDown();
            List<String> all = new ArrayList<>();
            for (Future<String> hash : hashes) {
                all.add(hash.get(60, TimeUnit.SECONDS));
            }
            assertThat(all).hasSize(120);
            assertThat(all.stream().distinct()).hasSize(2);
            assertThat(pool.busyConnections()).isZero();
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void case19_inBulkOrOneByOneTheBytesAreTheSame() {
        Town town = ManyShapes.town(database);
        List<String> numbers = ManyShapes.plots().stream().map(town::number).toList();
        List<String> command = new ArrayList<>(List.of("land-use", "--format", "json"));
        command.addAll(numbers);
        List<String> bulk = town.done(command.toArray(String[]::new)).lines().toList();
        assertThat(bulk).hasSameSizeAs(numbers);
        for (int i = 0; i < 6; i++) {
            JsonNode single = Json.read(town.tryAsk(numbers.get(i)).out());
            assertThat(bulk.get(i)).isEqualTo(Json.write(single));
        }
        bulk.forEach(line -> new Answer(Json.read(line)).requireSound());
    }

    @Test
    void case19_whatIsKeptIsWhatIsMeasured() throws Exception {
        Town town = ManyShapes.town(database);
        assertThat(ManyShapes.countDifferences(database, town)).isZero();
        town.zones(FLOOD).zone("MEDIA").rect(33, 3, 30, 14).load(STATED);
        assertThat(ManyShapes.countDifferences(database, town)).isZero();
        Answer today = town.ask("0001");
        Answer earlier = town.ask("0001", "--on", "2006-01-01");
        for (String theme : List.of(ACTIVITY, FLOOD, "heritage")) {
            assertThat(earlier.theme(theme)).isEqualTo(today.theme(theme));
        }
    }

    @Test
    void aHazardOf60000VerticesOverFiftyParcelsClosesItsSums() {
        Town town = Town.planned(database).theme(FLOOD);
        Town.Load parcels = town.parcels();
        List<String> plots = IntStream.range(0, 50).mapToObj("%04d"::formatted).toList();
        for (int i = 0; i < 50; i++) {
            parcels.parcel(plots.get(i)).rect(20 * (i % 10), 20 * Math.floorDiv(i, 10), 20, 20);
        }
        parcels.load();
        town.zones(FLOOD).zone("ALTA").geometry(wavy(60_000)).load(STATED);
        List<String> command = new ArrayList<>(List.of("land-use", "--format", "json"));
        plots.forEach(plot -> command.add(town.number(plot)));
        long began = System.nanoTime();
        List<String> answers = town.done(command.toArray(String[]::new)).lines().toList();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        assertThat(answers).hasSize(50);
        answers.forEach(line -> new Answer(Json.read(line)).requireSound());
        assertThat(answers.stream()
                        .filter(line -> new Answer(Json.read(line)).theme(FLOOD).startsWith("concerned")))
                .hasSizeGreaterThan(10);
    }

    /** A wavy outline about the middle of the fifty parcels. */
    private static Polygon wavy(int vertices) {
        Coordinate[] ring = new Coordinate[vertices + 1];
        for (int i = 0; i < vertices; i++) {
            double angle = 2 * Math.PI * i / vertices;
            double radius = 45 + 3 * Math.sin(40 * angle);
            ring[i] = new Coordinate(
                    Math.rint((100 + radius * Math.cos(angle)) * 1e4) / 1e4,
                    Math.rint((50 + radius * Math.sin(angle)) * 1e4) / 1e4);
        }
        ring[vertices] = ring[0];
        return new GeometryFactory().createPolygon(ring);
    }
}
