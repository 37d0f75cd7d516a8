package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.reprezen.kaizen.oasparser.OpenApi3Parser;
import com.reprezen.kaizen.oasparser.model3.OpenApi3;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the OGC's executable test suite of Features 1.0 (ets-ogcapi-features10) asks of a service, on every collection: the suite
 * itself is in no public repository of artifacts.
 */
class OgcSuiteTest {
    private static LayersTown town;

    @BeforeAll
    static void start() {
        town = new LayersTown();
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    private static Iterable<JsonNode> collections() {
        return town.json("/collections").get("collections");
    }

    private static List<JsonNode> links(JsonNode node, String rel) {
        return StreamSupport.stream(node.get("links").spliterator(), false)
                .filter(link -> link.get("rel").asText().equals(rel))
                .toList();
    }

    private static String items(JsonNode collection) {
        return links(collection, "items").stream()
                .filter(link -> link.get("type").asText().equals("application/geo+json"))
                .findFirst()
                .orElseThrow()
                .get("href")
                .asText();
    }

    private static void requireTypedLinks(JsonNode node) {
        assertThat(links(node, "self")).hasSize(1);
        assertThat(links(node, "alternate"))
                .extracting(link -> link.get("type").asText())
                .contains("text/html");
        assertThat(node.get("links"))
                .allSatisfy(link -> assertThat(Set.of(
                                link.path("rel").asText(),
                                link.path("type").asText(),
                                link.path("href").asText()))
                        .doesNotContain(""));
    }

    /** The suite reads the description by this very parser, asked for by its media type. */
    @Test
    void theDescriptionIsValidToTheParserOfTheSuite() throws Exception {
        HttpResponse<String> described = town.get("/api", "Accept", "application/vnd.oai.openapi+json;version=3.0");

        OpenApi3 model = new OpenApi3Parser().parse(described.body(), new URL(town.address() + "/api"), true);

        assertThat(model.getValidationItems())
                .as(described.body().substring(0, 200))
                .isEmpty();
        assertThat(model.isValid()).isTrue();
    }

    @Test
    void everyLinkOfCollectionsHasATypeAndLeadsSomewhere() {
        JsonNode list = town.json("/collections");
        requireTypedLinks(list);
        for (JsonNode collection : list.get("collections")) {
            requireTypedLinks(collection);
            JsonNode alone =
                    town.json(links(collection, "self").get(0).get("href").asText());
            for (String member : List.of("id", "title", "description", "extent")) {
                assertThat(alone.get(member)).as(member).isEqualTo(collection.get(member));
            }
            for (JsonNode link : links(collection, "items")) {
                assertThat(town.get(link.get("href").asText()).headers().firstValue("Content-Type"))
                        .hasValueSatisfying(type ->
                                assertThat(type).startsWith(link.get("type").asText()));
            }
        }
    }

    @Test
    void everyFeatureLinksToItselfItsOtherFormsAndItsCollection() {
        for (JsonNode collection : collections()) {
            JsonNode page = town.json(items(collection));
            requireTypedLinks(page);
            assertThat(Instant.parse(page.get("timeStamp").asText())).isNotNull();
            assertThat(page.get("numberReturned").asInt())
                    .isEqualTo(page.get("features").size());
            String name = page.at("/features/0/id").asText();
            JsonNode feature = town.json(items(collection) + "/" + LayersTown.encoded(name));
            requireTypedLinks(feature);
            assertThat(links(feature, "collection")).hasSize(1);
        }
    }

    /** The suite follows next links with the largest limit, and wants as many features as numberMatched says. */
    @Test
    void numberMatchedIsWhatThePagesHold() {
        for (JsonNode collection : collections()) {
            JsonNode page = town.json(items(collection) + "?limit=3");
            int matched = page.get("numberMatched").asInt();
            int found = page.get("features").size();
            for (List<JsonNode> next = links(page, "next"); !next.isEmpty(); next = links(page, "next")) {
                String widest = next.get(0).get("href").asText().replaceFirst("limit=3", "limit=10000");
                page = town.json(widest);
                found += page.get("features").size();
            }
            assertThat(found).as(collection.get("id").asText()).isEqualTo(matched);
        }
    }

    @Test
    void boxesEverywhereOnEarthAreAnswered() {
        for (JsonNode collection : collections()) {
            JsonNode extent = collection.at("/extent/spatial/bbox/0");
            List<String> boxes = new ArrayList<>(List.of(
                    "-1.5,50.0,1.5,53.0",
                    "-80.0,-5.0,-70.0,5.0",
                    "177.0,65.0,-177.0,70.0",
                    "-180.0,85.0,180.0,90.0",
                    "-180.0,-90.0,180.0,-85.0"));
            boxes.add(String.join(",", texts(extent)));
            for (String box : boxes) {
                assertThat(town.json(items(collection) + "?bbox=" + box)
                                .get("type")
                                .asText())
                        .isEqualTo("FeatureCollection");
            }
            // a box asks for what lies in it: what has no place is not repeated in every box (docs/layers.md)
            assertThat(town.json(items(collection) + "?limit=100&bbox=" + String.join(",", texts(extent)))
                            .get("features"))
                    .isNotEmpty()
                    .allSatisfy(feature ->
                            assertThat(feature.get("geometry").isNull()).isFalse());
        }
    }

    private static List<String> texts(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The suite takes instants, intervals and durations out of the extent in time, and cannot read one with an open end. */
    @Test
    void momentsOutOfTheExtentInTimeAreAnswered() {
        int timed = 0;
        for (JsonNode collection : collections()) {
            JsonNode interval = collection.at("/extent/temporal/interval/0");
            if (interval.isMissingNode()) {
                continue;
            }
            timed++;
            Instant begin = Instant.parse(interval.get(0).asText());
            Instant end = Instant.parse(interval.get(1).asText());
            Duration quarter = Duration.between(begin, end).dividedBy(4);
            Instant from = begin.plus(quarter);
            for (String moment : List.of(
                    begin.toString(),
                    from + "/" + from.plus(quarter),
                    from.toString().substring(0, 10) + "/P2D")) {
                JsonNode page = town.json(items(collection) + "?datetime=" + LayersTown.encoded(moment));
                assertThat(page.get("features")).as(moment).isNotEmpty();
            }
        }
        assertThat(timed).isEqualTo(2);
    }

    @Test
    void everySystemOfACollectionIsHadAndBoxesInItFindTheSame() {
        for (JsonNode collection : collections()) {
            List<String> systems = texts(collection.get("crs"));
            assertThat(systems)
                    .startsWith(MapCrs.CRS84)
                    .contains(collection.get("storageCrs").asText());
            String box = String.join(",", texts(collection.at("/extent/spatial/bbox/0")));
            List<String> found = town.ids(items(collection) + "?bbox=" + box);
            for (String system : systems) {
                String crs = LayersTown.encoded(system);
                HttpResponse<String> response = town.get(items(collection) + "?limit=2&crs=" + crs);
                assertThat(response.headers().firstValue("Content-Crs")).contains("<" + system + ">");
                JsonNode page = Json.read(response.body());
                String one = items(collection) + "/"
                        + LayersTown.encoded(page.at("/features/0/id").asText());
                assertThat(town.get(one + "?crs=" + crs).headers().firstValue("Content-Crs"))
                        .contains("<" + system + ">");
                assertThat(town.ids(items(collection) + "?bbox-crs=" + crs + "&bbox=" + boxIn(system, collection)))
                        .as(system)
                        .isEqualTo(found);
            }
            for (String wrong : List.of("?crs=", "?bbox=" + box + "&bbox-crs=")) {
                assertThat(town.get(items(collection) + wrong + "http://www.opengis.net/def/crs/0/unknown")
                                .statusCode())
                        .isEqualTo(400);
            }
        }
    }

    /** Returns the extent of a collection in a system, by PostGIS, with the axes as the system has them. */
    private static String boxIn(String system, JsonNode collection) {
        List<String> corners = texts(collection.at("/extent/spatial/bbox/0"));
        if (system.equals(MapCrs.CRS84)) {
            return String.join(",", corners);
        }
        int srid = Integer.parseInt(system.substring(system.lastIndexOf('/') + 1));
        boolean turned = srid != 3857;
        String sql = "SELECT concat_ws(',', "
                + (turned
                        ? "ST_YMin(b), ST_XMin(b), ST_YMax(b), ST_XMax(b)"
                        : "ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b)")
                + ") FROM (SELECT ST_Transform(ST_MakeEnvelope(" + String.join(",", corners) + ", 4326), " + srid
                + ") AS b) t";
        return town.database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    @Test
    void parametersThatAreWrongOrUnknownAreRefused() {
        for (JsonNode collection : collections()) {
            assertThat(town.get(items(collection) + "?limit=unlimited").statusCode())
                    .isEqualTo(400);
            assertThat(town.get(items(collection) + "?unknownQueryParameter12345=1")
                            .statusCode())
                    .isEqualTo(400);
        }
    }
}
