package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.support.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("U_TERRENO.geojson"), """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":
                {"CODIGO":"761300101000001230045000000000","NOMBRE":"PEREZ JUAN"},
                "geometry":{"type":"Polygon","coordinates":
                [[[-76.35,3.41],[-76.34,3.41],[-76.34,3.42],[-76.35,3.41]]]}}]}
                """);
    }

    @Test
    void tellsWhatAFileHoldsAndMasksPersons() {
        CliRun run = inspect("text");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("igac-terreno", "EPSG:4326", "***").doesNotContain("PEREZ");
    }

    @Test
    void writesTheMappingAsYamlAndTheReportAsJson() {
        assertThat(inspect("yaml").out()).contains("fields:", "number: CODIGO");
        assertThat(inspect("json").out())
                .contains("\"profile\" : \"igac-terreno\"")
                .doesNotContain("PEREZ");
    }

    @Test
    void endsWith4OnWhatCannotBeRead() {
        CliRun run = CliRun.of(
                Map.of("LINDERO_VAR", folder.resolve("var").toString()),
                "inspect",
                folder.resolve("nada.shp").toString());
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("no existe", "source-unreadable");
    }

    private CliRun inspect(String format) {
        return CliRun.of(
                Map.of("LINDERO_VAR", folder.resolve("var").toString()),
                "inspect",
                file.toString(),
                "--format",
                format);
    }
}
