package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.RasterFixture;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A raster of a gigabyte in a machine of 512 MB: a plane that falls eastward, so that the figures are known. Run by hand with
 * {@code -Dgroups=bulk -DargLine=-Xmx512m}.
 */
@Tag("bulk")
class RasterBulkTest {
    private static final int SIDE = 16_384;

    /**
     * A plane that falls from 5 m at easting 4620000 to 0 at 4636384, the middles of the two cells that GDAL draws it between; the town
     * lies between them, for beyond a middle GDAL goes on level.
     */
    private static Path plane() throws IOException {
        Path folder = Files.createDirectories(TestDatabase.HOME.resolve("rasters"));
        Path text = folder.resolve("two.asc");
        Files.writeString(
                text,
                String.format(
                        Locale.ROOT, "ncols 2%nnrows 1%nxllcorner 4611808%nyllcorner 1930000%ncellsize 16384%n5 0%n"));
        Path wide = folder.resolve("wide.tif");
        RasterFixture.run(List.of(
                "gdalwarp",
                "-q",
                "-overwrite",
                "-s_srs",
                "EPSG:9377",
                "-t_srs",
                "EPSG:9377",
                "-r",
                "bilinear",
                "-te",
                "4624096",
                "1930000",
                "4640480",
                "1946384",
                "-ts",
                String.valueOf(SIDE),
                String.valueOf(SIDE),
                "-ot",
                "Float32",
                "-co",
                "TILED=YES",
                "-co",
                "BIGTIFF=YES",
                text.toString(),
                wide.toString()));
        return wide;
    }

    @Test
    void aGigabyteIsLoadedInBoundedMemory() throws IOException {
        try (TestDatabase database = TestDatabase.create()) {
            Town town = Town.planned(database).lot().theme("hazard-flood", "--hazard");
            Path tif = plane();
            assertThat(Files.size(tif)).isGreaterThan(1_000_000_000L);
            long began = System.nanoTime();
            CliRun run = town.run(
                    "load",
                    "raster",
                    tif.toString(),
                    "--municipality",
                    town.municipality(),
                    "--plan",
                    "P1",
                    "--theme",
                    "hazard-flood",
                    "--thresholds",
                    "Baja=1,Media=2,Alta=3",
                    "--report",
                    tif.resolveSibling("report").toString());
            double seconds = (System.nanoTime() - began) / 1e9;
            assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
            JsonNode answer = Json.read(town.done("risk", town.number("0045"), "--format", "json"));
            JsonNode flood = answer.get("phenomena").findParents("theme").stream()
                    .filter(node -> node.path("theme").asText().equals("hazard-flood") && node.has("rasters"))
                    .findFirst()
                    .orElseThrow();
            // the plot goes from 4628000 to 4628020
            double exact = 5 * (4_636_384 - 4_628_010) / 16_384.0;
            assertThat(flood.get("level").asText()).isEqualTo("Media");
            assertThat(flood.at("/rasters/0/mean").asDouble()).isBetween(exact - 0.002, exact + 0.002);
            assertThat(seconds)
                    .as(
                            "%s%nseconds %.1f, heap %d MB",
                            run.out(), seconds, Runtime.getRuntime().maxMemory() >> 20)
                    .isLessThan(1_800);
            Files.delete(tif);
        }
    }
}
