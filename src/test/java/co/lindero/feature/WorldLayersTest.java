package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Data of the whole world in a database of their own, measured in EPSG:4087, and the shapes of predicate that annex A of
 * CQL2 runs over countries, places and rivers.
 */
class WorldLayersTest {
    private static LayersTown world;

    @BeforeAll
    static void load() {
        world = World.open();
    }

    @AfterAll
    static void drop() {
        world.close();
    }

    private static List<String> codes(String collection, String filter) {
        JsonNode found = world.json("/collections/" + collection + "/items?filter=" + LayersTown.encoded(filter));
        return StreamSupport.stream(found.get("features").spliterator(), false)
                .map(feature -> feature.at("/properties/code").asText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "countries | NAME='B' | B",
                "countries | NAME>='C' | C D Pole",
                "countries | NAME<>'A' | B C D Pole",
                "countries | POP_EST>2 | A D",
                "countries | POP_EST<=2 | B C Pole",
                "countries | share=1.5 | B",
                "countries | more119=119 AND more0=0 | A B C D Pole",
                "places | name LIKE 'B_r%' | Bergen Berlin",
                "places | name NOT IN ('Kiev','Berlin') | Bergen Chișinău København",
                "places | CASEI(name)=CASEI('KØBENHAVN') | København",
                "places | ACCENTI(CASEI(name))=ACCENTI(CASEI('CHISINAU')) | Chișinău",
                "places | boolean=true | Chișinău København",
                "places | boolean IS NULL | Bergen Berlin",
                "places | start IS NOT NULL | Chișinău Kiev København",
                "places | start=TIMESTAMP('2022-04-16T10:13:19Z') | Kiev",
                "places | start<>TIMESTAMP('2022-04-16T10:13:19Z') | Chișinău København",
                "places | start>TIMESTAMP('2022-04-16T10:13:19Z') | Chișinău",
                "places | start IN (TIMESTAMP('2022-04-16T10:15:10Z')) | Chișinău",
                "places | T_BEFORE(start,INTERVAL('2022-01-01T00:00:00Z','..')) | København",
                "places | T_DURING(INTERVAL(start,end),INTERVAL('2022-01-01T00:00:00Z','..')) | Chișinău Kiev",
                "places | T_CONTAINS(INTERVAL(start,end),INTERVAL('2022-04-16T10:14:00Z','2023-01-01T00:00:00Z'))"
                        + " | Kiev København",
                "countries | S_INTERSECTS(geometry,BBOX(175,-90,-175,90)) | C D Pole",
                "countries | S_INTERSECTS(geometry,POINT(5 5)) | A",
                "countries | S_TOUCHES(geometry,POINT(10 10)) | A B",
                "countries | S_TOUCHES(geometry,LINESTRING(10 2,10 3)) | A B",
                "countries | S_TOUCHES(geometry,POLYGON((0 0,10 0,10 10,0 10,0 0))) | B",
                "countries | S_EQUALS(geometry,POLYGON((0 0,10 0,10 10,0 10,0 0))) | A",
                "countries | S_WITHIN(geometry,BBOX(-180,-90,0,90)) | D",
                "countries | S_CONTAINS(geometry,BBOX(-1,-88,1,-85)) | Pole",
                "countries | S_OVERLAPS(geometry,BBOX(5,5,15,15)) | A B",
                "places | S_EQUALS(geometry,POINT(6.1300028 49.6116604)) | København",
                "places | S_DISJOINT(geometry,BBOX(0,40,40,60)) | Bergen",
                "rivers | S_CROSSES(geometry,BBOX(0,0,10,10)) | R2",
                "rivers | S_CROSSES(geometry,LINESTRING(-60 -90,-60 90)) | R1"
            })
    void predicatesFindWhatTheyMean(String collection, String filter, String expected) {
        assertThat(codes(collection, filter))
                .containsExactlyInAnyOrder(expected.strip().split(" ", -1));
    }

    @Test
    void attributesAreQueryableAsTheirTypes() {
        JsonNode places = world.json("/collections/places/queryables").get("properties");
        JsonNode countries = world.json("/collections/countries/queryables").get("properties");

        assertThat(places.at("/start/format").asText()).isEqualTo("date-time");
        assertThat(places.at("/date/format").asText()).isEqualTo("date");
        assertThat(places.at("/boolean/type").asText()).isEqualTo("boolean");
        assertThat(places.at("/name/type").asText()).isEqualTo("string");
        assertThat(countries.at("/POP_EST/type").asText()).isEqualTo("integer");
        assertThat(countries.at("/share/type").asText()).isEqualTo("number");
    }

    @Test
    void anInstantIsAParameterAndAnOrder() {
        assertThat(world.ids("/collections/places/items?start=2022-04-16T10:15:10Z"))
                .containsExactly("P1:Chișinău");
        assertThat(world.get("/collections/places/items?start=2022-02-30T10:15:10Z")
                        .statusCode())
                .isEqualTo(400);
        String first = "/collections/places/items?sortby=-start&limit=2";
        JsonNode page = world.json(first);
        assertThat(page.get("features").findValuesAsText("id")).containsExactly("P1:Chișinău", "P1:Kiev");
        JsonNode next = StreamSupport.stream(page.get("links").spliterator(), false)
                .filter(link -> link.get("rel").asText().equals("next"))
                .findFirst()
                .orElseThrow();
        assertThat(world.ids(next.get("href").asText())).containsExactly("P1:København", "P1:Bergen");
    }

    @Test
    void aPlaceTakenFromAnAnswerIsEqualToWhatItCameFrom() {
        for (JsonNode feature : world.json("/collections/places/items").get("features")) {
            JsonNode point = feature.at("/geometry/coordinates");
            String same = "S_EQUALS(geometry,POINT(" + point.get(0) + " " + point.get(1) + "))";
            assertThat(codes("places", same))
                    .containsExactly(feature.at("/properties/code").asText());
        }
    }
}
