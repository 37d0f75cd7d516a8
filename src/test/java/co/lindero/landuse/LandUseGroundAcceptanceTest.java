package co.lindero.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.support.Answer;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ground of a theme, what a partial revision inherits, and which boundaries an answer hangs on. */
class LandUseGroundAcceptanceTest {
    private static final String ACTIVITY = "activity-area";
    private static final String TREATMENT = "urban-treatment";
    private static final String FLOOD = "hazard-flood";
    private static final String MASS = "hazard-mass-movement";
    private static final String[] STATED = {"--accuracy", "0.10", "--coverage", "municipality"};

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static Town threeLots() {
        Town town = Town.planned(database);
        return town.parcels()
                .parcel("0045")
                .rect(0, 0, 20, 10)
                .parcel("0046")
                .rect(20, 0, 20, 10)
                .parcel("0047")
                .rect(10, 10, 20, 10)
                .load();
    }

    @Test
    void urbanTreatmentsDoNotConcernRuralGround() {
        Town town = threeLots()
                .theme("land-class", "--partition")
                .theme(TREATMENT, "--partition", "--ground", "urbano,expansion_urbana");
        town.zones("land-class")
                .zone("Urbano")
                .rect(-10, -10, 30, 60)
                .zone("Rural")
                .rect(20, -10, 30, 60)
                .load(STATED);
        town.zones(TREATMENT).zone("TC").rect(0, 0, 15, 5).load(STATED);
        assertThat(town.ask("0045").theme(TREATMENT))
                .isEqualTo("concerned; TC 75.0000 share 0.375000; uncovered 125.0000");
        Answer rural = town.ask("0046");
        assertThat(rural.theme(TREATMENT)).isEqualTo("not_concerned; outsideGround 200.0000");
        assertThat(rural.themeJson(TREATMENT).get("reason").asText()).contains("fuera del suelo que regula");
        assertThat(rural.warnings(TREATMENT)).isEmpty();
        assertThat(town.ask("0047").theme(TREATMENT))
                .isEqualTo("concerned; uncovered 100.0000; outsideGround 100.0000");
    }

    @Test
    void withoutLandClassTheGroundOfAThemeIsUnknown() {
        Town town =
                threeLots().theme("land-class", "--partition").theme(TREATMENT, "--partition", "--ground", "urbano");
        town.zones(TREATMENT).zone("TC").rect(0, 0, 15, 10).load(STATED);
        assertThat(town.ask("0045").theme(TREATMENT))
                .isEqualTo("concerned; TC 150.0000 share 0.750000; unknown 50.0000");
        assertThat(town.ask("0046").theme(TREATMENT)).isEqualTo("no_data; unknown 200.0000");
        assertThat(town.ask("0046").themeJson(TREATMENT).get("reason").asText()).contains("clase de suelo");
        town.zones("land-class")
                .zone("urbano")
                .rect(-10, -10, 30, 60)
                .load("--accuracy", "0.10", "--coverage", town.coverage("classed", -10, -10, 40, 60));
        assertThat(town.ask("0046").theme(TREATMENT)).isEqualTo("no_data; uncovered 100.0000; unknown 100.0000");
    }

    @Test
    void aPartialRevisionReplacesWithinItsCoverageAndInheritsTheRest() {
        Town town = threeLots()
                .theme(ACTIVITY, "--partition", "--min-width", "0.07")
                .theme("road-reservation")
                .theme("heritage")
                .theme(FLOOD);
        town.zones(ACTIVITY).zone("BASE").rect(-10, -10, 100, 100).load(STATED);
        town.zones("road-reservation").zone("V-1").wkt("LINESTRING(0 5, 40 5)").load(STATED);
        town.zones("heritage")
                .zone("BIC")
                .wkt("MULTIPOINT((2 2), (12 2), (18 2))")
                .load(STATED);
        town.zones(FLOOD).zone("ALTA").rect(12, -10, 4, 15).load("--accuracy", "1", "--coverage", "municipality");
        town.plan("R1", "2015-01-01", "--revises", "P1");
        String east = town.coverage("east", 10, -10, 200, 200);
        town.zones(ACTIVITY).zone("NEW").rect(15, 0, 15, 10).load("--accuracy", "0.10", "--coverage", east);
        town.zones("road-reservation")
                .zone("V-9")
                .wkt("LINESTRING(30 0, 30 10)")
                .load("--accuracy", "0.10", "--coverage", east);
        town.zones("heritage").zone("NUEVO").wkt("POINT(35 5)").load("--accuracy", "0.10", "--coverage", east);
        town.zones(FLOOD).zone("ALTA").rect(100, 0, 5, 5).load("--accuracy", "1", "--coverage", east);
        Answer answer = town.ask("0045");
        assertThat(answer.at("/plan/code")).isEqualTo("R1");
        assertThat(answer.at("/plan/revises")).isEqualTo("P1");
        assertThat(answer.theme(ACTIVITY))
                .isEqualTo("concerned; BASE 100.0000 share 0.500000; NEW 50.0000 share 0.250000; uncovered 50.0000");
        assertThat(answer.theme("road-reservation")).isEqualTo("concerned; V-1 length 10.0000; uncovered 200.0000");
        assertThat(answer.theme("heritage")).isEqualTo("concerned; BIC count 1; uncovered 200.0000");
        assertThat(answer.theme(FLOOD)).isEqualTo("not_concerned; uncovered 200.0000");
        assertThat(town.ask("0046").theme(ACTIVITY))
                .isEqualTo("concerned; NEW 100.0000 share 0.500000; uncovered 100.0000");
        assertThat(town.ask("0046").theme("road-reservation"))
                .isEqualTo("concerned; V-9 length 10.0000; uncovered 200.0000");
        Answer before = town.ask("0045", "--on", "2014-12-31");
        assertThat(before.at("/plan/code")).isEqualTo("P1");
        assertThat(before.theme(ACTIVITY)).isEqualTo("concerned; BASE 200.0000 share 1.000000");
        assertThat(before.theme("heritage")).isEqualTo("concerned; BIC count 3; uncovered 200.0000");
        assertThat(before.theme(FLOOD)).isEqualTo("concerned; ALTA 20.0000 share 0.100000; uncovered 180.0000");
    }

    @Test
    void aRevisionOfTheWholeMunicipalityReplacesStatementsToo() {
        Town town = threeLots().theme(MASS).theme(FLOOD);
        town.zones(MASS).zone("ALTA").appliesTo("municipality").load("--accuracy", "30", "--coverage", "municipality");
        town.zones(FLOOD).zone("BAJA").appliesTo("municipality").load(STATED);
        town.plan("R1", "2015-01-01", "--revises", "P1");
        town.zones(MASS).zone("MEDIA").rect(0, 0, 10, 10).load(STATED);
        town.zones(FLOOD)
                .zone("ALTA")
                .rect(0, 0, 10, 10)
                .load("--accuracy", "0.10", "--coverage", town.coverage("west", -10, -10, 20, 50));
        assertThat(town.ask("0045").theme(MASS))
                .isEqualTo("concerned; MEDIA 100.0000 share 0.500000; uncovered 100.0000");
        assertThat(town.ask("0046").theme(MASS)).isEqualTo("not_concerned; uncovered 200.0000");
        assertThat(town.ask("0045").theme(FLOOD))
                .isEqualTo("concerned; ALTA 100.0000 share 0.500000; BAJA 100.0000 share 0.500000");
        assertThat(town.ask("0046", "--on", "2014-12-31").theme(MASS))
                .isEqualTo("concerned; ALTA 200.0000 share 1.000000");
    }

    @Test
    void aDeclarationForALandClassSpeaksForThatGroundAlone() {
        Town town = threeLots().theme("land-class", "--partition").theme(MASS);
        town.zones("land-class")
                .zone("urbano")
                .rect(-10, -10, 30, 60)
                .zone("rural")
                .rect(20, -10, 30, 60)
                .load(STATED);
        town.zones(MASS)
                .zone("no_aplica")
                .appliesTo("urbano")
                .load("--accuracy", "0.10", "--coverage", town.coverage("away", 500, 500, 10, 10));
        assertThat(town.ask("0045").theme(MASS)).isEqualTo("not_concerned; uncovered 200.0000; declared no_aplica");
        assertThat(town.ask("0046").theme(MASS)).isEqualTo("no_data; unknown 200.0000");
        assertThat(town.ask("0047").theme(MASS))
                .isEqualTo("no_data; uncovered 100.0000; unknown 100.0000; declared no_aplica");
    }

    @Test
    void thePartitionsNeighbourAlongTheParcelLineIsNotSensitive() {
        Town town = threeLots().theme(ACTIVITY, "--partition");
        town.zones(ACTIVITY)
                .zone("AR-1")
                .rect(0, 0, 20, 10)
                .zone("AR-2")
                .rect(20, 0, 20, 10)
                .load("--accuracy", "2", "--coverage", "municipality");
        assertThat(town.ask("0045").theme(ACTIVITY)).isEqualTo("concerned; AR-1 200.0000 share 1.000000");
        town.zones(ACTIVITY)
                .zone("AR-1")
                .rect(0, 0, 18.5, 10)
                .zone("AR-2")
                .rect(18.5, 0, 22, 10)
                .load("--accuracy", "2", "--coverage", "municipality");
        assertThat(town.ask("0045").theme(ACTIVITY))
                .isEqualTo("concerned sensitive; AR-1 185.0000 share 0.925000; AR-2 15.0000 share 0.075000");
        town.zones(ACTIVITY)
                .zone("AR-1")
                .rect(0, 0, 15, 10)
                .zone("AR-2")
                .rect(15, 0, 25, 10)
                .load("--accuracy", "2", "--coverage", "municipality");
        assertThat(town.ask("0045").theme(ACTIVITY))
                .isEqualTo("concerned; AR-1 150.0000 share 0.750000; AR-2 50.0000 share 0.250000");
    }

    @Test
    void theSeamOfTwoPolygonsOfOneCodeIsNoBoundary() {
        Town town = threeLots().theme(FLOOD);
        town.zones(FLOOD)
                .zone("ALTA")
                .rect(-100, -100, 119, 200)
                .with("tile", 1)
                .zone("ALTA")
                .rect(19, -100, 100, 200)
                .with("tile", 2)
                .zone("ALTA")
                .rect(-100, 100, 300, 100)
                .with("tile", 3)
                .load("--accuracy", "12", "--coverage", "municipality");
        assertThat(town.ask("0045").theme(FLOOD)).isEqualTo("concerned; ALTA 200.0000 share 1.000000");
        assertThat(town.ask("0046").theme(FLOOD)).isEqualTo("concerned; ALTA 200.0000 share 1.000000");
    }

    @Test
    void eachZoneMovesByTheAccuracyOfItsOwnDataset() {
        Town town = threeLots().theme(FLOOD).theme("hazard-flash-flood");
        town.zones(FLOOD).zone("ALTA").rect(100, 0, 5, 10).load("--accuracy", "30", "--coverage", "municipality");
        town.zones(FLOOD)
                .zone("MEDIA")
                .rect(45, 0, 5, 10)
                .load("--accuracy", "1", "--coverage", "municipality", "--dataset", "fine");
        assertThat(town.ask("0045").theme(FLOOD)).isEqualTo("not_concerned; uncovered 200.0000");
        town.zones(FLOOD).zone("ALTA").rect(65, 0, 5, 10).load("--accuracy", "30", "--coverage", "municipality");
        assertThat(town.ask("0045").theme(FLOOD)).isEqualTo("not_concerned; uncovered 200.0000");
        assertThat(town.ask("0046").theme(FLOOD)).isEqualTo("not_concerned sensitive; uncovered 200.0000");
    }
}
