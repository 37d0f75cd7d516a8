package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.RasterFixture;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rasters of hazard, loaded and asked by commands. Plot 0045 is 20 m wide and 10 m high at the corner of the town. */
class RasterLoadTest {
    private static final String FLOOD = "hazard-flood";
    private static final String DEPTHS = "Baja=0.5,Media=1,Alta=2";
    /** Depth grows eastward by 1 m in 8 m: cells of 4 m have 0.25, 0.75, 1.25, 1.75, 2.25. */
    private static final RasterFixture.Values SLOPE = (x, y) -> x / 8;

    private static TestDatabase database;

    @BeforeAll
    static void create() throws IOException {
        database = TestDatabase.create();
        Files.createDirectories(TestDatabase.HOME.resolve("rasters"));
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static Town town() {
        return Town.planned(database).lot().theme(FLOOD, "--hazard");
    }

    private static Path tif(String name) {
        return TestDatabase.HOME.resolve("rasters").resolve(name + ".tif");
    }

    private static CliRun load(Town town, Path tif, String... options) {
        List<String> command = new ArrayList<>(List.of(
                "load",
                "raster",
                tif.toString(),
                "--municipality",
                town.municipality(),
                "--plan",
                "P1",
                "--theme",
                FLOOD));
        command.addAll(List.of(options));
        command.addAll(List.of("--report", tif.resolveSibling("report").toString()));
        return town.run(command.toArray(String[]::new));
    }

    private static CliRun loaded(Town town, Path tif, String... options) {
        CliRun run = load(town, tif, options);
        assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
        return run;
    }

    private static JsonNode risk(Town town, String plot, String... options) {
        List<String> command = new ArrayList<>(List.of("risk", town.number(plot), "--format", "json"));
        command.addAll(List.of(options));
        CliRun run = town.run(command.toArray(String[]::new));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        JsonNode answer = Json.read(run.out());
        try {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(Files.readString(Path.of("docs/schemas/risk.schema.json")))
                            .validate(answer))
                    .isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return StreamSupport.stream(answer.get("phenomena").spliterator(), false)
                .filter(node -> node.get("theme").asText().equals(FLOOD))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode cells(Town town, String... options) {
        return risk(town, "0045", options).at("/rasters/0");
    }

    /** Returns {@code Baja 0.5: 160.0000; ...}. */
    private static String over(JsonNode cells) {
        StringBuilder text = new StringBuilder();
        cells.get("classes")
                .forEach(each -> text.append(text.isEmpty() ? "" : "; ")
                        .append(each.get("level").asText())
                        .append(' ')
                        .append(each.get("value").asText())
                        .append(": ")
                        .append(each.get("planarM2").asText()));
        return text.toString();
    }

    @Test
    void levelsAreDrawnAlongTheEdgesOfCells() {
        Town town = town();
        loaded(town, RasterFixture.of(10, 10, 4, SLOPE).write(tif("steps")), "--thresholds", DEPTHS);
        assertThat(town.ask().theme(FLOOD))
                .isEqualTo(
                        "concerned sensitive; Media 80.0000 share 0.400000; Alta 40.0000 share 0.200000; Baja 40.0000"
                                + " share 0.200000; uncovered 40.0000");
        JsonNode phenomenon = risk(town, "0045");
        assertThat(phenomenon.get("level").asText()).isEqualTo("Alta");
        assertThat(phenomenon.get("effect").asText()).isEqualTo("WARNING_STUDY");
        assertThat(phenomenon.at("/zones/0/label").asText()).isEqualTo("Media: desde 1 hasta menos de 2");
    }

    @Test
    void cellsCountWithTheAreaOnThePlotAndShareIsAtOrAboveTheThreshold() {
        Town town = town();
        loaded(
                town,
                RasterFixture.of(10, 10, 4, SLOPE).with("-a_scale", "1").write(tif("shares")),
                "--thresholds",
                DEPTHS);
        JsonNode cells = cells(town);
        assertThat(cells.get("max").asText()).isEqualTo("2.25");
        assertThat(cells.get("mean").asText()).isEqualTo("1.2500");
        assertThat(over(cells)).isEqualTo("Baja 0.5: 160.0000; Media 1: 120.0000; Alta 2: 40.0000");
        assertThat(cells.get("cellM").asText()).isEqualTo("4.0000");
        assertThat(cells.get("unknownM2").asDouble()).isZero();
    }

    /** The mean of a plane over a plot is its value at the centroid; cells of 2 m on a slope of 0.01 leave at most 0.01. */
    @Test
    void ofAPlaneTheMeanIsExactToWithinACell() {
        Town town = Town.planned(database).theme(FLOOD, "--hazard");
        town.parcels()
                .parcel("0045")
                .wkt("POLYGON((3.3 1.1, 41.7 7.2, 38.4 33.9, 9.6 28.3, 3.3 1.1))")
                .parcel("0046")
                .wkt("POLYGON((50.05 50.05, 77.77 50.05, 77.77 70, 60 70, 60 60, 50.05 60, 50.05 50.05))")
                .load();
        RasterFixture.Values plane = (x, y) -> 0.3 + 0.01 * x - 0.004 * y;
        loaded(town, RasterFixture.of(60, 60, 2, plane).at(-10, -10).write(tif("plane")), "--thresholds", "Baja=0.4");
        for (String plot : List.of("0045", "0046")) {
            JsonNode cells = risk(town, plot).at("/rasters/0");
            double[] centroid = plot.equals("0045") ? centroid45() : centroid46();
            double exact = plane.at(centroid[0], centroid[1]);
            assertThat(cells.get("mean").asDouble()).isCloseTo(exact, within(0.014));
            assertThat(cells.get("mean").asDouble())
                    .as("far better, as errors cancel")
                    .isCloseTo(exact, within(0.001));
        }
    }

    private static double[] centroid45() {
        return centroid("POLYGON((3.3 1.1, 41.7 7.2, 38.4 33.9, 9.6 28.3, 3.3 1.1))");
    }

    private static double[] centroid46() {
        return centroid("POLYGON((50.05 50.05, 77.77 50.05, 77.77 70, 60 70, 60 60, 50.05 60, 50.05 50.05))");
    }

    private static double[] centroid(String wkt) {
        try {
            var point = new org.locationtech.jts.io.WKTReader().read(wkt).getCentroid();
            return new double[] {point.getX(), point.getY()};
        } catch (org.locationtech.jts.io.ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the zones say and what the cells say is the same ground. */
    @Test
    void zonesAndCellsAgreeOnAnyPlot() {
        Town town = Town.planned(database).theme(FLOOD, "--hazard");
        town.parcels()
                .parcel("0045")
                .wkt("POLYGON((3.3 1.1, 41.7 7.2, 38.4 33.9, 9.6 28.3, 3.3 1.1),(12 12, 12 20, 20 20, 20 12, 12 12))")
                .load();
        RasterFixture.Values waves = (x, y) -> 1.5 + Math.sin(x / 3) + Math.cos(y / 2.1);
        loaded(town, RasterFixture.of(60, 60, 1.5, waves).at(-20, -20).write(tif("waves")), "--thresholds", DEPTHS);
        JsonNode answer = risk(town, "0045");
        double above = 0;
        for (int i = 2; i >= 0; i--) {
            JsonNode level = answer.at("/levels/" + (2 - i));
            above += level.get("planarM2").asDouble();
            assertThat(answer.at("/rasters/0/classes/" + i + "/level").asText())
                    .isEqualTo(level.get("level").asText());
            assertThat(answer.at("/rasters/0/classes/" + i + "/planarM2").asDouble())
                    .isCloseTo(above, within(0.001));
        }
    }

    @Test
    void inAnotherSystemOfCoordinatesNeighboursLeaveNoGap() {
        Town town = town();
        Path straight = RasterFixture.of(40, 40, 2, SLOPE).at(-20, -20).write(tif("straight"));
        Path west = tif("west");
        RasterFixture.run(List.of(
                "gdalwarp",
                "-q",
                "-overwrite",
                "-t_srs",
                "EPSG:3115",
                "-tr",
                "2",
                "2",
                "-r",
                "near",
                straight.toString(),
                west.toString()));
        CliRun run = loaded(town, west, "--thresholds", DEPTHS);
        assertThat(run.out()).contains("crs-candidates");
        JsonNode answer = risk(town, "0045");
        double sum = 0;
        for (JsonNode level : answer.get("levels")) {
            sum += level.get("planarM2").asDouble();
        }
        assertThat(sum).isCloseTo(200, within(0.0002));
        assertThat(answer.at("/rasters/0/mean").asDouble()).isCloseTo(1.25, within(0.05));
        double above = answer.at("/levels/0/planarM2").asDouble();
        assertThat(answer.at("/rasters/0/classes/2/planarM2").asDouble()).isCloseTo(above, within(0.01));
    }

    @Test
    void groundWithoutValueIsUnknownAndNeverNone() {
        Town town = town();
        RasterFixture.Values half = (x, y) -> x < 12 ? 0.1 : Double.NaN;
        loaded(town, RasterFixture.of(10, 10, 4, half).write(tif("half")), "--thresholds", DEPTHS);
        JsonNode answer = risk(town, "0045");
        assertThat(answer.get("effect").asText()).isEqualTo("UNKNOWN_NO_DATA");
        assertThat(answer.get("unknownM2").asDouble()).isEqualTo(80);
        assertThat(answer.at("/rasters/0/unknownM2").asDouble()).isEqualTo(80);
        loaded(town, tif("half"), "--thresholds", DEPTHS, "--coverage", "municipality");
        assertThat(risk(town, "0045").get("effect").asText())
                .as("whoever loads says that no value means dry")
                .isEqualTo("NO_MAPPED_RESTRICTION");
    }

    @Test
    void classesAreLevelsAndHaveNoMean() {
        Town town = town();
        RasterFixture.Values classes = (x, y) -> x < 8 ? 0 : x < 16 ? 3 : 1;
        Path tif = RasterFixture.bare(10, 10, 4, classes)
                .with("-a_srs", "EPSG:9377", "-ot", "Int16")
                .write(tif("classes"));
        loaded(town, tif, "--classes", "0=ninguna,1=Baja,2=Media,3=Alta");
        JsonNode cells = cells(town);
        assertThat(cells.get("mean").isNull()).isTrue();
        assertThat(cells.get("max").isNull()).isTrue();
        assertThat(over(cells)).isEqualTo("ninguna 0: 80.0000; Baja 1: 40.0000; Media 2: 0.0000; Alta 3: 80.0000");
        assertThat(risk(town, "0045").at("/zones/0/label").asText()).isEqualTo("Alta: clase 3");
        CliRun asDepth = loaded(town, tif, "--thresholds", "Baja=1,Alta=3", "--dry-run");
        assertThat(asDepth.out()).contains("WARNING raster-looks-classed").contains("0, 1, 3");
        CliRun unlisted = load(town, tif, "--classes", "1=Baja,2=Media");
        assertThat(unlisted.code()).isEqualTo(4);
        assertThat(unlisted.out()).contains("ERROR raster-value-unlisted").contains("0 (20), 3 (20)");
    }

    @Test
    void valuesAreScaledAsTheFileSays() {
        Town town = town();
        Path tif = RasterFixture.bare(10, 10, 4, (x, y) -> Math.round(x * 12.5))
                .with("-a_srs", "EPSG:9377", "-ot", "Int16", "-a_scale", "0.01", "-a_offset", "0")
                .write(tif("scaled"));
        CliRun run = loaded(town, tif, "--thresholds", DEPTHS);
        assertThat(run.out()).doesNotContain("raster-looks-classed");
        assertThat(cells(town).get("mean").asText()).isEqualTo("1.2500");
    }

    @Test
    void aMappingAddsActAndStudyAndAnOptionTheAccuracy() throws IOException {
        Town town = town();
        Path mapping = tif("map").resolveSibling("map.yaml");
        Files.writeString(mapping, """
                fields:
                  code: code
                  label: label
                  level: level
                  act: {const: "Acuerdo 7 de 2024"}
                  article: {const: "12"}
                  study: {const: "Estudio detallado 2023"}
                """);
        loaded(
                town,
                RasterFixture.of(10, 10, 4, SLOPE).write(tif("mapped")),
                "--thresholds",
                DEPTHS,
                "--mapping",
                mapping.toString(),
                "--accuracy",
                "0.5",
                "--dataset",
                "inundación");
        JsonNode zone = risk(town, "0045").at("/zones/0");
        assertThat(zone.at("/sources/0/article").asText()).isEqualTo("12");
        assertThat(zone.get("study").asText()).isEqualTo("Estudio detallado 2023");
        assertThat(zone.get("detailedStudy").asBoolean()).isTrue();
        assertThat(cells(town).get("dataset").asText()).isEqualTo("inundación");
    }

    @Test
    void theSameRasterChangesNothingAndAnotherIsHistory() {
        Town town = town();
        Path tif = RasterFixture.of(10, 10, 4, SLOPE).write(tif("first"));
        loaded(town, tif, "--thresholds", DEPTHS, "--dataset", "D");
        String first = town.newestPublication();
        assertThat(loaded(town, tif, "--thresholds", DEPTHS, "--dataset", "D").out())
                .contains("Sin cambios");
        // the same zones from other values: only the cells differ
        Path other = RasterFixture.of(10, 10, 4, (x, y) -> x / 8 + 0.01).write(tif("second"));
        loaded(town, other, "--thresholds", DEPTHS, "--dataset", "D", "--valid-from", "2026-01-01");
        assertThat(cells(town).get("mean").asText()).isEqualTo("1.2600");
        assertThat(cells(town, "--on", "2025-12-31").get("mean").asText()).isEqualTo("1.2500");
        assertThat(cells(town, "--known-at", first).get("mean").asText()).isEqualTo("1.2500");
        town.done("loads", "revert", town.newestPublication());
        assertThat(cells(town).get("mean").asText()).isEqualTo("1.2500");
        assertThat(cells(town, "--on", "2025-12-31").get("mean").asText()).isEqualTo("1.2500");
    }

    @Test
    void zonesThatReplaceARasterTakeItsValuesAway() {
        Town town = town();
        loaded(town, RasterFixture.of(10, 10, 4, SLOPE).write(tif("gone")), "--thresholds", DEPTHS, "--dataset", "D");
        town.zones(FLOOD).zone("Alta").rect(0, 0, 5, 10).load("--dataset", "D", "--coverage", "municipality");
        assertThat(risk(town, "0045").get("rasters")).isEmpty();
        town.done("loads", "revert", town.newestPublication());
        assertThat(risk(town, "0045").get("rasters")).hasSize(1);
    }

    @Test
    void aParcelLoadedLaterIsToldTheValuesOnIt() {
        Town town = town();
        loaded(town, RasterFixture.of(10, 10, 4, SLOPE).write(tif("later")), "--thresholds", DEPTHS);
        town.parcels()
                .parcel("0045")
                .rect(0, 0, 20, 10)
                .parcel("0046")
                .rect(20, 0, 4, 4)
                .load();
        assertThat(risk(town, "0046").at("/rasters/0/mean").asText()).isEqualTo("2.7500");
    }

    @Test
    void aPlotBesideTheRasterHasNoValues() {
        Town town = town();
        loaded(town, RasterFixture.of(4, 4, 4, SLOPE).at(500, 500).write(tif("beside")), "--thresholds", DEPTHS);
        JsonNode answer = risk(town, "0045");
        assertThat(answer.get("state").asText()).isEqualTo("no_data");
        assertThat(answer.at("/rasters/0/mean").isNull()).isTrue();
        assertThat(answer.at("/rasters/0/unknownM2").asDouble()).isEqualTo(200);
    }

    @Test
    void whatLiesBeyondTheMunicipalityIsLeftOutAndAnotherPlaceIsRefused() {
        Town town = town();
        town.territories()
                .territory("municipio", town.municipality())
                .rect(-100, -100, 200, 200)
                .load();
        RasterFixture.Values twoSpots = (x, y) -> x < 20 || x > 3000 ? 3 : 0;
        Path wide = RasterFixture.of(200, 10, 20, twoSpots).at(0, 0).write(tif("wide"));
        CliRun run = loaded(town, wide, "--thresholds", DEPTHS);
        assertThat(run.out()).contains("INFO raster-beyond-limit: 1").doesNotContain("outside-municipality");
        CliRun away =
                load(town, RasterFixture.of(10, 10, 4, SLOPE).at(5000, 0).write(tif("away")), "--thresholds", DEPTHS);
        assertThat(away.code()).isEqualTo(4);
        assertThat(away.out()).contains("ERROR raster-of-another-place").contains("4900.0 m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Baja=1,Media=0.5 | el umbral de Media (0.5) debe ser mayor que el de Baja (1.0)",
                "Alta=1,Media=1 | el umbral de Alta (1.0) debe ser mayor que el de Media (1.0)",
                "Extrema=3 | «Extrema» no es un nivel: se reconocen Baja, Media, Alta",
                "Ninguna=0 | «Ninguna» no es un nivel",
                "Alta=mucho | «mucho» no es un número",
                "Alta=1,Alta=2 | el nivel Alta se dice dos veces",
                "Alta | «Alta» no es nivel=valor",
                "Extrema=x | «x» no es un número; «Extrema» no es un nivel",
            })
    void thresholdsThatMakeNoSenseAreRefused(String thresholds, String said) {
        CliRun run = load(town(), tif("steps"), "--thresholds", thresholds);
        assertThat(run.code()).as(run.err()).isNotIn(0, 1, 3);
        assertThat(run.err()).contains(said);
    }

    @Test
    void aRasterNeedsThresholdsOrClassesAndAThemeOfHazard() {
        Town town = town();
        Path tif = RasterFixture.of(10, 10, 4, SLOPE).write(tif("needs"));
        assertThat(load(town, tif).err()).contains("necesita --thresholds, o --classes");
        assertThat(load(town, tif, "--thresholds", DEPTHS, "--classes", "1=Alta")
                        .err())
                .contains("uno de los dos");
        assertThat(load(town, tif, "--classes", "1=Alta,1=Baja").err()).contains("el valor 1.0 se dice dos veces");
        town.theme("heritage");
        CliRun heritage = town.run(
                "load",
                "raster",
                tif.toString(),
                "--municipality",
                town.municipality(),
                "--plan",
                "P1",
                "--theme",
                "heritage",
                "--thresholds",
                DEPTHS);
        assertThat(heritage.err()).contains("no es de amenaza");
        assertThat(town.run(
                                "load",
                                "parcels",
                                tif.toString(),
                                "--municipality",
                                town.municipality(),
                                "--thresholds",
                                DEPTHS)
                        .err())
                .contains("son de raster, no de parcels");
        assertThat(load(town, tif, "--thresholds", DEPTHS, "--repair").err()).contains("son de registros");
        assertThat(town.run(
                                "load",
                                "zones",
                                tif.toString(),
                                "--municipality",
                                town.municipality(),
                                "--plan",
                                "P1",
                                "--theme",
                                FLOOD)
                        .err())
                .contains("lindero load raster");
    }

    @Test
    void aFileThatIsNoPlainGeoTiffIsRefusedWithAllThatIsWrong() throws IOException {
        Town town = town();
        Path plain = RasterFixture.bare(10, 10, 4, SLOPE).with("-ot", "Float32").write(tif("no-crs"));
        CliRun noCrs = load(town, plain, "--thresholds", DEPTHS);
        assertThat(noCrs.err()).contains("no dice su sistema de coordenadas").contains("EPSG:9377");
        loaded(town, plain, "--thresholds", DEPTHS, "--crs", "EPSG:9377", "--dry-run");

        Path rotated = tif("rotated");
        RasterFixture.run(List.of(
                "gdal_translate",
                "-q",
                "-b",
                "1",
                "-b",
                "1",
                "-a_srs",
                "EPSG:9377",
                "-gcp",
                "0",
                "0",
                "4628000",
                "1935040",
                "-gcp",
                "10",
                "0",
                "4628030",
                "1935050",
                "-gcp",
                "0",
                "10",
                "4628010",
                "1935010",
                plain.toString(),
                rotated.toString()));
        CliRun turned = load(town, rotated, "--thresholds", DEPTHS);
        assertThat(turned.code()).isNotIn(0, 1);
        assertThat(turned.err()).contains("tiene 2 bandas").contains("no dice dónde está");

        Path text = tif("text");
        Files.writeString(text, "esto no es un ráster");
        assertThat(load(town, text, "--thresholds", DEPTHS).err())
                .contains("no se puede leer como GeoTIFF")
                .doesNotContain("..");
        Path empty = tif("empty");
        Files.write(empty, new byte[0]);
        assertThat(load(town, empty, "--thresholds", DEPTHS).err()).contains("GeoTIFF");
        assertThat(load(town, tif("missing"), "--thresholds", DEPTHS).err())
                .contains("no existe", "Revise la carpeta")
                .doesNotContain("QGIS");
        Path png = tif("picture").resolveSibling("picture.png");
        RasterFixture.run(
                List.of("gdal_translate", "-q", "-of", "PNG", "-ot", "Byte", plain.toString(), png.toString()));
        assertThat(load(town, png, "--thresholds", DEPTHS).err()).contains("no es un GeoTIFF (.tif, .tiff)");
        Path disguised = Files.copy(png, tif("disguised"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(load(town, disguised, "--thresholds", DEPTHS).err()).contains("no se puede leer como GeoTIFF");
    }

    @Test
    void aRotatedRasterIsRefused() throws IOException {
        Path tif = RasterFixture.of(10, 10, 4, SLOPE).write(tif("turned"));
        Path vrt = tif.resolveSibling("turned.vrt");
        RasterFixture.run(List.of("gdal_translate", "-q", "-of", "VRT", tif.toString(), vrt.toString()));
        Files.writeString(
                vrt,
                Files.readString(vrt)
                        .replaceAll(
                                "<GeoTransform>[^<]*</GeoTransform>",
                                "<GeoTransform>4628000, 3.9, 0.5, 1935040, 0.5, -3.9</GeoTransform>"));
        RasterFixture.run(List.of(
                "gdal_translate",
                "-q",
                "-of",
                "GTiff",
                vrt.toString(),
                tif("rot").toString()));
        CliRun run = load(town(), tif("rot"), "--thresholds", DEPTHS);
        assertThat(run.err()).contains("está girado o reflejado");
    }

    @Test
    void ofSeveralBandsOneIsChosen() {
        Town town = town();
        Path tif = RasterFixture.of(10, 10, 4, SLOPE).with("-b", "1", "-b", "1").write(tif("bands"));
        assertThat(load(town, tif, "--thresholds", DEPTHS).err()).contains("tiene 2 bandas: elija una con --layer");
        assertThat(load(town, tif, "--thresholds", DEPTHS, "--layer", "3").err())
                .contains("no tiene la banda «3»");
        loaded(town, tif, "--thresholds", DEPTHS, "--layer", "2");
        assertThat(cells(town).get("mean").asText()).isEqualTo("1.2500");
    }

    @Test
    void noValueAnywhereIsRefusedAndAllDryIsADeclaration() {
        Town town = town();
        CliRun none = load(
                town, RasterFixture.of(10, 10, 4, (x, y) -> Double.NaN).write(tif("none")), "--thresholds", DEPTHS);
        assertThat(none.code()).isEqualTo(4);
        assertThat(none.out()).contains("ERROR raster-without-values", "Corrija los errores.");
        assertThat(none.out()).as("a raster has no records to keep aside").doesNotContain("--quarantine");
        CliRun dry = loaded(town, RasterFixture.of(10, 10, 4, (x, y) -> 0).write(tif("dry")), "--thresholds", DEPTHS);
        assertThat(dry.out()).contains("WARNING empty-dataset");
        JsonNode answer = risk(town, "0045");
        assertThat(answer.get("state").asText()).isEqualTo("not_concerned");
        assertThat(answer.at("/rasters/0/max").asText()).isEqualTo("0");
    }

    @Test
    void aDamagedFileChangesNothing() throws IOException {
        Town town = town();
        Path whole =
                RasterFixture.of(400, 400, 1, SLOPE).with("-co", "TILED=YES").write(tif("whole"));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = tif("cut");
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 3));
        CliRun run = load(town, cut, "--thresholds", DEPTHS);
        assertThat(run.code()).isNotIn(0, 1);
        assertThat(run.err()).containsAnyOf("está dañado", "no se puede leer como GeoTIFF");
        assertThat(risk(town, "0045").get("rasters")).isEmpty();
    }

    /** Several tiles and blocks of another size: what is drawn does not show where the windows meet. */
    @ParameterizedTest
    @ValueSource(strings = {"BLOCKXSIZE=128", "COMPRESS=LZW"})
    void tilesLeaveNoSeam(String option) {
        Town town = Town.planned(database).theme(FLOOD, "--hazard");
        town.parcels().parcel("0045").rect(-5, -5, 610, 310).load();
        RasterFixture.Values even = (x, y) -> 3;
        Path tif = RasterFixture.of(600, 300, 1, even)
                .with("-co", "TILED=YES", "-co", option, "-co", "BLOCKYSIZE=128")
                .write(tif("seam-" + option.charAt(0)));
        CliRun run = loaded(town, tif, "--thresholds", DEPTHS);
        assertThat(run.out()).contains("Registros 1;");
        JsonNode answer = risk(town, "0045");
        assertThat(answer.at("/levels/0/planarM2").asDouble()).isEqualTo(180_000);
        assertThat(answer.at("/rasters/0/knownM2").asDouble()).isCloseTo(180_000, within(0.0001));
    }
}
