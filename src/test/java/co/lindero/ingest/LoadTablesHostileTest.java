package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.ingest.LoadTown.Loaded;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spreadsheets as offices make them: each is read rightly, or refused by its cell. */
class LoadTablesHostileTest {
    private static final String[] HEADER = {
        "scope_theme", "scope_zone", "quantity", "operator", "value", "unit", "act", "article", "valid_from"
    };
    private static final String CSV = "scope_theme;scope_zone;quantity;operator;value;unit;act;article\n";
    private static final String NORMS = "SELECT scope_zone, quantity, value, article, valid FROM lindero.norm"
            + " WHERE pub_to IS NULL ORDER BY scope_zone, quantity";

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

    private Loaded load(String name, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "--plan";
        all[1] = "P";
        System.arraycopy(options, 0, all, 2, options.length);
        return town.load("norms", name, all);
    }

    private Loaded load(Workbook workbook, String... options) {
        workbook.write(folder.resolve("normas.xlsx"));
        return load("normas.xlsx", options);
    }

    private static Workbook book() {
        return new Workbook().sheet("Normas").row(1, HEADER);
    }

    private static String[] norm(String zone, String quantity, String value, String... rest) {
        String[] cells = {"activity-area", zone, quantity, "<=", value, "", "Acuerdo 1", "45", ""};
        System.arraycopy(rest, 0, cells, 7, rest.length);
        return cells;
    }

    @Test
    void numbersFormulasPercentagesAndDaysOfAWorkbookAreReadAsShown() {
        Loaded loaded = load(book().row(2, norm("AR-1", "occupation_index", Workbook.styled("0.7", Workbook.PERCENT)))
                .row(3, norm("AR-1", "height_m", Workbook.number("1.234")))
                .row(4, norm("AR-1", "floors", "<c r=\"#\"><f>1+2</f><v>3</v></c>"))
                .row(5, norm("AR-2", "construction_index", Workbook.number("2.0999999999999996")))
                .row(
                        6,
                        norm(
                                "AR-2",
                                "floors",
                                Workbook.number("2"),
                                Workbook.number("45"),
                                Workbook.styled("46023", 1))));
        assertThat(loaded.findings()).containsExactly("INFO formulas-read", "INFO percent-converted 2");
        assertThat(loaded.code()).isZero();
        assertThat(town.list(NORMS))
                .containsExactly(
                        "AR-1 floors 3 45 (,)",
                        "AR-1 height_m 1.234 45 (,)",
                        "AR-1 occupation_index 0.7 45 (,)",
                        "AR-2 construction_index 2.1 45 (,)",
                        "AR-2 floors 2 45 [2026-01-01,)");
        assertThat(town.list("SELECT name FROM lindero.dataset WHERE kind = 'norms'"))
                .containsExactly("Normas");
    }

    @Test
    void formulasWithoutResultAndErrorsAreRefusedByTheirCell() {
        Loaded refused = load(book().row(2, norm("AR-1", "floors", "<c r=\"#\"><f>A1</f></c>"))
                .row(4, norm("AR-1", "height_m", "<c r=\"#\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")));
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.findings()).contains("ERROR formula-without-value 2", "ERROR cell-error 4");
        assertThat(refused.detail("formula-without-value", "cell")).isEqualTo("E2");
        assertThat(refused.detail("cell-error", "value")).isEqualTo("#DIV/0!");
    }

    @Test
    void cellsMergedDownwardsAreReadInEachRowAndThoseMergedSidewaysAreRefused() {
        Workbook downwards = book().row(2, norm("AR-1", "floors", "3"))
                .row(3, norm("", "height_m", "9"))
                .row(4, norm("AR-2", "floors", "2"))
                .merge("B2:B3");
        assertThat(load(downwards).findings()).containsExactly("INFO merged-cells-filled 2");
        assertThat(town.list("SELECT scope_zone, quantity FROM lindero.norm ORDER BY 1, 2"))
                .containsExactly("AR-1 floors", "AR-1 height_m", "AR-2 floors");
        Loaded sideways = load(book().row(2, norm("AR-1", "floors", "3")).merge("E2:F2"), "--quarantine");
        assertThat(sideways.findings()).containsExactly("ERROR merged-cells 2");
        assertThat(sideways.detail("merged-cells", "range")).isEqualTo("E2:F2");
    }

    @Test
    void aHundredThousandEmptyRowsArePassedOver() {
        Workbook book = book().row(2, norm("AR-1", "floors", "3"));
        for (int i = 3; i < 100_003; i++) {
            book.row(i, "");
        }
        Loaded loaded = load(book.row(100_003, norm("AR-1", "height_m", "nueve")));
        assertThat(loaded.findings()).containsExactly("ERROR figure-malformed 100003", "INFO blank-rows");
        assertThat(loaded.detail("figure-malformed", "column")).isEqualTo("value");
    }

    @Test
    void aSecondHeaderLineIsRefusedByItsCellsAndATitleByItsColumns() {
        Loaded second = load(book().row(2, "tema", "zona", "magnitud", "operador", "valor", "", "acto", "artículo"));
        assertThat(second.findings())
                .contains("ERROR unknown-quantity 2", "ERROR not-in-list 2", "ERROR unknown-theme 2");
        Loaded title = load(new Workbook()
                .sheet("Normas")
                .row(1, "NORMAS DEL PLAN")
                .row(2, HEADER)
                .row(3, norm("AR-1", "floors", "3")));
        assertThat(title.code()).isEqualTo(4);
        assertThat(title.run().err()).contains("mapping-invalid", "fields.quantity", "obligatorio");
    }

    @Test
    void daysAsNumbersAndArticlesTurnedIntoDaysAreRefused() {
        Loaded refused = load(book().row(2, norm("AR-1", "floors", "3", "45", Workbook.number("46023")))
                .row(3, norm("AR-1", "height_m", "9", Workbook.styled("46146", Workbook.DAY))));
        assertThat(refused.findings()).containsExactly("ERROR day-as-number 2", "ERROR cell-is-day 3");
        assertThat(refused.detail("day-as-number", "day")).isEqualTo("2026-01-01");
    }

    @Test
    void oneOfSeveralSheetsMustBeChosenAndHiddenOrEmptyOnesDoNotCount() {
        Workbook two = book().row(2, norm("AR-1", "floors", "3"))
                .sheet("Listas")
                .row(1, "a", "b")
                .sheet("Hoja3")
                .sheet("Oculta")
                .row(1, "x")
                .hide();
        Loaded several = load(two);
        assertThat(several.code()).isEqualTo(4);
        assertThat(several.run().err()).contains("Normas", "Listas", "--layer").doesNotContain("Hoja3", "Oculta");
        assertThat(load(two, "--layer", "Normas").code()).isZero();
    }

    @Test
    void marksLatin1TabulatorsAndQuotedLineBreaksAreRead() throws IOException {
        String row =
                "activity-area;AR-1;floors;<=;3;;Acuerdo 1;\"45\n y 46\"\n\nactivity-area;AR-2;floors;<=;x;;A;45\n";
        Files.writeString(folder.resolve("normas.csv"), "\ufeff" + CSV + row);
        Loaded marked = load("normas.csv");
        // the row of a quoted line break and the blank one after it are rows of the spreadsheet
        assertThat(marked.findings()).containsExactly("ERROR figure-malformed 4", "INFO blank-rows");
        Files.writeString(folder.resolve("normas.csv"), ("sep=;\n" + CSV + row).replace(';', '\t'));
        assertThat(load("normas.csv").findings()).containsExactly("ERROR figure-malformed 5", "INFO blank-rows");
        byte[] latin = (CSV.replace("unit", "Año") + "activity-area;AR-1;floors;<=;3;;Decreto Ñ;45\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("normas.csv"), latin);
        assertThat(load("normas.csv").run().err()).contains("UTF-8", "--encoding");
        Loaded declared = load("normas.csv", "--encoding", "latin1");
        assertThat(declared.findings()).containsExactly("WARNING unknown-columns");
        assertThat(declared.detail("unknown-columns", "columns")).isEqualTo("Año");
        assertThat(town.list("SELECT act FROM lindero.norm")).containsExactly("Decreto Ñ");
        assertThat(Charset.isSupported("latin1")).isTrue();
    }

    @Test
    void repeatedHeadersFallenRowsAndOpenQuotesAreRefused() {
        town.text("normas.csv", CSV.strip() + ";Value\nactivity-area;AR-1;floors;<=;3;;A;45;4\n");
        assertThat(load("normas.csv", "--quarantine").findings()).containsExactly("ERROR duplicate-column");
        town.text("normas.csv", CSV.replace(';', ',') + "activity-area,AR-1,height_m,<=,9,5,m,A,45\n");
        assertThat(load("normas.csv").findings()).contains("ERROR too-many-cells 2");
        town.text("normas.csv", CSV + "activity-area;AR-1;floors;<=;3;;\"Acuerdo;45\n");
        Loaded open = load("normas.csv");
        assertThat(open.code()).isEqualTo(4);
        assertThat(open.run().err()).contains("comillas", "línea");
    }

    @Test
    void emptyFilesAndOtherFormatsAreRefusedByName() throws IOException {
        town.text("normas.csv", "");
        assertThat(load("normas.csv").run().err()).contains("está vacío");
        town.text("normas.csv", "\n;;\n");
        assertThat(load("normas.csv").run().err()).contains("ninguna fila");
        town.text("normas.csv", CSV);
        assertThat(load("normas.csv").findings()).containsExactly("ERROR empty-file");
        Files.write(folder.resolve("normas.xlsx"), "PK no es un libro".getBytes(StandardCharsets.UTF_8));
        assertThat(load("normas.xlsx").run().err()).contains("no es un libro de Excel");
        for (String ending : List.of("xls", "ods", "xlsm")) {
            Files.write(folder.resolve("normas." + ending), new byte[] {1});
            Loaded refused = load("normas." + ending);
            assertThat(refused.code()).isEqualTo(4);
            assertThat(refused.run().err()).contains("normas." + ending, "XLSX");
        }
    }

    @Test
    void personalColumnsAreNotReadAndCounted() {
        town.text("normas.csv", CSV.strip() + ";correo\nactivity-area;AR-1;floors;<=;3;;A;45;ana@example.org\n");
        Loaded loaded = load("normas.csv");
        assertThat(loaded.code()).isZero();
        assertThat(loaded.json().path("personalColumnsSkipped").path("correo").asLong())
                .isEqualTo(1);
    }
}
