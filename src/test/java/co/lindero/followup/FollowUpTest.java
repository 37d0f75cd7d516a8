package co.lindero.followup;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.AnswerSchema;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The follow-up of a town on 2024-06-01. Parcels of 200 m2: 0001, 0002, 0005, 0006 in AR-2, which allows 3 floors on 0.6 of the lot,
 * index 2 and 100 dwellings a hectare; 0003 in AC-1, which has no norm; 0004 a street in AR-2. The draft P2 allows 1 floor in AR-2.
 */
class FollowUpTest {
    private static final String DAY = "2024-06-01";

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static Town town;

    @BeforeAll
    static void fill() throws IOException {
        database = TestDatabase.create();
        town = Town.planned(database);
        town.parcels()
                .parcel("0001")
                .rect(0, 0, 20, 10)
                .parcel("0002")
                .rect(100, 0, 20, 10)
                .parcel("0003")
                .rect(600, 0, 20, 10)
                .parcel("0004")
                .with("number", street())
                .rect(200, 0, 20, 10)
                .parcel("0005")
                .rect(300, 0, 20, 10)
                .parcel("0006")
                .rect(400, 0, 20, 10)
                .load();
        town.buildings()
                .building("0001", 5, 80)
                .with("year", 2001)
                .rect(2, 2, 5, 5)
                .building("0002", 5, 300)
                .rect(101, 1, 5, 5)
                .building("0003", 9, 900)
                .rect(601, 1, 5, 5)
                .building("0006", 3, 30)
                .with("year", 2010)
                .rect(401, 1, 5, 5)
                .load();
        town.theme("activity-area", "--partition", "--accuracy", "0.1", "--coverage", "municipality");
        town.zones("activity-area")
                .zone("AR-2")
                .rect(-100, -100, 600, 1000)
                .zone("AC-1")
                .rect(500, -100, 400, 1000)
                .load();
        town.theme("hazard-flood")
                .zones("hazard-flood")
                .zone("Alta")
                .rect(400, 0, 4, 10)
                .zone("Media")
                .rect(100, 0, 20, 10)
                .load("--accuracy", "0.1", "--coverage", "municipality");
        town.theme("urban-protection")
                .zones("urban-protection")
                .zone("SP")
                .rect(604, 0, 50, 10)
                .load("--accuracy", "0.1", "--coverage", "municipality");
        town.rules()
                .norm("activity-area/AR-2", "floors <= 3")
                .norm("activity-area/AR-2", "occupation_index <= 0.6")
                .norm("activity-area/AR-2", "construction_index <= 2")
                .norm("activity-area/AR-2", "dwelling_density_ha <= 100")
                .norm("activity-area/AR-2", "floors <= 2")
                .with("condition", "dwellings > 3")
                .publish();
        town.plan("P2", "2030-01-01", "--revises", "P1", "--status", "draft");
        town.rules().norm("activity-area/AR-2", "floors <= 1").publish();
        town.in("P1");
        licences();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    /** Position 22 tells the condition: 4 is a road. */
    private static String street() {
        return new StringBuilder(town.number("0004")).replace(21, 22, "4").toString();
    }

    private static String file(int serial) {
        return String.format("%s-0-22-%04d", town.municipality(), serial);
    }

    private static void licences() throws IOException {
        String built = "construccion;";
        List<String> lines = List.of(
                file(1) + ";" + built + "obra_nueva;en_firme;2022-01-10;2022-03-01;2022-03-20;" + town.number("0002")
                        + ";300;2;5",
                file(2) + ";" + built + "ampliacion;en_firme;2022-04-10;2022-06-10;2022-07-01;" + town.number("0002")
                        + ";;;",
                file(3) + ";" + built + "obra_nueva;en_firme;2023-01-10;2023-03-01;2023-03-20;" + town.number("0003")
                        + ";100;1;2",
                file(4) + ";" + built + "obra_nueva;en_firme;2023-01-10;2023-03-01;2023-03-20;" + town.number("0999")
                        + ";70;1;1",
                file(5) + ";" + built + "obra_nueva;negada;2023-01-10;2023-03-01;;" + town.number("0001") + ";70;1;9",
                file(6) + ";subdivision;urbana;en_firme;2020-01-10;2020-03-01;2020-03-20;" + town.number("0002")
                        + ";;;",
                file(7) + ";" + built + "obra_nueva;en_firme;2023-06-10;2023-08-01;2023-08-20;" + town.number("0005")
                        + ";120;1;2");
        Path csv = Files.writeString(
                folder.resolve("licencias.csv"),
                "radicado;clase;modalidad;estado;fecha_radicacion;fecha_expedicion;fecha_firmeza;predios;area_licenciada;"
                        + "viviendas;pisos\n"
                        + String.join("\n", lines) + "\n");
        CliRun run = town.run(
                "load",
                "licences",
                csv.toString(),
                "--municipality",
                town.municipality(),
                "--report",
                folder.toString());
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    }

    private static CliRun run(String... options) {
        List<String> command =
                new ArrayList<>(List.of("licences", "follow-up", "--municipality", town.municipality(), "--on", DAY));
        command.addAll(List.of(options));
        return town.run(command.toArray(String[]::new));
    }

    private static JsonNode ask(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--format", "json"));
        CliRun run = run(all.toArray(String[]::new));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        JsonNode answer = Json.read(run.out());
        AnswerSchema.require("follow-up", answer);
        return answer;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode zone(JsonNode answer, String code) {
        return stream(answer.at("/zones/rows"))
                .filter(row -> row.get("zone").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsLicensedStandsBesideWhatTheNormsAllow() {
        JsonNode answer = ask("--section", "zones");
        JsonNode zone = zone(answer, "AR-2");
        // four lots of 200 m2, the street left out; min(2, 0.6 x 3) of it
        assertThat(zone.get("parcels").asInt()).isEqualTo(4);
        assertThat(zone.get("parcelsM2").decimalValue()).isEqualByComparingTo("800");
        assertThat(zone.get("allowedM2").decimalValue()).isEqualByComparingTo("1440");
        assertThat(zone.get("withoutNormM2").decimalValue()).isEqualByComparingTo("0");
        assertThat(zone.get("allowedDwellings").decimalValue()).isEqualByComparingTo("8");
        assertThat(zone.at("/licensed/licences").asInt()).isEqualTo(4);
        assertThat(zone.at("/licensed/areaM2").decimalValue()).isEqualByComparingTo("420");
        assertThat(zone.at("/licensed/dwellings").asInt()).isEqualTo(3);
        assertThat(zone.at("/licensed/areaUnknown").asInt()).isEqualTo(1);
        assertThat(zone.get("shareOfArea").decimalValue()).isEqualByComparingTo("0.291667");
        assertThat(zone.get("shareOfDwellings").decimalValue()).isEqualByComparingTo("0.375");
        assertThat(stream(zone.get("years"))
                        .map(year -> year.get("year").asText() + " "
                                + year.at("/licensed/licences").asText() + " "
                                + year.at("/licensed/areaM2").asText()))
                .containsExactly("2020 1 0.0", "2022 2 300.0", "2023 1 120.0");
        assertThat(answer.get("expiring").isNull()).isTrue();
        assertThat(answer.get("candidates").isNull()).isTrue();
    }

    /** On 2023-02-01 the licences of 0003, 0004 and 0005 were filed at the most, and none of them was granted. */
    @Test
    void onADayPastWhatWasDecidedLaterDoesNotCountYet() {
        List<String> command = new ArrayList<>(List.of("licences", "follow-up", "--municipality", town.municipality()));
        command.addAll(List.of("--on", "2023-02-01", "--format", "json"));
        JsonNode answer = Json.read(town.done(command.toArray(String[]::new)));
        assertThat(stream(zone(answer, "AR-2").get("years"))
                        .map(year -> year.get("year").asText() + " "
                                + year.at("/licensed/licences").asText()))
                .containsExactly("2020 1", "2022 2");
        assertThat(zone(answer, "AC-1").at("/licensed/licences").asInt()).isZero();
        assertThat(answer.at("/zones/unplaced")).as("decided in March").isEmpty();
        assertThat(answer.get("conflicts").toString()).as("filed in June 2023").doesNotContain(file(7));
        assertThat(candidates(answer)).contains("protection " + town.number("0003"));
        assertThat(candidates(ask("--section", "candidates")))
                .as("granted since")
                .doesNotContain("protection " + town.number("0003"));
    }

    private static List<String> candidates(JsonNode answer) {
        return stream(answer.at("/candidates/rows"))
                .map(row -> row.get("kind").asText() + " " + row.get("parcel").asText())
                .toList();
    }

    @Test
    void whereNoNormSaysWhatIsAllowedNothingIsAssumed() {
        JsonNode answer = ask("--section", "zones");
        JsonNode zone = zone(answer, "AC-1");
        assertThat(zone.get("allowedM2").isNull()).isTrue();
        assertThat(zone.get("allowedDwellings").isNull()).isTrue();
        assertThat(zone.get("shareOfArea").isNull()).isTrue();
        assertThat(zone.get("withoutNormM2").decimalValue()).isEqualByComparingTo("200");
        assertThat(zone.at("/licensed/areaM2").decimalValue()).isEqualByComparingTo("100");
        assertThat(answer.at("/zones/unplaced").toString()).isEqualTo("[\"" + file(4) + "\"]");
    }

    @Test
    void licencesAboutToExpireTellWhetherAnExtensionCanStillBeAskedFor() {
        JsonNode rows = ask("--section", "expiring").at("/expiring/rows");
        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/number").asText()).isEqualTo(file(2));
        assertThat(rows.at("/0/until").asText()).isEqualTo("2024-07-01");
        assertThat(rows.at("/0/daysLeft").asInt()).isEqualTo(30);
        assertThat(rows.at("/0/extensionOpen").asBoolean()).isFalse();
        assertThat(ask("--section", "expiring", "--within", "29").at("/expiring/rows"))
                .isEmpty();
        // on the last day it is still about to expire, on the next it has
        assertThat(askOn("2024-07-01").at("/expiring/rows/0/daysLeft").asInt()).isZero();
        assertThat(askOn("2024-07-02").at("/expiring/rows")).isEmpty();
    }

    private static JsonNode askOn(String day) {
        return Json.read(town.done(
                "licences",
                "follow-up",
                "--municipality",
                town.municipality(),
                "--on",
                day,
                "--section",
                "expiring",
                "--format",
                "json"));
    }

    @Test
    void aPlanWouldNotAllowWhatTheLicenceCheckSaysSo() {
        JsonNode conflicts = ask("--section", "conflicts", "--draft", "P2").get("conflicts");
        assertThat(stream(conflicts.get("rows")).map(row -> row.get("number").asText()))
                .containsExactly(file(1), file(7));
        JsonNode both = conflicts.at("/rows/0");
        assertThat(both.at("/today/verdict").asText()).isEqualTo("does_not_comply");
        JsonNode floors = stream(both.at("/today/against"))
                .filter(against -> against.get("quantity").asText().equals("floors"))
                .findFirst()
                .orElseThrow();
        assertThat(floors.get("actual").asInt()).isEqualTo(5);
        assertThat(floors.get("limit").asInt()).isEqualTo(3);
        assertThat(floors.at("/sources/0/act").asText()).isNotEmpty();
        JsonNode draftAlone = conflicts.at("/rows/1");
        assertThat(draftAlone.at("/today/verdict").asText()).isNotEqualTo("does_not_comply");
        assertThat(draftAlone.at("/draft/verdict").asText()).isEqualTo("does_not_comply");
        assertThat(conflicts.at("/checked/0/licences").asInt()).isEqualTo(4);
        assertThat(conflicts.at("/checked/1/doesNotComply").asInt()).isEqualTo(2);
        assertThat(stream(conflicts.get("notChecked"))
                        .map(row -> row.get("number").asText()))
                .containsExactly(file(4));
        assertThat(conflicts.get("rule").asText()).contains("No es un reparo");
    }

    /** One computation in one place: the answer of the check itself on the same works. */
    @Test
    void saysWhatTheLicenceCheckSays() throws IOException {
        Path question = Files.writeString(folder.resolve("consulta.json"), """
                {"parcels": ["%s"], "licence": {"class": "construccion", "modalities": ["obra_nueva"], "filedOn": "%s"},
                 "proposal": {"floors": 5, "builtAreaM2": 300, "dwellings": 2}}
                """.formatted(town.number("0002"), DAY));
        JsonNode check = Json.read(
                town.run("check", question.toString(), "--format", "json").out());
        JsonNode against = ask("--section", "conflicts").at("/conflicts/rows/0/today/against");
        assertThat(stream(against).map(one -> one.get("message").asText()))
                .containsExactlyElementsOf(stream(check.get("findings"))
                        .filter(finding -> finding.get("verdict").asText().equals("does_not_comply"))
                        .map(finding -> finding.get("message").asText())
                        .toList());
    }

    /** Whatever level its zone states and whether or not the plan marks the theme: nothing is built on ground kept for a road. */
    @ParameterizedTest
    @ValueSource(strings = {"--hazard", "--title=Reserva"})
    void aBuildingOnARoadReservationIsOneInProtection(String option) {
        Town other = Town.planned(database).lot().theme("activity-area").theme("road-reservation", option);
        other.buildings().building("0045", 1, 25).rect(2, 2, 5, 5).load();
        other.zones("road-reservation")
                .zone("RV")
                .with("level", "Alta")
                .rect(0, 0, 10, 10)
                .load("--accuracy", "0.1", "--coverage", "municipality");
        JsonNode answer = Json.read(other.done(
                "licences",
                "follow-up",
                "--municipality",
                other.municipality(),
                "--on",
                DAY,
                "--section",
                "candidates",
                "--format",
                "json"));
        assertThat(candidates(answer)).containsExactly("protection " + other.number("0045"));
    }

    @Test
    void buildingsWithoutLicenceAreCandidatesAndNeverMore() {
        JsonNode candidates = ask("--section", "candidates").get("candidates");
        assertThat(stream(candidates.get("rows"))
                        .map(row -> row.get("kind").asText() + " "
                                + row.get("parcel").asText().substring(17, 21) + " "
                                + row.get("quantity").asText() + " " + row.get("olderThanPlan")))
                .containsExactlyInAnyOrder("high-hazard 0006 null false", "larger-than-norm 0001 floors true");
        assertThat(stream(candidates.get("counts"))
                        .map(count -> count.get("kind").asText() + " "
                                + count.get("candidates").asText() + " "
                                + count.get("withLicence").asText()))
                // 0003 in protection and 0002 too large have a licence; 0002 lies in Media alone
                .containsExactly("protection 0 1", "high-hazard 1 0", "larger-than-norm 1 1");
        assertThat(candidates.get("rule").asText()).contains("no infracciones").doesNotContainIgnoringCase("ilegal");
        JsonNode one = ask("--section", "candidates", "--limit", "1").get("candidates");
        assertThat(one.get("rows")).hasSize(1);
        assertThat(one.get("truncated").asBoolean()).isTrue();
        assertThat(one.get("counts")).isEqualTo(candidates.get("counts"));
    }

    @Test
    void whatIsNotLoadedIsSaid() {
        JsonNode warnings = ask("--section", "candidates").get("warnings");
        assertThat(stream(warnings).map(warning -> warning.get("message").asText()))
                .anyMatch(text -> text.contains("riparian-buffer") && text.contains("hazard-mass-movement"));
    }

    @Test
    void isAlsoATextAndATableOfEachSection() {
        assertThat(run("--draft", "P2").out())
                .contains(
                        "LICENCIADO Y PERMITIDO por activity-area",
                        "POR VENCER en 90 días: 1",
                        "HOY NO SE PERMITIRÍAN: 2",
                        "CANDIDATOS A VISITA",
                        "mayor que la norma: 1 sin licencia");
        assertThat(run("--section", "zones", "--format", "csv").out().lines())
                .contains("AR-2,2022,2,300.0,2,1,1,,,,,,,")
                .anyMatch(line -> line.startsWith("AR-2,total,4,420.0,3,1,1,4,800.0,0.0,1440.0,8.0,0.291667,0.375000"));
        assertThat(run("--section", "candidates", "--format", "csv")
                        .out()
                        .lines()
                        .toList())
                .hasSize(3)
                .startsWith("kind,parcel,building,theme,zone,level,quantity,actual,limit,unit,year,olderThanPlan");
        assertThat(run("--section", "conflicts", "--format", "csv").out())
                .contains(file(1) + ",construccion,obra_nueva,en_firme,2022-01-10,valid,2025-03-20");
        assertThat(run("--section", "expiring", "--format", "csv").out())
                .contains(file(2) + ",construccion,ampliacion," + town.number("0002") + ",2024-07-01,30,false");
    }

    @Test
    void mistakesAreExplained() {
        assertThat(run("--format", "csv").err()).contains("candidates, conflicts, expiring, zones");
        assertThat(run("--section", "todo").err()).contains("candidates, conflicts, expiring, zones");
        assertThat(run("--theme", "urban-treatment").err()).contains("Temas: ", "activity-area");
        assertThat(run("--draft", "P9").err()).contains("plan-not-found");
        assertThat(run("--limit", "0").err()).contains("--limit");
    }
}
