package co.lindero.bench;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurements run from end to end on few parcels; how fast they are is not asked here. */
class BenchTest {
    private static final List<Integer> MEASURED = List.of(0, 1);

    @TempDir
    static Path var;

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.createEmpty();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static CliRun bench(String... args) {
        Map<String, String> env = new HashMap<>(database.env());
        env.put("LINDERO_VAR", var.toString());
        return CliRun.of(env, args);
    }

    @Test
    void measuresLoadsAgainstAPlainCopy() {
        CliRun run = bench("bench", "load", "--parcels", "300");

        assertThat(run.err()).doesNotContain("Error");
        assertThat(run.code()).isIn(MEASURED);
        assertThat(run.out())
                .contains("load with overlap checks / plain copy")
                .contains("shares  load:")
                .contains("shares  check:")
                .contains("parts kept by one connection / one statement")
                .contains("peak heap of the load");
        assertThat(figure(run, "one parcel changed: parcels measured again")).isEqualTo(1);
        assertThat(figure(run, "rows compared between the two")).isGreaterThan(3_000);
        assertThat(figure(run, "rows that differ by more than 0.0001")).isZero();
    }

    @Test
    void measuresAnswersAgainstPgbench() {
        CliRun run = bench("bench", "land-use", "--parcels", "300", "--clients", "2", "--seconds", "0.3");

        assertThat(run.err()).doesNotContain("Error");
        assertThat(run.code()).isIn(MEASURED);
        assertThat(run.out())
                .contains("the statements of an answer by pgbench")
                .contains("an empty route over HTTP")
                .contains("answers over HTTP / pgbench")
                .contains("p99 / p50");
        assertThat(figure(run, "answers over HTTP")).isPositive();
    }

    @Test
    void measuresChangesAgainstAFullDerivation() {
        CliRun run = bench("bench", "changes", "--parcels", "300");

        assertThat(run.err()).doesNotContain("Error");
        assertThat(run.code()).isIn(MEASURED);
        assertThat(run.out())
                .contains("changes with nothing kept / full derivation")
                .contains("changes with kept parts / full derivation");
        assertThat(figure(run, "parcels that change")).isPositive();
    }

    @Test
    void measuresTilesAgainstPgbench() {
        CliRun run = bench("bench", "tiles", "--parcels", "300", "--clients", "2", "--seconds", "0.3");

        assertThat(run.err()).doesNotContain("Error");
        assertThat(run.code()).isIn(MEASURED);
        assertThat(run.out())
                .contains("a tile of zoom 14: HTTP / raw")
                .contains("a tile of zoom 16: HTTP / raw")
                .contains("a cached tile / an empty route");
        assertThat(figure(run, "a tile of zoom 14: PostGIS with transformation, by pgbench"))
                .isPositive();
        assertThat(figure(run, "a tile of zoom 16: over HTTP, not cached")).isPositive();
        assertThat(figure(run, "a tile out of the cache")).isPositive();
    }

    private static double figure(CliRun run, String name) {
        return run.out()
                .lines()
                .map(line -> line.replaceAll("^ +(figure|ratio) +", ""))
                .filter(line -> line.startsWith(name + "  "))
                .map(line -> line.substring(name.length()).strip().split(" ", 2)[0])
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in:\n" + run.out() + run.err()));
    }
}
