package co.lindero.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.lindero.platform.json.Json;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strips along channels and roads that nobody delimited, by commands. Plot 0045 is 20 m wide and 10 m high: 200 m2. */
class StripsTest {
    private static final String RIPARIAN = "riparian-buffer";
    private static final String ROAD = "road-reservation";
    private static final String ALL = "municipality";

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
        return Town.planned(database).lot().theme(RIPARIAN, "--hazard").theme(ROAD);
    }

    private static Town channel(Town town, String wkt, String... options) {
        List<String> all = new ArrayList<>(List.of("--dataset", "cauces", "--accuracy", "0", "--coverage", ALL));
        all.addAll(List.of(options));
        return town.zones(RIPARIAN).zone("Q-1", "Quebrada Seca").wkt(wkt).load(all.toArray(String[]::new));
    }

    private static JsonNode risk(Town town, String... options) {
        List<String> command = new ArrayList<>(List.of("risk", town.number("0045"), "--format", "json"));
        command.addAll(List.of(options));
        CliRun run = town.run(command.toArray(String[]::new));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        JsonNode answer = Json.read(run.out());
        try {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(Files.readString(Path.of("docs/schemas/risk.schema.json")))
                            .validate(answer))
                    .isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return answer;
    }

    private static JsonNode riparian(JsonNode risk) {
        return StreamSupport.stream(risk.get("phenomena").spliterator(), false)
                .filter(node -> node.get("theme").asText().equals(RIPARIAN))
                .findFirst()
                .orElseThrow();
    }

    private static String said(JsonNode theme) {
        StringBuilder said = new StringBuilder(theme.get("state").asText());
        for (JsonNode strip : theme.get("derived")) {
            said.append("; ")
                    .append(strip.get("state").asText())
                    .append(' ')
                    .append(strip.get("zone").asText())
                    .append(" half ")
                    .append(strip.get("halfWidthM").asText())
                    .append(" at ")
                    .append(strip.get("distanceM").asText())
                    .append(" on ")
                    .append(strip.get("planarM2").asText());
        }
        return said.toString();
    }

    private static JsonNode landUse(Town town, String theme, String... options) {
        return town.ask("0045", options).themeJson(theme);
    }

    @Test
    void alongAChannelWithoutDelimitedBufferThirtyMetresArePreventive() {
        Town town = channel(town(), "LINESTRING(-100 -25, 200 -25)");
        assertThat(said(landUse(town, RIPARIAN)))
                .isEqualTo("concerned; preventive_not_delimited Q-1 half 30.0000 at 25.0000 on 100.0000");
        JsonNode phenomenon = riparian(risk(town));
        assertThat(phenomenon.get("effect").asText()).isEqualTo("PREVENTIVE_NOT_DELIMITED");
        assertThat(phenomenon.get("reason").asText())
                .contains("Franja preventiva de 30 m desde el cauce Q-1 (Quebrada Seca)")
                .contains("no hay delimitación oficial");
        JsonNode strip = phenomenon.at("/derived/0");
        assertThat(strip.at("/share").asDouble()).isEqualTo(0.5);
        assertThat(strip.at("/sources/0/act").asText()).isEqualTo("Decreto-Ley 2811 de 1974");
        assertThat(strip.at("/sources/0/article").asText()).isEqualTo("83, literal d");
        assertThat(strip.get("verified").asBoolean()).isTrue();
        assertThat(landUse(town, RIPARIAN).get("parts"))
                .as("not a part: nothing official lies there")
                .isEmpty();
    }

    @Test
    void beyondTheStripNothingIsSaidAndTheChannelItselfForbids() {
        assertThat(said(landUse(channel(town(), "LINESTRING(-100 -30, 200 -30)"), RIPARIAN)))
                .isEqualTo("not_concerned");
        Town town = channel(town(), "LINESTRING(-100 5, 200 5)");
        JsonNode phenomenon = riparian(risk(town));
        assertThat(phenomenon.at("/derived/0/planarM2").asDouble()).isEqualTo(200);
        assertThat(phenomenon.get("effect").asText()).isEqualTo("PROHIBITED_BY_RISK");
        assertThat(phenomenon.at("/zones/0/effect").asText()).isEqualTo("PROHIBITED_BY_RISK");
        assertThat(phenomenon.at("/zones/0/lengthM").asDouble()).isEqualTo(20);
    }

    @Test
    void aRoundEndIsRoundToACentimetre() {
        Town town = channel(town(), "LINESTRING(-100 0, -10 0)");
        // the part of a disc of 30 m about (-10, 0) that lies in 0..20 x 0..10
        double exact = 0;
        int steps = 20_000;
        for (int i = 0; i < steps; i++) {
            double y = 10.0 * (i + 0.5) / steps;
            exact += Math.min(20, Math.sqrt(900 - y * y) - 10) * 10.0 / steps;
        }
        assertThat(riparian(risk(town)).at("/derived/0/planarM2").asDouble()).isCloseTo(exact, within(0.1));
    }

    @Test
    void aBedThatHasAWidthIsMeasuredFromItsBanks() {
        Town town = town();
        town.zones(RIPARIAN)
                .zone("R-1")
                .with("ancho_m", 20)
                .wkt("LINESTRING(-100 -35, 200 -35)")
                .load("--accuracy", "0", "--coverage", ALL);
        assertThat(said(landUse(town, RIPARIAN)))
                .isEqualTo("concerned; preventive_not_delimited R-1 half 40.0000 at 35.0000 on 100.0000");
    }

    @Test
    void whereOfficialBuffersAreLoadedTheseRule() {
        Town town = channel(town(), "LINESTRING(-100 -25, 200 -25)");
        String east = town.coverage("official", 10, -100, 200, 200);
        town.zones(RIPARIAN)
                .zone("RH-CVC")
                .rect(15, 0, 5, 10)
                .load("--dataset", "cvc", "--accuracy", "0", "--coverage", east);
        assertThat(said(landUse(town, RIPARIAN)))
                .as("the strip stops where the official data begin")
                .isEqualTo("concerned; preventive_not_delimited Q-1 half 30.0000 at 25.0000 on 50.0000");
        JsonNode phenomenon = riparian(risk(town));
        assertThat(phenomenon.get("effect").asText())
                .as("the official zone bars")
                .isEqualTo("PROHIBITED_BY_RISK");
        town.zones(RIPARIAN)
                .zone("RH-CVC")
                .rect(15, 0, 5, 10)
                .load("--dataset", "cvc", "--accuracy", "0", "--coverage", ALL);
        assertThat(said(landUse(town, RIPARIAN))).isEqualTo("concerned");
        // knownAt: before the official data the strip was whole
        String first = Long.toString(Long.parseLong(town.newestPublication()) - 2);
        assertThat(said(landUse(town, RIPARIAN, "--known-at", first))).endsWith("on 100.0000");
    }

    @Test
    void aDeclarationThatNoneExistsIsOfficialToo() {
        Town town = channel(town(), "LINESTRING(-100 -25, 200 -25)");
        town.zones(RIPARIAN)
                .zone("no_existe")
                .appliesTo("municipality")
                .with("act", "Resolución 1")
                .with("article", "1")
                .load("--dataset", "cvc", "--coverage", ALL);
        assertThat(said(landUse(town, RIPARIAN))).isEqualTo("not_concerned");
    }

    @Test
    void channelsOfOneCodeAreNotCountedTwice() {
        Town town = town();
        town.zones(RIPARIAN)
                .zone("Q-1")
                .wkt("LINESTRING(-100 -25, 200 -25)")
                .zone("Q-1")
                .wkt("LINESTRING(-100 -26, 200 -26)")
                .load("--accuracy", "0", "--coverage", ALL);
        assertThat(said(landUse(town, RIPARIAN))).endsWith("at 25.0000 on 100.0000");
    }

    @ParameterizedTest
    @CsvSource({
        "orden, 1, 1, 30.0000, 200.0000",
        "orden, Primer orden, 1, 30.0000, 200.0000",
        "jerarquia, Vía nacional, 1, 30.0000, 200.0000",
        "orden_vial, secundaria, 2, 22.5000, 150.0000",
        "order, 2, 2, 22.5000, 150.0000",
        "jerarquia, TERCIARIA, 3, 15.0000, 0",
        "orden, vía urbana, 0, 0, 0",
    })
    void ofARoadTheOrderGivesTheStrip(String attribute, String value, int order, String half, String area) {
        Town town = town();
        town.zones(ROAD)
                .zone("V-1")
                .with(attribute, value)
                .wkt("LINESTRING(-100 -15, 200 -15)")
                .load("--accuracy", "0", "--coverage", ALL);
        String said = said(landUse(town, ROAD));
        if (area.equals("0")) {
            assertThat(said).isEqualTo("not_concerned");
            return;
        }
        assertThat(said).isEqualTo("concerned; by_law_not_delimited V-1 half " + half + " at 15.0000 on " + area);
        JsonNode strip = risk(town).at("/roadStrips/0");
        assertThat(strip.get("roadOrder").asInt()).isEqualTo(order);
        assertThat(strip.at("/sources/0/act").asText()).isEqualTo("Ley 1228 de 2008");
        assertThat(strip.get("verified").asBoolean()).isFalse();
        assertThat(strip.at("/sources/0/article").asText()).isEqualTo("2");
    }

    @Test
    void aRoadOfUnknownOrderNearbyIsUnknownAndFartherAwayIsNot() {
        Town town = town();
        town.zones(ROAD).zone("V-1").wkt("LINESTRING(-100 -29, 200 -29)").load("--accuracy", "0", "--coverage", ALL);
        assertThat(said(landUse(town, ROAD))).isEqualTo("no_data; order_not_stated V-1 half null at 29.0000 on null");
        assertThat(landUse(town, ROAD).get("reason").asText()).contains("no dicen su orden");
        Town far = town();
        far.zones(ROAD).zone("V-1").wkt("LINESTRING(-100 -31, 200 -31)").load("--accuracy", "0", "--coverage", ALL);
        assertThat(said(landUse(far, ROAD))).isEqualTo("not_concerned");
    }

    @Test
    void aRevisionTakesTheLinesOfItsGroundOver() {
        Town town = channel(town(), "LINESTRING(-100 -25, 200 -25)");
        town.plan("R1", "2015-01-01", "--revises", "P1").theme(RIPARIAN, "--hazard");
        town.zones(RIPARIAN)
                .zone("Q-9")
                .wkt("LINESTRING(-100 -28, 200 -28)")
                .load("--accuracy", "0", "--coverage", ALL);
        assertThat(said(landUse(town, RIPARIAN)))
                .isEqualTo("concerned; preventive_not_delimited Q-9 half 30.0000 at 28.0000 on 40.0000");
        assertThat(said(landUse(town, RIPARIAN, "--on", "2014-12-31"))).endsWith("on 100.0000");
    }

    /** P1 delimits the east; its revision brings channels alone for the ground of its own coverage, which takes that delimitation over. */
    @Test
    void aRevisionOfPartOfTheGroundTakesTheOfficialBufferOfThatPartOver() {
        for (String official : List.of(ALL, "east")) {
            Town town = town();
            town.zones(RIPARIAN)
                    .zone("RH-CVC")
                    .rect(15, 0, 5, 10)
                    .load(
                            "--accuracy",
                            "0",
                            "--coverage",
                            official.equals(ALL) ? ALL : town.coverage("east", 0, -100, 200, 200));
            town.plan("R1", "2015-01-01", "--revises", "P1").theme(RIPARIAN, "--hazard");
            town.zones(RIPARIAN)
                    .zone("Q-9")
                    .wkt("LINESTRING(-100 -25, 200 -25)")
                    .load("--accuracy", "0", "--coverage", town.coverage("revised", 10, -100, 200, 200));
            assertThat(said(landUse(town, RIPARIAN)))
                    .as("the strip is drawn on the ground of the revision, and nowhere else: official " + official)
                    .isEqualTo("concerned; preventive_not_delimited Q-9 half 30.0000 at 25.0000 on 50.0000");
            assertThat(landUse(town, RIPARIAN).get("parts"))
                    .as("what P1 delimits there is gone")
                    .isEmpty();
            assertThat(said(landUse(town, RIPARIAN, "--on", "2014-12-31"))).isEqualTo("concerned");
        }
    }

    @Test
    void theWidthsAreConfiguration() {
        Town town = channel(town(), "LINESTRING(-100 -25, 200 -25)");
        Map<String, String> env = new HashMap<>(database.env());
        env.put("LINDERO_RIPARIAN_STRIP_M", "26");
        CliRun run = CliRun.of(env, "risk", town.number("0045"), "--format", "json");
        assertThat(said(riparian(Json.read(run.out())))).endsWith("half 26.0000 at 25.0000 on 20.0000");
        for (String bad : List.of("60,45", "30,45,60,1", "a,b,c", "60;45;30")) {
            env.put("LINDERO_ROAD_STRIPS_M", bad);
            CliRun refused = CliRun.of(env, "risk", town.number("0045"));
            assertThat(refused.code()).as(bad).isNotZero();
            assertThat(refused.err()).contains("LINDERO_ROAD_STRIPS_M");
        }
    }

    @Test
    void theAnswerForATerminalSaysRuleAndArticle() {
        Town town = channel(town(), "LINESTRING(-100 -25, 200 -25)");
        String text = town.done("risk", town.number("0045"));
        assertThat(text)
                .contains("PREVENTIVE_NOT_DELIMITED")
                .contains("* Franja preventiva de 30 m desde el cauce Q-1 (Quebrada Seca)")
                .contains("100.00 m² (Decreto-Ley 2811 de 1974, art. 83, literal d");
        assertThat(town.done("land-use", town.number("0045"))).contains("Franja preventiva de 30 m");
    }
}
