package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered between requests never shows in an answer: not the publication, not the features. */
class KeptFeaturesTest {
    private static final String PARCELS = "/collections/parcels/items";
    private static final String BOX = "bbox=-78,0,-74,8";
    /** So many equal requests make the service ask for the numbers of rows first. */
    private static final int UNTIL_WARM = 12;

    private LayersTown town;

    @BeforeEach
    void start() {
        town = new LayersTown();
    }

    @AfterEach
    void stop() {
        town.close();
    }

    private void reload(int registered) {
        var again = town.town.parcels();
        for (int i = 0; i < LayersTown.PLOTS; i++) {
            again.parcel(LayersTown.plot(i)).rect(20 * i, 0, 20, 10).registered(registered + i);
        }
        again.load();
    }

    private static String next(JsonNode page) {
        for (JsonNode link : page.get("links")) {
            if (link.get("rel").asText().equals("next")) {
                return link.get("href").asText();
            }
        }
        return "";
    }

    private List<String> walk(JsonNode first, List<String> values, String property) {
        List<String> ids = new ArrayList<>();
        for (JsonNode page = first; ; page = town.json(next(page))) {
            page.get("features").forEach(feature -> {
                ids.add(feature.get("id").asText());
                values.add(feature.at("/properties/" + property).asText());
            });
            if (next(page).isEmpty()) {
                return ids;
            }
        }
    }

    @Test
    void keptFeaturesAreThoseThatADownloadReads() {
        for (String asked : List.of(
                "",
                "&" + BOX,
                "&sortby=-registered_area_m2",
                "&properties=address,number",
                "&crs=http://www.opengis.net/def/crs/EPSG/0/9377",
                "&crs=EPSG:3857&" + BOX,
                "&registered_area_m2=204",
                "&filter=" + LayersTown.encoded("registered_area_m2 > 210 AND address LIKE 'Calle%'"))) {
            JsonNode whole = town.json(PARCELS + "?f=geojson" + asked).get("features");
            for (int i = 0; i < UNTIL_WARM; i++) {
                JsonNode page = town.json(PARCELS + "?limit=100" + asked).get("features");
                assertThat(page).as(asked).isEqualTo(whole);
            }
        }
        JsonNode feature = town.json(PARCELS + "?limit=1").at("/features/0");
        for (int i = 0; i < UNTIL_WARM; i++) {
            JsonNode one = town.json(PARCELS + "/" + feature.get("id").asText());
            assertThat(one.get("geometry")).isEqualTo(feature.get("geometry"));
            assertThat(one.get("properties")).isEqualTo(feature.get("properties"));
            assertThat(one.get("links")).hasSize(3);
        }
    }

    @Test
    void pagesInABoxNeitherRepeatNorMissAFeatureWhileAnotherPublicationIsLoaded() {
        for (int i = 0; i < UNTIL_WARM; i++) {
            town.json(PARCELS + "?limit=100&" + BOX);
        }
        JsonNode first = town.json(PARCELS + "?limit=4&" + BOX);
        reload(900);
        List<String> before = new ArrayList<>();
        List<String> ids = walk(first, before, "registered_area_m2");
        assertThat(ids).hasSize(LayersTown.PLOTS).doesNotHaveDuplicates();
        assertThat(before).allMatch(area -> area.startsWith("2"));
        List<String> after = new ArrayList<>();
        assertThat(new HashSet<>(walk(town.json(PARCELS + "?limit=4&" + BOX), after, "registered_area_m2")))
                .isEqualTo(new HashSet<>(ids));
        assertThat(after).allMatch(area -> area.startsWith("9"));
    }

    @Test
    void aPublicationIsShownByTheNextRequest() {
        String item = PARCELS + "/" + town.town.number("0003");
        for (int round = 1; round <= 3; round++) {
            for (int i = 0; i < UNTIL_WARM; i++) {
                town.json(item);
            }
            String etag = town.get(item).headers().firstValue("ETag").orElseThrow();
            assertThat(town.get(item, "If-None-Match", etag).statusCode()).isEqualTo(304);
            reload(1_000 * round);
            assertThat(town.get(item, "If-None-Match", etag).statusCode()).isEqualTo(200);
            assertThat(town.json(item).at("/properties/registered_area_m2").asDouble())
                    .isEqualTo(1_000 * round + 2);
        }
        assertThat(town.get(PARCELS + "/" + town.town.number("0777")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCollectionThatWasNotThereIsThereOnceItsThemeIsLoaded() {
        town.ids(PARCELS);
        assertThat(town.get("/collections/heritage/items").statusCode()).isEqualTo(404);
        town.town
                .theme("heritage")
                .zones("heritage")
                .zone("H")
                .rect(0, 0, 10, 10)
                .load("--coverage", "municipality");
        assertThat(town.ids("/collections/heritage/items")).containsExactly("P1:H");
        assertThat(town.ids("/collections/heritage/items?bbox=0,0,1,1")).isEmpty();
    }

    @Test
    void aPlaceOfAnotherListIsRefused() {
        String byKey = next(town.json(PARCELS + "?limit=3"));
        assertThat(town.get(byKey + "&" + BOX).statusCode()).isEqualTo(400);
        String byRow = next(town.json(PARCELS + "?limit=3&" + BOX));
        String token = byRow.replaceAll(".*after=([^&]*).*", "$1");
        assertThat(town.get(PARCELS + "?sortby=address&after=" + token).statusCode())
                .isEqualTo(400);
        assertThat(town.get(PARCELS + "?" + BOX + "&after=WyJ4Il0").statusCode())
                .isEqualTo(400);
    }

    @Test
    void daysOfAttributesAreDays() {
        town.town
                .theme("heritage")
                .zones("heritage")
                .zone("OLD")
                .rect(0, 0, 10, 10)
                .with("declared", "1995-02-28")
                .zone("NEW")
                .rect(20, 0, 10, 10)
                .with("declared", "2020-06-15")
                .zone("NEVER")
                .rect(40, 0, 10, 10)
                .load("--coverage", "municipality");
        String items = "/collections/heritage/items";
        assertThat(found(items, "declared > DATE('2000-01-01')")).containsExactly("P1:NEW");
        assertThat(found(items, "T_BEFORE(declared, DATE('2000-01-01'))")).containsExactly("P1:OLD");
        assertThat(found(items, "T_DURING(declared, INTERVAL('1990-01-01', '1999-12-31'))"))
                .containsExactly("P1:OLD");
        assertThat(found(items, "declared IS NULL")).containsExactly("P1:NEVER");
        assertThat(town.ids(items + "?sortby=-declared")).containsExactly("P1:NEW", "P1:OLD", "P1:NEVER");
        assertThat(town.ids(items + "?declared=1995-02-28")).containsExactly("P1:OLD");
        JsonNode queryables = town.json("/collections/heritage/queryables").get("properties");
        assertThat(queryables.at("/declared/format").asText()).isEqualTo("date");
        assertThat(town.get(items + "?filter=" + LayersTown.encoded("declared > 5"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void onlyADayThatExistsIsRead() {
        for (String day : List.of("2024-02-29", "1995-12-31", "0001-01-01")) {
            assertThat(dayFrom(day)).isEqualTo(day);
        }
        for (String none : List.of(
                "2021-02-29", "2021-13-01", "2021-04-31", "0000-01-01", "2021-1-1", "2021-01-01T00:00:00Z", "")) {
            assertThat(dayFrom(none)).as(none).isEqualTo("none");
        }
    }

    private String dayFrom(String text) {
        return town.database.readAtOnce(
                handle -> handle.createQuery("SELECT coalesce(lindero.iso_day_from(:text)::text, 'none')")
                        .bind("text", text)
                        .mapTo(String.class)
                        .one());
    }

    private List<String> found(String items, String filter) {
        return town.ids(items + "?filter=" + LayersTown.encoded(filter));
    }

    @Test
    void theTimesOfACollectionAreThoseOfWhatItShows() {
        assertThat(town.json("/collections/parcels").get("extent").has("temporal"))
                .isFalse();
        // days begin and end in Colombia; what still holds is known to the end of the day that it is
        assertThat(interval("/collections/activity-area"))
                .isEqualTo("[[\"2005-06-01T05:00:00Z\",\"2026-11-25T04:59:59Z\"]]");
        assertThat(interval("/collections/activity-area?datetime=2010-01-01"))
                .isEqualTo("[[\"2005-06-01T05:00:00Z\",\"2010-01-02T04:59:59Z\"]]");
        town.town
                .theme("heritage")
                .zones("heritage")
                .zone("H")
                .rect(0, 0, 10, 10)
                .load("--coverage", "municipality", "--valid-from", "2015-03-04");
        assertThat(interval("/collections/heritage"))
                .isEqualTo("[[\"2015-03-04T05:00:00Z\",\"2026-11-25T04:59:59Z\"]]");
    }

    private String interval(String collection) {
        return Json.write(town.json(collection).at("/extent/temporal/interval"));
    }
}
