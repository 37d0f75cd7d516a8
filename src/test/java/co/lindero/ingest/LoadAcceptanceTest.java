package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.LoadTown.Loaded;
import co.lindero.support.CliRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases of loading that every delivery must survive, by the command line. */
class LoadAcceptanceTest {
    @TempDir
    Path folder;

    private LoadTown town;

    @BeforeEach
    void createTown() {
        town = LoadTown.withPlan(folder);
    }

    @AfterEach
    void dropTown() {
        town.close();
    }

    @Test
    void case01_theSameFileTwiceChangesNothingAndSaysSo() {
        town.plots("R_TERRENO", parcels(3));
        Loaded first = town.load("parcels", "R_TERRENO");
        assertThat(first.code()).isZero();
        assertThat(first.counts()).containsExactly(3L, 0L, 0L, 0L);
        long newest = newest();
        Loaded second = town.load("parcels", "R_TERRENO");
        assertThat(second.code()).isZero();
        assertThat(second.run().out()).contains("Sin cambios", "no se publicó nada");
        assertThat(second.json().path("status").asText()).isEqualTo("unchanged");
        assertThat(second.counts()).containsExactly(0L, 0L, 3L, 0L);
        assertThat(newest()).isEqualTo(newest);
    }

    @Test
    void case01_zonesAndTerritoriesTwiceChangeNothingEither() {
        town.plots("zonas", Plots.metres().square(0, 0, 100, "code", "AR-1"));
        assertThat(town.loadZones("zonas").code()).isZero();
        assertThat(town.loadZones("zonas").json().path("status").asText()).isEqualTo("unchanged");
        assertThat(town.load("territories", "limite").json().path("status").asText())
                .isEqualTo("unchanged");
    }

    @Test
    void case04_oneBadRecordAmong2000RefusesTheLoadWithItsKeyAndPlace() {
        town.plots("R_TERRENO", manyWithOneBad(2_000, 1_234));
        Loaded refused = town.load("parcels", "R_TERRENO");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings()).containsExactly("ERROR number-malformed 1234");
        assertThat(refused.finding("number-malformed").path("key").asText()).isEqualTo("76130BAD");
        assertThat(refused.finding("number-malformed")
                        .path("place")
                        .path("coordinates")
                        .get(0)
                        .asDouble())
                .isBetween(-76.4, -76.3);
        assertThat(refused.run().out())
                .contains("Carga rechazada", "registro 1234, 76130BAD (4628335.00, 1935125.00)", "8 caracteres");
        assertThat(town.currentParcels()).isZero();
        assertThat(town.workspaces()).isZero();
    }

    @Test
    void case04_withQuarantineThe1999ArePublishedAndTheOneIsListed() {
        town.plots("R_TERRENO", manyWithOneBad(2_000, 1_234));
        Loaded loaded = town.load("parcels", "R_TERRENO", "--quarantine");
        assertThat(loaded.code()).isEqualTo(1);
        assertThat(loaded.counts()).containsExactly(1_999L, 0L, 0L, 1L);
        assertThat(town.currentParcels()).isEqualTo(1_999);
        CliRun shown = town.run("loads", "show", Long.toString(loaded.publication()));
        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .contains("registros   2000, apartados 1", "apartado    1234", "number-malformed", "76130BAD");
        assertThat(town.list("SELECT record, ST_Area(geom)::int FROM lindero.quarantined_record"))
                .containsExactly("1234 25");
    }

    @Test
    void case10_uTerrenoAfterRTerrenoLeavesBoth() {
        town.plots("R_TERRENO", igac(1, 2));
        town.plots("U_TERRENO", igac(3, 2));
        assertThat(town.load("parcels", "R_TERRENO").json().path("profile").asText())
                .isEqualTo("igac-terreno");
        Loaded urban = town.load("parcels", "U_TERRENO");
        assertThat(urban.code()).isZero();
        assertThat(urban.counts()).containsExactly(2L, 0L, 0L, 0L);
        assertThat(town.list("SELECT dataset, count(*) FROM lindero.parcel WHERE pub_to IS NULL GROUP BY 1 ORDER BY 1"))
                .containsExactly("R_TERRENO 2", "U_TERRENO 2");
    }

    @Test
    void case10_oneParcelChangedClosesOneRowAndAddsOne() {
        town.plots("R_TERRENO", parcels(3));
        town.load("parcels", "R_TERRENO");
        town.plots(
                "R_TERRENO",
                Plots.metres()
                        .square(0, 0, 10, "number", Plots.number(1))
                        .square(10, 0, 10, "number", Plots.number(2), "address", "KR 5 # 3-21")
                        .square(20, 0, 10, "number", Plots.number(3)));
        Loaded changed = town.load("parcels", "R_TERRENO");
        assertThat(changed.code()).isZero();
        assertThat(changed.counts()).containsExactly(1L, 1L, 2L, 0L);
        assertThat(town.list("SELECT address, pub_to IS NULL FROM lindero.parcel WHERE number = '" + Plots.number(2)
                        + "' ORDER BY id"))
                .containsExactly("null f", "KR 5 # 3-21 t");
    }

    @Test
    void case10_revertAnswersTheFormerAgainByANewPublicationAndSoDoesTheRevertOfARevert() {
        town.plots("R_TERRENO", parcels(2));
        long first = town.load("parcels", "R_TERRENO").publication();
        town.plots("R_TERRENO", parcels(3));
        long second = town.load("parcels", "R_TERRENO").publication();
        CliRun tooEarly = town.run("loads", "revert", Long.toString(first));
        assertThat(tooEarly.code()).isEqualTo(4);
        assertThat(tooEarly.err()).contains("la siguió la " + second, "Revierta primero la " + second);
        CliRun reverted = town.run("loads", "revert", Long.toString(second));
        assertThat(reverted.code()).isZero();
        assertThat(town.currentParcels()).isEqualTo(2);
        assertThat(newest()).isEqualTo(second + 1);
        CliRun again = town.run("loads", "revert", Long.toString(second + 1));
        assertThat(again.code()).isZero();
        assertThat(town.currentParcels()).isEqualTo(3);
        assertThat(town.run("loads", "list").out()).contains("revierte " + second, "revierte " + (second + 1));
        assertThat(town.run("loads", "revert", "9999").code()).isEqualTo(4);
    }

    @Test
    void case10_revertIsRefusedWhereAnotherDatasetTookTheParcelsSince() {
        town.plots("A", parcels(2));
        town.load("parcels", "A");
        Loaded moved = town.load("parcels", "A", "--dataset", "B");
        assertThat(moved.findings()).containsExactly("WARNING moved-from-dataset");
        assertThat(moved.detail("moved-from-dataset", "rows")).isEqualTo("2");
        Loaded back = town.load("parcels", "A", "--dataset", "A");
        assertThat(back.code()).isEqualTo(1);
        CliRun refused = town.run("loads", "revert", Long.toString(moved.publication()));
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("Revierta primero la " + back.publication());
        assertThat(town.run("loads", "revert", Long.toString(back.publication()))
                        .code())
                .isZero();
        assertThat(town.list("SELECT DISTINCT dataset FROM lindero.parcel WHERE pub_to IS NULL"))
                .containsExactly("B");
    }

    @Test
    void case11_gapsAndOverlapsOfAPartitionArePublishedWithTheirAreas() {
        town.plots(
                "zonas",
                Plots.metres()
                        .box(0, 0, 30, 10, "code", "A")
                        .box(0, 20, 30, 30, "code", "B")
                        .box(0, 10, 10, 20, "code", "C")
                        // 2 m over C, and a gap of 18 x 10 m left before the last
                        .box(8, 12, 12, 20, "code", "D")
                        .box(29, 10, 30, 20, "code", "E"));
        Loaded loaded = town.loadZones("zonas");
        assertThat(loaded.code()).isEqualTo(1);
        assertThat(loaded.findings()).containsExactly("WARNING gap", "WARNING zone-overlap 3");
        // 19 m x 10 m between C and E, less the 2 m x 8 m of D in it
        assertThat(loaded.detail("gap", "areaM2")).isEqualTo("174.0000");
        assertThat(loaded.detail("zone-overlap", "areaM2")).isEqualTo("16.0000");
        assertThat(loaded.detail("zone-overlap", "other")).isEqualTo("D");
        assertThat(town.count("SELECT count(*) FROM lindero.zone WHERE pub_to IS NULL"))
                .isEqualTo(5);
    }

    @Test
    void case11_anIslandInAHoleIsNoGap() {
        town.plots(
                "zonas",
                Plots.metres()
                        .box(0, 0, 30, 10, "code", "A")
                        .box(0, 20, 30, 30, "code", "A")
                        .box(0, 10, 10, 20, "code", "A")
                        .box(20, 10, 30, 20, "code", "A")
                        .box(12, 12, 18, 18, "code", "B"));
        Loaded loaded = town.loadZones("zonas");
        assertThat(loaded.findings()).containsExactly("WARNING gap");
        assertThat(loaded.detail("gap", "areaM2")).isEqualTo("64.0000");
    }

    @Test
    void case11_anInvalidPolygonIsRefusedWithItsPlaceUnlessRepairIsAskedFor() {
        town.plots("zonas", Plots.metres().square(50, 0, 10, "code", "A").bowTie(0, 0, "code", "B"));
        Loaded refused = town.loadZones("zonas");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings()).containsExactly("ERROR invalid-geometry 2");
        assertThat(refused.detail("invalid-geometry", "reason")).isEqualTo("Self-intersection");
        assertThat(refused.run().out()).contains("(4628005.00, 1935005.00)");
        assertThat(town.count("SELECT count(*) FROM lindero.zone")).isZero();

        Loaded repaired = town.loadZones("zonas", "--repair");
        assertThat(repaired.code()).isEqualTo(1);
        assertThat(repaired.findings()).containsExactly("WARNING geometry-repaired 2");
        assertThat(repaired.json().path("counts").path("repaired").asInt()).isEqualTo(1);
        // the lobes of a bow tie have opposite signs: 0 m2 before, 2 x 25 m2 after
        assertThat(repaired.detail("geometry-repaired", "differenceM2")).isEqualTo("50.0000");
        assertThat(town.list("SELECT publication, record, ST_IsValid(original), ST_IsValid(repaired), difference_m2"
                        + " FROM lindero.repair"))
                .containsExactly(repaired.publication() + " 2 f t 50");
        assertThat(town.list("SELECT round(ST_Area(geom)) FROM lindero.zone WHERE pub_to IS NULL ORDER BY code"))
                .isEqualTo(List.of("100", "50"));
    }

    @Test
    void case11_anInvalidPolygonWithAWarningIsRefusedAllTheSame() {
        town.plots(
                "R_TERRENO",
                Plots.metres().bowTie(0, 0, "number", Plots.number(1), "previous_number", "12", "nupre", "corto"));
        Loaded refused = town.load("parcels", "R_TERRENO");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings())
                .containsExactly(
                        "ERROR invalid-geometry 1", "WARNING nupre-malformed 1", "WARNING previous-number-malformed 1");
    }

    private long newest() {
        return town.count("SELECT max(id) FROM lindero.publication");
    }

    private static Plots parcels(int count) {
        Plots plots = Plots.metres();
        for (int i = 1; i <= count; i++) {
            plots.square(10 * (i - 1), 0, 10, "number", Plots.number(i));
        }
        return plots;
    }

    private static Plots igac(int first, int count) {
        Plots plots = Plots.metres();
        for (int i = first; i < first + count; i++) {
            plots.square(10 * i, 0, 10, "CODIGO", Plots.number(i), "CODIGO_MUNICIPIO", "76130");
        }
        return plots;
    }

    /** A grid of 100 columns of plots of 5 m, 10 m apart. */
    private static Plots manyWithOneBad(int count, int bad) {
        Plots plots = Plots.metres();
        for (int i = 1; i <= count; i++) {
            int column = i % 100;
            plots.square(10 * column - 7.5, 10 * (i / 100) + 2.5, 5, "number", i == bad ? "76130BAD" : Plots.number(i));
        }
        return plots;
    }
}
