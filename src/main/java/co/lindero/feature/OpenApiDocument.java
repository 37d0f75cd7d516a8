package co.lindero.feature;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Describes the service as OpenAPI 3.0, complete in itself: a frame from the class path, and for each collection its paths
 * with the parameters that its properties make; then the other answers of the service.
 */
final class OpenApiDocument {
    private static final String FRAME = "openapi/features.json";

    private final Language language;
    private final MapCrsList systems;

    OpenApiDocument(Language language, MapCrsList systems) {
        this.language = language;
        this.systems = systems;
    }

    /** Returns the document for a service that is reached at an address, with the collections that it has. */
    ObjectNode write(String address, List<FeatureLayer> layers) {
        ObjectNode document = frame();
        document.putArray("servers").addObject().put("url", address).put("description", "Lindero");
        parameter(document, "crs").set("schema", crsSchema());
        parameter(document, "bbox-crs").set("schema", crsSchema());
        parameter(document, "filter-crs").set("schema", crsSchema());
        ObjectNode paths = (ObjectNode) document.get("paths");
        for (FeatureLayer layer : layers) {
            collection(paths, layer);
            drawing(paths, layer);
        }
        new AnswerPaths(language, document).add();
        return document;
    }

    private static ObjectNode frame() {
        try (InputStream in = OpenApiDocument.class.getClassLoader().getResourceAsStream(FRAME)) {
            if (in == null) {
                throw new IllegalStateException("No " + FRAME);
            }
            return (ObjectNode) Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode parameter(ObjectNode document, String name) {
        return (ObjectNode) document.at("/components/parameters/" + name);
    }

    private ObjectNode crsSchema() {
        ObjectNode schema = Json.mapper().createObjectNode();
        schema.put("type", "string").put("format", "uri");
        ArrayNode values = schema.putArray("enum");
        systems.uris().forEach(values::add);
        schema.put("default", MapCrs.CRS84);
        return schema;
    }

    private void collection(ObjectNode paths, FeatureLayer layer) {
        String path = LayerLinks.path(layer.id());
        String title = layer.title().in(language);
        operation(paths, path, "describe_" + layer.id(), title, "collection", moment());
        operation(paths, path + "/queryables", "queryables_" + layer.id(), title, "schema", moment());
        operation(paths, path + "/schema", "schema_" + layer.id(), title, "schema", moment());
        ObjectNode list = operation(paths, path + "/items", "items_" + layer.id(), title, "features", moment());
        ArrayNode parameters = (ArrayNode) list.get("parameters");
        for (String name : List.of(
                "limit",
                "offset",
                "after",
                "bbox",
                "bbox-crs",
                "crs",
                "properties",
                "sortby",
                "count",
                "filter",
                "filter-lang",
                "filter-crs")) {
            reference(parameters, name);
        }
        layer.properties().stream()
                .filter(property -> !ItemsParameters.FIXED.contains(property.name()))
                .forEach(property -> parameters.add(parameter(property)));
        ObjectNode one =
                operation(paths, path + "/items/{featureId}", "feature_" + layer.id(), title, "feature", moment());
        reference((ArrayNode) one.get("parameters"), "crs");
        reference((ArrayNode) one.get("parameters"), "featureId");
    }

    private static List<String> moment() {
        return List.of("municipality", "datetime", "knownAt", "f");
    }

    /** Tiles and styles of a collection. */
    private void drawing(ObjectNode paths, FeatureLayer layer) {
        String title = layer.title().in(language);
        String tiles = LayerLinks.path(layer.id()) + "/tiles";
        String set = tiles + "/{tileMatrixSetId}";
        String styles = LayerLinks.path(layer.id()) + "/styles";
        operation(paths, tiles, "tilesets_" + layer.id(), title, "tilesets", moment());
        ObjectNode tileset = operation(paths, set, "tileset_" + layer.id(), title, "tileset", moment());
        reference((ArrayNode) tileset.get("parameters"), "tileMatrixSetId");
        ObjectNode tile = operation(
                paths, set + "/{tileMatrix}/{tileRow}/{tileCol}", "tile_" + layer.id(), title, "tile", moment());
        for (String name : List.of("tileMatrixSetId", "tileMatrix", "tileRow", "tileCol")) {
            reference((ArrayNode) tile.get("parameters"), name);
        }
        ((ObjectNode) tile.get("responses")).putObject("204").put("$ref", "#/components/responses/noTile");
        operation(paths, styles, "styles_" + layer.id(), title, "styles", moment());
        ObjectNode style = operation(paths, styles + "/{styleId}", "style_" + layer.id(), title, "style", moment());
        reference((ArrayNode) style.get("parameters"), "styleId");
    }

    private static ObjectNode operation(
            ObjectNode paths, String path, String id, String title, String response, List<String> parameters) {
        ObjectNode get = paths.putObject(path).putObject("get");
        get.put("operationId", id);
        get.put("summary", title);
        get.putArray("tags").add("layers");
        ArrayNode list = get.putArray("parameters");
        parameters.forEach(name -> reference(list, name));
        ObjectNode responses = get.putObject("responses");
        responses.putObject("200").put("$ref", "#/components/responses/" + response);
        responses.putObject("304").put("$ref", "#/components/responses/notModified");
        responses.putObject("default").put("$ref", "#/components/responses/problem");
        return get;
    }

    private static void reference(ArrayNode parameters, String name) {
        parameters.addObject().put("$ref", "#/components/parameters/" + name);
    }

    private ObjectNode parameter(Property property) {
        ObjectNode parameter = Json.mapper().createObjectNode();
        parameter.put("name", property.name());
        parameter.put("in", "query");
        parameter.put("description", property.title().in(language));
        parameter.put("required", false);
        ObjectNode schema = parameter.putObject("schema");
        schema.put("type", property.type().schemaType());
        property.type().schemaFormat().ifPresent(format -> schema.put("format", format));
        parameter.put("style", "form");
        parameter.put("explode", false);
        return parameter;
    }
}
