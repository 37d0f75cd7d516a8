package co.lindero.feature;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
        schema.properties().forEach(entry -> {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            switch (key) {
                case "type" -> type(value, result);
                case "const" -> result.putArray("enum").add(value);
                case "enum" -> result.set(key, value);
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
        });
        if (result.path("type").asText().equals("array") && !result.has("items")) {
            result.putObject("items");
        }
        if (result.path("nullable").asBoolean() && result.get("enum") instanceof ArrayNode values) {
            boolean hasNull = false;
            for (JsonNode value : values) {
                hasNull |= value.isNull();
            }
            if (!hasNull) {
                result.set("enum", values.deepCopy().addNull());
            }
        }
        return result;
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

    /** A choice that may be null is a choice of the rest, and nullable; one that is left alone stays a choice. */
    private void choices(String key, JsonNode choices, String name, ObjectNode result) {
        ArrayNode left = result.putArray(key);
        for (JsonNode choice : choices) {
            if (choice.path("type").asText().equals("null")) {
                result.put("nullable", true);
            } else {
                left.add(ported(choice, name));
            }
        }
    }

    private static String reference(String reference, String name) {
        if (!reference.startsWith("#/$defs/")) {
            throw new IllegalStateException("A schema refers outside itself: " + reference);
        }
        return "#/components/schemas/" + name + "." + reference.substring("#/$defs/".length());
    }
}
