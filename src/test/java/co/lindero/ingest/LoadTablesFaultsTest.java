package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.LoadTown.Loaded;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with norms, uses and activities: all at once, each with its row and column. */
class LoadTablesFaultsTest {
    private static final String HEADER =
            "scope_theme;scope_zone;scope2_theme;scope2_zone;quantity;operator;value;unit;per;base;condition;act;article\n";

    @TempDir
    Path folder;

    private LoadTown town;

    @BeforeEach
    void createTown() {
        town = LoadTown.withPlan(folder);
        town.plots("zonas", Plots.metres().square(0, 0, 100, "code", "AR-1").square(100, 0, 100, "code", "AR-2"));
        town.loadZones("zonas");
    }

    @AfterEach
    void dropTown() {
        town.close();
    }

    private Loaded load(String kind, String text, String... options) {
        town.text(kind + ".csv", text);
        String[] all = new String[options.length + 2];
        all[0] = "--plan";
        all[1] = "P";
        System.arraycopy(options, 0, all, 2, options.length);
        return town.load(kind, kind + ".csv", all);
    }

    private static String norm(String scope, String what) {
        return scope + ";;;" + what + ";Acuerdo 1;45\n";
    }

    @Test
    void allFaultsAreToldAtOnceWithRowAndColumn() {
        Loaded refused = load(
                "norms",
                HEADER + norm("activity-area;AR-1", "altura_total;<=;3;;;;")
                        + norm("activity-area;AR-9", "floors;menor;3;;;;")
                        + norm("usos;AR-1", "floors;<=;3;m;;;")
                        + norm("activity-area;", "floors;<=;-1;;;bruta;")
                        + norm("activity-area;AR-1", "lot_area_m2;>=;1.500;;;;")
                        + norm("activity-area;AR-1", "occupation_index;<=;70;;;;")
                        + norm("activity-area;AR-1", "parking_spaces;>=;1;;por luna;;")
                        + "activity-area;AR-1;;;height_m;<=;9;;;;;;\n"
                        + norm("activity-area;AR-1", "height_m;<=;0,7;%;;;"));
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings())
                .containsExactly(
                        "ERROR unknown-quantity 2",
                        "ERROR not-in-list 3",
                        "ERROR unknown-zone 3",
                        "ERROR unknown-theme 4",
                        "ERROR wrong-unit 4",
                        "ERROR figure-absurd 5",
                        "ERROR missing-value 5",
                        "ERROR not-in-list 5",
                        "ERROR ambiguous-number 6",
                        "ERROR figure-absurd 7",
                        "ERROR not-in-list 8",
                        "ERROR missing-value 9",
                        "ERROR missing-value 9",
                        "ERROR wrong-unit 10");
        assertThat(refused.detail("unknown-zone", "column")).isEqualTo("scope_zone");
        assertThat(refused.detail("unknown-zone", "nearest")).isEqualTo("AR-1, AR-2");
        assertThat(refused.detail("ambiguous-number", "thousands")).isEqualTo("1500");
        assertThat(refused.detail("unknown-quantity", "nearest")).contains("lot_area_m2");
        assertThat(refused.run().out()).contains("fila 3");
        assertThat(town.count("SELECT count(*) FROM lindero.norm")).isZero();
    }

    @Test
    void conditionsAreParsedAndTypeCheckedWithLineAndColumn() {
        Loaded refused = load(
                "norms",
                HEADER
                        + norm("activity-area;AR-1", "floors;<=;3;;;;lot_area_m2 >= 200 AND use_category = 'C-1'")
                        + norm("activity-area;AR-1", "floors;<=;4;;;;lot_area_m2 >=")
                        + norm("activity-area;AR-1", "floors;<=;5;;;;lote > 3")
                        + norm("activity-area;AR-1", "floors;<=;6;;;;\"floors > 2\n AND ciiu > 3\""));
        assertThat(refused.findings())
                .containsExactly("ERROR condition-invalid 3", "ERROR condition-invalid 4", "ERROR condition-invalid 5");
        assertThat(refused.detail("condition-invalid", "column")).isEqualTo("condition");
        assertThat(refused.json()
                        .path("findings")
                        .get(2)
                        .path("detail")
                        .path("line")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void contradictingNormsNameEachOtherAndThoseOfAnotherDataset() {
        Loaded refused = load(
                "norms",
                HEADER
                        + norm("activity-area;AR-1", "floors;<=;3;;;;")
                        + norm("activity-area;AR-1", "floors;<=;4;;;;")
                        + norm("activity-area;AR-1", "floors;<=;5;;;;use_category = 'C-1'")
                        + norm("activity-area;AR-2", "floors;<=;2;;;;")
                        + norm("activity-area;AR-2", "floors;<=;2;;;;"));
        assertThat(refused.findings())
                .containsExactly("ERROR norm-contradicted 2", "ERROR norm-contradicted 3", "WARNING repeated-row 6");
        assertThat(refused.detail("norm-contradicted", "others")).isEqualTo("3 (<= 4 floors)");
        assertThat(load("norms", HEADER + norm("activity-area;AR-2", "floors;<=;2;;;;"))
                        .code())
                .isZero();
        Loaded other = load("norms", HEADER + norm("activity-area;AR-2", "floors;<=;3;;;;"), "--dataset", "otro");
        assertThat(other.findings()).containsExactly("ERROR norm-of-another-dataset 2");
        assertThat(other.detail("norm-of-another-dataset", "dataset")).isEqualTo("norms");
        Loaded replaced = load("norms", HEADER + norm("activity-area;AR-2", "floors;<=;3;;;;"), "--dataset", "norms");
        assertThat(replaced.counts()).containsExactly(1L, 1L, 0L, 0L);
    }

    @Test
    void figuresThatThePlanOnlyCitesAreKeptWithoutValue() {
        Loaded loaded = load(
                "norms",
                HEADER
                        + norm("activity-area;AR-1", "floors;<=;;;;;")
                        + norm("activity-area;AR-1", "height_m;<=;N/A;;;;")
                        + norm("activity-area;AR-2", "Índice de ocupación;máximo;60 %;;;Área neta;")
                        + norm("activity-area;AR-2", "parking_spaces;≥;1;cupos;cada 50 m²;;"));
        assertThat(loaded.findings())
                .containsExactly("INFO cited-only 2", "INFO percent-converted 4", "WARNING text-without-figure 3");
        assertThat(town.list("SELECT quantity, value, base, per_amount, per_unit FROM lindero.norm ORDER BY quantity"))
                .containsExactly(
                        "floors null predio null null",
                        "height_m null predio null null",
                        "occupation_index 0.6 area_neta null null",
                        "parking_spaces 1 predio 50 m2");
    }

    @Test
    void soundRowsArePublishedAndTheOthersKeptAside() {
        Loaded loaded = load(
                "norms",
                HEADER + norm("activity-area;AR-1", "floors;<=;3;;;;") + norm("activity-area;AR-1", "pisos;<=;x;;;;"),
                "--quarantine");
        assertThat(loaded.code()).isEqualTo(1);
        assertThat(loaded.counts()).containsExactly(1L, 0L, 0L, 1L);
        assertThat(town.list("SELECT record, attributes ->> 'quantity' FROM lindero.quarantined_record"))
                .containsExactly("3 pisos");
        Loaded checked = load("norms", HEADER + norm("activity-area;AR-1", "floors;<=;4;;;;"), "--dry-run");
        assertThat(checked.json().path("status").asText()).isEqualTo("checked");
        assertThat(town.list("SELECT value FROM lindero.norm WHERE pub_to IS NULL"))
                .containsExactly("3");
    }

    @Test
    void usesWithDifferentRegimesWarnAndActivitiesNeedFourDigits() {
        Loaded uses = load("uses", """
                scope_theme;scope_zone;category;regime;act;article;valid_from;valid_to
                activity-area;AR-1;C-1;principal;A;45;;
                activity-area;AR-1;C-1;prohibido;A;46;;
                activity-area;AR-1;C-2;permitido;A;4-may;2026-01-01;2025-01-01
                """, "--quarantine");
        assertThat(uses.findings())
                .containsExactly(
                        "ERROR cell-is-day 4",
                        "ERROR days-reversed 4",
                        "ERROR not-in-list 4",
                        "WARNING regimes-differ 2",
                        "WARNING regimes-differ 3");
        Loaded activities = load("ciiu", "ciiu;category;area_min_m2;area_max_m2\n111;C-1;;\n4711;C-1;200;100\n");
        assertThat(activities.findings()).containsExactly("ERROR ciiu-malformed 2", "ERROR areas-reversed 3");
        assertThat(activities.detail("ciiu-malformed", "meant")).isEqualTo("0111");
    }

    @Test
    void optionsOfGeometriesAndAMissingPlanAreRefused() {
        assertThat(load("norms", HEADER, "--repair").code()).isEqualTo(2);
        town.text("normas.csv", HEADER);
        assertThat(town.load("norms", "normas.csv").run().err()).contains("--plan");
        assertThat(town.load("norms", "normas.csv", "--plan", "NO").run().err()).contains("plan-not-found");
    }

    @Test
    void oneColumnOfFiguresMakesANormForEachRow() {
        town.text("figuras.yaml", """
                fields:
                  scope_theme: {const: activity-area}
                  scope_zone: zona
                  act: {const: Acuerdo 1}
                  article: {const: "45"}
                quantities:
                  ocupacion: {quantity: occupation_index, operator: "<=", nothing: ["0"]}
                  altura:
                    - {quantity: height_m, operator: "<="}
                    - {quantity: floors, operator: "<=", condition: "use_category = 'C-1'"}
                """);
        Loaded loaded = load(
                "norms",
                "zona;ocupacion;altura\nAR-1;0,60;NULL\nAR-2;0;9\n",
                "--mapping",
                town.file("figuras.yaml").toString());
        assertThat(loaded.findings()).containsExactly("INFO column-without-figures", "INFO column-without-figures");
        assertThat(town.list("SELECT scope_zone, quantity, value FROM lindero.norm ORDER BY 1, 2"))
                .containsExactly("AR-1 occupation_index 0.6", "AR-2 floors 9", "AR-2 height_m 9");
        Loaded refused = load(
                "norms",
                "zona;ocupacion;altura\nAR-1;60;NULL\n",
                "--mapping",
                town.file("figuras.yaml").toString());
        assertThat(refused.findings()).contains("ERROR figure-absurd 2");
        assertThat(refused.detail("figure-absurd", "column")).isEqualTo("ocupacion");
    }
}
