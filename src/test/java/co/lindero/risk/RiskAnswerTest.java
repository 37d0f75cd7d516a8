package co.lindero.risk;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hazard and risk on a parcel of 200 m2, asked by the command. */
class RiskAnswerTest {
    private static final String FLOOD = "hazard-flood";
    private static final String ALL = "municipality";

    private static TestDatabase database;
    private static JsonSchema schema;

    @BeforeAll
    static void create() throws IOException {
        database = TestDatabase.create();
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/schemas/risk.schema.json")));
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static JsonNode ask(Town town, String... options) {
        List<String> command = new ArrayList<>(List.of("risk", town.number("0045"), "--format", "json"));
        command.addAll(List.of(options));
        CliRun run = town.run(command.toArray(String[]::new));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        JsonNode answer = Json.read(run.out());
        assertThat(schema.validate(answer)).isEmpty();
        return answer;
    }

    private static JsonNode phenomenon(JsonNode answer, String theme) {
        return StreamSupport.stream(answer.get("phenomena").spliterator(), false)
                .filter(node -> node.get("theme").asText().equals(theme))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + theme + " in " + answer));
    }

    private static String said(JsonNode answer, String theme) {
        JsonNode node = phenomenon(answer, theme);
        return node.get("state").asText() + " " + node.get("effect").asText()
                + StreamSupport.stream(node.get("levels").spliterator(), false)
                        .map(level -> "; " + level.get("level").asText() + " "
                                + level.get("planarM2").asText())
                        .collect(Collectors.joining());
    }

    @Test
    void nothingLoadedIsUnknownAndNeverNone() {
        JsonNode answer = ask(Town.planned(database).lot());
        assertThat(said(answer, FLOOD)).isEqualTo("no_data UNKNOWN_NO_DATA");
        assertThat(answer.get("effect").asText()).isEqualTo("UNKNOWN_NO_DATA");
        assertThat(answer.get("unknown"))
                .map(JsonNode::asText)
                .contains(FLOOD, "hazard-flash-flood", "hazard-mass-movement", "riparian-buffer", "urban-protection");
    }

    @Test
    void theHighestLevelWinsWhereZonesOverlap() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        town.zones(FLOOD)
                .zone("Alta")
                .rect(0, 0, 5, 10)
                .zone("Media")
                .rect(2, 0, 8, 10)
                .zone("Baja")
                .rect(0, 0, 12, 10)
                .load("--accuracy", "0.1", "--coverage", ALL);
        JsonNode answer = ask(town);
        assertThat(said(answer, FLOOD))
                .isEqualTo("concerned WARNING_STUDY; Alta 50.0000; Media 50.0000; Baja 20.0000; none 80.0000");
        assertThat(phenomenon(answer, FLOOD).get("level").asText()).isEqualTo("Alta");
        BigDecimal sum = StreamSupport.stream(
                        phenomenon(answer, FLOOD).get("levels").spliterator(), false)
                .map(level -> level.get("share").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("1");
    }

    @Test
    void lowAloneIsNoMappedRestriction() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        town.zones(FLOOD).zone("Baja").rect(0, 0, 30, 30).load("--accuracy", "0.1", "--coverage", ALL);
        assertThat(said(ask(town), FLOOD)).isEqualTo("concerned NO_MAPPED_RESTRICTION; Baja 200.0000");
    }

    @Test
    void lowOnAHalfThatDataReachIsUnknown() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        town.zones(FLOOD)
                .zone("Baja")
                .rect(0, 0, 5, 10)
                .load("--accuracy", "0.1", "--coverage", town.coverage("half", 0, 0, 10, 10));
        assertThat(said(ask(town), FLOOD))
                .isEqualTo("concerned UNKNOWN_NO_DATA; Baja 50.0000; none 50.0000; no_data 100.0000");
    }

    @Test
    void aZoneWithoutLevelWarns() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        town.zones(FLOOD).zone("Inundable").rect(0, 0, 10, 10).load("--accuracy", "0.1", "--coverage", ALL);
        assertThat(said(ask(town), FLOOD)).isEqualTo("concerned WARNING_STUDY; unstated 100.0000; none 100.0000");
    }

    @Test
    void aLevelThatIsNotRecognisedIsToldAtTheLoad() {
        Town town = Town.planned(database).lot().theme(FLOOD, "--hazard").theme("risk-condition", "--hazard");
        CliRun run = town.run(town.zones(FLOOD)
                .zone("Z1")
                .with("nivel", "Severa")
                .rect(0, 0, 5, 10)
                .zone("Inundable")
                .rect(5, 0, 5, 10)
                .zone("Z3")
                .with("nivel", "muy alta")
                .rect(10, 0, 5, 10)
                .zone("Riesgo no mitigable")
                .rect(15, 0, 5, 10)
                .zone("no_existe")
                .appliesTo("rural")
                .command("--coverage", ALL));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("WARNING level-unrecognised: 2")
                .contains("«Severa» no dice un nivel que se reconozca (Alta, Media, Baja")
                .contains("«Inundable» no dice un nivel");
        CliRun condition = town.run(
                town.zones("risk-condition").zone("ACR-1").rect(0, 0, 5, 10).command("--coverage", ALL));
        assertThat(condition.out())
                .as("an area with a condition needs no level")
                .doesNotContain("level-unrecognised");
    }

    @Test
    void theLevelComesFromTheAttributeBeforeTheCode() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        town.zones(FLOOD)
                .zone("Z1")
                .with("Nivel", "AMENAZA ALTA")
                .rect(0, 0, 5, 10)
                .zone("Z2")
                .with("level", "medio")
                .with("Nivel", "alta")
                .rect(5, 0, 5, 10)
                .load("--accuracy", "0.1", "--coverage", ALL);
        assertThat(said(ask(town), FLOOD))
                .isEqualTo("concerned WARNING_STUDY; Alta 50.0000; Media 50.0000; none 100.0000");
    }

    @Test
    void zonesOfOneCodeWithDifferentLevelsCountAsTheHighestAndSaySo() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        town.zones(FLOOD)
                .zone("Z")
                .with("level", "Alta")
                .rect(0, 0, 5, 10)
                .zone("Z")
                .with("level", "Baja")
                .rect(5, 0, 5, 10)
                .load("--accuracy", "0.1", "--coverage", ALL);
        JsonNode answer = ask(town);
        assertThat(said(answer, FLOOD)).isEqualTo("concerned WARNING_STUDY; Alta 100.0000; none 100.0000");
        assertThat(answer.get("warnings").findValuesAsText("code")).contains("mixed-levels");
    }

    /** The revision has taken over the half where the old zone of the same code lay: only what lies on the plot speaks. */
    @Test
    void aZoneThatARevisionTookOverSaysNothingOfTheZoneOfItsCodeThatStands() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        town.zones(FLOOD)
                .zone("Z")
                .with("level", "Alta")
                .with("study", "Estudio básico 2001")
                .with("mitigable", "no")
                .rect(0, 0, 5, 10)
                .load("--accuracy", "0.1", "--coverage", ALL);
        assertThat(said(ask(town), FLOOD)).isEqualTo("concerned PROHIBITED_BY_RISK; Alta 50.0000; none 150.0000");
        town.plan("P2", "2015-01-01", "--revises", "P1").theme(FLOOD);
        town.zones(FLOOD)
                .zone("Z")
                .with("level", "Baja")
                .with("study", "Estudio detallado 2014")
                .rect(5, 0, 5, 10)
                .load("--accuracy", "0.1", "--coverage", town.coverage("revised", 0, 0, 10, 10));
        String revised = town.newestPublication();
        JsonNode kept = ask(town);
        JsonNode zone = phenomenon(kept, FLOOD).at("/zones/0");
        assertThat(said(kept, FLOOD)).isEqualTo("concerned NO_MAPPED_RESTRICTION; Baja 50.0000; none 150.0000");
        assertThat(zone.get("level").asText() + ", " + zone.get("study").asText() + ", " + zone.get("mitigable"))
                .isEqualTo("Baja, Estudio detallado 2014, null");
        assertThat(kept.get("warnings").findValuesAsText("code")).doesNotContain("mixed-levels");
        town.theme("heritage");
        JsonNode measured = ask(town, "--known-at", revised);
        assertThat(phenomenon(measured, FLOOD)).isEqualTo(phenomenon(kept, FLOOD));
    }

    @Test
    void whereOldAndNewZonesOfOneCodeBothLieOnThePlotTheHighestCountsAndSaysSo() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        town.zones(FLOOD)
                .zone("Z")
                .with("level", "Alta")
                .rect(0, 0, 15, 10)
                .load("--accuracy", "0.1", "--coverage", ALL);
        town.plan("P2", "2015-01-01", "--revises", "P1").theme(FLOOD);
        town.zones(FLOOD)
                .zone("Z")
                .with("level", "Baja")
                .rect(5, 0, 5, 10)
                .load("--accuracy", "0.1", "--coverage", town.coverage("revised", 0, 0, 10, 10));
        JsonNode answer = ask(town);
        assertThat(said(answer, FLOOD)).isEqualTo("concerned WARNING_STUDY; Alta 100.0000; none 100.0000");
        assertThat(answer.get("warnings").findValuesAsText("code")).contains("mixed-levels");
    }

    @Test
    void zonesOfThemesThatAreNotToldGiveNoWarning() {
        Town town = Town.planned(database).lot().theme("heritage");
        town.zones("heritage")
                .zone("Z")
                .with("level", "Alta")
                .rect(0, 0, 5, 10)
                .zone("Z")
                .with("level", "Baja")
                .rect(5, 0, 5, 10)
                .load("--accuracy", "0.1", "--coverage", ALL);
        JsonNode answer = ask(town);
        assertThat(answer.get("phenomena").findValuesAsText("theme")).doesNotContain("heritage");
        assertThat(answer.get("warnings").findValuesAsText("code")).doesNotContain("mixed-levels");
    }

    /** Ground kept for a road is neither land of protection nor risk: it has words and a norm of its own. */
    @Test
    void aRoadReservationIsToldAsOne() {
        Town town = Town.planned(database).lot().theme("road-reservation", "--hazard");
        town.zones("road-reservation").zone("RV").rect(0, 0, 5, 10).load("--accuracy", "0.1", "--coverage", ALL);
        JsonNode answer = ask(town);
        JsonNode road = phenomenon(answer, "road-reservation");
        assertThat(road.get("kind").asText()).isEqualTo("reservation");
        assertThat(road.get("effect").asText()).isEqualTo("PROHIBITED_BY_RISK");
        assertThat(road.get("effectText").asText())
                .contains("reservado para una vía")
                .doesNotContain("protección", "riesgo");
        assertThat(road.at("/effectSource/act").asText()).isEqualTo("Ley 1228 de 2008");
        assertThat(road.at("/effectSource/article").asText()).isEqualTo("2");
        assertThat(answer.get("effectText")).as("nothing else bars the parcel").isEqualTo(road.get("effectText"));
        town.theme("riparian-buffer")
                .zones("riparian-buffer")
                .zone("RH")
                .rect(15, 0, 5, 10)
                .load("--accuracy", "0.1", "--coverage", ALL);
        assertThat(ask(town).get("effectText").asText()).contains("suelo de protección");
    }

    @Test
    void riskOnARoadReservationIsToldAsRisk() {
        Town town = Town.planned(database).lot().theme("road-reservation");
        town.zones("road-reservation")
                .zone("RV")
                .with("mitigable", "no")
                .rect(0, 0, 5, 10)
                .load("--accuracy", "0.1", "--coverage", ALL);
        JsonNode road = phenomenon(ask(town), "road-reservation");
        assertThat(road.get("effectText").asText()).contains("riesgo no mitigable");
        assertThat(road.at("/effectSource/act").asText()).isEqualTo("Ley 388 de 1997");
    }

    @Test
    void aStripAlongARoadIsNoStripAlongAChannel() {
        Town town = Town.planned(database).lot().theme("road-reservation", "--hazard");
        town.zones("road-reservation")
                .zone("V-1")
                .with("orden", "1")
                .wkt("LINESTRING(-100 -15, 200 -15)")
                .load("--accuracy", "0", "--coverage", ALL);
        JsonNode road = phenomenon(ask(town), "road-reservation");
        assertThat(road.get("effect").asText()).isEqualTo("PREVENTIVE_NOT_DELIMITED");
        assertThat(road.get("effectText").asText())
                .contains("a lo largo de una vía")
                .doesNotContain("cauce");
        assertThat(road.at("/effectSource/act").asText()).isEqualTo("Ley 1228 de 2008");
    }

    @Test
    void aConditionCallsForADetailedStudyUntilThereIsOne() {
        Town town = Town.planned(database).lot().theme("hazard-condition").theme("risk-condition");
        town.zones("hazard-condition")
                .zone("CA-1")
                .with("study", "Estudio básico 2014")
                .rect(0, 0, 10, 10)
                .load("--accuracy", "0.1", "--coverage", ALL);
        town.zones("risk-condition")
                .zone("CR-1")
                .with("estudio", "Estudio detallado 2020")
                .rect(0, 0, 10, 10)
                .zone("CR-9")
                .with("mitigable", "no")
                .rect(100, 0, 10, 10)
                .load("--accuracy", "0.1", "--coverage", ALL);
        JsonNode answer = ask(town);
        assertThat(said(answer, "hazard-condition")).startsWith("concerned CONDITIONED_DETAILED_STUDY");
        assertThat(said(answer, "risk-condition")).startsWith("concerned WARNING_STUDY");
        JsonNode zone = phenomenon(answer, "risk-condition").at("/zones/0");
        assertThat(zone.get("study").asText()).isEqualTo("Estudio detallado 2020");
        assertThat(zone.get("detailedStudy").asBoolean()).isTrue();
        assertThat(answer.get("effect").asText()).isEqualTo("CONDITIONED_DETAILED_STUDY");
    }

    @Test
    void riskThatCannotBeMitigatedAndProtectionProhibit() {
        Town town = Town.planned(database).lot().theme("risk-condition").theme("riparian-buffer");
        town.zones("risk-condition")
                .zone("Riesgo_No_Mitigable")
                .rect(0, 0, 10, 10)
                .load("--accuracy", "0.1", "--coverage", ALL);
        town.zones("riparian-buffer").zone("RH").rect(0, 0, 1, 10).load("--accuracy", "0.1", "--coverage", ALL);
        JsonNode answer = ask(town);
        assertThat(said(answer, "risk-condition")).startsWith("concerned PROHIBITED_BY_RISK");
        assertThat(said(answer, "riparian-buffer")).startsWith("concerned PROHIBITED_BY_RISK");
        assertThat(answer.get("effect").asText()).isEqualTo("PROHIBITED_BY_RISK");
        assertThat(phenomenon(answer, "riparian-buffer").get("kind").asText()).isEqualTo("protection");
    }

    @Test
    void aPlannersOwnHazardIsThereAndOtherThemesAreNot() {
        Town town = Town.planned(database)
                .lot()
                .theme("vendavales", "--title", "Vendavales", "--hazard")
                .theme("heritage");
        town.zones("vendavales").zone("Media").rect(0, 0, 10, 10).load("--accuracy", "0.1", "--coverage", ALL);
        JsonNode answer = ask(town);
        assertThat(said(answer, "vendavales")).isEqualTo("concerned WARNING_STUDY; Media 100.0000; none 100.0000");
        assertThat(answer.get("phenomena").findValuesAsText("theme")).doesNotContain("heritage", "land-class");
    }

    @Test
    void whatMayChangeWithTheBoundaryIsSaid() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        town.zones(FLOOD).zone("Alta").rect(25, 0, 30, 10).load("--accuracy", "12.5", "--coverage", ALL);
        JsonNode flood = phenomenon(ask(town), FLOOD);
        assertThat(flood.get("effect").asText()).isEqualTo("NO_MAPPED_RESTRICTION");
        assertThat(flood.get("boundarySensitive").asBoolean()).isTrue();
    }

    @Test
    void theHashIsOfTheSpanishAnswerWhateverTheLanguage() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        town.zones(FLOOD).zone("Alta").rect(0, 0, 10, 10).load("--accuracy", "0.1", "--coverage", ALL);
        JsonNode spanish = ask(town);
        ObjectNode covered = spanish.deepCopy();
        covered.remove(List.of("hash", "notice"));
        assertThat(spanish.get("hash").asText()).isEqualTo(Json.sha256(Json.canonical(covered)));
        JsonNode english = ask(town, "--lang", "en");
        assertThat(english.get("hash")).isEqualTo(spanish.get("hash"));
        assertThat(english.get("effectText").asText()).startsWith("Hazard zoning alone");
        CliRun text = town.run("risk", town.number("0045"));
        assertThat(text.out())
                .contains(
                        "WARNING_STUDY",
                        "alta: 100.00 m²  50.0 %",
                        spanish.get("hash").asText());
    }

    @Test
    void anOlderStateAnswersAsItDid() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        town.zones(FLOOD).zone("Baja").rect(0, 0, 10, 10).load("--accuracy", "0.1", "--coverage", ALL);
        JsonNode before = ask(town);
        town.zones(FLOOD).zone("Alta").rect(0, 0, 10, 10).load("--accuracy", "0.1", "--coverage", ALL);
        assertThat(said(ask(town), FLOOD)).startsWith("concerned WARNING_STUDY");
        String publication = before.at("/knownAt/publication").asText();
        assertThat(ask(town, "--known-at", publication, "--on", before.get("on").asText()))
                .isEqualTo(before);
    }
}
