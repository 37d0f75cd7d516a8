package co.lindero.investment;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.investment.Bank.Loaded;
import co.lindero.support.CliRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of projects as they arrive: empty templates, JSON lists, sheets with blank rows, columns that say something else. */
class ProjectFilesTest {
    @TempDir
    Path folder;

    private Bank bank;

    @BeforeEach
    void open() {
        bank = new Bank(folder);
    }

    @AfterEach
    void close() {
        bank.close();
    }

    private CliRun load(Path file, String... more) {
        String[] command = new String[more.length + 7];
        String[] start = {"load", "projects", file.toString(), "--municipality", "76130", "--report", folder + "/r"};
        System.arraycopy(start, 0, command, 0, start.length);
        System.arraycopy(more, 0, command, start.length, more.length);
        return bank.run(command);
    }

    @Test
    void saysThatAnEmptyTemplateHasNoRecordsYet() {
        Path xlsx = folder.resolve("proyectos.xlsx");
        bank.done("projects", "template", "--out", xlsx.toString());
        CliRun sheet = load(xlsx);
        assertThat(sheet.code()).isEqualTo(4);
        assertThat(sheet.err())
                .contains("una sola fila, la de los encabezados", "Escriba los registros debajo de los encabezados")
                .doesNotContain("missing-value");
        Path csv = folder.resolve("proyectos.csv");
        bank.done("projects", "template", "--out", csv.toString());
        CliRun text = load(csv);
        assertThat(text.code()).isEqualTo(4);
        assertThat(text.out()).contains("escríbalos debajo de los encabezados").doesNotContain("missing-value: 1");
        assertThat(bank.list("SELECT count(*) FROM lindero.project")).containsExactly("0");
    }

    @Test
    void readsAListOfObjectsWithoutLosingDigits() {
        Path file = bank.file("banco.json", """
                [{"bpin": 2024761300012, "name": "Uno", "stage": "viable", "year": 2025, "final": 1234567.50, "extra": {"a": [1]}},
                 {"bpin": "2024761300013", "name": "Dos", "stage": null, "year": 2025, "final": 1e9},
                 {"name": "Tres", "code": "00012", "stage": "viable"}]
                """);
        assertThat(load(file).code()).isEqualTo(1);
        assertThat(bank.list("SELECT code, bpin, name, stage, planned FROM lindero.project ORDER BY name"))
                .containsExactly(
                        "2024761300013|2024761300013|Dos|null|1000000000.00",
                        "00012|null|Tres|viable|null",
                        "2024761300012|2024761300012|Uno|viable|1234567.50");
    }

    @Test
    void refusesListsThatAreNone() {
        CliRun numbers = load(bank.file("a.json", "[{\"code\": \"A\"}, 7]"));
        assertThat(numbers.code()).isEqualTo(4);
        assertThat(numbers.err()).contains("elemento 2 no es un objeto", "lista de objetos");
        CliRun broken = load(bank.file("b.json", "[{\"code\": \"A\"},\n {\"code\": "));
        assertThat(broken.code()).isEqualTo(4);
        assertThat(broken.err()).contains("no es JSON bien formado", "línea 2");
        assertThat(load(bank.file("c.json", "[]")).err()).contains("lista sin registros");
    }

    @Test
    void namesTheColumnsWhereNoneTellsWhichProjectItIs() {
        CliRun run = load(bank.file("d.json", "[{\"upid\": \"UNP-1\", \"nombre\": \"N/A\", \"has_geometry\": false}]"));
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("ninguna columna dice el código del proyecto ni su BPIN", "upid, nombre, has_geometry");
        Path mapping = bank.file("m.yaml", "fields:\n  code: upid\n  name: nombre\n");
        assertThat(load(folder.resolve("d.json"), "--mapping", mapping.toString())
                        .code())
                .isEqualTo(1);
        assertThat(bank.list("SELECT code FROM lindero.project")).containsExactly("UNP-1");
    }

    @Test
    void passesOverRowsThatHoldNothingAndTellsThem() {
        Loaded loaded = bank.projects(
                        "code;name;stage;year;final", "A;N;viable;2025;100", ";;;;", "; ;;;", "B;N;viable;2025;7")
                .published();
        assertThat(loaded.findings())
                .contains("INFO blank-record 2", "INFO blank-record 3")
                .noneMatch(line -> line.contains("missing-value"));
        assertThat(bank.list("SELECT code FROM lindero.project ORDER BY 1")).containsExactly("A", "B");
        Loaded half = bank.projects("code;name;stage;year;final", ";;;;300");
        assertThat(half.findings()).contains("ERROR missing-value 1 code");
    }

    @Test
    void readsReductionsWithCurrencySignsAndRefusesAmountsWithoutRoom() {
        Loaded loaded = bank.projects(
                        "code;name;stage;year;initial;additions", "A;N;viable;2025;$ 10.000.000,00;-$ 4.000.000,00")
                .published();
        assertThat(loaded.findings()).contains("INFO amount-read 1 additions");
        assertThat(bank.list("SELECT planned FROM lindero.project")).containsExactly("6000000.00");
        Loaded huge = bank.projects(
                "code;name;stage;year;final",
                "A;N;viable;2025;10000000000000000",
                "B;N;viable;2025;6000000000000000",
                "B;N;viable;2026;6000000000000000");
        assertThat(huge.code()).isEqualTo(4);
        assertThat(huge.findings()).contains("ERROR value-malformed 1 final", "ERROR value-malformed 2 final");
        Loaded negative = bank.projects("code;name;stage;year;initial;additions", "A;N;viable;2025;100;-500");
        assertThat(negative.findings()).contains("ERROR negative-amount 1 final");
    }
}
