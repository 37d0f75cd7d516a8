package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.licence.LicenceTown.Check;
import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks come again as they were answered, may be evaluated anew, and carry what officers note. */
class KeptCheckTest {
    private static TestDatabase database;
    private static LicenceTown town;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        town = LicenceTown.block(database)
                .residential()
                .norm("AR-2", "floors", "<=", "3")
                .use("AR-2", "C-1", "condicionado", "Con plan de manejo de ruido");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static LicenceTown.Question question() {
        return town.ask("0045").with("floors", 3).with("useCategory", "C-1").footprint(1, 1, 5, 5);
    }

    @Test
    void aCheckComesAgainAndIsItsOwnHash() {
        Check made = question().check();
        CliRun again = town.town().run("check", "--show", made.json().get("id").asText(), "--format", "json");
        assertThat(Json.read(again.out())).isEqualTo(made.json());
        ObjectNode covered = made.json().deepCopy();
        covered.remove(List.of("id", "hash", "notice"));
        assertThat(made.json().get("hash").asText()).isEqualTo(Json.sha256(Json.canonical(covered)));
        assertThat(question().check().json().get("hash")).isEqualTo(made.json().get("hash"));
    }

    @Test
    void anUnknownIdentifierIsNotFound() {
        CliRun run = town.town().run("check", "--show", "AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(run.code()).isNotZero();
        assertThat(run.out() + run.err()).contains("check-not-found");
    }

    @Test
    void theSameQuestionIsEvaluatedAgainOnNewData() {
        LicenceTown other = LicenceTown.block(database).residential().norm("AR-2", "floors", "<=", "3");
        String id = other.ask("0045").with("floors", 3).check().json().get("id").asText();
        assertThat(other.town().run("check", "--again", id).out()).contains("Nada cambia");
        other.norm("AR-2", "floors", "<=", "2").ask("0045");
        CliRun changed = other.town().run("check", "--again", id);
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.out())
                .contains("Veredicto: ")
                .contains("Número de pisos (AR-2): Cumple → No cumple; la norma pide 3 → 2")
                .containsPattern("publicación \\d+; hoy, publicación \\d+");
        assertThat(other.town().run("--lang", "en", "check", "--again", id).out())
                .contains("Complies → Does not comply");
        // the kept answer stays what it was
        assertThat(other.town().run("check", "--show", id).out()).contains("la norma pide <= 3");
    }

    @Test
    void aParcelThatChangedIsToldWhenTheQuestionIsEvaluatedAgain() {
        LicenceTown other = LicenceTown.block(database).residential().norm("AR-2", "rear_setback_m", ">=", "3");
        String id = other.ask("0045")
                .footprint(0, 2, 10, 15)
                .check()
                .json()
                .get("id")
                .asText();
        String drawn = other.ask("0045")
                .footprint(0, 14, 5, 5)
                .check()
                .json()
                .get("id")
                .asText();
        // the neighbour to the north takes two metres
        other.town()
                .parcels()
                .parcel("0045")
                .rect(0, 0, 10, 18)
                .parcel("0046")
                .rect(-10, 0, 10, 20)
                .parcel("0047")
                .rect(10, 0, 10, 20)
                .parcel("0048")
                .wkt("POLYGON ((-10 20, 0 20, 0 18, 10 18, 10 20, 20 20, 20 40, -10 40, -10 20))")
                .parcel("0049")
                .rect(-10, -50, 30, 40)
                .load();
        CliRun again = other.town().run("check", "--again", id);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out())
                .contains("Aislamiento posterior (AR-2): Cumple → No cumple; lo propuesto 3.0000 → 1.0000");
        CliRun outside = other.town().run("check", "--again", drawn);
        assertThat(outside.code()).isEqualTo(1);
        assertThat(outside.out()).contains("Hoy ya no se puede evaluar").contains("5.0000 m² fuera del predio");
    }

    @Test
    void identifiersAreLongRandomAndNoOptions() {
        java.util.Set<String> ids = new java.util.HashSet<>();
        for (int i = 0; i < 3; i++) {
            ids.add(question().check().json().get("id").asText());
        }
        assertThat(ids).hasSize(3).allSatisfy(id -> assertThat(id).matches("[A-Za-z0-9_][A-Za-z0-9_-]{21}"));
    }

    @Test
    void theTextIsForPastingIntoAFile() {
        String text = question().run("text").out();
        assertThat(text)
                .contains("Licencia: Construcción: obra nueva")
                .contains("Propuesta: uso C-1, 3 pisos")
                .contains("Área del predio: dibujada 200.0000 m²; huella 25.0000 m²")
                .contains("Fuente: Acuerdo 1 de 2005, art. 50");
        assertThat(text.lines().filter(line -> line.length() > 400)).isEmpty();
    }

    @Test
    void thePageSaysFirstWhatFailsWithFiguresAndSources() {
        String page = town.ask("0045")
                .with("floors", 4)
                .footprint(1, 1, 5, 5)
                .run("html")
                .out();
        assertThat(page.indexOf("<h3 class=\"does_not_comply\">No cumple (1)</h3>"))
                .isPositive()
                .isLessThan(page.indexOf("<h3 class=\"not_evaluable\">"));
        assertThat(page)
                .contains("<td class=\"n\" data-l=\"Propuesto\">4 pisos</td>")
                .contains("<td class=\"n\" data-l=\"La norma pide\">≤ 3 pisos</td>")
                .contains("<td class=\"n\" data-l=\"Margen\">-1 pisos</td>")
                .contains("Acuerdo 1 de 2005, art. 45")
                .doesNotContain("null");
    }

    @Test
    void thePageShowsNoMarkupOfTheQuestion() {
        String page =
                town.ask("0045").with("useCategory", "<b>C</b>").run("html").out();
        assertThat(page).contains("&lt;b&gt;C&lt;/b&gt;").doesNotContain("<b>C</b>");
    }

    @Test
    void aNoteStandsBesideTheFinding() {
        Check made = question().check();
        String id = made.json().get("id").asText();
        JsonNode use = made.kind("use").get(0);
        assertThat(town.town()
                        .run(
                                "check",
                                "note",
                                id,
                                use.get("number").asText(),
                                "--verdict",
                                "complies",
                                "--text",
                                "Presentó el plan de manejo.")
                        .code())
                .isZero();
        CliRun shown = town.town().run("check", "--show", id);
        assertThat(shown.out()).contains("[Requiere revisión]").contains("Nota: Cumple. Presentó el plan de manejo.");
        CliRun settled = town.town()
                .run(
                        "check",
                        "note",
                        id,
                        made.one("floors").get("number").asText(),
                        "--verdict",
                        "complies",
                        "--text",
                        "x");
        assertThat(settled.out() + settled.err()).contains("not-for-review");
    }

    @Test
    void everyWrongMemberIsToldAtOnce() {
        String refusal = town.ask("0045")
                .licence("class", "obras")
                .licence("filedOn", "22/11/2026")
                .with("floors", -1)
                .with("heightm", 3)
                .with("ciiu", "47")
                .refusal();
        assertThat(refusal)
                .contains("/licence/class")
                .contains("urbanizacion, parcelacion, subdivision, construccion")
                .contains("/licence/filedOn")
                .contains("/proposal/floors")
                .contains("/proposal/heightm")
                .contains("/proposal/ciiu");
        assertThat(town.ask("0045").licence("modalities", List.of("obra")).refusal())
                .contains("unknown-modality")
                .contains("obra_nueva, ampliacion");
        assertThat(town.ask("9999", "9998").refusal())
                .contains("/parcels/0")
                .contains("/parcels/1")
                .contains("parcel-not-found");
    }

    @Test
    void lotsOfALayoutAreJudgedOneByOne() {
        LicenceTown other = LicenceTown.block(database).residential().norm("AR-2", "lot_area_m2", ">=", "90");
        LicenceTown.Question question =
                other.ask("0045").licence("class", "subdivision").licence("modalities", List.of("urbana"));
        question.with("lots", List.of(LicenceTown.rectangle(0, 0, 5, 20), LicenceTown.rectangle(5, 0, 4, 20)));
        Check check = question.check();
        assertThat(check.on("lot_area_m2").stream()
                        .map(f -> f.get("lot").asText() + " " + f.get("verdict").asText() + " "
                                + f.get("actual").asText()))
                .containsExactly("1 complies 100.000", "2 does_not_comply 80.000");
        assertThat(question.with(
                                "lots", List.of(LicenceTown.rectangle(0, 0, 6, 20), LicenceTown.rectangle(5, 0, 4, 20)))
                        .refusal())
                .contains("lots-overlap");
        assertThat(other.ask("0045")
                        .licence("class", "subdivision")
                        .licence("modalities", List.of())
                        .check()
                        .said("lot_area_m2"))
                .isEqualTo("not_evaluable lots");
    }

    @Test
    void thePictureShowsBoundaryAndFootprint() {
        String id = question().check().json().get("id").asText();
        String svg = town.town().run("check", "--show", id, "--format", "svg").out();
        assertThat(svg)
                .startsWith("<svg")
                .contains("20.00 m")
                .contains("frente")
                .contains("5 m</text>")
                .doesNotContain("aislamiento exigido");
        LicenceTown set = LicenceTown.block(database).residential().norm("AR-2", "front_setback_m", ">=", "3");
        String failing = set.ask("0045").footprint(0, 2, 10, 10).run("svg").out();
        assertThat(failing)
                .contains("no cumple</text>")
                .contains("aislamiento exigido")
                .contains("stroke-dasharray");
        assertThat(set.ask("0045").footprint(0, 3, 10, 10).run("svg").out())
                .contains("huella</text>")
                .doesNotContain("no cumple");
        assertThat(town.town().run("check", "--show", id, "--format", "html").out())
                .contains("<svg")
                .contains("Revisión de licencia");
    }
}
