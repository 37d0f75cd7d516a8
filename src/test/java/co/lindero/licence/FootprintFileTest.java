package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Footprints from the files of drawing offices, in other systems than that of the database. */
class FootprintFileTest {
    private static TestDatabase database;
    private static LicenceTown town;

    @TempDir
    Path folder;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        town = LicenceTown.block(database).residential().norm("AR-2", "front_setback_m", ">=", "3");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private Path geojson(String crs, JsonNode... polygons) throws IOException {
        StringBuilder features = new StringBuilder();
        for (JsonNode polygon : polygons) {
            features.append(features.isEmpty() ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{\"name\":\"casa\"},\"geometry\":")
                    .append(polygon)
                    .append('}');
        }
        Path file = folder.resolve("casa.geojson");
        Files.writeString(
                file,
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + crs
                        + "\"}},\"features\":[" + features + "]}");
        return file;
    }

    private Path convert(Path from, String name, String driver, String... options) throws Exception {
        Path to = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", driver, to.toString(), from.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("ERROR");
        assertThat(process.waitFor()).isZero();
        return to;
    }

    private CliRun check(Path footprint, String... options) throws IOException {
        LicenceTown.Question question = town.ask("0045");
        Path file = folder.resolve("question.json");
        Files.write(file, Json.bytes(question.json()));
        List<String> command = new ArrayList<>(
                List.of("check", file.toString(), "--format", "json", "--footprint", footprint.toString()));
        command.addAll(List.of(options));
        return town.town().run(command.toArray(String[]::new));
    }

    private static double front(CliRun run) {
        assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
        for (JsonNode finding : Json.read(run.out()).get("findings")) {
            if (finding.get("quantity").asText().equals("front_setback_m")) {
                return finding.get("actual").asDouble();
            }
        }
        throw new AssertionError(run.out());
    }

    @Test
    void everyFormatGivesTheSameSetback() throws Exception {
        Path plain = geojson("EPSG:9377", LicenceTown.rectangle(1, 3.25, 8, 8));
        assertThat(front(check(plain))).isEqualTo(3.25);
        assertThat(front(check(convert(plain, "casa.kml", "KML")))).isCloseTo(3.25, within());
        assertThat(front(check(convert(plain, "casa.gpkg", "GPKG", "-t_srs", "EPSG:3116"))))
                .isCloseTo(3.25, within());
        Path zipped = Files.move(
                convert(plain, "casa.shz", "ESRI Shapefile", "-t_srs", "EPSG:4686"), folder.resolve("casa.zip"));
        assertThat(front(check(zipped))).isCloseTo(3.25, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(0.002);
    }

    @Test
    void severalPolygonsAreOneFootprint() throws Exception {
        Path two = geojson("EPSG:9377", LicenceTown.rectangle(1, 5, 3, 3), LicenceTown.rectangle(5, 4, 3, 3));
        assertThat(front(check(two))).isEqualTo(4.0);
    }

    @Test
    void whatIsNoFootprintIsRefused() throws Exception {
        Path line = geojson(
                "EPSG:9377",
                Json.read("{\"type\":\"LineString\",\"coordinates\":[[4628001,1935003],[4628005,1935009]]}"));
        CliRun refused = check(line);
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("solo polígonos");
        // elsewhere: said by the check, with where
        CliRun away = check(geojson("EPSG:9377", LicenceTown.rectangle(300, 3, 5, 5)));
        assertThat(away.code()).isEqualTo(4);
        assertThat(away.err()).contains("/proposal/footprint").contains("m del predio");
        Path none = folder.resolve("nada.txt");
        Files.writeString(none, "nada");
        assertThat(check(none).code()).isEqualTo(4);
        // a shapefile without .prj says nothing of its CRS; the caller may
        Path shape = convert(geojson("EPSG:9377", LicenceTown.rectangle(1, 3, 8, 8)), "casa.shp", "ESRI Shapefile");
        Files.delete(folder.resolve("casa.prj"));
        assertThat(check(shape).code()).isEqualTo(4);
        assertThat(front(check(shape, "--crs", "EPSG:9377"))).isEqualTo(3.0);
    }
}
