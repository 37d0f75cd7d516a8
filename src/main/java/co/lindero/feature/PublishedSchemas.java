package co.lindero.feature;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes the published schemas of answers, JSON Schema 2020-12, into an OpenAPI 3.0 document, which knows an older dialect:
 * null is a flag and not a type, a constant is a list of one, definitions are components.
 */
final class PublishedSchemas {
    private static final Set<String> UNKNOWN_TO_OPENAPI = Set.of("$schema", "$id", "$defs");

    private final ObjectNode components;
    private JsonNode definitions = MissingNode.getInstance();

    /**
     * Prepares to add to components.
     *
     * @param components schemas of the document, by name
     */
    PublishedSchemas(ObjectNode components) {
        this.components = components;
    }

    /** Adds the schema of a name with its definitions; one that is there already stays. */
    void add(String name) {
        if (components.has(name)) {
            return;
        }
        JsonNode schema = read("docs/schemas/" + name + ".schema.json");
        definitions = schema;
        components.set(name, ported(schema, name));
        schema.path("$defs")
                .properties()
                .forEach(part -> components.set(name + "." + part.getKey(), ported(part.getValue(), name)));
    }

    private static JsonNode read(String resource) {
        try (InputStream in = PublishedSchemas.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No " + resource);
            }
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode ported(JsonNode schema, String name) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode result = Json.mapper().createObjectNode();
        schema.properties().forEach(entry -> member(entry.getKey(), entry.getValue(), name, result));
        if (result.path("type").asText().equals("array") && !result.has("items")) {
            result.putObject("items");
        }
        if (result.get("enum") instanceof ArrayNode values) {
            nullableValues(values, result);
        }
        return result;
    }

    private void member(String key, JsonNode value, String name, ObjectNode result) {
        switch (key) {
            case "type" -> type(value, result);
            case "const" -> result.putArray("enum").add(value);
            case "$ref" -> result.put(key, reference(value.asText(), name));
            case "oneOf", "anyOf", "allOf" -> choices(key, value, name, result);
            case "properties" -> properties(value, name, result.putObject(key));
            case "items", "additionalProperties" -> result.set(key, ported(value, name));
            case "exclusiveMinimum" -> result.put("exclusiveMinimum", true).set("minimum", value);
            default -> {
                if (!UNKNOWN_TO_OPENAPI.contains(key)) {
                    result.set(key, value);
                }
            }
        }
    }

    /** Null is a value of the list, and the schema says that it is nullable: OpenAPI asks for both, and for a type. */
    private static void nullableValues(ArrayNode values, ObjectNode result) {
        boolean hasNull = false;
        boolean texts = true;
        for (JsonNode value : values) {
            hasNull |= value.isNull();
            texts &= value.isNull() || value.isTextual();
        }
        if (hasNull) {
            result.put("nullable", true);
        } else if (result.path("nullable").asBoolean()) {
            result.set("enum", values.deepCopy().addNull());
        }
        if (texts && !result.has("type")) {
            result.put("type", "string");
        }
    }

    private void properties(JsonNode properties, String name, ObjectNode into) {
        properties.properties().forEach(property -> into.set(property.getKey(), ported(property.getValue(), name)));
    }

    private static void type(JsonNode type, ObjectNode result) {
        List<String> types = new ArrayList<>();
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(each -> types.add(each.asText()));
        if (types.remove("null")) {
            result.put("nullable", true);
        }
        if (types.size() != 1) {
            throw new IllegalStateException("OpenAPI 3.0 knows one type at a time: " + type);
        }
        result.put("type", types.get(0));
    }

    /** A choice between null and one other is that other, nullable; nullable counts only beside a type. */
    private void choices(String key, JsonNode choices, String name, ObjectNode result) {
        List<JsonNode> left = new ArrayList<>();
        choices.forEach(left::add);
        if (!left.removeIf(choice -> choice.path("type").asText().equals("null"))) {
            ArrayNode all = result.putArray(key);
            left.forEach(choice -> all.add(ported(choice, name)));
            return;
        }
        if (left.size() != 1) {
            throw new IllegalStateException("OpenAPI 3.0 cannot choose between null and several: " + choices);
        }
        JsonNode only = left.get(0);
        JsonNode whole =
                only.has("$ref") ? definitions.at(only.get("$ref").asText().substring(1)) : only;
        result.setAll((ObjectNode) ported(whole, name));
        result.put("nullable", true);
    }

    private static String reference(String reference, String name) {
        if (!reference.startsWith("#/$defs/")) {
            throw new IllegalStateException("A schema refers outside itself: " + reference);
        }
        return "#/components/schemas/" + name + "." + reference.substring("#/$defs/".length());
    }
}
