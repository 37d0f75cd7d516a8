package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.lindero.platform.json.Json;
import co.lindero.publication.PublicationStore;
import co.lindero.support.CliRun;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers while data change: reloads, revisions, territories. */
class LayerHistoryTest {
    private static final String PARCELS = "/collections/parcels/items";

    @TempDir
    private static Path folder;

    private static LayersTown town;

    @BeforeAll
    static void start() {
        town = new LayersTown();
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    private static String next(JsonNode page) {
        for (JsonNode link : page.get("links")) {
            if (link.get("rel").asText().equals("next")) {
                return link.get("href").asText();
            }
        }
        throw new AssertionError(page.get("links"));
    }

    @Test
    void pagesShowOnePublicationWhileAnotherIsLoaded() {
        JsonNode first = town.json(PARCELS + "?limit=10&properties=registered_area_m2");
        String etag = town.get(PARCELS).headers().firstValue("ETag").orElseThrow();
        var again = town.town.parcels();
        for (int i = 0; i < LayersTown.PLOTS; i++) {
            again.parcel(LayersTown.plot(i))
                    .rect(20 * i, 0, 20, 10)
                    .registered(900 + i)
                    .with("address", "Calle " + i + " N.º «Ñ»");
        }
        again.load();
        JsonNode second = town.json(next(first));
        assertThat(second.at("/knownAt/publication")).isEqualTo(first.at("/knownAt/publication"));
        assertThat(second.at("/features/0/properties/registered_area_m2").asDouble())
                .isEqualTo(210);
        JsonNode fresh = town.json(PARCELS + "?limit=11");
        assertThat(fresh.at("/features/10/properties/registered_area_m2").asDouble())
                .isEqualTo(910);
        assertThat(fresh.at("/features/10/id")).isEqualTo(second.at("/features/0/id"));
        assertThat(town.get(PARCELS, "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    @Test
    void aRevisionReplacesTheZonesOfTheGroundItCovers() {
        town.town.plan("R1", "2020-01-01", "--revises", "P1").theme("heritage");
        town.town.in("P1").theme("heritage");
        town.town
                .zones("heritage")
                .zone("OLD")
                .rect(0, 100, 100, 100)
                .zone("AWAY")
                .rect(500, 100, 10, 10)
                .load("--coverage", "municipality");
        String cover = town.town.coverage("cover", 50, 100, 200, 100);
        town.town.in("R1").zones("heritage").zone("NEW").rect(60, 100, 20, 20).load("--coverage", cover);
        String items = "/collections/heritage/items";
        assertThat(town.ids(items)).containsExactlyInAnyOrder("P1:OLD", "P1:AWAY", "R1:NEW");
        JsonNode old = town.json(items + "/P1:OLD?crs=http://www.opengis.net/def/crs/EPSG/0/9377");
        assertThat(old.at("/geometry/type").asText()).isEqualTo("MultiPolygon");
        double east = Pattern.compile("\\[[0-9.]+,([0-9.]+)]")
                .matcher(old.at("/geometry/coordinates").toString())
                .results()
                .mapToDouble(place -> Double.parseDouble(place.group(1)))
                .max()
                .orElseThrow();
        assertThat(east).isCloseTo(4_628_050, within(0.001));
        assertThat(town.ids(items + "?datetime=2019-12-31")).containsExactlyInAnyOrder("P1:OLD", "P1:AWAY");
        town.town.in("P1");
    }

    @Test
    void aParcelNamesTheSmallestTerritoryThatHoldsItKeptOrNot() {
        String parcel = PARCELS + "/" + town.town.number("0002");
        assertThat(town.json(parcel).at("/properties/territory").isNull()).isTrue();
        Path file = new co.lindero.support.GeoFile()
                .record()
                .with("code", "V1")
                .with("kind", "vereda")
                .with("name", "Una vereda")
                .rect(-10, -10, 100, 100)
                .record()
                .with("code", "C1")
                .with("kind", "corregimiento")
                .with("name", "Un corregimiento")
                .rect(-100, -100, 5_000, 5_000)
                .write(folder.resolve("territories.geojson"));
        CliRun run = town.town.run(
                "load",
                "territories",
                file.toString(),
                "--municipality",
                town.town.municipality(),
                "--report",
                folder.resolve("report").toString());
        assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
        for (int round = 0; round < 2; round++) {
            assertThat(town.json(parcel).at("/properties/territory").asText()).isEqualTo("V1");
            assertThat(town.json(PARCELS + "/" + town.town.number("0020"))
                            .at("/properties/territory")
                            .asText())
                    .isEqualTo("C1");
            assertThat(town.ids(PARCELS + "?territory=V1&limit=100")).hasSize(5);
            long kept = new TerritoryKeeper(town.database, Clock.systemUTC(), new PublicationStore()).keepAll();
            assertThat(kept).isEqualTo(round == 0 ? LayersTown.PLOTS : 0);
        }
        assertThat(town.ids("/collections/territories/items")).containsExactly("corregimiento:C1", "vereda:V1");
        assertThat(town.ids("/collections/territories/items?kind=vereda")).containsExactly("vereda:V1");
    }

    @Test
    void aLayerIsTakenHomeByACommand() throws Exception {
        for (String ending : List.of("gpkg", "shp", "fgb", "csv", "geojson")) {
            Path file = folder.resolve("home." + ending);
            CliRun run = town.town.run(
                    "export", "activity-area", file.toString(), "--municipality", town.town.municipality());
            assertThat(run.code()).as(ending + run.out() + run.err()).isZero();
            assertThat(run.out()).startsWith("3 ");
            assertThat(Files.size(file)).isPositive();
        }
    }

    /** What is read back by GDAL is what the database has: each parcel once, its place within 1e-7 degrees. */
    @ParameterizedTest
    @ValueSource(strings = {"gpkg", "shp", "fgb", "geojson"})
    void whatIsTakenHomeIsWhatTheDatabaseHas(String ending) throws Exception {
        Path file = folder.resolve("parcels." + ending);
        CliRun run = town.town.run(
                "export", "parcels", file.toString(), "--municipality", town.town.municipality(), "--on", "2026-11-24");
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        Process read = new ProcessBuilder(
                        "ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file.toString(), "-lco", "COORDINATE_PRECISION=12")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        JsonNode home = Json.read(new String(read.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(read.waitFor()).isZero();
        Map<String, String> places = new HashMap<>();
        for (JsonNode feature : home.get("features")) {
            places.put(feature.at("/properties/number").asText(), feature.get("geometry").toString());
        }

        int parcels = town.database.read(handle -> handle.createQuery(
                        "SELECT count(*) FROM lindero.parcel WHERE pub_to IS NULL AND geom IS NOT NULL")
                .mapTo(Integer.class)
                .one());
        assertThat(home.get("features")).hasSize(parcels);
        assertThat(places).hasSize(parcels);
        places.forEach((number, place) -> assertThat(farthest(number, place))
                .as(number + " " + place)
                .isLessThan(1e-7));
    }

    private static double farthest(String number, String place) {
        return town.database.read(handle -> handle.createQuery("SELECT ST_HausdorffDistance(geom_4326, "
                        + "ST_SetSRID(ST_GeomFromGeoJSON(:place), 4326)) FROM lindero.parcel "
                        + "WHERE number = :number AND pub_to IS NULL")
                .bind("place", place)
                .bind("number", number)
                .mapTo(Double.class)
                .one());
    }

    @Test
    void anExportThatFailsLeavesTheFileThatWasThere(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("home.fgb"), "mine");
        CliRun unknown =
                town.town.run("export", "nothing", file.toString(), "--municipality", town.town.municipality());
        assertThat(unknown.code()).isNotZero();
        assertThat(unknown.err()).contains("activity-area");
        assertThat(file).hasContent("mine");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
