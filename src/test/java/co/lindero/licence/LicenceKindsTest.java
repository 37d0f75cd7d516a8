package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.licence.LicenceTown.Check;
import co.lindero.licence.LicenceTown.Question;
import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each class and modality of licence is judged by, and what the answer says of what it is not. */
class LicenceKindsTest {
    private static TestDatabase database;
    private static LicenceTown town;
    private static LicenceTown classed;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        town = LicenceTown.block(database)
                .residential()
                .norm("AR-2", "floors", "<=", "3")
                .norm("AR-2", "front_setback_m", ">=", "3")
                .use("AR-2", "R-1", "principal", null)
                .use("AR-2", "I-1", "prohibido", null);
        classed = LicenceTown.block(database).residential().norm("AR-2", "dedication_share", ">=", "0.2");
        classed.town()
                .theme("land-class", "--partition", "--accuracy", "0", "--coverage", "municipality")
                .zones("land-class")
                .zone("Rural")
                .rect(-500, -500, 500, 1000)
                .zone("Expansion_Urbana")
                .rect(0, -500, 500, 1000)
                .load();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static Question asked(Modality modality) {
        return town.ask("0045").licence("modalities", List.of(modality.code()));
    }

    @ParameterizedTest
    @EnumSource
    void everyModalityOfConstructionIsJudgedByWhatIsStatedAndTheThinOnesSaySo(Modality modality) {
        Check check =
                asked(modality).with("floors", 4).with("useCategory", "I-1").check();
        assertThat(check.said("floors")).isEqualTo("does_not_comply 4 -1");
        assertThat(check.kind("use").get(0).get("verdict").asText()).isEqualTo("does_not_comply");
        boolean thin = modality.depth() != Modality.Depth.FULL;
        assertThat(check.json().get("warnings").findValuesAsText("code").contains("thinly-judged"))
                .isEqualTo(thin);
        // what a thin modality does not change and the question does not state is not asked for
        Check silent = asked(modality).check();
        assertThat(silent.on("floors")).hasSize(thin ? 0 : 1);
        assertThat(silent.notApplied().contains("AR-2 floors not-of-this-licence"))
                .isEqualTo(thin);
        assertThat(silent.verdict()).isNotEqualTo("complies");
    }

    @Test
    void aChangeOfUseIsJudgedByTheUse() {
        Check missing = asked(Modality.ADECUACION).check();
        assertThat(missing.kind("use").get(0).get("missing").toString()).isEqualTo("[\"ciiu\"]");
        Check allowed = asked(Modality.ADECUACION).with("useCategory", "R-1").check();
        assertThat(allowed.kind("use").get(0).get("verdict").asText()).isEqualTo("complies");
        assertThat(allowed.on("front_setback_m")).isEmpty();
        Check barred = asked(Modality.ADECUACION).with("useCategory", "I-1").check();
        assertThat(barred.verdict()).isEqualTo("does_not_comply");
        assertThat(asked(Modality.ADECUACION)
                        .with("useCategory", "Z-9")
                        .check()
                        .kind("use")
                        .get(0)
                        .get("message")
                        .asText())
                .contains("no figura en la lista de usos");
    }

    @Test
    void anUrbanisationAndAParcellingAreJudgedByLotsAccessAndWhatTheyGive() {
        for (String licence : List.of("urbanizacion", "parcelacion")) {
            Question question = classed.ask("0045")
                    .licence("class", licence)
                    .licence("modalities", List.of("desarrollo"))
                    .with("lots", List.of(LicenceTown.rectangle(0, 0, 10, 15)))
                    .with("openSpaces", List.of(LicenceTown.rectangle(0, 15, 10, 5)));
            Check check = question.check();
            assertThat(check.said("dedication_share")).as(licence).isEqualTo("complies 0.250000 0.050000");
            assertThat(check.kind("layout").get(0).get("verdict").asText()).isEqualTo("complies");
            assertThat(check.json().get("warnings").findValuesAsText("code")).contains("thinly-judged");
            assertThat(check.json().at("/proposal/lots").asInt()).isOne();
            assertThat(classed.ask("0045")
                            .licence("class", licence)
                            .licence("modalities", List.of())
                            .check()
                            .said("dedication_share"))
                    .isEqualTo("not_evaluable dedicationM2");
        }
    }

    /** Asks with a smallest rural lot of 0.03 ha. */
    private static List<String> smallest(String plot, double x, String exception) throws IOException {
        Question question = classed.ask(plot)
                .licence("class", "subdivision")
                .licence("modalities", List.of("rural"))
                .with("lots", List.of(LicenceTown.rectangle(x, 0, 10, 20)));
        if (exception != null) {
            question.with("uafException", exception);
        }
        Map<String, String> env = new HashMap<>(database.env());
        env.put("LINDERO_UAF_M2", "300");
        Path file = Files.write(TestDatabase.HOME.resolve("subdivision.json"), Json.bytes(question.json()));
        CliRun run = CliRun.of(env, "check", file.toString(), "--format", "json");
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
        return new Check(Json.read(run.out()))
                .kind("layout").stream()
                        .filter(finding -> finding.get("limit").isNumber())
                        .map(LicenceKindsTest::told)
                        .toList();
    }

    private static String told(JsonNode finding) {
        return finding.get("verdict").asText() + " " + finding.get("actual").asText() + " "
                + String.join(", ", finding.get("sources").findValuesAsText("article")) + " "
                + finding.get("message").asText();
    }

    @Test
    void aRuralLotBelowTheSmallestIsRefusedAndAnExceptionIsForReview() throws IOException {
        assertThat(smallest("0046", -10, null))
                .singleElement()
                .asString()
                .startsWith(
                        "does_not_comply 200.000 44, 45 Lote 1: 200.000 m²; la Unidad Agrícola Familiar es 300 m².");
        assertThat(smallest("0046", -10, "b"))
                .singleElement()
                .asString()
                .startsWith("needs_review 200.000")
                .contains("literal b del artículo 45, que debe probarse");
    }

    /** Until a partial plan is adopted, ground of expansion is not divided below the smallest rural lot either. */
    @Test
    void groundOfExpansionIsDividedLikeRuralGroundUntilItHasAPartialPlan() throws IOException {
        assertThat(smallest("0047", 10, null))
                .singleElement()
                .asString()
                .startsWith("needs_review 200.000 2.2.6.1.1.6, 44, 45")
                .contains("mientras no haya plan parcial");
    }

    @Test
    void noOtherModalitiesAreKnownThanInTheRegisterOfLicences() throws IOException {
        String register = Files.readString(Path.of("src/main/resources/register/regimes.yaml"));
        for (LicenceClass each : LicenceClass.values()) {
            assertThat(register).contains("  " + each.code() + ": [" + String.join(", ", each.modalities()) + "]");
        }
    }
}
