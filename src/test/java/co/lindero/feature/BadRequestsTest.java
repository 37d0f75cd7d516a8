package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers get wrong is told by a problem document that names the parameter. */
class BadRequestsTest {
    private static LayersTown town;

    @BeforeAll
    static void start() {
        town = new LayersTown();
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bbox|bbox=1,2,3",
                "bbox|bbox=1,2,3,4,5,6,7",
                "bbox|bbox=-76,4,-77,3",
                "bbox|bbox=3.4,-76.4,3.5,-76.3",
                "bbox|bbox=-200,0,-190,1",
                "bbox|bbox=NaN,0,1,1",
                "bbox|bbox=1e400,0,1,1",
                "bbox|bbox=Infinity,0,1,1",
                "bbox|bbox=,,,",
                "bbox|bbox-crs=http://www.opengis.net/def/crs/EPSG/0/9377&bbox=4628000,1935000,4629000,1936000",
                "bbox|bbox-crs=http://www.opengis.net/def/crs/EPSG/0/9377&bbox=1936000,4628000,1935000,4629000",
                "bbox-crs|bbox-crs=http://www.opengis.net/def/crs/EPSG/0/1",
                "crs|crs=http://www.opengis.net/def/crs/EPSG/0/999999",
                "crs|crs=x';DROP TABLE lindero.parcel",
                "properties|properties=nothing",
                "properties|properties=geom",
                "sortby|sortby=geometry",
                "sortby|sortby=number;--",
                "limit|limit=0",
                "limit|limit=-1",
                "limit|limit=1000000000000",
                "limit|limit=ten",
                "offset|offset=-1",
                "after|after=%21",
                "after|after=W10",
                "datetime|datetime=yesterday",
                "datetime|datetime=2026-02-30",
                "datetime|datetime=../..",
                "datetime|datetime=2026-01-01/2025-01-01",
                "datetime|datetime=P1D",
                "datetime|datetime=P1D/P1D",
                "datetime|datetime=2026-01-01/P",
                "datetime|datetime=2026-01-01/PT",
                "datetime|datetime=../P1D",
                "datetime|datetime=P1D/..",
                "datetime|datetime=2026-01-01/P1X",
                "datetime|datetime=2026-01-01/P9999Y",
                "datetime|datetime=2026-01-01/P999999999999Y",
                "datetime|datetime=%2B999999-01-01T00:00:00Z",
                "datetime|datetime=0000-01-01T00:00:00Z",
                "datetime|datetime=1/2/3",
                "knownAt|knownAt=x",
                "municipality|municipality=99999",
                "filter-lang|filter-lang=cql2-json",
                "filter-crs|filter-crs=EPSG:1",
                "filter|filter=number%20%3D",
                "filter|filter=nothing%20%3D%201",
                "filter|filter=number%20%3D%205",
                "filter|filter=registered_area_m2%20%3E%20%27a%27",
                "registered_area_m2|registered_area_m2=much",
                "count|count=maybe",
                "f|f=shp",
                "colour|colour=red",
            })
    void namesTheParameter(String parameter, String query) {
        HttpResponse<String> response = town.get(
                "/collections/parcels/items?" + query.replace(" ", "%20").replace("'", "%27"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Json.read(response.body());
        assertThat(problem.get("errors").findValuesAsText("parameter"))
                .as(response.body())
                .contains(parameter);
    }

    @Test
    void tellsAllFaultsAtOnce() {
        JsonNode problem = Json.read(town.get("/collections/parcels/items?limit=0&bbox=1&crs=x&sortby=y")
                .body());
        assertThat(problem.get("errors").findValuesAsText("parameter"))
                .containsExactlyInAnyOrder("limit", "bbox", "crs", "sortby");
    }

    @Test
    void saysWhereAFilterDoesNotParse() {
        JsonNode problem =
                Json.read(town.get("/collections/parcels/items?filter=" + LayersTown.encoded("number = 'a' AND ("))
                        .body());
        assertThat(problem.get("line").asInt()).isEqualTo(1);
        assertThat(problem.get("column").asInt()).isGreaterThan(15);
    }

    @Test
    void refusesFiltersThatAreDeepOrLong() {
        String deep = "(".repeat(500) + "TRUE" + ")".repeat(500);
        assertThat(town.get("/collections/parcels/items?filter=" + LayersTown.encoded(deep))
                        .statusCode())
                .isEqualTo(400);
        String large = "number='" + "x".repeat(100_000) + "'";
        assertThat(town.get("/collections/parcels/items?filter=" + LayersTown.encoded(large))
                        .statusCode())
                .isIn(400, 414, 431);
    }

    @Test
    void unknownCollectionsAndFeaturesAreNotFound() {
        assertThat(town.get("/collections/nothing/items").statusCode()).isEqualTo(404);
        assertThat(town.get("/collections/nothing").body()).contains("parcels");
        assertThat(town.get("/collections/parcels/items/nothing").statusCode()).isEqualTo(404);
        assertThat(town.get("/collections/activity-area/items/AC-2").statusCode())
                .isEqualTo(404);
        assertThat(town.get("/collections/activity-area/items/%27%3B--:x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatLooksLikeSqlIsAValue() {
        for (String attack : new String[] {"' OR 1=1 --", "'; DROP TABLE lindero.parcel; --", "%", "${x}", ":at"}) {
            String value = LayersTown.encoded(attack);
            assertThat(town.ids("/collections/parcels/items?address=" + value)).isEmpty();
            String filter = LayersTown.encoded("address = '" + attack.replace("'", "''") + "'");
            assertThat(town.ids("/collections/parcels/items?filter=" + filter)).isEmpty();
        }
        assertThat(town.ids("/collections/parcels/items?limit=100")).hasSize(LayersTown.PLOTS);
    }
}
