package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.licence.LicenceTown.Check;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The acceptance cases of the licence check on risk, protection and the shapes of lots, by the command. */
class LicenceRiskAcceptanceTest {
    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void case08RiskIsCitedFirst() {
        LicenceTown town = LicenceTown.block(database).residential().norm("AR-2", "floors", "<=", "3");
        town.town()
                .theme("risk-condition", "--hazard", "--accuracy", "0", "--coverage", "municipality")
                .zones("risk-condition")
                .zone("RNM-1", "Riesgo alto no mitigable")
                .rect(0, 0, 5, 20)
                .load();
        Check touched = town.ask("0045").with("floors", 2).footprint(1, 1, 8, 8).check();
        JsonNode first = touched.json().at("/findings/0");
        assertThat(first.get("theme").asText()).isEqualTo("risk-condition");
        assertThat(first.get("verdict").asText()).isEqualTo("does_not_comply");
        assertThat(first.get("message").asText()).contains("prohibido por riesgo");
        assertThat(touched.said("floors")).isEqualTo("complies 2 1");
        assertThat(touched.verdict()).isEqualTo("does_not_comply");
        // beside it, and without a footprint
        assertThat(town.ask("0045").footprint(5, 1, 4, 8).check().protection("risk-condition"))
                .containsExactly("complies");
        assertThat(town.ask("0045").check().protection("risk-condition")).containsExactly("needs_review");
        // to take down what stands there is what is sought
        Check demolition = town.ask("0045")
                .licence("modalities", java.util.List.of("demolicion"))
                .footprint(1, 1, 8, 8)
                .check();
        assertThat(demolition.protection("risk-condition")).containsExactly("needs_review");
        assertThat(demolition.json().get("warnings").toString()).contains("thinly-judged");
        assertThat(town.ask("0045")
                        .licence("modalities", java.util.List.of("demolicion", "obra_nueva"))
                        .footprint(1, 1, 8, 8)
                        .check()
                        .protection("risk-condition"))
                .containsExactly("does_not_comply");
        // not loaded
        assertThat(touched.protection("hazard-flood")).containsExactly("not_evaluable");
    }

    @Test
    void case08ConditionAndHazardAskForAStudy() {
        LicenceTown town = LicenceTown.block(database).residential().norm("AR-2", "floors", "<=", "3");
        town.town()
                .theme("hazard-condition", "--hazard", "--accuracy", "0", "--coverage", "municipality")
                .zones("hazard-condition")
                .zone("ACA-INU")
                .rect(0, 0, 10, 20)
                .load();
        town.town()
                .theme("hazard-flood", "--hazard", "--accuracy", "0", "--coverage", "municipality")
                .zones("hazard-flood")
                .zone("Alta")
                .rect(0, 0, 3, 20)
                .zone("Baja")
                .rect(3, 0, 7, 20)
                .load();
        Check check = town.ask("0045").with("floors", 2).footprint(0, 0, 10, 8).check();
        assertThat(check.protection("hazard-condition")).containsExactly("needs_review");
        assertThat(check.protection("hazard-flood")).containsExactlyInAnyOrder("needs_review", "complies");
    }

    @Test
    void case10ShapesOfLots() {
        LicenceTown town = LicenceTown.in(database);
        town.town()
                .parcels()
                .parcel("0045")
                .rect(0, 0, 10, 20)
                .parcel("0047")
                .rect(10, 0, 10, 20)
                .parcel("0048")
                .rect(0, 20, 20, 20)
                .parcel("0050")
                .wkt("POLYGON((100 0, 110 0, 110 20, 100 20, 100 0), (104 8, 106 8, 106 12, 104 12, 104 8))")
                .parcel("0051")
                .wkt("POLYGON((90 -10, 120 -10, 120 30, 90 30, 90 -10), (100 0, 100 20, 110 20, 110 0, 100 0))")
                .load();
        town.residential()
                .norm("AR-2", "front_setback_m", ">=", "3")
                .norm("AR-2", "side_setback_m", ">=", "2")
                .norm("AR-2", "rear_setback_m", ">=", "4")
                .norm("AR-2", "lot_frontage_m", ">=", "12");
        // corner: the norms on front and side can be told, the rear not, unless the front is stated
        Check corner = town.ask("0045").footprint(3, 3, 5, 14).check();
        assertThat(corner.said("front_setback_m")).isEqualTo("complies 3.0000 0.0000");
        assertThat(corner.said("side_setback_m")).isEqualTo("complies 2.0000 0.0000");
        assertThat(corner.said("rear_setback_m")).isEqualTo("not_evaluable 2.0000 -2.0000 fronts");
        assertThat(corner.said("lot_frontage_m")).isEqualTo("not_evaluable 20.0000 8.0000 fronts");
        Check stated = town.ask("0045").footprint(3, 3, 5, 13).front(5, 0).check();
        assertThat(stated.said("rear_setback_m")).isEqualTo("complies 4.0000 0.0000");
        assertThat(stated.one("rear_setback_m").get("message").asText()).contains("declarado");
        assertThat(stated.said("lot_frontage_m")).isEqualTo("does_not_comply 10.0000 -2.0000");
        // without front, and with a hole that no parcel fills
        Check hole = town.ask("0050").footprint(102, 2, 6, 4).check();
        assertThat(hole.said("front_setback_m")).startsWith("not_evaluable");
        assertThat(hole.one("front_setback_m").get("message").asText()).contains("hueco");
    }

    @Test
    void case11TheBufferForbidsWhatTouchesIt() {
        LicenceTown town = LicenceTown.in(database);
        town.town().parcels().parcel("0045").rect(0, 0, 2000, 1500).load();
        town.residential().norm("AR-2", "floors", "<=", "3");
        town.town()
                .theme("riparian-buffer", "--hazard", "--accuracy", "0", "--coverage", "municipality")
                .zones("riparian-buffer")
                .zone("RH-30")
                .rect(-500, -29, 3000, 30)
                .load();
        assertThat(town.ask("0045").footprint(1000, 1000, 10, 10).check().protection("riparian-buffer"))
                .containsExactly("complies");
        assertThat(town.ask("0045").footprint(1000, 0.5, 10, 10).check().protection("riparian-buffer"))
                .containsExactly("does_not_comply");
        assertThat(town.ask("0045").footprint(1000, 1, 10, 10).check().protection("riparian-buffer"))
                .containsExactly("complies");
    }

    @Test
    void aStripThatNobodyDelimitedAsksForReviewAndNeverForbids() {
        LicenceTown town = LicenceTown.in(database);
        town.town().parcels().parcel("0045").rect(0, 0, 2000, 1500).load();
        town.residential().norm("AR-2", "watercourse_distance_m", ">=", "30");
        town.town()
                .theme("riparian-buffer", "--hazard", "--accuracy", "0", "--coverage", "municipality")
                .zones("riparian-buffer")
                .zone("Q-1")
                .wkt("LINESTRING(-500 0, 3000 0)")
                .load();
        town.town()
                .theme("road-reservation", "--accuracy", "0", "--coverage", "municipality")
                .zones("road-reservation")
                .zone("V-1")
                .with("orden", "segundo")
                .wkt("LINESTRING(-500 100, 3000 100)")
                .zone("V-2")
                .wkt("LINESTRING(-500 200, 3000 200)")
                .load();
        Check far = town.ask("0045").footprint(100, 400, 10, 10).check();
        assertThat(far.protection("riparian-buffer")).containsExactly("complies");
        assertThat(far.protection("road-reservation")).containsExactly("complies");
        // one line, two statements: the distance that a norm asks for, and the strip of the law
        Check near = town.ask("0045").footprint(100, 25, 10, 10).check();
        assertThat(near.protection("riparian-buffer")).containsExactly("needs_review");
        assertThat(near.said("watercourse_distance_m")).isEqualTo("does_not_comply 25.0000 -5.0000");
        JsonNode strip = near.json().at("/findings").findParents("theme").stream()
                .filter(finding -> finding.path("theme").asText().equals("riparian-buffer"))
                .findFirst()
                .orElseThrow();
        assertThat(strip.get("message").asText())
                .contains("Franja preventiva de 30 m")
                .contains("50.0000 m²");
        assertThat(strip.at("/sources/0/article").asText()).isEqualTo("83, literal d");
        assertThat(strip.get("geometry").get("type").asText()).isEqualTo("Polygon");
        assertThat(town.ask("0045").footprint(100, 120, 10, 10).check().protection("road-reservation"))
                .as("22.5 m each side of the axis")
                .containsExactly("needs_review");
        assertThat(town.ask("0045").footprint(100, 122.5, 10, 10).check().protection("road-reservation"))
                .containsExactly("complies");
        assertThat(town.ask("0045").footprint(100, 220, 10, 10).check().protection("road-reservation"))
                .as("a road whose order nobody states")
                .containsExactly("not_evaluable");
    }

    @Test
    void case11HeadroomAndCheckAgree() {
        LicenceTown town = LicenceTown.block(database).residential();
        town.norm("AR-2", "front_setback_m", ">=", "3")
                .norm("AR-2", "side_setback_m", ">=", "1.5")
                .norm("AR-2", "rear_setback_m", ">=", "4")
                .norm("AR-2", "occupation_index", "<=", "0.8")
                .norm("AR-2", "floors", "<=", "2");
        town.ask("0045");
        JsonNode headroom = co.lindero.platform.json.Json.read(
                town.town().done("headroom", town.town().number("0045"), "--format", "json"));
        assertThat(headroom.at("/parts/0/floorsMax").asInt()).isEqualTo(2);
        JsonNode storey = headroom.at("/parts/0/byFloors/1");
        assertThat(storey.get("envelopeM2").decimalValue()).isEqualByComparingTo("91");
        assertThat(storey.get("footprintMaxM2").decimalValue()).isEqualByComparingTo("91");
        assertThat(storey.get("floorAreaMaxM2").decimalValue()).isEqualByComparingTo("182");
        Check at = town.ask("0045")
                .with("floors", 2)
                .with("footprint", storey.get("envelope"))
                .check();
        for (String quantity :
                new String[] {"front_setback_m", "side_setback_m", "rear_setback_m", "occupation_index"}) {
            assertThat(at.one(quantity).get("verdict").asText()).as(quantity).isEqualTo("complies");
        }
        Check more = town.ask("0045")
                .with("floors", 2)
                .footprint(1.4999, 3, 7.0001, 13)
                .check();
        assertThat(more.said("side_setback_m")).isEqualTo("does_not_comply 1.4999 -0.0001");
    }
}
