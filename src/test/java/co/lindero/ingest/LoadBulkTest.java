package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.LoadTown.Loaded;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files in little memory. */
@Tag("bulk")
class LoadBulkTest {
    private static final int PARCELS = 100_000;

    @TempDir
    Path folder;

    private LoadTown town;

    @BeforeEach
    void createTown() {
        town = LoadTown.withLimit(folder);
    }

    @AfterEach
    void dropTown() {
        town.close();
    }

    @Test
    void loads100000ParcelsInAHeapOf512MiB() throws Exception {
        Path file = grid(folder.resolve("R_TERRENO.geojson"), -1);
        try (ChildLoad child = ChildLoad.start(
                town.env(), folder.resolve("child.log"), "-Xmx512m", "load", "parcels", file.toString())) {
            assertThat(child.await()).as(child.output()).isZero();
        }
        assertThat(town.currentParcels()).isEqualTo(PARCELS);
        assertThat(town.list("SELECT round(sum(planar_m2)) FROM lindero.parcel"))
                .containsExactly("36000000");
    }

    @Test
    void tells100000FaultsInAHeapOf512MiB() throws Exception {
        Path file = grid(folder.resolve("R_TERRENO.geojson"), -1);
        try (ChildLoad child = ChildLoad.start(
                town.env(),
                folder.resolve("child.log"),
                "-Xmx512m",
                "load",
                "parcels",
                file.toString(),
                "--municipality",
                "76520",
                "--report",
                folder.resolve("informe").toString())) {
            assertThat(child.await()).as(child.output()).isEqualTo(4);
        }
        try (var lines = Files.lines(folder.resolve("informe/findings.csv"))) {
            // a heading, one finding a record, and that the limit of 76520 is not loaded
            assertThat(lines.count()).isEqualTo(PARCELS + 2);
        }
    }

    @Test
    void case04_oneBadRecordAmong100000() throws Exception {
        grid(folder.resolve("R_TERRENO.geojson"), 77_777);
        Loaded refused = town.load("parcels", "R_TERRENO");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings()).containsExactly("ERROR number-malformed 77777");
        assertThat(town.currentParcels()).isZero();
        Loaded loaded = town.load("parcels", "R_TERRENO", "--quarantine");
        assertThat(loaded.code()).isEqualTo(1);
        assertThat(loaded.counts()).containsExactly(PARCELS - 1L, 0L, 0L, 1L);
        assertThat(town.currentParcels()).isEqualTo(PARCELS - 1L);
    }

    /** Plots of 18 m x 20 m side by side, 400 a row, written as they are made. */
    private static Path grid(Path file, int bad) throws IOException {
        int columns = 400;
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":"
                    + "{\"name\":\"urn:ogc:def:crs:EPSG::9377\"}},\"features\":[\n");
            for (int i = 1; i <= PARCELS; i++) {
                double x = Plots.EAST - 3_600 + 18 * (i % columns);
                double y = Plots.NORTH - 2_500 + 20 * (i / columns);
                String number = i == bad ? "76130" : Plots.number(i);
                out.write("{\"type\":\"Feature\",\"properties\":{\"number\":\"" + number
                        + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
                out.write("[" + x + "," + y + "],[" + (x + 18) + "," + y + "],[" + (x + 18) + "," + (y + 20) + "],[" + x
                        + "," + (y + 20) + "],[" + x + "," + y + "]]]}}");
                out.write(i == PARCELS ? "\n" : ",\n");
            }
            out.write("]}\n");
        }
        return file;
    }
}
