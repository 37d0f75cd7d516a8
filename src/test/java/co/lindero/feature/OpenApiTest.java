package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description of the service is complete in itself, and answers are what it says. */
class OpenApiTest {
    private static LayersTown town;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        town = new LayersTown();
        document = town.json("/api");
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void serversBeginWithTheLandingPage() {
        assertThat(document.at("/servers/0/url").asText()).isEqualTo(town.address() + "/");
        assertThat(document.get("openapi").asText()).startsWith("3.0");
        assertThat(document.get("info").has("contact")).isFalse();
    }

    @Test
    void everyReferenceLeadsToAPlaceInTheDocument() {
        Set<String> references = new HashSet<>(document.findValuesAsText("$ref"));
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    @Test
    void everyParameterHasNameAndSchema() {
        Set<String> operations = new HashSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    assertThat(operations.add(operation.get("operationId").asText()))
                            .as(path.getKey())
                            .isTrue();
                    operation.get("parameters").forEach(given -> {
                        JsonNode parameter = given.has("$ref")
                                ? document.at(given.get("$ref").asText().substring(1))
                                : given;
                        assertThat(parameter.path("name").asText()).isNotEmpty();
                        assertThat(parameter.path("in").asText()).isIn("query", "path");
                        assertThat(parameter.has("schema"))
                                .as(path.getKey() + parameter)
                                .isTrue();
                        assertThat(parameter.has("style")).isTrue();
                        assertThat(parameter.has("explode")).isTrue();
                    });
                }));
        JsonNode bbox = document.at("/components/parameters/bbox/schema");
        assertThat(bbox.get("type").asText()).isEqualTo("array");
        assertThat(bbox.get("minItems").asInt()).isEqualTo(4);
        assertThat(bbox.get("maxItems").asInt()).isEqualTo(6);
        assertThat(document.at("/components/parameters/limit/schema/default").asInt())
                .isEqualTo(10);
    }

    @Test
    void tilesAndStylesAreDescribedWithEveryPlaceOfTheirPaths() {
        List<String> drawing = List.of(
                "/tiles",
                "/tiles/{tileMatrixSetId}",
                "/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
                "/tileMatrixSets",
                "/tileMatrixSets/{tileMatrixSetId}",
                "/collections/parcels/tiles",
                "/collections/parcels/tiles/{tileMatrixSetId}",
                "/collections/parcels/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
                "/collections/activity-area/styles",
                "/collections/activity-area/styles/{styleId}");
        assertThat(document.get("paths").has("/collections/hazard-flood/tiles")).isTrue();
        for (String path : drawing) {
            assertThat(document.get("paths").has(path)).as(path).isTrue();
            Set<String> places = new HashSet<>();
            document.get("paths").get(path).at("/get/parameters").forEach(given -> {
                JsonNode parameter = document.at(given.get("$ref").asText().substring(1));
                if (parameter.get("in").asText().equals("path")) {
                    assertThat(parameter.get("required").asBoolean()).isTrue();
                    places.add(parameter.get("name").asText());
                }
            });
            Set<String> asked = Pattern.compile("\\{(\\w+)}")
                    .matcher(path)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            assertThat(places).as(path).isEqualTo(asked);
        }
    }

    @Test
    void everyParameterOfTheListIsDescribed() {
        Set<String> described = new HashSet<>();
        document.at("/paths/~1collections~1parcels~1items/get/parameters")
                .forEach(given -> described.add(
                        given.has("$ref")
                                ? given.get("$ref").asText().replaceFirst(".*/", "")
                                : given.get("name").asText()));
        assertThat(described).containsAll(ItemsParameters.FIXED).contains("number", "address");
    }

    /** Paths as the sources register them; pages' own files and those for the operator are not for clients. */
    @Test
    void everyRouteIsDescribed() throws IOException {
        Set<String> described = new HashSet<>();
        document.get("paths").fieldNames().forEachRemaining(path -> described.add(shape(path)));
        Set<String> routes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith("Routes.java"))
                    .toList()) {
                Pattern.compile("router\\s*\\.(?:get|post)\\(\\s*\"(/[^\"]*)\"")
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(route -> routes.add(route.group(1)));
            }
        }
        routes.removeIf(route -> route.matches("/|/api|/web/.*|.*\\.css|/healthz|/readyz|/metrics"));

        assertThat(routes).contains("/parcels/{number}/land-use", "/exposure", "/licence-checks");
        assertThat(routes).allSatisfy(route -> assertThat(described).contains(shape(route)));
    }

    private static String shape(String path) {
        return path.replaceAll("\\{\\w+}", "{}").replaceFirst("^/collections/[a-z-]+", "/collections/{}");
    }

    @Test
    void answersAreWhatTheDocumentSays() {
        Map<String, String> answers = Map.of(
                "/conformance", "conformance",
                "/collections", "collections",
                "/collections/parcels", "collection",
                "/collections/activity-area/queryables", "schema",
                "/collections/parcels/schema", "schema",
                "/collections/parcels/items?limit=3", "features",
                "/collections/hazard-flood/items", "features",
                "/collections/activity-area/items/P1:AC-2", "feature",
                "/collections/parcels/items?limit=0", "problem");
        answers.forEach((path, schema) -> {
            HttpResponse<String> response = town.get(path);
            assertThat(schema(schema).validate(Json.read(response.body())))
                    .as(path + "\n" + response.body())
                    .isEmpty();
        });
        assertThat(schema("features").validate(Json.read("{\"type\":\"FeatureCollection\"}")))
                .isNotEmpty();
    }

    private static JsonSchema schema(String name) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("$ref", "#/components/schemas/" + name);
        root.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V4,
                        builder -> builder.metaSchema(OpenApi30.getInstance())
                                .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()))
                .getSchema(root);
    }
}
