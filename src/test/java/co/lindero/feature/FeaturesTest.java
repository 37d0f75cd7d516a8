package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {
    private static final String PARCELS = "/collections/parcels/items";
    private static final String ZONES = "/collections/activity-area/items";

    private static LayersTown town;

    @BeforeAll
    static void start() {
        town = new LayersTown();
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    private static String next(JsonNode page) {
        for (JsonNode link : page.get("links")) {
            if (link.get("rel").asText().equals("next")) {
                return link.get("href").asText();
            }
        }
        return "";
    }

    private static List<String> walk(String path) {
        List<String> ids = new ArrayList<>();
        for (String page = path; !page.isEmpty(); ) {
            JsonNode json = town.json(page);
            assertThat(json.get("numberReturned").asInt())
                    .isEqualTo(json.get("features").size());
            json.get("features").forEach(feature -> ids.add(feature.get("id").asText()));
            page = next(json);
        }
        return ids;
    }

    private static List<String> plots(int from, int to) {
        List<String> numbers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            numbers.add(town.town.number(LayersTown.plot(i)));
        }
        return numbers;
    }

    /** Coordinates are written to 0.1 mm: who clicks on what was drawn from them means the feature itself. */
    @Test
    void aPlaceAsItWasWrittenIsFoundInEverySystem() {
        String items = "/collections/hazard-flood/items";
        for (String crs : List.of(
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
                "http://www.opengis.net/def/crs/EPSG/0/4326",
                "http://www.opengis.net/def/crs/EPSG/0/3857",
                "http://www.opengis.net/def/crs/EPSG/0/9377")) {
            JsonNode place = town.json(items + "?crs=" + crs).at("/features/0/geometry/coordinates");
            String here = place.get(0).asText() + "," + place.get(1).asText();
            assertThat(town.ids(items + "?bbox=" + here + "," + here + "&bbox-crs=" + crs))
                    .as(crs)
                    .containsExactly("P1:alta");
        }
    }

    @Test
    void collectionsAppearForWhatIsLoaded() {
        JsonNode collections = town.json("/collections").get("collections");
        assertThat(collections.findValuesAsText("id")).containsExactly("parcels", "activity-area", "hazard-flood");
        JsonNode parcels = collections.get(0);
        assertThat(parcels.get("storageCrs").asText()).endsWith("/EPSG/0/9377");
        assertThat(parcels.get("crs")).hasSize(5);
        assertThat(parcels.at("/extent/spatial/bbox/0/0").asDouble()).isCloseTo(-76.3, within(0.5));
        assertThat(parcels.get("geometryDimension").asInt()).isEqualTo(2);
    }

    @Test
    void pagesNeitherRepeatNorMissAFeature() {
        assertThat(walk(PARCELS + "?limit=7")).isEqualTo(plots(0, LayersTown.PLOTS));
        assertThat(walk(PARCELS + "?limit=4&sortby=-registered_area_m2"))
                .containsExactlyElementsOf(reversed(plots(0, LayersTown.PLOTS)));
        assertThat(walk(PARCELS + "?limit=4&sortby=destination,-number")).hasSize(LayersTown.PLOTS);
        assertThat(walk(PARCELS + "?limit=9&offset=3")).isEqualTo(plots(3, LayersTown.PLOTS));
    }

    private static List<String> reversed(List<String> list) {
        List<String> reversed = new ArrayList<>(list);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void theCountIsThereWhereItIsCheapAndWhereItIsAskedFor() {
        assertThat(town.json(PARCELS + "?limit=1").get("numberMatched").asInt()).isEqualTo(LayersTown.PLOTS);
        String some = PARCELS + "?filter=" + LayersTown.encoded("registered_area_m2 < 210");
        assertThat(town.json(some + "&limit=1").get("numberMatched").asInt()).isEqualTo(10);
        assertThat(town.json(some + "&limit=3").has("numberMatched")).isFalse();
        assertThat(town.json(some + "&limit=3&count=true").get("numberMatched").asInt())
                .isEqualTo(10);
        assertThat(town.json(some + "&limit=20").get("numberMatched").asInt()).isEqualTo(10);
    }

    @Test
    void aParcelHasThePropertiesOfTheContract() {
        JsonNode one = town.json(PARCELS + "/" + town.town.number("0003"));
        assertThat(one.get("id").asText()).isEqualTo(town.town.number("0003"));
        List<String> names = new ArrayList<>();
        one.get("properties").fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "number",
                        "previous_number",
                        "municipality",
                        "territory",
                        "condition",
                        "destination",
                        "registered_area_m2",
                        "planar_m2",
                        "address");
        assertThat(one.at("/properties/registered_area_m2").asDouble()).isEqualTo(202);
        assertThat(one.at("/properties/planar_m2").asDouble()).isEqualTo(200);
        assertThat(one.at("/properties/address").asText()).isEqualTo("Calle 2 N.º «Ñ»");
    }

    @Test
    void zonesOfOneCodeKeepNamesOfTheirOwnThroughAReload() {
        List<String> ids = town.ids(ZONES);
        assertThat(ids).hasSize(3).doesNotHaveDuplicates().contains("P1:AC-2", "P1:AR-1");
        for (String id : ids) {
            assertThat(town.json(ZONES + "/" + LayersTown.encoded(id)).get("id").asText())
                    .isEqualTo(id);
        }
        JsonNode zone = town.json(ZONES + "/P1:AC-2");
        assertThat(zone.at("/properties/altura").asInt()).isEqualTo(8);
        assertThat(zone.at("/properties/theme").asText()).isEqualTo("activity-area");
        assertThat(zone.at("/properties/plan").asText()).isEqualTo("P1");
    }

    @Test
    void aStatementWithoutGeometryIsAFeatureWithNone() {
        JsonNode statement = town.json("/collections/hazard-flood/items/P1:media");
        assertThat(statement.get("geometry").isNull()).isTrue();
        assertThat(statement.at("/properties/applies_to").asText()).isEqualTo("municipality");
        assertThat(town.json("/collections/hazard-flood/items/P1:alta")
                        .at("/geometry/type")
                        .asText())
                .isEqualTo("Point");
    }

    @Test
    void coordinatesComeInTheAxisOrderOfTheCrsAskedFor() {
        String point = "/collections/hazard-flood/items/P1:alta";
        JsonNode lonLat = town.json(point).at("/geometry/coordinates");
        assertThat(lonLat.get(0).asDouble()).isCloseTo(-76.35, within(0.3));
        assertThat(lonLat.get(1).asDouble()).isCloseTo(3.41, within(0.3));
        for (String geographic : List.of("4326", "4686")) {
            HttpResponse<String> response = town.get(point + "?crs=" + uri(geographic));
            assertThat(response.headers().firstValue("Content-Crs")).contains("<" + uri(geographic) + ">");
            JsonNode latLon =
                    co.lindero.platform.json.Json.read(response.body()).at("/geometry/coordinates");
            assertThat(latLon.get(0)).isEqualTo(lonLat.get(1));
            assertThat(latLon.get(1)).isEqualTo(lonLat.get(0));
        }
        JsonNode national = town.json(point + "?crs=" + uri("9377")).at("/geometry/coordinates");
        assertThat(national.get(0).asDouble()).isEqualTo(1_935_005);
        assertThat(national.get(1).asDouble()).isEqualTo(4_628_010);
        assertThat(town.json(point + "?crs=" + uri("3857"))
                        .at("/geometry/coordinates/0")
                        .asDouble())
                .isLessThan(-8_000_000);
    }

    private static String uri(String code) {
        return "http://www.opengis.net/def/crs/EPSG/0/" + code;
    }

    @Test
    void aBoxFindsTheSameParcelsInEveryCrs() {
        List<String> first = plots(0, 2);
        assertThat(town.ids(PARCELS + "?bbox-crs=" + uri("9377") + "&bbox=1935001,4628001,1935009,4628025"))
                .isEqualTo(first);
        JsonNode corner = town.json(PARCELS + "?limit=1").at("/features/0/geometry/coordinates/0/0/0");
        double lon = corner.get(0).asDouble();
        double lat = corner.get(1).asDouble();
        String box = (lon + 1e-6) + "," + (lat + 1e-6) + "," + (lon + 2e-4) + "," + (lat + 5e-5);
        List<String> byDegrees = town.ids(PARCELS + "?bbox=" + box);
        assertThat(byDegrees).hasSize(2).isEqualTo(first);
        String turned = (lat + 1e-6) + "," + (lon + 1e-6) + "," + (lat + 5e-5) + "," + (lon + 2e-4);
        assertThat(town.ids(PARCELS + "?bbox-crs=" + uri("4326") + "&bbox=" + turned))
                .isEqualTo(byDegrees);
        assertThat(town.ids(PARCELS + "?bbox-crs=EPSG:4686&bbox=" + turned)).isEqualTo(byDegrees);
    }

    @Test
    void boxesAcrossTheAntimeridianAndAtThePolesAreAnswered() {
        assertThat(town.ids(PARCELS + "?bbox=170,-10,-70,10&limit=100")).hasSize(LayersTown.PLOTS);
        assertThat(town.ids(PARCELS + "?bbox=170,-10,-170,10")).isEmpty();
        assertThat(town.ids(PARCELS + "?bbox=-180,-90,180,90&limit=100")).hasSize(LayersTown.PLOTS);
        assertThat(town.ids(PARCELS + "?bbox=-180,60,180,90")).isEmpty();
        assertThat(town.ids(PARCELS + "?bbox=-180,-90,180,-85")).isEmpty();
        assertThat(town.ids(PARCELS + "?bbox=-180,85,180,90")).isEmpty();
        assertThat(town.ids(PARCELS + "?bbox=-180,-90,-100,180,90,3000&limit=100"))
                .hasSize(LayersTown.PLOTS);
    }

    @Test
    void eachPropertyIsAParameter() {
        assertThat(town.ids(PARCELS + "?registered_area_m2=205")).isEqualTo(plots(5, 6));
        assertThat(town.ids(PARCELS + "?number=" + town.town.number("0001"))).isEqualTo(plots(0, 1));
        assertThat(town.ids(ZONES + "?altura=8")).containsExactly("P1:AC-2");
        assertThat(town.ids(ZONES + "?nota=" + LayersTown.encoded("O'Higgins"))).hasSize(1);
    }

    @Test
    void fewerPropertiesCanBeAskedFor() {
        JsonNode properties =
                town.json(PARCELS + "?limit=1&properties=address,number").at("/features/0/properties");
        assertThat(properties).hasSize(2);
    }

    @Test
    void anAnswerThatTheCallerHasIsNotSentAgain() {
        HttpResponse<String> first = town.get(PARCELS + "?limit=3");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).startsWith("\"");
        HttpResponse<String> second = town.get(PARCELS + "?limit=3", "If-None-Match", etag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(town.get(PARCELS + "?limit=4", "If-None-Match", etag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDayBeforeThePlanHasParcelsAndNoThemes() {
        assertThat(town.json("/collections?datetime=1999-01-01")
                        .get("collections")
                        .findValuesAsText("id"))
                .containsExactly("parcels");
        JsonNode before = town.json(ZONES + "?datetime=1999-01-01");
        assertThat(before.get("features")).isEmpty();
        assertThat(before.get("numberMatched").asInt()).isZero();
        assertThat(town.json(ZONES + "?datetime=2004-01-01&filter=altura%20%3E%201")
                        .get("numberReturned")
                        .asInt())
                .isZero();
        assertThat(town.get(ZONES + "/P1:AC-2?datetime=1999-01-01").statusCode())
                .isEqualTo(404);
        assertThat(town.json("/collections/activity-area?datetime=1999-01-01").get("extent"))
                .isEmpty();
        assertThat(town.get("/collections/heritage/items?datetime=1999-01-01").statusCode())
                .isEqualTo(404);
        assertThat(town.ids(ZONES + "?datetime=2005-06-01/..")).hasSize(3);
        assertThat(town.json(ZONES + "?datetime=2026-11-24T03:00:00Z").get("on").asText())
                .isEqualTo("2026-11-23");
    }

    /** Intervals that a standard client may write, on a clock that stands at 24 November 2026, noon in Colombia. */
    @ParameterizedTest
    @CsvSource({
        "2005-06-01, 2005-06-01",
        "2005-06-01T04:59:59Z, 2005-05-31",
        "2005-06-01T05:00:00Z, 2005-06-01",
        "2005-06-01T00:00:00-05:00, 2005-06-01",
        "2010-01-01/2012-03-04, 2012-03-04",
        "../2012-03-04, 2012-03-04",
        "/2012-03-04, 2012-03-04",
        "2010-01-01/.., 2026-11-24",
        "2030-01-01/.., 2030-01-01",
        "2010-01-31/P1M, 2010-02-28",
        "2010-01-01/P2D, 2010-01-03",
        "2010-01-01T22:00:00-05:00/PT3H, 2010-01-02",
        "2010-01-01T00:00:00-05:00/P1Y2M3DT4H, 2011-03-04",
        "P1M/2012-03-04, 2012-03-04",
    })
    void anIntervalMeansItsLastDay(String datetime, String day) {
        assertThat(town.json(PARCELS + "?limit=1&datetime=" + LayersTown.encoded(datetime))
                        .get("on")
                        .asText())
                .isEqualTo(day);
    }

    @Test
    void pagesAreReadableByPeople() {
        for (String path : List.of(
                "/collections",
                "/collections/parcels",
                PARCELS,
                "/conformance",
                "/api",
                "/collections/parcels/queryables",
                PARCELS + "/" + town.town.number("0001"))) {
            HttpResponse<String> page = town.get(path, "Accept", "text/html");
            assertThat(page.headers().firstValue("Content-Type"))
                    .as(path)
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            assertThat(page.body()).contains("<h1>").endsWith("</html>\n");
        }
        assertThat(town.get(PARCELS + "?f=html").body()).contains("<svg").contains("Calle 2 N.º «Ñ»");
    }
}
