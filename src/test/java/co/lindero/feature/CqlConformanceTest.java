package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Sets;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The abstract tests of CQL2 (OGC 21-065r2, annex A) that need no data of their own: every predicate that the standard forms of a
 * queryable, over every queryable of points, lines and areas, and what their results must have to do with one another.
 */
class CqlConformanceTest {
    private static final Map<String, String> VALUES = Map.of(
            "string", "'foo'",
            "boolean", "true",
            "number", "3.14",
            "integer", "1",
            "date-time", "TIMESTAMP('2022-04-14T14:48:46Z')",
            "date", "DATE('2022-04-14')");
    private static final List<String> OPERATORS = List.of("=", "<>", ">", "<", ">=", "<=");
    private static final String EARTH = "POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))";
    private static final String HOLED =
            "(-180 -90, -90 -90, -90 90, -180 90, -180 -90), (-120 -50, -100 -50, -100 -40, -120 -40, -120 -50)";

    private static LayersTown world;

    @BeforeAll
    static void load() {
        world = World.open();
    }

    @AfterAll
    static void drop() {
        world.close();
    }

    /** Collection, queryable and its type; {@code geometry} for a place. */
    static Stream<Arguments> queryables() {
        List<Arguments> all = new ArrayList<>();
        for (String collection : List.of("countries", "places", "rivers")) {
            world.json("/collections/" + collection + "/queryables")
                    .get("properties")
                    .properties()
                    .forEach(property -> {
                        String name = property.getKey();
                        if (!name.matches("more[1-9]\\d*")) {
                            all.add(Arguments.of(collection, quoted(name), type(property.getValue())));
                        }
                    });
        }
        return all.stream();
    }

    private static String quoted(String name) {
        return Set.of("date").contains(name) ? '"' + name + '"' : name;
    }

    private static String type(JsonNode schema) {
        String format = schema.path("format").asText();
        if (format.startsWith("geometry")) {
            return "geometry";
        }
        return format.startsWith("date") ? format : schema.get("type").asText();
    }

    private static HttpResponse<String> asked(String collection, String filter) {
        return world.get("/collections/" + collection + "/items?limit=1000&filter=" + LayersTown.encoded(filter));
    }

    private static Set<String> found(String collection, String filter) {
        HttpResponse<String> response = asked(collection, filter);
        assertThat(response.statusCode()).as(filter + "\n" + response.body()).isEqualTo(200);
        return new TreeSet<>(Json.read(response.body()).get("features").findValuesAsText("id"));
    }

    private static void apart(String collection, String one, String other) {
        assertThat(Sets.intersection(found(collection, one), found(collection, other)))
                .as(one)
                .isEmpty();
    }

    private static void same(String collection, String one, String other) {
        assertThat(found(collection, one)).as(one).isEqualTo(found(collection, other));
    }

    private static void answered(String collection, String... filters) {
        for (String filter : filters) {
            found(collection, filter);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("queryables")
    void aPredicateAndItsOppositeHaveNothingInCommon(String collection, String name, String type) {
        Set<String> stated = found(collection, name + " is not null");
        apart(collection, name + " IS NULL", name + " is not null");
        if (type.equals("geometry")) {
            places(collection, name);
            return;
        }
        String value = VALUES.get(type);
        compared(collection, name, value);
        compared(collection, value, name);
        Map<String, Set<String>> itself = compared(collection, name, name);
        assertThat(itself.get("=")).isEqualTo(stated);
        assertThat(itself.get("<=")).isEqualTo(stated);
        assertThat(itself.get(">=")).isEqualTo(stated);
        assertThat(itself.get("<>")).isEmpty();
        switch (type) {
            case "string" -> texts(collection, name);
            case "number", "integer" -> numbers(collection, name);
            case "boolean" -> answered(collection, name + " in (true)", name + " NOT IN (false)");
            case "date" -> moments(collection, name, "DATE('2022-04-24')", "'2021-01-01','2021-12-31'");
            default ->
                moments(
                        collection,
                        name,
                        "TIMESTAMP('2022-04-24T07:59:57Z')",
                        "'2021-01-01T00:00:00Z','2021-12-31T23:59:59Z'");
        }
    }

    private static Map<String, Set<String>> compared(String collection, String left, String right) {
        Map<String, Set<String>> results = new TreeMap<>();
        OPERATORS.forEach(
                operator -> results.put(operator, found(collection, String.join(" ", left, operator, right))));
        assertThat(Sets.intersection(results.get("="), results.get("<>"))).isEmpty();
        assertThat(Sets.intersection(results.get(">"), results.get("<="))).isEmpty();
        assertThat(Sets.intersection(results.get("<"), results.get(">="))).isEmpty();
        return results;
    }

    private static void texts(String collection, String name) {
        answered(collection, name + " LIKE '\\%\\_'", name + " in ('foo', 'bar')");
        apart(collection, name + " like '_%'", name + " like ''");
        same(collection, name + " LIKE '%'", name + " like '%%'");
        apart(collection, "CASEI(" + name + ") = casei('foo')", "CASEI(" + name + ") <> casei('FOO')");
        same(collection, "CASEI(" + name + ") LIKE casei('k%')", "CASEI(" + name + ") LIKE casei('K%')");
        apart(collection, "ACCENTI(" + name + ") = accenti('äöüéáí')", "ACCENTI(" + name + ") <> accenti('aoueai')");
        same(collection, "ACCENTI(" + name + ") LIKE accenti('Ä%')", "ACCENTI(" + name + ") LIKE accenti('A%')");
        String folded = "ACCENTI(CASEI(" + name + "))";
        same(collection, folded + " = accenti(casei('ÄÉ'))", folded + " = accenti(casei('ae'))");
        same(collection, folded + " LIKE accenti(casei('Ä%'))", folded + " LIKE accenti(casei('a%'))");
    }

    private static void numbers(String collection, String name) {
        apart(collection, name + " BETWEEN 0 AND 100", name + " NOT BETWEEN 0 AND 100");
        assertThat(found(collection, name + " between 100.0 and 1.0")).isEmpty();
        apart(collection, name + " IN (1, 2, 3)", name + " NOT IN (1, 2, 3)");
        same(collection, name + " * 2 + 1 > 3", name + " > (3 - 1) / 2");
        same(collection, name + " % 2 = 0", "(" + name + " div 2) * 2 = " + name);
        same(collection, name + " ^ 2 > 4", name + " > 2 OR " + name + " < -2");
    }

    private static void moments(String collection, String name, String moment, String interval) {
        for (String other : List.of(moment, "INTERVAL(" + interval + ")")) {
            apart(collection, timed("AFTER", name, other), timed("BEFORE", name, other));
            apart(collection, timed("DISJOINT", name, other), timed("INTERSECTS", name, other));
            answered(collection, timed("EQUALS", name, other));
        }
        String own = "INTERVAL(" + name + "," + name + ")";
        for (String function : List.of(
                "AFTER",
                "BEFORE",
                "CONTAINS",
                "DISJOINT",
                "DURING",
                "EQUALS",
                "FINISHEDBY",
                "FINISHES",
                "INTERSECTS",
                "MEETS",
                "METBY",
                "OVERLAPPEDBY",
                "OVERLAPS",
                "STARTEDBY",
                "STARTS")) {
            answered(collection, timed(function, own, "INTERVAL(" + interval + ")"));
        }
        String text = interval.substring(0, interval.indexOf(','));
        answered(collection, name + " in (" + text + ", " + text + ")");
    }

    private static String timed(String function, String left, String right) {
        return "T_" + function + "(" + left + "," + right + ")";
    }

    private static void places(String collection, String name) {
        same(collection, spatial("INTERSECTS", name, "BBOX(-180,-90,180,90)"), spatial("INTERSECTS", name, EARTH));
        assertThat(found(collection, spatial("DISJOINT", name, EARTH))).isEmpty();
        same(collection, spatial("WITHIN", name, "BBOX(-180,-90,180,90)"), spatial("WITHIN", name, EARTH));
        same(collection, spatial("EQUALS", name, EARTH), spatial("EQUALS", name, "LINESTRING(7 50,10 51)"));
        for (String shape : List.of(
                "POINT(7.02 49.92)",
                "MULTIPOINT(7 50,10 51)",
                "LINESTRING(7 50,10 51)",
                "MULTILINESTRING((-180 -45, 0 -45), (0 45, 180 45))",
                "POLYGON(" + HOLED + ")",
                "MULTIPOLYGON((" + HOLED + "),((0 0, 10 0, 10 10, 0 10, 0 0)))",
                "BBOX(-180,-90,-90,90)")) {
            apart(collection, spatial("INTERSECTS", name, shape), spatial("DISJOINT", name, shape));
            for (String function : List.of("TOUCHES", "CROSSES", "WITHIN", "CONTAINS", "OVERLAPS", "EQUALS")) {
                answered(collection, spatial(function, name, shape));
            }
        }
        answered(collection, spatial("INTERSECTS", name, "GEOMETRYCOLLECTION(POINT(7 49), " + EARTH + ")"));
        for (String nowhere : List.of("POINT(90 180)", "MULTIPOINT(7.02 49.92, 90 180)")) {
            HttpResponse<String> refused = asked(collection, spatial("INTERSECTS", name, nowhere));
            assertThat(refused.statusCode()).as(nowhere).isEqualTo(400);
            assertThat(Json.read(refused.body()).at("/errors/0/parameter").asText())
                    .isEqualTo("filter");
        }
    }

    private static String spatial(String function, String name, String shape) {
        return "S_" + function + "(" + name + "," + shape + ")";
    }

    static Stream<String> collections() {
        return Stream.of("countries", "places", "rivers");
    }

    @ParameterizedTest
    @MethodSource("collections")
    void valuesCompareWithThemselves(String collection) {
        Set<String> all = found(collection, "true");
        assertThat(all).isNotEmpty();
        assertThat(found(collection, "false")).isEmpty();
        VALUES.values().forEach(value -> {
            Map<String, Set<String>> results = compared(collection, value, value);
            assertThat(results.get("=")).isEqualTo(all);
            assertThat(results.get("<>")).isEmpty();
        });
    }

    /** Combinations as the standard forms them, against the same operations on the sets that each predicate finds. */
    @ParameterizedTest
    @MethodSource("collections")
    void combinationsAreWhatTheirPartsFind(String collection) {
        List<String> predicates = List.of(
                "code >= 'B'", "code LIKE '%e%'", "S_INTERSECTS(geometry,BBOX(-100,-90,8,60))", "code <> 'Kiev'");
        Set<String> all = found(collection, "true");
        for (int turn = 0; turn < predicates.size(); turn++) {
            List<String> p = new ArrayList<>(predicates);
            Collections.rotate(p, turn);
            List<Set<String>> f =
                    p.stream().map(predicate -> found(collection, predicate)).toList();
            Set<String> expected = Sets.union(
                    Sets.union(Sets.difference(f.get(1), f.get(0)), Sets.difference(f.get(2), f.get(3))),
                    Sets.difference(all, Sets.intersection(f.get(0), f.get(3))));
            assertThat(found(
                            collection,
                            "((NOT " + p.get(0) + " AND " + p.get(1) + ") OR (" + p.get(2) + " and NOT " + p.get(3)
                                    + ") or not (" + p.get(0) + " AND " + p.get(3) + "))"))
                    .isEqualTo(expected);
        }
    }
}
