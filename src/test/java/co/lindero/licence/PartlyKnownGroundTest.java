package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.licence.LicenceTown.Check;
import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Where the data of a theme end on a parcel: what lies beyond is not known, and is never told to be without norm. Activity areas
 * and treatments are delivered for the southern half of lot 0045 (10 x 20 m); treatments speak for urban land, the western half,
 * alone, and leave the strip of x from 0 to 2 without a zone.
 */
class PartlyKnownGroundTest {
    private static TestDatabase database;
    private static LicenceTown town;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        town = LicenceTown.block(database);
        town.town()
                .theme("land-class", "--partition", "--accuracy", "0", "--coverage", "municipality")
                .zones("land-class")
                .zone("Urbano")
                .rect(-500, -500, 505, 1000)
                .zone("Rural")
                .rect(5, -500, 500, 1000)
                .load();
        String south = town.town().coverage("south", -500, -500, 1000, 510);
        town.town()
                .theme("activity-area", "--partition", "--accuracy", "0")
                .zones("activity-area")
                .zone("AR-2")
                .rect(-500, -500, 1000, 510)
                .load("--coverage", south);
        town.town()
                .theme("urban-treatment", "--partition", "--ground", "urbano", "--accuracy", "0")
                .zones("urban-treatment")
                .zone("CON")
                .rect(2, -500, 3, 510)
                .load("--coverage", south);
        town.town()
                .rules()
                .norm("activity-area/AR-2", "floors <= 3")
                .norm("urban-treatment/CON", "height_m <= 9")
                .load();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static Check footprint(double x, double y, double width, double height) {
        return town.ask("0045")
                .with("floors", 2)
                .with("heightM", 6)
                .footprint(x, y, width, height)
                .check();
    }

    /** Returns what is said of the reach of a theme: verdict, what is missing, message. */
    private static List<String> reach(Check check, String theme) {
        return check.kind("coverage").stream()
                .filter(finding -> finding.get("theme").asText().equals(theme))
                .map(PartlyKnownGroundTest::told)
                .toList();
    }

    private static String told(JsonNode finding) {
        return finding.get("verdict").asText() + " " + finding.get("missing").toString() + " "
                + finding.get("message").asText();
    }

    @Test
    void aFootprintWithinTheDataIsJudgedByThem() {
        Check check = footprint(2, 1, 3, 8);
        assertThat(reach(check, "activity-area")).isEmpty();
        assertThat(reach(check, "urban-treatment")).isEmpty();
        assertThat(check.said("floors")).isEqualTo("complies 2 1");
        assertThat(check.said("height_m")).isEqualTo("complies 6.0000 3.0000");
    }

    @Test
    void aFootprintPartlyBeyondTheDataIsNotEvaluableAndSaysHowMuch() {
        Check check = footprint(2, 1, 3, 12);
        assertThat(reach(check, "activity-area"))
                .singleElement()
                .asString()
                .startsWith("not_evaluable [\"activity-area\"]")
                .contains("Los datos no cubren 9.0000 m² de lo que se juzga")
                .doesNotContain("sin norma");
        assertThat(reach(check, "urban-treatment"))
                .singleElement()
                .asString()
                .contains("Los datos no cubren 9.0000 m²");
        // the part that is known still says what it says
        assertThat(check.said("floors")).isEqualTo("complies 2 1");
        assertThat(check.verdict()).isEqualTo("not_evaluable");
    }

    @Test
    void aFootprintWhollyBeyondTheDataIsNotToldToBeWithoutNorm() {
        Check check = footprint(2, 11, 3, 5);
        assertThat(reach(check, "activity-area"))
                .singleElement()
                .asString()
                .contains("Los datos no cubren 15.0000 m²")
                .doesNotContain("sin norma");
        assertThat(check.on("floors")).isEmpty();
        assertThat(check.verdict()).isEqualTo("not_evaluable");
    }

    @Test
    void groundThatTheDataReachAndNoZoneCoversIsWithoutNorm() {
        Check check = footprint(0, 1, 4, 8);
        assertThat(reach(check, "urban-treatment"))
                .singleElement()
                .asString()
                .contains("Hay 16.0000 m² de suelo sin norma");
    }

    /** Rural land is none of a treatment's ground: neither unknown nor without norm, on whichever side of the data. */
    @Test
    void aFootprintOutsideTheGroundOfAThemeIsNoneOfIts() {
        assertThat(reach(footprint(6, 1, 3, 8), "urban-treatment")).isEmpty();
        assertThat(reach(footprint(6, 11, 3, 5), "urban-treatment")).isEmpty();
        assertThat(reach(footprint(4, 11, 3, 5), "urban-treatment"))
                .singleElement()
                .asString()
                .contains("Los datos no cubren 5.0000 m²");
    }

    @Test
    void withoutAFootprintTheWholeParcelIsSpokenOf() {
        Check check = town.ask("0045").with("floors", 2).check();
        assertThat(reach(check, "activity-area"))
                .singleElement()
                .asString()
                .contains("Los datos no cubren 100.0000 m²");
        assertThat(reach(check, "urban-treatment"))
                .hasSize(2)
                .anySatisfy(told -> assertThat(told).contains("50.0000 m²"));
    }

    @Test
    void headroomWarnsOfWhatIsNotKnown() {
        String number = town.town().number("0045");
        CliRun run = town.town().run("headroom", number, "--format", "json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Json.read(run.out()).get("warnings").toString()).contains("Los datos no cubren 100.0000 m²");
        assertThat(town.town().run("headroom", number).out()).contains("Los datos no cubren 100.0000 m²");
        assertThat(town.town().run("headroom", number, "--format", "html").out())
                .contains("Los datos no cubren 100.0000 m²")
                .contains("<svg");
    }
}
