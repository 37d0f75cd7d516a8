package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layers as GDAL reads them, by its own OGC API driver and from files taken home. */
class GdalClientTest {
    private static final Pattern COUNT = Pattern.compile("Feature Count: (\\d+)");

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

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(List.of(command) + "\n" + output).isZero();
        return output;
    }

    private static String source() {
        return "OAPIF:" + town.address();
    }

    private static int count(String info) {
        Matcher count = COUNT.matcher(info);
        assertThat(count.find()).as(info).isTrue();
        return Integer.parseInt(count.group(1));
    }

    @Test
    void everyCollectionIsALayerWithItsFields() throws Exception {
        String layers = run("ogrinfo", "-ro", source());
        assertThat(layers).contains("parcels", "activity-area", "hazard-flood").doesNotContain("ERROR");
        String parcels = run("ogrinfo", "-ro", "-so", source(), "parcels");
        assertThat(count(parcels)).isEqualTo(LayersTown.PLOTS);
        assertThat(parcels).contains("number: String", "registered_area_m2: Real", "address: String", "WGS 84");
        assertThat(count(run("ogrinfo", "-ro", "-so", source(), "activity-area")))
                .isEqualTo(3);
        assertThat(count(run("ogrinfo", "-ro", "-so", source(), "hazard-flood")))
                .isEqualTo(2);
    }

    @Test
    void boxesAndAttributesFilter() throws Exception {
        String number = town.town.number("0004");
        assertThat(count(run("ogrinfo", "-ro", "-so", "-where", "number = '" + number + "'", source(), "parcels")))
                .isEqualTo(1);
        assertThat(count(run("ogrinfo", "-ro", "-so", "-spat", "0", "0", "1", "1", source(), "parcels")))
                .isZero();
        assertThat(count(run("ogrinfo", "-ro", "-so", "-spat", "-80", "0", "-70", "10", source(), "parcels")))
                .isEqualTo(LayersTown.PLOTS);
    }

    @Test
    void theRoundTripToGeoPackageEqualsTheDatabase() throws Exception {
        Path file = folder.resolve("parcels.gpkg");
        run("ogr2ogr", "-oo", "PAGE_SIZE=7", "-f", "GPKG", file.toString(), source(), "parcels");
        String sums = run(
                "ogrinfo",
                "-ro",
                "-q",
                "-sql",
                "SELECT COUNT(*) AS n, SUM(planar_m2) AS area, SUM(registered_area_m2) AS registered FROM parcels",
                file.toString());
        assertThat(figure(sums, "n")).isEqualTo(LayersTown.PLOTS);
        assertThat(figure(sums, "area")).isCloseTo(200.0 * LayersTown.PLOTS, within(1e-3));
        List<String> there = texts("SELECT ST_AsText(geom_4326) FROM lindero.parcel ORDER BY number");
        String here = run(
                "ogrinfo", "-ro", "-q", "-sql", "SELECT number, geom FROM parcels ORDER BY number", file.toString());
        List<double[]> expected = coordinates(String.join("\n", there));
        List<double[]> read = coordinates(here);
        assertThat(read).hasSameSizeAs(expected);
        for (double[] place : expected) {
            assertThat(read).anySatisfy(other -> {
                assertThat(other[0]).isCloseTo(place[0], within(1e-7));
                assertThat(other[1]).isCloseTo(place[1], within(1e-7));
            });
        }
    }

    private static double figure(String info, String name) {
        Matcher value = Pattern.compile(name + " \\(\\w+\\) = ([0-9.e+]+)").matcher(info);
        assertThat(value.find()).as(info).isTrue();
        return Double.parseDouble(value.group(1));
    }

    private static List<double[]> coordinates(String text) {
        List<double[]> places = new ArrayList<>();
        Matcher pair = Pattern.compile("(-7\\d\\.\\d+) (\\d\\.\\d+)").matcher(text);
        while (pair.find()) {
            places.add(new double[] {Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2))});
        }
        return places;
    }

    private static List<String> texts(String sql) {
        return town.database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void filesTakenHomeHoldTheWholeCollection() throws Exception {
        for (String form : List.of("fgb", "csv", "geojson")) {
            for (String layer : List.of("parcels", "activity-area", "hazard-flood")) {
                Path file = folder.resolve(layer + "." + form);
                Files.write(file, bytes("/collections/" + layer + "/items?f=" + form));
                int expected = layer.equals("parcels") ? LayersTown.PLOTS : layer.equals("activity-area") ? 3 : 2;
                assertThat(count(run("ogrinfo", "-ro", "-so", "-al", file.toString())))
                        .as(file.toString())
                        .isEqualTo(expected);
            }
        }
        String flat =
                run("ogrinfo", "-ro", "-al", folder.resolve("activity-area.fgb").toString());
        assertThat(flat).contains("altura (Integer64) = 8", "code (String) = AC-2", "MULTIPOLYGON", "O'Higgins");
        assertThat(run("ogrinfo", "-ro", "-al", folder.resolve("parcels.csv").toString()))
                .contains("Calle 2 N.º «Ñ»");
    }

    private static byte[] bytes(String path) throws IOException {
        try (var in = java.net.URI.create(town.address() + path).toURL().openStream()) {
            return in.readAllBytes();
        }
    }
}
