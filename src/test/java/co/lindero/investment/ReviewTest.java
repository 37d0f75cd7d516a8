package co.lindero.investment;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conflicts, movement, order of importance and template, by command and request. */
class ReviewTest {
    private static final String HEADER =
            "code;name;stage;land_classes;start_on;end_on;year;final;paid;people_served;parcel;place_kind;wkt";
    private static final String PRIVATE = "761300101000001230045000000000";
    private static final String ROAD = "761300101000001230046400000000";

    @TempDir
    Path folder;

    private Bank bank;

    @BeforeEach
    void open() {
        bank = new Bank(folder).territories();
    }

    @AfterEach
    void close() {
        bank.close();
    }

    private void plan(String code, String... options) {
        String[] command = {
            "plan", "add", "--municipality", "76130", "--code", code, "--act", "Acuerdo", "--from", "2005-06-01"
        };
        bank.done(java.util.stream.Stream.of(command, options)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new));
    }

    private void zones(String plan, String theme, String csv) {
        bank.done(
                "plan", "theme", "add", "--municipality", "76130", "--plan", plan, "--theme", theme, "--title", theme);
        bank.load(
                        "zones",
                        "code;label;wkt\n" + csv,
                        "--plan",
                        plan,
                        "--theme",
                        theme,
                        "--coverage",
                        "municipality",
                        "--dataset",
                        plan + theme)
                .published();
    }

    private void planned() {
        plan("P");
        zones(
                "P",
                "land-class",
                "Urbano;U;" + Bank.box(0, 0, 500, 1000) + "\nRural;R;" + Bank.box(500, 0, 2500, 1000) + "\n");
        zones(
                "P",
                "hazard-flood",
                "Alta;Amenaza alta;" + Bank.box(0, 0, 100, 100) + "\nBaja;Amenaza baja;" + Bank.box(300, 0, 100, 100)
                        + "\n");
        zones("P", "riparian-buffer", "RH-30;Ronda;" + Bank.box(1000, 0, 30, 1000) + "\n");
        zones("P", "activity-area", "AR;R;" + Bank.box(0, 0, 500, 500) + "\n");
        plan("D", "--revises", "P", "--status", "draft");
        zones("D", "activity-area", "AC;C;" + Bank.box(0, 0, 500, 300) + "\nAR;R;" + Bank.box(0, 300, 500, 200) + "\n");
        bank.load(
                        "parcels",
                        "number;wkt\n" + PRIVATE + ";" + Bank.box(600, 600, 20, 10) + "\n" + ROAD + ";"
                                + Bank.box(620, 600, 20, 10) + "\n")
                .published();
    }

    @Test
    void findsEveryKindOfConflictAndNoOther() {
        planned();
        bank.projects(
                        HEADER,
                        "FLOOD;N;viable;;;;2026;1;;;;;" + Bank.box(50, 50, 100, 10),
                        "LOW;N;viable;;;;2026;1;;;;;" + Bank.point(350, 50),
                        "RIVER;N;viable;;;;2026;1;;;;;" + Bank.line(900, 500, 1100, 500),
                        "CLASS;N;viable;urbano, expansion_urbana;;;2026;1;;;;;" + Bank.point(700, 800),
                        "FITS;N;viable;urbano;;;2026;1;;;;;" + Bank.point(450, 800),
                        "PLOT;N;viable;;;;2026;1;;;;;" + Bank.box(610, 600, 30, 10),
                        "SAME;N;viable;;2026-06-01;2026-12-31;;1;;;;;" + Bank.box(1500, 0, 100, 10),
                        "OVER;N;viable;;;;2026;1;;;;;" + Bank.box(1550, 0, 100, 10),
                        "LATER;N;viable;;2027-01-01;2027-12-31;;1;;;;;" + Bank.box(1550, 0, 100, 10),
                        "AREA;N;viable;;;;2026;1;;;;influencia;" + Bank.box(0, 0, 900, 900))
                .published();
        CliRun run = bank.run("projects", "conflicts", "--municipality", "76130", "--json");
        assertThat(run.code()).isEqualTo(1);
        JsonNode found = Json.read(run.out());
        assertThat(ProjectAnswerTest.texts(
                        found.path("conflicts"), "code", "conflict", "zone", "other", "planarM2", "lengthM", "parcels"))
                .containsExactly(
                        "CLASS land-class Rural null null null null",
                        "FLOOD draft-changes AR D: AC null null null",
                        "FLOOD high-hazard Alta null 500.0000 null null",
                        "LOW draft-changes AR D: AC null null null",
                        "OVER overlap null SAME 500.0000 null null",
                        "PLOT private-parcel null null 100.0000 null 1",
                        "RIVER protection RH-30 null null 30.0000 null",
                        "SAME overlap null OVER 500.0000 null null");
        assertThat(found.path("draft").asText()).isEqualTo("D");
        try (BankServer server = new BankServer(bank)) {
            assertThat(server.fitting("conflicts", "/projects/conflicts").path("conflicts"))
                    .isEqualTo(found.path("conflicts"));
            assertThat(server.response("/projects/conflicts?plan=X").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void tellsTheMovementBetweenTwoLoads() {
        String first = bank.projects(
                        HEADER,
                        "A;Uno;viable;;;;2026;100;;;;;",
                        "B;Dos;viable;;;;2026;7;;;;;",
                        "S;N;viable;;;;2026;1;;;;;")
                .published()
                .json()
                .path("publication")
                .asText();
        bank.projects(
                        HEADER,
                        "A;Uno;en_ejecucion;;;;2026;150;40;;;;",
                        "C;Tres;formulado;;;;2027;9;;;;;",
                        "S;N;viable;;;;2026;1;;;;;")
                .published();
        try (BankServer server = new BankServer(bank)) {
            JsonNode moved = server.fitting("movement", "/projects/movement?from=" + first);
            assertThat(ProjectAnswerTest.texts(moved.path("projects"), "code", "movement"))
                    .containsExactly("A changed", "B removed", "C added");
            JsonNode one = moved.at("/projects/0");
            assertThat(one.at("/before/stage").asText() + one.at("/after/stage").asText())
                    .isEqualTo("viableen_ejecucion");
            assertThat(one.at("/before/planned").decimalValue()).isEqualByComparingTo("100");
            assertThat(one.at("/after/paid").decimalValue()).isEqualByComparingTo("40");
            assertThat(server.get("/projects/movement?from=" + first + "&to=" + first)
                            .path("numberReturned")
                            .asInt())
                    .isZero();
            assertThat(server.response("/projects/movement").statusCode()).isEqualTo(400);
            assertThat(server.response("/projects/movement?from=2026-02-31").statusCode())
                    .isEqualTo(400);
        }
        assertThat(bank.done("projects", "movement", "--municipality", "76130", "--from", first, "--lang", "en"))
                .contains("A [changed] viable → en_ejecucion", "Projects changed since publication " + first + ": 3");
        String tomorrow = java.time.LocalDate.now(java.time.ZoneId.of("America/Bogota"))
                .plusDays(1)
                .toString();
        assertThat(bank.done("projects", "movement", "--municipality", "76130", "--from", tomorrow))
                .contains(": 0");
    }

    @Test
    void measuresWhatAnOrderIsMadeOf() {
        planned();
        bank.load("buildings", "number;wkt\nK1;" + Bank.box(60, 60, 5, 5) + "\nK2;" + Bank.box(610, 602, 5, 5) + "\n")
                .published();
        bank.projects(
                        HEADER,
                        "A;Uno;viable;;;;2026;1000;;50;;influencia;" + Bank.box(0, 0, 700, 700),
                        "B;Dos;viable;;;;2026;2000;;;;;",
                        "T;Tres;terminado;;;;2026;2000;;;;;")
                .published();
        Path criteria = bank.file("criteria.yaml", """
                criteria:
                  - {name: H, measure: buildings_in_hazard, weight: 1, worst: 0, best: 2}
                  - {name: P, measure: parcels_served, weight: 1, worst: 0, best: 4}
                  - {name: G, measure: people_served, weight: 1}
                """);
        JsonNode order = Json.read(bank.done(
                "projects",
                "rank",
                "--municipality",
                "76130",
                "--criteria",
                criteria.toString(),
                "--weight",
                "H=2",
                "--json"));
        assertThat(ProjectAnswerTest.texts(order.path("ranking"), "position", "code", "score"))
                .containsExactly("1 A 62.5000", "null B null");
        assertThat(ProjectAnswerTest.texts(order.at("/ranking/0/terms"), "measure", "value", "points"))
                .containsExactly("buildings_in_hazard 1 1", "parcels_served 2 0.5", "people_served 50 1");
        assertThat(order.path("moves")).isEmpty();
        assertThat(bank.done("projects", "rank", "--municipality", "76130", "--criteria", criteria.toString()))
                .contains("H: falta el dato");
        try (BankServer server = new BankServer(bank)) {
            assertThat(server.fitting("ranking", "/projects/ranking")
                            .path("numberReturned")
                            .asInt())
                    .isEqualTo(2);
            assertThat(server.response("/projects/ranking?weights=X=1").statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void writesATemplateThatLoadsWhenFilled() throws IOException {
        Path sheet = folder.resolve("plantilla.xlsx");
        bank.done("projects", "template", "--out", sheet.toString());
        assertThat(Files.size(sheet)).isPositive();
        assertThat(bank.run("projects", "template", "--out", sheet.toString()).code())
                .isEqualTo(3);
        CliRun empty =
                bank.run("load", "projects", sheet.toString(), "--municipality", "76130", "--report", folder + "/r");
        assertThat(empty.code()).isEqualTo(4);
        Path csv = folder.resolve("plantilla.csv");
        bank.done("projects", "template", "--out", csv.toString());
        String header = Files.readString(csv).strip();
        assertThat(bank.projects(
                                header,
                                "P1;2024761300012;Nombre;;;;;;;viable" + ";".repeat(header.split(";").length - 10))
                        .code())
                .isZero();
        assertThat(bank.list("SELECT code, stage FROM lindero.project")).containsExactly("P1|viable");
        for (String column : List.of(header.split(";"))) {
            assertThat(Files.readString(Path.of("docs/projects.md"))).as(column).contains("`" + column + "`");
        }
    }

    /** A sheet whose cells are all text, as the template asks for: its first row is the header all the same. */
    @Test
    void readsASheetOfText() throws Exception {
        Path csv = bank.file("texto.csv", "code,bpin,name,stage,final\nA,2024761300012,Nombre,viable,$ 10\n");
        Path sheet = folder.resolve("texto.xlsx");
        Process process = new ProcessBuilder("ogr2ogr", "-f", "XLSX", sheet.toString(), csv.toString()).start();
        assertThat(process.waitFor()).isZero();
        bank.done("load", "projects", sheet.toString(), "--municipality", "76130", "--report", folder + "/r");
        assertThat(bank.list("SELECT code, bpin, planned FROM lindero.project"))
                .containsExactly("A|2024761300012|10.00");
    }

    @Test
    void printsASummaryForPeople() {
        bank.projects(HEADER, "A;N;viable;;;;2026;1234567;;;;;" + Bank.point(10, 10))
                .published();
        assertThat(bank.done("projects", "summary", "C1", "--municipality", "76130"))
                .contains("corregimiento C1 Uno", "$ 1.234.567,00", "2026 (1)");
    }
}
