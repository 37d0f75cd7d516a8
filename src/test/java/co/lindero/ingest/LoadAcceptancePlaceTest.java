package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.LoadTown.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where data lie: coordinate systems that are missing, wrong or doubtful, and data away from the municipality. */
class LoadAcceptancePlaceTest {
    private static final String NUMBER = Plots.number(1);

    @TempDir
    static Path folder;

    private static LoadTown town;

    @BeforeAll
    static void createTown() {
        town = LoadTown.withLimit(folder);
    }

    @AfterAll
    static void dropTown() {
        town.close();
    }

    @Test
    void case05_aMissingPrjIsRefusedWithWhatToSay() throws Exception {
        town.plots("con_prj", Plots.metres().square(0, 0, 10, "number", NUMBER));
        Path shapes = Files.createDirectories(town.file("sin_prj"));
        convert("con_prj.geojson", "sin_prj/predios.shp");
        Files.delete(shapes.resolve("predios.prj"));
        Loaded refused = town.load("parcels", "sin_prj/predios.shp");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.run().err()).contains("no dice su sistema de coordenadas", "--crs EPSG:9377", "crs-unknown");
        Loaded declared =
                town.load("parcels", "sin_prj/predios.shp", "--crs", "EPSG:9377", "--dry-run", "--dataset", "oeste");
        assertThat(declared.code()).as(declared.run().err()).isZero();
    }

    @Test
    void case05_swappedAxesAreRefused() {
        town.plots("cambiado", Plots.in("").square(3.41, -76.35, 0.001, "number", NUMBER));
        Loaded refused = town.load("parcels", "cambiado");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.run().err()).contains("ejes cambiados", "crs-implausible", "Qué hacer");
        town.plots("cambiado_9377", Plots.in("EPSG::9377").square(Plots.NORTH, Plots.EAST, 10, "number", NUMBER));
        assertThat(town.load("parcels", "cambiado_9377", "--crs", "9377").run().err())
                .contains("ejes cambiados");
    }

    @Test
    void case05_degreesDeclaredAsMetresAreRefused() {
        town.plots("grados", Plots.in("").square(-76.35, 3.41, 0.001, "number", NUMBER));
        Loaded refused = town.load("parcels", "grados", "--crs", "EPSG:9377");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.run().err()).contains("grados declarados como metros", "--crs EPSG:4686");
    }

    @Test
    void case05_metresDeclaredAsDegreesAreRefused() {
        town.plots("metros", Plots.in("").square(Plots.EAST, Plots.NORTH, 10, "number", NUMBER));
        Loaded refused = town.load("parcels", "metros");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.run().err()).contains("metros declarados como grados", "--crs EPSG:9377");
    }

    @Test
    void case05_dataMoreThanAKilometreOutsideTheLimitAreRefusedWithTheDistance() {
        town.plots("lejos", Plots.metres().square(6_000.5, 0, 10, "number", NUMBER));
        Loaded refused = town.load("parcels", "lejos");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings()).containsExactly("ERROR outside-municipality 1");
        assertThat(refused.detail("outside-municipality", "metres")).isEqualTo("1000.5");
        assertThat(refused.run().out()).contains("revise --crs y --municipality");
    }

    @Test
    void case05_dataUpToAKilometreOutsideAreLoadedWithAWarning() {
        town.plots(
                "cerca",
                Plots.metres()
                        .square(6_000, 0, 10, "number", NUMBER)
                        // over the limit, which is no finding
                        .square(4_995, 500, 10, "number", Plots.number(2)));
        Loaded loaded = town.load("parcels", "cerca", "--dry-run");
        assertThat(loaded.code()).isEqualTo(1);
        assertThat(loaded.findings()).containsExactly("WARNING beyond-limit 1");
        assertThat(loaded.detail("beyond-limit", "metres")).isEqualTo("1000.0");
    }

    @Test
    void case05_anotherCountryIsRefusedByTheNationalDomain() {
        town.plots("afuera", Plots.in("").square(2.35, 48.85, 0.001, "number", NUMBER));
        Loaded refused = town.load("parcels", "afuera");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings()).contains("ERROR outside-crs-domain 1", "ERROR outside-municipality 1");
    }

    @Test
    void case05_westernOriginIsLoadedAsDeclaredWithAWarningThatNamesTheCandidates() throws Exception {
        town.plots("nacional", Plots.metres().square(0, 0, 10, "number", NUMBER));
        convert("nacional.geojson", "oeste.gpkg", "-t_srs", "EPSG:3115");
        Loaded loaded = town.load("parcels", "oeste.gpkg", "--dataset", "oeste");
        assertThat(loaded.code()).isEqualTo(1);
        assertThat(loaded.findings()).containsExactly("WARNING crs-candidates");
        assertThat(loaded.finding("crs-candidates").path("message").asText())
                .contains("EPSG:3115", "EPSG:21896", "EPSG:6249");
        assertThat(town.count("SELECT count(*) FROM lindero.parcel WHERE dataset = 'oeste' AND ST_DWithin(geom,"
                        + " ST_SetSRID(ST_MakePoint(4628005, 1935005), 9377), 0)"))
                .isEqualTo(1);
        assertThat(town.run("loads", "show", Long.toString(loaded.publication()))
                        .out())
                .contains("crs-candidates");
    }

    @Test
    void warnsWhereTheLimitIsNotLoaded() {
        town.plots("otro", Plots.metres().square(0, 0, 10, "number", NUMBER.replace("76130", "76520")));
        Loaded loaded = town.load("parcels", "otro", "--municipality", "76520", "--dry-run");
        assertThat(loaded.code()).isEqualTo(1);
        assertThat(loaded.findings()).containsExactly("WARNING limit-not-loaded");
    }

    @Test
    void judgesTerritoriesByTheLimitUnlessTheyBringIt() {
        town.plots("veredas", Plots.metres().square(7_000, 0, 10, "code", "76130000000000001", "kind", "vereda"));
        assertThat(town.load("territories", "veredas").findings()).containsExactly("ERROR outside-municipality 1");
        town.plots(
                "limite_nuevo",
                Plots.metres()
                        .square(6_000, 0, 3_000, "code", "76130", "kind", "municipio")
                        .square(7_000, 0, 10, "code", "76130000000000001", "kind", "vereda"));
        assertThat(town.load("territories", "limite_nuevo", "--dry-run", "--dataset", "limite")
                        .code())
                .isZero();
    }

    private static void convert(String from, String to, String... options) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of("ogr2ogr"));
        command.addAll(java.util.List.of(options));
        command.addAll(
                java.util.List.of(town.file(to).toString(), town.file(from).toString()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
