package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.LoadTown.Loaded;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load replaces and from when: legal days, datasets, and what other datasets hold. */
class LoadAcceptanceHistoryTest {
    private static final String CURRENT =
            "SELECT code, lower(valid), upper(valid), ST_Area(geom)::int FROM lindero.zone"
                    + " WHERE pub_to IS NULL ORDER BY code, valid";

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
    void aReplacedRowIsClosedAndAddedAgainCutAtTheDayAndOthersAreUntouched() {
        town.plots("zonas", Plots.metres().square(0, 0, 10, "code", "A").square(20, 0, 10, "code", "B"));
        town.loadZones("zonas");
        long untouched = town.count("SELECT id FROM lindero.zone WHERE code = 'A'");
        town.plots("zonas", Plots.metres().square(0, 0, 10, "code", "A").square(20, 0, 20, "code", "B"));
        Loaded revised = town.loadZones("zonas", "--valid-from", "2026-01-01");
        assertThat(revised.code()).isZero();
        assertThat(revised.counts()).containsExactly(1L, 1L, 1L, 0L);
        assertThat(town.list(CURRENT))
                .containsExactly("A null null 100", "B null 2026-01-01 100", "B 2026-01-01 null 400");
        assertThat(town.count("SELECT id FROM lindero.zone WHERE code = 'A' AND pub_to IS NULL"))
                .isEqualTo(untouched);
        // and again: nothing
        assertThat(town.loadZones("zonas", "--valid-from", "2026-01-01")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("unchanged");
    }

    @Test
    void aLoadForAllTimeOverHistoryWarnsAndReplacesIt() {
        town.plots("zonas", Plots.metres().square(0, 0, 10, "code", "A"));
        town.loadZones("zonas");
        town.plots("zonas", Plots.metres().square(0, 0, 20, "code", "A"));
        town.loadZones("zonas", "--valid-from", "2026-01-01");
        Loaded replacing = town.loadZones("zonas");
        assertThat(replacing.code()).isEqualTo(1);
        assertThat(replacing.findings()).containsExactly("WARNING history-replaced");
        assertThat(replacing.detail("history-replaced", "rows")).isEqualTo("2");
        assertThat(town.list(CURRENT)).containsExactly("A null null 400");
    }

    @Test
    void aRevertOfALoadFromADayBringsTheRowBackUncut() {
        town.plots("zonas", Plots.metres().square(0, 0, 10, "code", "A"));
        town.loadZones("zonas");
        town.plots("zonas", Plots.metres().square(0, 0, 20, "code", "A"));
        long revised = town.loadZones("zonas", "--valid-from", "2026-01-01").publication();
        assertThat(town.run("loads", "revert", Long.toString(revised)).code()).isZero();
        assertThat(town.list(CURRENT)).containsExactly("A null null 100");
    }

    @Test
    void aDryRunPublishesNothing() {
        town.plots("zonas", Plots.metres().square(0, 0, 10, "code", "A").bowTie(20, 0, "code", "B"));
        long newest = town.count("SELECT max(id) FROM lindero.publication");
        Loaded checked = town.loadZones("zonas", "--dry-run", "--repair");
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.run().out()).contains("Revisado sin publicar");
        assertThat(checked.json().path("status").asText()).isEqualTo("checked");
        assertThat(town.loadZones("zonas", "--dry-run").code()).isEqualTo(4);
        assertThat(town.count("SELECT max(id) FROM lindero.publication")).isEqualTo(newest);
        assertThat(town.count("SELECT count(*) FROM lindero.zone") + town.count("SELECT count(*) FROM lindero.repair"))
                .isZero();
    }

    @Test
    void anEmptyFileOfZonesDeclaresThatNothingExists() {
        town.plots("nada", Plots.metres());
        Loaded declared = town.load(
                "zones",
                "nada",
                "--plan",
                "P",
                "--theme",
                "heritage",
                "--mapping",
                constant(),
                "--source",
                "Acuerdo 1");
        assertThat(declared.code()).isEqualTo(1);
        assertThat(declared.findings()).containsExactly("WARNING empty-dataset");
        assertThat(town.list("SELECT name, coverage_kind, source FROM lindero.dataset WHERE theme = 'heritage'"))
                .containsExactly("nada municipality Acuerdo 1");
    }

    @Test
    void anEmptyFileOfParcelsIsAnErrorEvenWithQuarantine() {
        town.plots("R_TERRENO", Plots.metres().square(0, 0, 10, "number", Plots.number(1)));
        assertThat(town.load("parcels", "R_TERRENO").code()).isZero();
        town.plots("R_TERRENO", Plots.metres());
        town.text("numero.yaml", "fields:\n  number: {const: x}\n");
        for (String option : List.of("--quarantine", "--repair")) {
            Loaded refused = town.load(
                    "parcels",
                    "R_TERRENO",
                    option,
                    "--mapping",
                    town.file("numero.yaml").toString());
            assertThat(refused.code()).isEqualTo(4);
            assertThat(refused.findings()).containsExactly("ERROR empty-file");
        }
        assertThat(town.currentParcels()).isEqualTo(1);
    }

    @Test
    void aDatasetThatRepeatsAnothersNumbersIsRefusedUnlessNamed() {
        town.plots("R_TERRENO", Plots.metres().square(0, 0, 10, "number", Plots.number(1)));
        town.load("parcels", "R_TERRENO");
        town.plots(
                "OTRO",
                Plots.metres()
                        .square(0, 0, 10, "number", Plots.number(1))
                        .square(10, 0, 10, "number", Plots.number(2)));
        Loaded refused = town.load("parcels", "OTRO");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.run().err())
                .contains("«OTRO»", "R_TERRENO (1, " + Plots.number(1) + ")", "--dataset", "dataset-conflict");
        Loaded replaced = town.load("parcels", "OTRO", "--dataset", "R_TERRENO");
        assertThat(replaced.code()).isZero();
        assertThat(replaced.counts()).containsExactly(1L, 0L, 1L, 0L);
        assertThat(town.list("SELECT DISTINCT dataset FROM lindero.parcel WHERE pub_to IS NULL"))
                .containsExactly("R_TERRENO");
    }

    @Test
    void zonesOverAnotherDatasetOfTheThemeAreRefusedUnlessNamed() {
        town.plots("uno", Plots.metres().square(0, 0, 100, "code", "A"));
        town.loadZones("uno");
        town.plots("dos", Plots.metres().square(0, 0, 80, "code", "B"));
        Loaded refused = town.loadZones("dos");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.run().err()).contains("uno (100 %)", "dataset-conflict");
        town.plots("tres", Plots.metres().square(60, 0, 100, "code", "C"));
        assertThat(town.loadZones("tres").code()).isZero();
        assertThat(town.loadZones("dos", "--dataset", "uno").counts()).containsExactly(1L, 1L, 0L, 0L);
        assertThat(town.list("SELECT dataset, code FROM lindero.zone WHERE pub_to IS NULL ORDER BY 1"))
                .containsExactly("tres C", "uno B");
    }

    @Test
    void territoriesOfAnotherDatasetAreRefusedUnlessNamedAndThenMove() {
        town.plots(
                "otro_limite", Plots.metres().box(-5_000, -5_000, 5_000, 6_000, "code", "76130", "kind", "municipio"));
        Loaded refused = town.load("territories", "otro_limite");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.run().err()).contains("limite (1, municipio 76130)");
        Loaded moved = town.load("territories", "otro_limite", "--dataset", "nuevo");
        assertThat(moved.findings()).containsExactly("WARNING moved-from-dataset");
        assertThat(town.list("SELECT dataset FROM lindero.territory WHERE pub_to IS NULL"))
                .containsExactly("nuevo");
    }

    @Test
    void aThemeOrPlanThatIsNotThereIsSaidWithTheCommandThatAddsIt() {
        town.plots("zonas", Plots.metres().square(0, 0, 10, "code", "A"));
        Loaded noTheme = town.load("zones", "zonas", "--plan", "P", "--theme", "hazard-flood");
        assertThat(noTheme.code()).isEqualTo(4);
        assertThat(noTheme.run().err())
                .contains("no define el tema hazard-flood", "lindero plan theme add --municipality 76130 --plan P");
        Loaded noPlan = town.load("zones", "zonas", "--plan", "Q", "--theme", "heritage");
        assertThat(noPlan.code()).isEqualTo(4);
        assertThat(noPlan.run().err()).contains("Q", "plan-not-found");
    }

    @Test
    void optionsThatWouldBePassedOverAreRefused() {
        town.plots("zonas", Plots.metres().square(0, 0, 10, "code", "A"));
        assertThat(town.load("zones", "zonas").run().err()).contains("--plan y --theme", "missing-parameter");
        assertThat(town.load("zones", "zonas").code()).isEqualTo(2);
        Loaded planned = town.load("parcels", "zonas", "--plan", "P");
        assertThat(planned.code()).isEqualTo(2);
        assertThat(planned.run().err()).contains("solo valen para zones");
        assertThat(town.loadZones("zonas", "--accuracy", "-1").code()).isEqualTo(2);
        assertThat(town.loadZones("zonas", "--accuracy", "NaN").code()).isEqualTo(2);
        assertThat(town.loadZones("zonas", "--dataset", " ").code()).isEqualTo(2);
        assertThat(town.loadZones("zonas", "--valid-from", "ayer").code()).isEqualTo(2);
        assertThat(town.load("zonas", "zonas").code()).isEqualTo(2);
        assertThat(town.run("load", "parcels").code()).isEqualTo(2);
        assertThat(town.load("parcels", "zonas", "--municipality", "7613").code())
                .isEqualTo(2);
    }

    @Test
    void aMissingFileAndAReportThatCannotBeWrittenAreSaidBeforeAnythingIsPublished() {
        assertThat(town.load("parcels", "nada.gpkg").code()).isEqualTo(4);
        assertThat(town.load("parcels", "nada.gpkg").run().err()).contains("no existe", "source-unreadable");
        town.plots("R_TERRENO", Plots.metres().square(0, 0, 10, "number", Plots.number(1)));
        Path below = town.text("archivo.txt", "x").resolve("informe");
        Loaded refused = town.load("parcels", "R_TERRENO", "--report", below.toString());
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.run().err()).contains("No se pudo escribir el informe", "--report");
        assertThat(town.currentParcels()).isZero();
    }

    private String constant() {
        return town.text("constante.yaml", "fields:\n  code: {const: x}\n").toString();
    }
}
