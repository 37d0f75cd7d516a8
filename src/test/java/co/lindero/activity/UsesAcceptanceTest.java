package co.lindero.activity;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.AnswerSchema;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** May this activity be here? One town whose two zones say every kind of thing. */
class UsesAcceptanceTest {
    private static final String ACTIVITY = "activity-area";
    private static final String AR2 = "activity-area/AR-2";
    private static final String AC1 = "activity-area/AC-1";
    private static final String[] ALL = {"--accuracy", "0.10", "--coverage", "municipality"};

    private static TestDatabase database;
    private static Town town;

    /** Plot 0045 lies in AR-2, 0046 in both AR-2 and AC-1, 0047 in MUDA, which has no rules, 0048 in AR-2 by a river. */
    @BeforeAll
    static void build() {
        database = TestDatabase.create();
        town = Town.planned(database);
        town.parcels()
                .parcel("0045")
                .rect(0, 0, 20, 10)
                .parcel("0046")
                .rect(20, 0, 20, 10)
                .parcel("0047")
                .rect(40, 0, 20, 10)
                .parcel("0048")
                .rect(0, 10, 20, 10)
                .load();
        town.theme(ACTIVITY, "--partition").theme("riparian-buffer");
        town.zones(ACTIVITY)
                .zone("AR-2")
                .rect(0, 0, 30, 20)
                .zone("AC-1")
                .rect(30, 0, 10, 10)
                .zone("MUDA")
                .rect(40, 0, 20, 10)
                .load(ALL);
        town.zones("riparian-buffer").zone("RH-30").rect(0, 10, 20, 4).load(ALL);
        town.rules()
                .use(AR2, "R-1 principal")
                .use(AR2, "C-1 compatible")
                .use(AR2, "C-2 prohibido")
                .use(AR2, "S-1 condicionado")
                .with("text", "Con frente a vía arteria")
                .use(AR2, "S-2 condicionado")
                .with("condition", "built_area_m2 <= 60 AND lot_area_m2 >= 100")
                .use(AR2, "S-3 condicionado")
                .with("text", "Con concepto")
                .use(AR2, "S-3 compatible")
                .with("article", "47")
                .use(AC1, "C-1 principal")
                .use(AC1, "C-2 principal")
                .activity("4711", "C-1")
                .with("area_max_m2", "100")
                .activity("4711", "C-2")
                .with("area_min_m2", "100.01")
                .activity("5611", "S-2")
                .activity("0124", "A-1")
                .publish();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static JsonNode ask(String plot, String question) {
        CliRun run = town.run(command(plot, question, "--format", "json"));
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = Json.read(run.out());
        AnswerSchema.requireUses(json);
        ObjectNode covered = json.deepCopy();
        covered.remove(List.of("hash", "notice"));
        assertThat(json.get("hash").asText()).isEqualTo(Json.sha256(Json.canonical(covered)));
        return json;
    }

    private static String[] command(String plot, String question, String... more) {
        List<String> command = new ArrayList<>(List.of("uses", town.number(plot)));
        for (String option : question.split(" ", -1)) {
            command.add(option.startsWith("--") ? option : "--" + option);
        }
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "0045, category=R-1, allowed, false",
        "0045, category=c-1, allowed, false",
        "0045, category=C-2, prohibited, false",
        "0045, category=A-1, prohibited, true",
        "0045, category=S-1, needs_review, false",
        "0045, category=S-2, not_evaluable, false",
        "0045, category=S-2 area=60, allowed, false",
        "0045, category=S-2 area=60.01, prohibited, false",
        "0045, category=S-3, needs_review, false",
        "0045, ciiu=0124, prohibited, true",
        "0045, ciiu=5611 area=50, allowed, false",
        "0045, ciiu=4711, not_evaluable, false",
        "0045, ciiu=4711 area=100, allowed, false",
        "0045, ciiu=4711 area=200, prohibited, false",
        "0046, ciiu=4711 area=200, partly, false",
        "0046, category=C-1, allowed, false",
        "0047, category=C-1, not_evaluable, false",
        "0048, category=C-1, needs_review, false",
        "0048, category=C-2, prohibited, false",
    })
    void answersEachKindOfRule(String plot, String question, String verdict, boolean unlisted) {
        JsonNode answer = ask(plot, question);
        assertThat(answer.get("verdict").asText()).as(answer.toPrettyString()).isEqualTo(verdict);
        assertThat(answer.at("/parts/0/uses/0/unlisted").asBoolean()).isEqualTo(unlisted);
    }

    @Test
    void aProseConditionIsShownWithItsArticle() {
        JsonNode answer = ask("0045", "category=S-1");
        assertThat(answer.get("answer").asText())
                .isEqualTo("Debe revisarse: la norma pide un juicio. AR-2: S-1 — Uso condicionado: debe revisarse la"
                        + " condición. «Con frente a vía arteria» (Acuerdo 1 de 2005, art. 46)");
    }

    @Test
    void twoRegimesAreBothCited() {
        assertThat(ask("0045", "category=S-3").at("/parts/0/uses/0/rules").findValuesAsText("article"))
                .containsExactlyInAnyOrder("46", "47");
    }

    @Test
    void aMissingInputIsNamed() {
        assertThat(ask("0045", "category=S-2").at("/parts/0/uses/0/missing"))
                .isEqualTo(Json.read("[\"built_area_m2\"]"));
    }

    @Test
    void allCategoriesOfAnActivityAreJudgedUntilTheAreaChooses() {
        JsonNode all = ask("0045", "ciiu=4711");
        assertThat(all.at("/parts/0/uses").findValuesAsText("category")).containsExactly("C-1", "C-2");
        JsonNode chosen = ask("0045", "ciiu=4711 area=200");
        assertThat(chosen.at("/parts/0/uses").findValuesAsText("category")).containsExactly("C-2");
        assertThat(chosen.at("/categories/0/applies").asBoolean()).isFalse();
    }

    @Test
    void aDeterminantThatPrevailsIsNamed() {
        JsonNode answer = ask("0048", "category=C-1");
        assertThat(answer.at("/precedence/0/prevails/zone").asText()).isEqualTo("RH-30");
        assertThat(answer.at("/precedence/0/planarM2").asText()).isEqualTo("80.0000");
        assertThat(answer.get("answer").asText()).endsWith("pero prevalece: Ronda hídrica RH-30.");
        assertThat(answer.at("/parts/0/verdict").asText()).isEqualTo("allowed");
        assertThat(answer.get("warnings").findValuesAsText("code")).contains("hazard-unknown");
    }

    @Test
    void whatThePlanDoesNotKnowIsAProblemThatSaysWhatItKnows() {
        CliRun activity = town.run(command("0045", "ciiu=9999"));
        assertThat(activity.code()).isEqualTo(4);
        assertThat(activity.err()).contains("no tiene la clase 9999").contains("0124, 4711, 5611");
        CliRun category = town.run(command("0045", "category=Z-9", "--lang", "en"));
        assertThat(category.err()).contains("knows no use category Z-9").contains("A-1, C-1, C-2, R-1");
        assertThat(town.run("uses", town.number("0045")).code()).isEqualTo(2);
        assertThat(town.run(command("0045", "category=C-1 ciiu=4711")).code()).isEqualTo(2);
        assertThat(town.run(command("0045", "ciiu=47")).code()).isEqualTo(2);
    }

    @Test
    void isWrittenForPeopleInBothLanguages() {
        assertThat(town.run(command("0046", "ciiu=4711 area=200")).out())
                .contains("USO CIIU 4711, 200 m²")
                .contains("En parte: el uso se admite en unas zonas del predio y en otras no.")
                .contains("Área de actividad AC-1, 100.0000 m²: Sí: el uso se admite")
                .contains("C-1: área 0 – 100 m² (no es esta)");
        assertThat(town.run(command("0045", "category=A-1", "--lang", "en")).out())
                .contains("No: the use is prohibited. AR-2: A-1 — No rule of the zone lists it");
    }

    @Test
    void aZoneWithoutRulesAddsNothingWhereAnotherThemeSpeaksForAll() {
        try (TestDatabase own = TestDatabase.create()) {
            Town classed = Town.planned(own);
            classed.parcels().parcel("0045").rect(0, 0, 20, 10).load();
            classed.theme("land-class", "--partition").theme(ACTIVITY, "--partition");
            classed.zones("land-class")
                    .zone("Urbano")
                    .rect(0, 0, 30, 20)
                    .zone("Rural")
                    .rect(30, 0, 30, 20)
                    .load(ALL);
            classed.zones(ACTIVITY).zone("AR-2").rect(0, 0, 30, 20).load(ALL);
            classed.rules()
                    .use(AR2, "C-1 compatible")
                    .use("land-class/Rural", "A-1 principal")
                    .publish();

            CliRun run = classed.run("uses", classed.number("0045"), "--category", "C-1", "--format", "json");
            JsonNode json = Json.read(run.out());

            assertThat(json.get("verdict").asText()).isEqualTo("allowed");
            assertThat(json.get("parts").findValuesAsText("zone")).containsExactly("AR-2");
        }
    }
}
