package co.lindero.feature;

import co.lindero.platform.db.NumberScheme;
import co.lindero.platform.json.Json;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Countries, places and rivers of a small world, in a database of their own that is measured in EPSG:4087. */
final class World {
    private static final int WORLD = 4087;
    private static final int MANY = 120;

    private World() {}

    static LayersTown open() {
        return new LayersTown(TestDatabase.create(WORLD, NumberScheme.FREE), World::filled);
    }

    private static Town filled(TestDatabase test) {
        Town town = Town.planned(test).theme("countries").theme("places").theme("rivers");
        ArrayNode countries = Json.mapper().createArrayNode();
        country(countries, "A", "[[0,0],[10,0],[10,10],[0,10],[0,0]]", 37_589_262);
        country(countries, "B", "[[10,0],[20,0],[20,10],[10,10],[10,0]]", 1);
        country(countries, "C", "[[170,-10],[180,-10],[180,10],[170,10],[170,-10]]", 2);
        country(countries, "D", "[[-180,-10],[-170,-10],[-170,10],[-180,10],[-180,-10]]", 3);
        country(countries, "Pole", "[[-180,-90],[180,-90],[180,-80],[-180,-80],[-180,-90]]", 0);
        load(town, "countries", countries);
        ArrayNode places = Json.mapper().createArrayNode();
        place(places, "København", "[6.1300028,49.6116604]", "2021-04-16", "2021-04-16T10:15:59Z", true);
        place(places, "Kiev", "[30.516627,50.433367]", "2022-04-16", "2022-04-16T10:13:19Z", false);
        place(places, "Chișinău", "[28.8577,47.005]", "2023-04-16", "2022-04-16T12:15:10+02:00", true);
        place(places, "Berlin", "[13.399602764,52.523764522]", null, null, null);
        place(places, "Bergen", "[-175.22056447,-21.13851]", null, null, null);
        load(town, "places", places);
        ArrayNode rivers = Json.mapper().createArrayNode();
        feature(rivers, "R1", "LineString", "[[-70,0],[-50,1]]");
        feature(rivers, "R2", "LineString", "[[-5,5],[5,5],[15,6]]");
        load(town, "rivers", rivers);
        return town;
    }

    private static ObjectNode feature(ArrayNode features, String name, String type, String coordinates) {
        ObjectNode feature = features.addObject().put("type", "Feature");
        feature.putObject("geometry").put("type", type).set("coordinates", Json.read(coordinates));
        return feature.putObject("properties").put("code", name).put("NAME", name);
    }

    private static void country(ArrayNode features, String name, String ring, int population) {
        ObjectNode properties =
                feature(features, name, "Polygon", "[" + ring + "]").put("POP_EST", population);
        for (int i = 0; i < MANY; i++) {
            properties.put("more" + i, i);
        }
        properties.put("share", 0.5 + population);
    }

    private static void place(
            ArrayNode features, String name, String point, String day, String instant, Boolean capital) {
        feature(features, name, "Point", point)
                .put("name", name)
                .put("date", day)
                .put("start", instant)
                .put("end", instant == null ? null : "2024-02-22T09:37:52Z")
                .put("boolean", capital);
    }

    private static void load(Town town, String theme, ArrayNode features) {
        ObjectNode collection = Json.mapper().createObjectNode().put("type", "FeatureCollection");
        collection.set("features", features);
        Path file = TestDatabase.HOME.resolve("world-" + theme + ".geojson");
        try {
            Files.createDirectories(TestDatabase.HOME);
            Files.write(file, Json.bytes(collection));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        town.done(
                "load",
                "zones",
                file.toString(),
                "--municipality",
                town.municipality(),
                "--plan",
                "P1",
                "--theme",
                theme);
    }
}
