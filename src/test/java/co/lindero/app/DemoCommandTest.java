package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.support.CliRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    Path folder;

    @Test
    void writesAFabricAndItsManifest() {
        CliRun run = CliRun.of(Map.of(), "demo", "generate", "--parcels", "60", "--out", folder.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(folder.resolve("parcels.geojson")).exists();
        assertThat(folder.resolve("manifest.yaml")).exists();
    }

    @Test
    void endsWith2WhenTheGroundDoesNotHoldTheParcels() {
        CliRun run = CliRun.of(Map.of(), "demo", "generate", "--parcels", "59", "--out", folder.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--parcels=59");
    }

    @Test
    void drawsTheMunicipalityAtThreeScales() {
        String data = folder.resolve("data").toString();
        assertThat(CliRun.of(Map.of(), "demo", "generate", "--out", data).code())
                .isZero();
        CliRun run = CliRun.of(
                Map.of(),
                "demo",
                "picture",
                "--data",
                data,
                "--out",
                folder.resolve("pictures").toString());
        assertThat(run.code()).isZero();
        assertThat(folder.resolve("pictures/municipio.png")).exists();
        assertThat(folder.resolve("pictures/poblado.png")).exists();
        assertThat(folder.resolve("pictures/manzana.png")).exists();
    }
}
