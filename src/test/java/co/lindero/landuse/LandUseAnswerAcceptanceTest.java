package co.lindero.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.support.Answer;
import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases 1 to 10 of the land-use answer: what lies on a parcel. Each town says all that it holds. */
class LandUseAnswerAcceptanceTest {
    private static final String ACTIVITY = "activity-area";
    private static final String FLOOD = "hazard-flood";
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

    @Test
    void case01_twoOverlappingPolygonsOfOneCodeAre100Percent() {
        Town town = Town.planned(database).lot().theme("heritage");
        town.zones("heritage")
                .zone("PAT")
                .rect(-1, -1, 14, 12)
                .with("ficha", 1)
                .zone("PAT")
                .rect(8, -1, 14, 12)
                .with("ficha", 2)
                .load("--accuracy", "0.10", "--coverage", ALL);
        assertThat(town.ask().theme("heritage")).isEqualTo("concerned; PAT 200.0000 share 1.000000");
    }

    @Test
    void case02_tenSmallPiecesOfOneZoneAreReportedOnce() {
        Town town = Town.planned(database).lot().theme("heritage", "--min-area", "1.0", "--min-width", "0.10");
        Town.Load zones = town.zones("heritage");
        for (int i = 0; i < 10; i++) {
            zones.zone("PAT").rect(1 + 1.5 * i, 4, 0.9, 1);
        }
        zones.load("--accuracy", "0.10", "--coverage", ALL);
        assertThat(town.ask().theme("heritage")).isEqualTo("concerned; PAT 9.0000 share 0.045000; uncovered 191.0000");
    }

    @Test
    void case02_whatFallsUnderTheMinimumAreaAsAWholeIsNoise() {
        Town town = Town.planned(database).lot().theme("heritage", "--min-area", "1.0", "--min-width", "0.10");
        town.zones("heritage")
                .zone("PAT")
                .rect(1, 4, 0.5, 0.9)
                .with("n", 1)
                .zone("PAT")
                .rect(5, 4, 0.5, 0.9)
                .with("n", 2)
                .load("--accuracy", "0.05", "--coverage", ALL);
        assertThat(town.ask().theme("heritage"))
                .isEqualTo("not_concerned; noise PAT 0.9000 wide 0.500; uncovered 199.1000");
    }

    @Test
    void case03_aSliverOfTheNeighboursZoneIsBoundaryNoise() {
        Town town = Town.planned(database).lot().theme(ACTIVITY, "--partition", "--min-width", "0.10");
        neighbours(town.zones(ACTIVITY)).load("--accuracy", "0.10", "--coverage", ALL);
        assertThat(town.ask().theme(ACTIVITY))
                .isEqualTo("concerned; AR-2 199.0000 share 0.995000; noise AC-1 1.0000 wide 0.050");
    }

    private static Town.Load neighbours(Town.Load zones) {
        return zones.zone("AR-2", "Residencial 2")
                .rect(-10, 0.05, 50, 30)
                .zone("AC-1")
                .rect(-10, -20, 50, 20.05);
    }

    @Test
    void case03_minimumWidthIsByDefaultTheSmallerOfAccuracyAnd30Centimetres() {
        Town fine = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        neighbours(fine.zones(ACTIVITY)).load("--accuracy", "0.04", "--coverage", ALL);
        assertThat(fine.ask().theme(ACTIVITY))
                .isEqualTo("concerned; AR-2 199.0000 share 0.995000; AC-1 1.0000 share 0.005000");
        Town coarse = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        coarse.zones(ACTIVITY)
                .zone("AR-2")
                .rect(-10, 0.29, 50, 30)
                .zone("AC-1")
                .rect(-10, -20, 50, 20.29)
                .zone("AC-2")
                .rect(-10, 9.69, 50, 20)
                .load("--accuracy", "5", "--coverage", ALL);
        assertThat(coarse.ask().theme(ACTIVITY))
                .isEqualTo("concerned sensitive; AR-2 194.2000 share 0.971000; AC-2 6.2000 share 0.031000;"
                        + " noise AC-1 5.8000 wide 0.290; doublyCovered 6.2000");
    }

    @Test
    void case03_theSameSliverOfAHazardIsARestriction() {
        Town town = Town.planned(database).lot().theme(FLOOD, "--min-width", "0.10", "--min-area", "5");
        town.zones(FLOOD).zone("ALTA").rect(-10, -20, 50, 20.05).load("--accuracy", "0.04", "--coverage", ALL);
        assertThat(town.ask().theme(FLOOD)).isEqualTo("concerned; ALTA 1.0000 share 0.005000; uncovered 199.0000");
    }

    @Test
    void case03_halfOfALotInAHazardOfCoarseAccuracyIsBoundarySensitive() {
        Town town = Town.planned(database)
                .theme(FLOOD)
                .parcels()
                .parcel("0045")
                .rect(0, 0, 24, 10)
                .load();
        town.zones(FLOOD).zone("ALTA").rect(-100, -100, 112, 200).load("--accuracy", "12.5", "--coverage", ALL);
        assertThat(town.ask().theme(FLOOD))
                .isEqualTo("concerned sensitive; ALTA 120.0000 share 0.500000; uncovered 120.0000");
        town.zones(FLOOD).zone("ALTA").rect(-100, -100, 112, 200).load("--accuracy", "11.9", "--coverage", ALL);
        assertThat(town.ask().theme(FLOOD)).isEqualTo("concerned; ALTA 120.0000 share 0.500000; uncovered 120.0000");
    }

    @Test
    void case04_aZoneThatOnlyTouchesTheBoundaryDoesNotConcern() {
        Town town = Town.planned(database).lot().theme(FLOOD).theme("heritage").theme("general-system");
        town.zones(FLOOD).zone("ALTA").rect(20, 0, 30, 10).load("--accuracy", "1", "--coverage", ALL);
        town.zones("heritage").zone("PAT").rect(-30, 10, 60, 10).load("--accuracy", "0", "--coverage", ALL);
        town.zones("general-system").zone("PARQUE").rect(20, 10, 60, 10).load("--coverage", ALL);
        Answer answer = town.ask();
        assertThat(answer.theme(FLOOD)).isEqualTo("not_concerned sensitive; uncovered 200.0000");
        assertThat(answer.theme("heritage")).isEqualTo("not_concerned; uncovered 200.0000");
        assertThat(answer.theme("general-system")).isEqualTo("not_concerned unsaid; uncovered 200.0000");
        assertThat(answer.warnings("general-system")).containsExactly("accuracy-not-stated");
    }

    @Test
    void case04_aHazardNearerThanItsAccuracyMakesNotConcernedSensitive() {
        Town town = Town.planned(database).lot().theme(FLOOD).theme("hazard-flash-flood");
        town.zones(FLOOD).zone("ALTA").rect(24.9, 0, 30, 10).load("--accuracy", "5", "--coverage", ALL);
        town.zones("hazard-flash-flood").zone("ALTA").rect(25.1, 0, 30, 10).load("--accuracy", "5", "--coverage", ALL);
        assertThat(town.ask().theme(FLOOD)).isEqualTo("not_concerned sensitive; uncovered 200.0000");
        assertThat(town.ask().theme("hazard-flash-flood")).isEqualTo("not_concerned; uncovered 200.0000");
    }

    @Test
    void case05_aSmallParcelSplitHalfAndHalf() {
        Town town = Town.planned(database).theme(ACTIVITY, "--partition", "--min-area", "1.0");
        town.parcels().parcel("0045").rect(0, 0, 3, 3).load();
        town.zones(ACTIVITY)
                .zone("AR-1")
                .rect(-9, -9, 10.5, 30)
                .zone("AR-2")
                .rect(1.5, -9, 10, 30)
                .load("--accuracy", "0.10", "--coverage", ALL);
        assertThat(town.ask().theme(ACTIVITY))
                .isEqualTo("concerned; AR-1 4.5000 share 0.500000; AR-2 4.5000 share 0.500000");
    }

    @Test
    void case06_aParcelSmallerThanTheMinimumAreaIsStillConcerned() {
        Town town = Town.planned(database).theme("heritage", "--min-area", "1.0", "--min-width", "0.10");
        town.parcels().parcel("0045").rect(0, 0, 1, 0.9).load();
        town.zones("heritage").zone("PAT").rect(-5, -5, 20, 20).load("--accuracy", "0.10", "--coverage", ALL);
        assertThat(town.ask().theme("heritage")).isEqualTo("concerned; PAT 0.9000 share 1.000000");
    }

    @Test
    void case07_registeredAndDrawnAreaAreBothShownAndTheShareIsOfTheDrawn() {
        Town town = Town.planned(database).theme(ACTIVITY, "--partition");
        town.parcels().parcel("0045").registered(205).rect(0, 0, 20, 10).load();
        town.zones(ACTIVITY)
                .zone("AR-2")
                .rect(0, 0, 12, 10)
                .zone("AC-1")
                .rect(12, 0, 8, 10)
                .load("--accuracy", "0.10", "--coverage", ALL);
        Answer answer = town.ask();
        assertThat(answer.at("/parcel/areas/registeredM2")).isEqualTo("205.0000");
        assertThat(answer.at("/parcel/areas/planarM2")).isEqualTo("200.0000");
        assertThat(answer.at("/parcel/areas/ellipsoidM2")).startsWith("199.6");
        assertThat(answer.theme(ACTIVITY))
                .isEqualTo("concerned; AR-2 120.0000 share 0.600000; AC-1 80.0000 share 0.400000");
    }

    @Test
    void case08_uncoveredGroundIsGroundWithoutNormAndAMillimetreIsNoise() {
        Town town = Town.planned(database).lot().theme(ACTIVITY, "--partition").theme("rural-zoning", "--partition");
        town.zones(ACTIVITY).zone("AR-2").rect(0, 0, 19.2, 10).load("--accuracy", "0.10", "--coverage", ALL);
        town.zones("rural-zoning")
                .zone("ZR-1")
                .rect(0, 0, 10, 10)
                .zone("ZR-2")
                .rect(10.001, 0, 9.999, 10)
                .load("--accuracy", "0.10", "--coverage", ALL);
        Answer answer = town.ask();
        assertThat(answer.theme(ACTIVITY)).isEqualTo("concerned; AR-2 192.0000 share 0.960000; uncovered 8.0000");
        assertThat(answer.warnings(ACTIVITY)).containsExactly("ground-without-norm");
        assertThat(answer.theme("rural-zoning"))
                .isEqualTo("concerned; ZR-1 100.0000 share 0.500000; ZR-2 99.9900 share 0.499950;"
                        + " noise null 0.0100 wide 0.001");
        assertThat(answer.warnings("rural-zoning")).isEmpty();
    }

    @Test
    void case08_aPartitionThatLeavesAllOfAParcelUncoveredConcernsItWithoutParts() {
        Town town = Town.planned(database).lot().theme(ACTIVITY, "--partition");
        town.zones(ACTIVITY).zone("AR-2").rect(20, 0, 30, 10).load("--accuracy", "0.10", "--coverage", ALL);
        Answer answer = town.ask();
        assertThat(answer.theme(ACTIVITY)).isEqualTo("concerned; uncovered 200.0000");
        assertThat(answer.warnings(ACTIVITY)).containsExactly("ground-without-norm");
    }

    @Test
    void case09_anExpectedThemeThatIsNotLoadedHasNoData() {
        Answer answer = Town.planned(database).lot().theme(FLOOD).ask();
        assertThat(answer.json().get("themes").findValuesAsText("theme"))
                .containsExactly(
                        FLOOD,
                        "hazard-flash-flood",
                        "hazard-mass-movement",
                        "riparian-buffer",
                        "urban-protection",
                        "road-reservation",
                        "land-class",
                        ACTIVITY);
        assertThat(answer.theme(FLOOD)).isEqualTo("no_data unsaid; unknown 200.0000");
        assertThat(answer.theme(ACTIVITY)).isEqualTo("no_data unsaid; unknown 200.0000");
        assertThat(answer.themeJson(ACTIVITY).get("reason").asText()).contains("no tiene cargado este tema");
        assertThat(answer.themeJson(FLOOD).get("reason").asText()).contains("no se ha cargado ningún conjunto");
    }

    @Test
    void case09_coverageThatStopsShortOfTheParcelIsNoData() {
        Town town = Town.planned(database).theme(FLOOD);
        town.parcels()
                .parcel("0045")
                .rect(0, 0, 20, 10)
                .parcel("0046")
                .rect(20, 0, 20, 10)
                .parcel("0047")
                .rect(40, 0, 20, 10)
                .load();
        String half = town.coverage("half", -10, -10, 40, 30);
        town.zones(FLOOD).zone("ALTA").rect(100, 0, 5, 10).load("--accuracy", "0.10", "--coverage", half);
        assertThat(town.ask("0045").theme(FLOOD)).isEqualTo("not_concerned; uncovered 200.0000");
        assertThat(town.ask("0046").theme(FLOOD)).isEqualTo("no_data; uncovered 100.0000; unknown 100.0000");
        assertThat(town.ask("0046").themeJson(FLOOD).get("reason").asText()).contains("no alcanza todo el predio");
        assertThat(town.ask("0047").theme(FLOOD)).isEqualTo("no_data; unknown 200.0000");
    }

    @Test
    void case09_halfCoveredAndSomethingFoundGivesThePartsAndTheUnknown() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        String half = town.coverage("half", -10, -10, 20, 30);
        town.zones(FLOOD).zone("ALTA").rect(0, 0, 4, 10).load("--accuracy", "0.10", "--coverage", half);
        Answer answer = town.ask();
        assertThat(answer.theme(FLOOD))
                .isEqualTo("concerned; ALTA 40.0000 share 0.200000; uncovered 60.0000; unknown 100.0000");
        assertThat(answer.warnings(FLOOD)).containsExactly("partly-unknown");
    }

    @Test
    void case09_noneExistsDeclaredWithASourceDoesNotConcern() {
        Town town = Town.planned(database).lot().theme("hazard-mass-movement");
        town.zones("hazard-mass-movement")
                .zone("no_existe", "Terreno plano")
                .appliesTo("municipality")
                .with("act", "Acuerdo 015 de 2005")
                .with("article", "31")
                .load();
        Answer answer = town.ask();
        assertThat(answer.theme("hazard-mass-movement"))
                .isEqualTo("not_concerned unsaid; uncovered 200.0000; declared no_existe");
        assertThat(answer.themeJson("hazard-mass-movement")
                        .at("/declarations/0/sources/0/article")
                        .asText())
                .isEqualTo("31");
        assertThat(answer.themeJson("hazard-mass-movement").get("reason").asText())
                .contains("Terreno plano");
    }

    @Test
    void case09_aDatabaseErrorIsAnErrorAndNeverAShorterAnswer() throws SQLException {
        try (TestDatabase broken = TestDatabase.create()) {
            Town town = Town.planned(broken).lot().theme(FLOOD);
            town.zones(FLOOD).zone("ALTA").rect(0, 0, 4, 10).load("--accuracy", "0.10", "--coverage", ALL);
            assertThat(town.ask().theme(FLOOD)).startsWith("concerned; ALTA 40.0000");
            execute(broken, "ALTER FUNCTION lindero.measure_theme RENAME TO lost");
            refusesToAnswer(town.tryAsk("0045", "--geometry"));
            refusesToAnswer(town.tryAsk("0045", "--on", "2010-01-01", "--known-at", "1"));
            execute(broken, "ALTER TABLE lindero.derived_part RENAME TO lost_part");
            refusesToAnswer(town.tryAsk("0045"));
        }
    }

    private static void refusesToAnswer(CliRun run) {
        assertThat(run.code()).isNotZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank();
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void case10_aZoneStatedWithoutGeometryIsFound() {
        Town town = Town.planned(database)
                .theme("land-class", "--partition")
                .theme(FLOOD)
                .theme("hazard-mass-movement");
        town.parcels()
                .parcel("0045")
                .rect(0, 0, 20, 10)
                .parcel("0046")
                .rect(20, 0, 20, 10)
                .parcel("0047")
                .rect(10, 10, 20, 10)
                .load();
        town.zones("land-class")
                .zone("Urbano")
                .rect(-10, -10, 30, 40)
                .zone("Rural")
                .rect(20, -10, 30, 40)
                .load("--accuracy", "0.10", "--coverage", ALL);
        town.zones(FLOOD).zone("BAJA").appliesTo("municipio").load("--accuracy", "0.10", "--coverage", ALL);
        town.zones("hazard-mass-movement")
                .zone("MEDIA")
                .appliesTo("RURAL")
                .load("--accuracy", "0.10", "--coverage", ALL);
        assertThat(town.ask("0045").theme(FLOOD)).isEqualTo("concerned; BAJA 200.0000 share 1.000000");
        assertThat(town.ask("0045").theme("hazard-mass-movement")).isEqualTo("not_concerned; uncovered 200.0000");
        assertThat(town.ask("0046").theme("hazard-mass-movement"))
                .isEqualTo("concerned; MEDIA 200.0000 share 1.000000");
        assertThat(town.ask("0047").theme("hazard-mass-movement"))
                .isEqualTo("concerned; MEDIA 100.0000 share 0.500000; uncovered 100.0000");
    }

    @Test
    void case10_aStatementForALandClassIsUnknownWhereTheClassIs() {
        Town town = Town.planned(database).lot().theme(FLOOD);
        town.zones(FLOOD).zone("MEDIA").appliesTo("rural").load("--accuracy", "0.10", "--coverage", ALL);
        Answer answer = town.ask();
        assertThat(answer.theme(FLOOD)).isEqualTo("no_data; unknown 200.0000");
        assertThat(answer.themeJson(FLOOD).get("reason").asText()).contains("clase de suelo");
    }
}
