package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.licence.LicenceTown.Check;
import co.lindero.licence.LicenceTown.Question;
import co.lindero.support.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Lots of a layout: lot 0045 of 40 x 60 m lies between 0046 (west), 0047 (east) and 0048 (north), with a street without parcel to
 * the south.
 */
class LayoutTest {
    private static TestDatabase database;
    private static LicenceTown town;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        town = LicenceTown.in(database);
        town.town()
                .parcels()
                .parcel("0045")
                .rect(0, 0, 40, 60)
                .parcel("0046")
                .rect(-40, 0, 40, 60)
                .parcel("0047")
                .rect(40, 0, 40, 60)
                .parcel("0048")
                .rect(-40, 60, 120, 40)
                .load();
        town.residential()
                .norm("AR-2", "lot_area_m2", ">=", "90")
                .norm("AR-2", "lot_frontage_m", ">=", "6")
                .norm("AR-2", "lot_depth_m", ">=", "15")
                .norm("AR-2", "dedication_share", ">=", "0.1");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static Question subdivide(JsonNode... lots) {
        return town.ask("0045")
                .licence("class", "subdivision")
                .licence("modalities", List.of())
                .with("lots", List.of(lots));
    }

    private static List<String> access(Check check) {
        return StreamSupport.stream(check.json().get("findings").spliterator(), false)
                .filter(f -> f.get("kind").asText().equals("layout"))
                .map(f -> f.get("lot").asText() + " " + f.get("verdict").asText())
                .toList();
    }

    private static List<String> lots(Check check, String quantity) {
        return check.on(quantity).stream()
                .map(f -> f.get("lot").asText() + " " + f.get("verdict").asText() + " "
                        + f.get("actual").asText())
                .toList();
    }

    @Test
    void frontageAndDepthAreThoseOfEachLot() {
        Check check = subdivide(
                        LicenceTown.rectangle(0, 0, 5, 20),
                        LicenceTown.rectangle(5, 0, 35, 20),
                        LicenceTown.rectangle(0, 20, 40, 40))
                .check();
        assertThat(lots(check, "lot_area_m2"))
                .containsExactly("1 complies 100.000", "2 complies 700.000", "3 complies 1600.000");
        assertThat(lots(check, "lot_frontage_m"))
                .containsExactly("1 does_not_comply 5.0000", "2 complies 35.0000", "3 not_evaluable null");
        assertThat(lots(check, "lot_depth_m"))
                .containsExactly("1 complies 20.0000", "2 complies 20.0000", "3 not_evaluable null");
        // the land class is not loaded: whether a lot without front may be reached otherwise is for a person
        assertThat(access(check)).containsExactly("1 complies", "2 complies", "3 needs_review");
    }

    @Test
    void aRoadOfTheLayoutIsAWayInAndAParkIsNot() {
        JsonNode[] lots = {LicenceTown.rectangle(0, 0, 30, 60), LicenceTown.rectangle(30, 30, 10, 30)};
        assertThat(access(subdivide(lots).check())).containsExactly("1 complies", "2 needs_review");
        Check road = subdivide(lots)
                .with("roads", List.of(LicenceTown.rectangle(30, 0, 10, 30)))
                .check();
        assertThat(access(road)).containsExactly("1 complies", "2 complies");
        assertThat(lots(road, "lot_frontage_m").get(1)).isEqualTo("2 complies 10.0000");
        Check park = subdivide(lots)
                .with("openSpaces", List.of(LicenceTown.rectangle(30, 0, 10, 30)))
                .check();
        assertThat(access(park)).containsExactly("1 complies", "2 needs_review");
        assertThat(lots(park, "lot_frontage_m").get(1)).isEqualTo("2 complies 10.0000");
        // what is neither lot nor road is not public space
        assertThat(access(subdivide(LicenceTown.rectangle(0, 10, 40, 50)).check()))
                .containsExactly("1 needs_review");
    }

    @Test
    void aGapOfDrawingHidesNoRoad() {
        Check check = subdivide(LicenceTown.rectangle(0, 0, 30, 60), LicenceTown.rectangle(30, 30.001, 10, 29.999))
                .with("roads", List.of(LicenceTown.rectangle(30, 0, 10, 30)))
                .check();
        assertThat(access(check)).containsExactly("1 complies", "2 complies");
    }

    @Test
    void urbanLotsNeedAFrontAndRuralOnesTheSmallestSize() {
        LicenceTown classed = LicenceTown.block(database).residential().norm("AR-2", "lot_area_m2", ">=", "50");
        classed.town()
                .theme("land-class", "--partition", "--accuracy", "0", "--coverage", "municipality")
                .zones("land-class")
                .zone("Urbano")
                .rect(-500, -500, 509, 1000)
                .zone("Rural")
                .rect(9, -500, 500, 1000)
                .load();
        Question west = classed.ask("0046").licence("class", "subdivision").licence("modalities", List.of());
        west.with("lots", List.of(LicenceTown.rectangle(-10, 0, 10, 10), LicenceTown.rectangle(-10, 10, 10, 10)));
        // 0046 lies open to the west too: its second lot has a front there
        assertThat(access(west.check())).containsExactly("1 complies", "2 complies");
        Question east = classed.ask("0047").licence("class", "subdivision").licence("modalities", List.of());
        east.with("lots", List.of(LicenceTown.rectangle(10, 0, 10, 20)));
        assertThat(access(east.check())).containsExactly("1 complies", "null not_evaluable");
        assertThat(classed.ask("0045")
                        .licence("class", "subdivision")
                        .licence("modalities", List.of())
                        .check()
                        .json()
                        .toString())
                .contains("Falta la división en lotes");
    }

    @Test
    void whatIsGivenIsMeasuredWhereItIsDrawn() {
        Question question = town.ask("0045")
                .licence("class", "urbanizacion")
                .licence("modalities", List.of())
                .with("lots", List.of(LicenceTown.rectangle(0, 0, 30, 60)))
                .with("openSpaces", List.of(LicenceTown.rectangle(30, 0, 10, 20)));
        assertThat(question.check().said("dedication_share")).startsWith("does_not_comply 0.083");
        assertThat(question.with("dedicationM2", 240).check().said("dedication_share"))
                .startsWith("needs_review");
    }

    @Test
    void whatOverlapsOrIsNoLotIsRefusedAtOnce() {
        String refusal = subdivide(LicenceTown.rectangle(0, 0, 30, 60))
                .with("roads", List.of(LicenceTown.rectangle(29, 0, 5, 10)))
                .refusal();
        assertThat(refusal).contains("lots-overlap").contains("/proposal/roads/0");
        assertThat(subdivide(LicenceTown.rectangle(0, 0, 30, 60))
                        .with("easementLots", List.of(2))
                        .with("uafException", "z")
                        .refusal())
                .contains("/proposal/easementLots")
                .contains("/proposal/uafException");
    }
}
