package co.lindero.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.Answer;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases 7, 11, 12, 13, 14 and 19 of the land-use answer as they concern norms and uses. */
class LandUseNormsAcceptanceTest {
    private static final String ACTIVITY = "activity-area";
    private static final String AR2 = "activity-area/AR-2";
    private static final String[] ALL = {"--accuracy", "0.10", "--coverage", "municipality"};

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static Town town() {
        Town town = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        return town.zones(ACTIVITY)
                .zone("AR-2", "Residencial 2")
                .rect(0, 0, 20, 10)
                .load(ALL);
    }

    @Test
    void case7_theNormThatAsksForLotAreaSaysWhichItTook() {
        Town town = Town.planned(database).theme(ACTIVITY, "--partition");
        town.parcels()
                .parcel("0045")
                .registered(205)
                .rect(0, 0, 20, 10)
                .parcel("0046")
                .rect(20, 0, 20, 10)
                .load();
        town.zones(ACTIVITY).zone("AR-2").rect(0, 0, 40, 10).load(ALL);
        town.rules()
                .norm(AR2, "floors <= 3")
                .with("condition", "lot_area_m2 > 200")
                .norm(AR2, "lot_area_m2 >= 72")
                .norm(AR2, "occupation_index <= 0.7")
                .publish();
        Answer registered = town.ask("0045");
        assertThat(registered.norms(ACTIVITY, "AR-2"))
                .containsExactly("occupation_index <= 0.7 applies", "floors <= 3 applies", "lot_area_m2 >= 72 applies");
        JsonNode norms = registered.part(ACTIVITY, "AR-2").get("norms");
        assertThat(norms.get(0).get("lotArea").isNull()).isTrue();
        assertThat(norms.get(1).get("lotArea")).isEqualTo(Json.read("{\"m2\": 205.0000, \"which\": \"registered\"}"));
        assertThat(norms.get(1).at("/trace/0/left").asText()).startsWith("205");
        Answer drawn = town.ask("0046");
        assertThat(drawn.norms(ACTIVITY, "AR-2"))
                .containsExactly(
                        "occupation_index <= 0.7 applies", "floors <= 3 does_not_apply", "lot_area_m2 >= 72 applies");
        assertThat(drawn.part(ACTIVITY, "AR-2").at("/norms/1/lotArea/which").asText())
                .isEqualTo("planar");
    }

    @Test
    void whatOnlyAProposalDecidesIsUndecidedAndNamed() {
        Town town = town();
        town.rules()
                .norm(AR2, "side_setback_m >= 3")
                .with("condition", "floors > 3 AND lot_area_m2 >= 100")
                .norm(AR2, "rear_setback_m >= 3")
                .with("condition", "floors > 3 AND lot_area_m2 < 100")
                .publish();
        Answer answer = town.ask();
        assertThat(answer.norms(ACTIVITY, "AR-2"))
                .containsExactly("side_setback_m >= 3 undecided", "rear_setback_m >= 3 does_not_apply");
        assertThat(answer.part(ACTIVITY, "AR-2").at("/norms/0/missing")).isEqualTo(Json.read("[\"floors\"]"));
        assertThat(answer.part(ACTIVITY, "AR-2").at("/norms/1/missing")).isEmpty();
    }

    @Test
    void aNormCitedWithoutFigureSaysSoAndAZoneWithoutNormsIsFlagged() {
        Town town = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        town.zones(ACTIVITY)
                .zone("AR-2")
                .rect(0, 0, 12, 10)
                .zone("AC-1")
                .rect(12, 0, 8, 10)
                .load(ALL);
        assertThat(town.ask().warnings("")).contains("no-norms");
        town.rules().norm(AR2, "floors <=").use(AR2, "R-1 principal").publish();
        Answer answer = town.ask();
        assertThat(answer.part(ACTIVITY, "AR-2").at("/norms/0/value").isNull()).isTrue();
        assertThat(answer.warnings("")).doesNotContain("no-norms");
        assertThat(answer.warnings(ACTIVITY)).containsExactly("zone-without-norms", "zone-without-uses");
    }

    @Test
    void usesCarryTheirRegimeTheirActivitiesAndWhetherTheyContradict() {
        Town town = town();
        town.rules()
                .use(AR2, "R-1 principal")
                .use(AR2, "C-1 condicionado")
                .with("text", "Con frente a vía arteria")
                .use(AR2, "C-1 prohibido")
                .with("article", "47")
                .use("", "I-3 prohibido")
                .activity("4711", "C-1")
                .with("area_max_m2", "100")
                .activity("4711", "C-2")
                .publish();
        Answer answer = town.ask();
        assertThat(answer.uses(ACTIVITY, "AR-2"))
                .containsExactly("C-1 condicionado applies", "C-1 prohibido applies", "R-1 principal applies");
        JsonNode first = answer.part(ACTIVITY, "AR-2").at("/uses/0");
        assertThat(first.get("conflicting").asBoolean()).isTrue();
        assertThat(first.get("activities"))
                .isEqualTo(Json.read("[{\"ciiu\":\"4711\",\"areaMinM2\":null,\"areaMaxM2\":100,\"note\":null}]"));
        assertThat(first.at("/sources/0/text").asText()).isEqualTo("Con frente a vía arteria");
        assertThat(answer.warnings(ACTIVITY)).contains("several-regimes");
        assertThat(answer.at("/uses/0/category")).isEqualTo("I-3");
        assertThat(answer.json().get("dataVersions").findValuesAsText("dataset"))
                .contains("uses/P1/uses", "ciiu/P1/ciiu");
    }

    @Test
    void normsOfTwoZonesHoldWhereTheyMeet() {
        Town town = town().theme("urban-treatment", "--partition");
        town.zones("urban-treatment")
                .zone("Consolidacion")
                .rect(0, 0, 12, 10)
                .zone("Desarrollo")
                .rect(12, 0, 8, 10)
                .load(ALL);
        town.rules()
                .norm("", "watercourse_distance_m >= 30")
                .norm("urban-treatment/Consolidacion+activity-area/AR-2", "floors <= 3")
                .norm("activity-area/AR-2+urban-treatment/Desarrollo", "floors <= 8")
                .norm("urban-treatment/Desarrollo+urban-treatment/Consolidacion", "floors <= 1")
                .norm("urban-treatment/Conservacion+activity-area/AR-2", "floors <= 2")
                .publishUnchecked();
        Answer answer = town.ask();
        assertThat(answer.norms())
                .containsExactly("watercourse_distance_m >= 30 applies", "floors <= 3 applies", "floors <= 8 applies");
        assertThat(answer.at("/norms/1/sameGround")).isEqualTo("yes");
        assertThat(answer.at("/norms/1/scope/0/zone")).isEqualTo("Consolidacion");
        assertThat(answer.at("/norms/1/scope/1/zone")).isEqualTo("AR-2");
        assertThat(answer.warnings(ACTIVITY)).isEmpty();
    }

    @Test
    void whetherTwoZonesMeetIsSaidToBeUnmeasuredWhereAreasDoNotTell() {
        Town town = Town.planned(database).lot().theme(ACTIVITY, "--partition").theme("heritage");
        town.zones(ACTIVITY)
                .zone("AR-2")
                .rect(0, 0, 10, 10)
                .zone("AC-1")
                .rect(10, 0, 10, 10)
                .load(ALL);
        town.zones("heritage").zone("BIC").rect(10, 0, 5, 10).load(ALL);
        town.rules().norm("activity-area/AR-2+heritage/BIC", "floors <= 2").publish();
        Answer answer = town.ask();
        assertThat(answer.at("/norms/0/sameGround")).isEqualTo("not_measured");
        assertThat(answer.warnings("")).contains("two-zones-not-measured");
    }

    @Test
    void case11_theOldNormBeforeARevisionTheNewOneFromItsDayAndTheRestInherited() {
        Town town = town();
        town.rules()
                .norm(AR2, "floors <= 3")
                .norm(AR2, "height_m <= 9")
                .use(AR2, "C-1 compatible")
                .publish();
        town.plan("P2", "2020-01-01", "--revises", "P1");
        town.rules()
                .norm(AR2, "floors <= 5")
                .norm(AR2, "front_setback_m >= 3")
                .with("valid_from", "2022-01-01")
                .use(AR2, "C-1 prohibido")
                .publish();
        assertThat(town.ask("0045", "--on", "2019-12-31").norms(ACTIVITY, "AR-2"))
                .containsExactly("floors <= 3 applies", "height_m <= 9 applies");
        Answer onTheDay = town.ask("0045", "--on", "2020-01-01");
        assertThat(onTheDay.norms(ACTIVITY, "AR-2")).containsExactly("floors <= 5 applies", "height_m <= 9 applies");
        assertThat(onTheDay.part(ACTIVITY, "AR-2").at("/norms/0/plan").asText()).isEqualTo("P2");
        assertThat(onTheDay.part(ACTIVITY, "AR-2").at("/norms/0/inherited").asBoolean())
                .isFalse();
        assertThat(onTheDay.part(ACTIVITY, "AR-2").at("/norms/1/plan").asText()).isEqualTo("P1");
        assertThat(onTheDay.part(ACTIVITY, "AR-2").at("/norms/1/inherited").asBoolean())
                .isTrue();
        assertThat(onTheDay.uses(ACTIVITY, "AR-2")).containsExactly("C-1 prohibido applies");
        assertThat(town.ask().norms(ACTIVITY, "AR-2")).contains("front_setback_m >= 3 applies");
    }

    @Test
    void case12_normsCorrectedLaterAnswerAsBeforeForTheirTime() {
        Town town = town();
        town.rules().norm(AR2, "floors <= 30").publish();
        CliRun asked = town.tryAsk("0045", "--on", "2024-02-03");
        String known = Json.read(asked.out()).at("/knownAt/publication").asText();
        town.rules().norm(AR2, "floors <= 3").publish();
        assertThat(town.ask().norms(ACTIVITY, "AR-2")).containsExactly("floors <= 3 applies");
        assertThat(town.tryAsk("0045", "--on", "2024-02-03", "--known-at", known)
                        .out())
                .isEqualTo(asked.out());
    }

    @Test
    void case13And14_anExpiredPlanStillGivesItsNormsAndADraftGivesNone() {
        Town town = town();
        town.rules().norm(AR2, "floors <= 3").publish();
        town.plan("D1", "2007-01-01", "--status", "draft", "--revises", "P1");
        town.rules().norm(AR2, "floors <= 9").publish();
        assertThat(town.ask().norms(ACTIVITY, "AR-2")).containsExactly("floors <= 3 applies");
        assertThat(town.ask().json().get("dataVersions").findValuesAsText("dataset"))
                .contains("norms/P1/norms")
                .doesNotContain("norms/D1/norms");
        assertThat(town.ask("0045", "--plan", "D1").norms(ACTIVITY, "AR-2")).containsExactly("floors <= 9 applies");
    }

    @Test
    void case19_oneByOneOrInBulkTheSameBytesWithNorms() {
        Town town = Town.planned(database).theme(ACTIVITY, "--partition");
        town.parcels()
                .parcel("0045")
                .rect(0, 0, 20, 10)
                .parcel("0046")
                .rect(20, 0, 20, 10)
                .load();
        town.zones(ACTIVITY).zone("AR-2").rect(0, 0, 30, 10).load(ALL);
        town.rules().norm(AR2, "floors <= 3").use(AR2, "R-1 principal").publish();
        String both = town.done("land-use", town.number("0045"), town.number("0046"), "--format", "json");
        assertThat(List.of(both.split("\n", -1)).stream().filter(line -> !line.isBlank()))
                .containsExactly(
                        Json.write(town.ask("0045").json()),
                        Json.write(town.ask("0046").json()));
    }

    @Test
    void conflictsSayWhoPrevailsWhoYieldsOnHowMuchAndByWhichLaw() {
        Town town = town().theme("hazard-flood", "--precedence", "10").theme("road-reservation", "--precedence", "40");
        town.zones("hazard-flood")
                .zone("Alta")
                .rect(0, 0, 5, 10)
                .zone("Baja")
                .rect(5, 0, 15, 10)
                .load(ALL);
        town.zones("road-reservation").zone("V-1").wkt("LINESTRING(0 5,20 5)").load(ALL);
        Answer answer = town.ask();
        assertThat(answer.conflicts())
                .containsExactly(
                        "hazard-flood Alta > activity-area AR-2 50.0000 yes",
                        "road-reservation V-1 > activity-area AR-2 null yes");
        assertThat(answer.json().at("/conflicts/0/sources").findValuesAsText("article"))
                .contains("10, num. 1", "35", "15");
        assertThat(town.run("land-use", town.number("0045"), "--lang", "en").out())
                .contains("PRECEDENCE")
                .contains("prevails over");
    }
}
