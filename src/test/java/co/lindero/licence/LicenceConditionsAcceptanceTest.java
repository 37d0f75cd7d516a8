package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.licence.LicenceTown.Check;
import co.lindero.platform.json.Json;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The acceptance cases of the licence check on the conditions of norms and on what zones state of risk, by the command. */
class LicenceConditionsAcceptanceTest {
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
    void case13QuotientWhoseDivisorTurnsOutZeroIsNotEvaluable() {
        LicenceTown town = LicenceTown.block(database)
                .residential()
                .norm("P1", "AR-2", "parking_spaces", ">=", "1", "built_area_m2 / dwellings > 60");
        Check zero = town.ask("0045")
                .with("builtAreaM2", 120)
                .with("dwellings", 0)
                .with("parkingSpaces", 0)
                .check();
        assertThat(zero.said("parking_spaces")).isEqualTo("not_evaluable");
        assertThat(zero.one("parking_spaces").get("message").asText())
                .contains("built_area_m2 / dwellings > 60")
                .contains("cero");
        assertThat(zero.verdict()).isEqualTo("not_evaluable");
        // with a divisor the norm applies, or does not
        Check one = town.ask("0045")
                .with("builtAreaM2", 120)
                .with("dwellings", 1)
                .with("parkingSpaces", 0)
                .check();
        assertThat(one.said("parking_spaces")).isEqualTo("does_not_comply 0 -1");
        Check two = town.ask("0045")
                .with("builtAreaM2", 120)
                .with("dwellings", 2)
                .with("parkingSpaces", 0)
                .check();
        assertThat(two.on("parking_spaces")).isEmpty();
        assertThat(two.notApplied()).contains("AR-2 parking_spaces condition-false");
    }

    @Test
    void floorsDecideWhichNormApplies() {
        LicenceTown town = LicenceTown.block(database)
                .residential()
                .norm("P1", "AR-2", "rear_setback_m", ">=", "3", "floors <= 3")
                .norm("P1", "AR-2", "rear_setback_m", ">=", "5", "floors > 3");
        assertThat(town.ask("0045")
                        .with("floors", 3)
                        .footprint(0, 0, 10, 16)
                        .check()
                        .said("rear_setback_m"))
                .isEqualTo("complies 4.0000 1.0000");
        assertThat(town.ask("0045")
                        .with("floors", 4)
                        .footprint(0, 0, 10, 16)
                        .check()
                        .said("rear_setback_m"))
                .isEqualTo("does_not_comply 4.0000 -1.0000");
        // without floors neither is decided, and what would decide is named
        Check open = town.ask("0045").footprint(0, 0, 10, 16).check();
        assertThat(open.on("rear_setback_m")).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.get("verdict").asText()).isEqualTo("not_evaluable");
            assertThat(finding.at("/missing/0").asText()).isEqualTo("floors");
        });
    }

    @Test
    void useCategoryLotAreaAndLandClassDecideWhichNormApplies() {
        LicenceTown town = LicenceTown.block(database).residential();
        town.town()
                .theme("land-class", "--partition", "--accuracy", "0.10", "--coverage", "municipality")
                .zones("land-class")
                .zone("Urbano")
                .rect(-500, -500, 1000, 1000)
                .load();
        town.norm("P1", "AR-2", "parking_spaces", ">=", "1", "use_category = 'R-1'")
                .norm("P1", "AR-2", "parking_spaces", ">=", "4", "use_category IN ('C-1', 'C-2')")
                .norm("P1", "AR-2", "floors", "<=", "2", "lot_area_m2 < 200")
                .norm("P1", "AR-2", "floors", "<=", "3", "lot_area_m2 >= 200 AND land_class = 'urbano'")
                .norm("P1", "AR-2", "dwellings", "<=", "2", "land_class <> 'urbano'");
        Check dwelling = town.ask("0045")
                .with("useCategory", "R-1")
                .with("floors", 3)
                .with("dwellings", 3)
                .with("parkingSpaces", 2)
                .check();
        assertThat(dwelling.said("parking_spaces")).isEqualTo("complies 2 1");
        assertThat(dwelling.said("floors")).isEqualTo("complies 3 0");
        assertThat(dwelling.on("dwellings")).isEmpty();
        Check shop = town.ask("0045")
                .with("useCategory", "C-2")
                .with("floors", 3)
                .with("parkingSpaces", 2)
                .check();
        assertThat(shop.said("parking_spaces")).isEqualTo("does_not_comply 2 -2");
        assertThat(shop.notApplied())
                .contains(
                        "AR-2 parking_spaces condition-false",
                        "AR-2 floors condition-false",
                        "AR-2 dwellings condition-false");
        // no use stated: neither norm on parking is decided
        Check open = town.ask("0045").with("floors", 3).with("parkingSpaces", 2).check();
        assertThat(open.on("parking_spaces"))
                .hasSize(2)
                .allSatisfy(
                        finding -> assertThat(finding.at("/missing/0").asText()).isEqualTo("useCategory"));
    }

    @Test
    void case08CheckAndRiskAnswerReadTheSameZonesAsNonMitigable() {
        LicenceTown town = LicenceTown.block(database).residential().norm("AR-2", "floors", "<=", "3");
        town.town()
                .theme("risk-condition", "--hazard", "--accuracy", "0", "--coverage", "municipality")
                .zones("risk-condition")
                .zone("R-1", "Riesgo alto no mitigable")
                .rect(0, 0, 10, 20)
                .zone("Alto_No_Mitigable")
                .rect(-10, 0, 10, 20)
                .zone("R-3", "Riesgo alto mitigable")
                .rect(10, 0, 10, 20)
                .load();
        for (String plot : List.of("0045", "0046", "0047")) {
            String risk = Json.read(town.town().done("risk", town.town().number(plot), "--format", "json"))
                    .get("phenomena")
                    .findValuesAsText("effect")
                    .toString();
            boolean barred = !plot.equals("0047");
            assertThat(risk.contains("PROHIBITED_BY_RISK")).as(plot + risk).isEqualTo(barred);
            assertThat(town.ask(plot).check().protection("risk-condition"))
                    .as(plot)
                    .containsExactly(barred ? "does_not_comply" : "needs_review");
        }
    }

    @Test
    void readmeShowsWhatTheCommandPrints() throws IOException {
        LicenceTown asked = LicenceTown.block(database)
                .residential()
                .norm("AR-2", "occupation_index", "<=", "0.6")
                .norm("AR-2", "front_setback_m", ">=", "3")
                .norm("AR-2", "parking_spaces", ">=", "1");
        LicenceTown.Question question = asked.ask("0045");
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        List<String> shown = lines.subList(lines.indexOf("$ ./lindero check consulta.json") + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("```"))
                .filter(line -> !line.isBlank() && !line.equals("…"))
                .toList();
        String cat = "$ cat consulta.json";
        String written = String.join(
                "\n", lines.subList(lines.indexOf(cat) + 1, lines.indexOf("$ ./lindero check consulta.json")));
        question.json().setAll((ObjectNode) Json.read(written));
        question.json().putArray("parcels").add(asked.town().number("0045"));
        String printed = question.run("text").out();
        // whole lines, in their order, with the numbers that a note names
        assertThat(printed.lines()).containsSubsequence(shown);
        assertThat(shown).hasSizeGreaterThan(12);
    }
}
