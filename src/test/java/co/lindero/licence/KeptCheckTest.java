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
        assertThat(changed.out()).contains("complies → does_not_comply").contains("3 → 2");
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
        assertThat(other.ask("0045").licence("class", "subdivision").check().said("lot_area_m2"))
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
                .contains("5 m</text>");
        assertThat(town.town().run("check", "--show", id, "--format", "html").out())
                .contains("<svg")
                .contains("Revisión de licencia");
    }
}
