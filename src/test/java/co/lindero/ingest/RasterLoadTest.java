package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.support.CliRun;
import co.lindero.support.RasterFixture;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rasters of hazard, loaded and asked by commands. */
class RasterLoadTest {
    private static final String FLOOD = "hazard-flood";
    private static final String DEPTHS = "Baja=0.5,Media=1,Alta=2";

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
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

    @BeforeAll
    static void folder() throws java.io.IOException {
        Files.createDirectories(TestDatabase.HOME.resolve("rasters"));
    }

    @Test
    void levelsAreDrawnAlongTheEdgesOfCells() {
        Town town = town();
        Path tif = RasterFixture.of(10, 10, 4, (x, y) -> x / 8).write(tif("steps"));
        CliRun run = load(town, tif, "--thresholds", DEPTHS);
        assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);

        assertThat(town.ask().theme(FLOOD)).isEqualTo("?");
    }
}
