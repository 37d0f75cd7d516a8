package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.LoadTown.Loaded;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Norms, uses and activities from a planner's table: what is published, replaced, kept by days, and undone. */
class LoadTablesTest {
    private static final String NORMS = "SELECT scope_zone, quantity, operator, value, unit, valid FROM lindero.norm"
            + " WHERE pub_to IS NULL ORDER BY scope_zone, quantity, operator, valid";
    private static final String HEADER = "scope_theme;scope_zone;quantity;operator;value;unit;act;article\n";

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

    private Loaded load(String kind, String name, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "--plan";
        all[1] = "P";
        System.arraycopy(options, 0, all, 2, options.length);
        return town.load(kind, name, all);
    }

    private static String row(String zone, String rest) {
        return "activity-area;" + zone + ";" + rest + ";Acuerdo 1 de 2005;45\n";
    }

    @Test
    void normsOfACsvWithDecimalCommasArePublishedExactly() {
        town.text(
                "normas.csv",
                HEADER + row("AR-1", "occupation_index;<=;0,70;ratio") + row("AR-1", "floors;<=;3;")
                        + row("AR-2", "lot_area_m2;>=;1.234,5;m2") + ";;parking_spaces;>=;1;;Acuerdo 1 de 2005;50\n");
        Loaded loaded = load("norms", "normas.csv");
        assertThat(loaded.findings()).isEmpty();
        assertThat(loaded.code()).isZero();
        assertThat(loaded.counts()).containsExactly(4L, 0L, 0L, 0L);
        assertThat(town.list(NORMS))
                .containsExactly(
                        " parking_spaces >= 1 spaces (,)",
                        "AR-1 floors <= 3 floors (,)",
                        "AR-1 occupation_index <= 0.7 ratio (,)",
                        "AR-2 lot_area_m2 >= 1234.5 m2 (,)");
        assertThat(town.list("SELECT kind, plan, theme, name FROM lindero.dataset WHERE kind = 'norms'"))
                .containsExactly("norms P  normas");
    }

    @Test
    void theSameTableTwiceChangesNothing() {
        town.text("normas.csv", HEADER + row("AR-1", "floors;<=;3;"));
        town.text("usos.csv", "category,regime,act,article\nC-1,principal,Acuerdo 1,45\n");
        town.text("ciiu.csv", "ciiu,category\n4711,C-1\n");
        Map<String, String> tables = Map.of("norms", "normas.csv", "uses", "usos.csv", "ciiu", "ciiu.csv");
        for (String kind : List.of("norms", "uses", "ciiu")) {
            Loaded first = load(kind, tables.get(kind));
            assertThat(first.findings()).isEmpty();
            assertThat(first.code()).isZero();
            Loaded second = load(kind, tables.get(kind));
            assertThat(second.json().path("status").asText()).isEqualTo("unchanged");
            assertThat(second.counts()).containsExactly(0L, 0L, 1L, 0L);
        }
    }

    @Test
    void aChangedRowIsReplacedAndTheOthersAreUntouched() {
        town.text("normas.csv", HEADER + row("AR-1", "floors;<=;3;") + row("AR-2", "floors;<=;2;"));
        load("norms", "normas.csv");
        town.text("normas.csv", HEADER + row("AR-1", "floors;<=;4;") + row("AR-2", "floors;<=;2;"));
        Loaded changed = load("norms", "normas.csv", "--valid-from", "2026-01-01");
        assertThat(changed.counts()).containsExactly(1L, 1L, 1L, 0L);
        assertThat(town.list(NORMS))
                .containsExactly(
                        "AR-1 floors <= 3 floors (,2026-01-01)",
                        "AR-1 floors <= 4 floors [2026-01-01,)",
                        "AR-2 floors <= 2 floors (,)");
        long publication = changed.publication();
        assertThat(town.run("loads", "revert", Long.toString(publication)).code())
                .isZero();
        assertThat(town.list(NORMS)).containsExactly("AR-1 floors <= 3 floors (,)", "AR-2 floors <= 2 floors (,)");
        assertThat(town.run("loads", "show", Long.toString(publication)).out()).contains("norms", "normas");
    }

    @Test
    void eachRowHoldsForItsOwnDaysWithinThoseOfTheLoad() {
        String header = HEADER.strip() + ";valid_from;valid_to\n";
        String first = "activity-area;AR-1;floors;<=;3;;Acuerdo 1;45;;2020-01-01\n";
        String then = "activity-area;AR-1;floors;<=;4;;Acuerdo 1;45;01/01/2020;\n";
        town.text("normas.csv", header + first + then);
        assertThat(load("norms", "normas.csv").code()).isZero();
        assertThat(town.list(NORMS))
                .containsExactly("AR-1 floors <= 3 floors (,2020-01-01)", "AR-1 floors <= 4 floors [2020-01-01,)");
        assertThat(load("norms", "normas.csv").json().path("status").asText()).isEqualTo("unchanged");
        // from a day on, the row of days before it does not come again and is not missed
        Loaded later = load("norms", "normas.csv", "--valid-from", "2026-01-01");
        assertThat(later.json().path("status").asText()).isEqualTo("unchanged");
        town.text("normas.csv", header + first + then.replace(";4;", ";5;"));
        assertThat(load("norms", "normas.csv", "--valid-from", "2026-01-01").code())
                .isZero();
        assertThat(town.list(NORMS))
                .containsExactly(
                        "AR-1 floors <= 3 floors (,2020-01-01)",
                        "AR-1 floors <= 4 floors [2020-01-01,2026-01-01)",
                        "AR-1 floors <= 5 floors [2026-01-01,)");
    }

    @Test
    void usesAndActivitiesSpeakSpanish() {
        town.text("usos.csv", """
                Tema;Zona;Categoría;Régimen;Acto;Artículo;Texto
                activity-area;AR-1;C-1;Compatible o complementario;Acuerdo 1;45;
                activity-area;AR-1;I-2;Restringido;Acuerdo 1;45;"Solo en vías
                principales"
                """);
        Loaded uses = load("uses", "usos.csv");
        assertThat(uses.findings()).isEmpty();
        assertThat(town.list(
                        "SELECT scope_zone, category, regime, source_text FROM lindero.use_rule ORDER BY category"))
                .containsExactly("AR-1 C-1 compatible null", "AR-1 I-2 condicionado Solo en vías\nprincipales");
        town.text("ciiu.csv", "CIIU;Categoría;Área mínima;Área máxima\n4711;C-1;;150,5\n4711;C-9;150,5;\n");
        Loaded activities = load("ciiu", "ciiu.csv");
        assertThat(activities.findings()).containsExactly("WARNING category-unlisted 3");
        assertThat(activities.code()).isEqualTo(1);
        assertThat(town.list(
                        "SELECT ciiu, category, area_min_m2, area_max_m2 FROM lindero.activity_use ORDER BY category"))
                .containsExactly("4711 C-1 null 150.5", "4711 C-9 150.5 null");
    }

    @Test
    void aTableUnderAnotherNameThatRepeatsItsRulesIsRefusedUnlessNamed() {
        town.text("usos.csv", "category,regime,act,article\nC-1,principal,Acuerdo 1,45\n");
        assertThat(load("uses", "usos.csv").code()).isZero();
        town.text("usos-2.csv", "category,regime,act,article\nC-1,principal,Acuerdo 1,45\nC-2,prohibido,A,46\n");
        Loaded refused = load("uses", "usos-2.csv");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.run().err()).contains("dataset-conflict", "usos (1, C-1)", "--dataset");
        assertThat(load("uses", "usos-2.csv", "--dataset", "usos").counts()).containsExactly(1L, 0L, 1L, 0L);
        String[] header = {"category", "regime", "act", "article"};
        new Workbook().sheet("usos").row(1, header).merge("A1:B1").write(folder.resolve("usos.xlsx"));
        Loaded merged = load("uses", "usos.xlsx", "--quarantine");
        assertThat(merged.findings()).contains("ERROR merged-cells");
    }
}
