package co.lindero.revision;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.AnswerSchema;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a draft changes against the plan in force, in parcels and hectares worked out by hand. */
class PlanChangesAcceptanceTest {
    private static final String ACTIVITY = "activity-area";
    private static final String[] ALL = {"--accuracy", "0.10", "--coverage", "municipality"};

    private static TestDatabase database;
    private static Town town;

    /**
     * Three lots of 200 m2 side by side. In force: AR-2 on all of them. The draft: AC-1 on the third and on half of the
     * second; C-1 goes from prohibited to compatible in AR-2, and floors with consolidation from 3 to 5.
     */
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
                .load();
        town.theme(ACTIVITY, "--partition").theme("urban-treatment", "--partition");
        town.zones(ACTIVITY).zone("AR-2").rect(0, 0, 60, 10).load(ALL);
        town.zones("urban-treatment").zone("Consolidacion").rect(0, 0, 60, 10).load(ALL);
        town.rules()
                .use("activity-area/AR-2", "C-1 prohibido")
                .norm("activity-area/AR-2", "height_m <= 9")
                .norm("urban-treatment/Consolidacion+activity-area/AR-2", "floors <= 3")
                .publish();
        town.plan("D1", "2020-01-01", "--status", "draft", "--revises", "P1").theme(ACTIVITY, "--partition");
        town.zones(ACTIVITY)
                .zone("AR-2")
                .rect(0, 0, 30, 10)
                .zone("AC-1")
                .rect(30, 0, 30, 10)
                .load(ALL);
        town.rules()
                .use("activity-area/AR-2", "C-1 compatible")
                .norm("urban-treatment/Consolidacion+activity-area/AR-2", "floors <= 5")
                .publish();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static JsonNode changes(String... options) {
        List<String> command = new ArrayList<>(List.of("plan", "changes", "D1", "--municipality", town.municipality()));
        command.addAll(List.of(options));
        return Json.read(town.done(command.toArray(String[]::new)));
    }

    private static List<String> rows(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get("theme").asText()
                        + (row.has("subject") ? " " + row.get("subject").asText() : "")
                        + " " + row.get("from").asText() + " > " + row.get("to").asText() + " "
                        + row.get("parcels").asText() + " " + row.get("areaHa").asText() + " "
                        + row.get("parcelsNotMeasured").asText())
                .toList();
    }

    @Test
    void countsZonesUsesAndNormsInParcelsAndHectares() {
        JsonNode json = changes("--format", "json");
        AnswerSchema.require("plan-changes", json);
        assertThat(json.get("against").asText()).isEqualTo("P1");
        assertThat(json.get("parcels").asInt()).isEqualTo(3);
        assertThat(json.get("changedParcels").asInt()).isEqualTo(3);
        assertThat(json.get("changedZoneHa").asText()).isEqualTo("0.0300");
        assertThat(rows(json.get("zones"))).containsExactly("activity-area AR-2 > AC-1 2 0.0300 0");
        assertThat(rows(json.get("uses")))
                .containsExactlyInAnyOrder(
                        "activity-area C-1 prohibido > compatible 2 0.0300 0",
                        "activity-area C-1 prohibido > null 2 0.0300 0");
        assertThat(rows(json.get("norms")))
                .containsExactlyInAnyOrder(
                        "activity-area height_m <= 9 m > null 2 0.0300 0",
                        "activity-area + urban-treatment floors <= 3 floors > 5 floors 2 0.0300 0",
                        "activity-area + urban-treatment floors <= 3 floors > null 2 0.0300 0");
    }

    @Test
    void listsParcelsAPageAtATimeAndSaysWhatIsLeft() {
        JsonNode page = changes("--format", "json", "--limit", "1");
        assertThat(page.get("items").findValuesAsText("number")).containsExactly(town.number("0045"));
        assertThat(page.get("numberMatched").asInt()).isEqualTo(3);
        assertThat(page.get("next").asText()).isEqualTo(town.number("0045"));
        assertThat(page.at("/items/0/zones")).isEmpty();
        assertThat(page.at("/items/0/rules/0").asText()).contains("floors");
    }

    @Test
    void aPageHoldsAtLeastOneParcel() {
        assertThat(town.run("plan", "changes", "D1", "--municipality", town.municipality(), "--limit", "0")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void drawsWhatDiffers() {
        JsonNode features = changes("--format", "geojson").get("features");
        assertThat(features.findValuesAsText("number"))
                .containsExactly(town.number("0045"), town.number("0046"), town.number("0047"));
        assertThat(features.at("/0/geometry").isNull()).isTrue();
        assertThat(features.at("/1/geometry/type").asText()).isEqualTo("MultiPolygon");
        assertThat(features.at("/1/properties/m2").asDouble())
                .isEqualTo(100, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(features.at("/2/properties/to").asText()).isEqualTo("AC-1");
    }

    @Test
    void aCorrectionIsComparedWithThePlanAsItWas() {
        Town other = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        other.zones(ACTIVITY).zone("AR-2").rect(0, 0, 20, 10).load(ALL);
        other.rules().norm("activity-area/AR-2", "height_m <= 9").publish();
        String beforeCorrection = other.newestPublication();
        other.rules().norm("activity-area/AR-2", "height_m <= 12").publish();
        String corrected = other.newestPublication();
        String[] command = {
            "plan",
            "changes",
            "P1",
            "--municipality",
            other.municipality(),
            "--against",
            "P1",
            "--known-at",
            corrected,
            "--against-known-at",
            beforeCorrection,
            "--format",
            "json"
        };
        JsonNode json = Json.read(other.done(command));
        assertThat(rows(json.get("norms"))).containsExactly("activity-area height_m <= 9 m > 12 m 1 0.0200 0");
        assertThat(json.get("zones")).isEmpty();
        other.rules().norm("activity-area/AR-2", "height_m <= 15").publish();
        assertThat(Json.read(other.done(command)))
                .as("measured, against taken from kept parts")
                .isEqualTo(json);
    }

    @Test
    void aPlanIsNotComparedWithItself() {
        assertThat(town.run("plan", "changes", "P1", "--municipality", town.municipality())
                        .code())
                .isEqualTo(2);
        assertThat(town.run("plan", "changes", "D1", "--municipality", town.municipality())
                        .out())
                .contains("3 predios cambian, de 3");
    }
}
