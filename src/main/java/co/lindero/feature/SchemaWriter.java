package co.lindero.feature;

import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes the properties of a collection as JSON Schema: those that filters may name, and those that features have. */
final class SchemaWriter {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final Language language;

    SchemaWriter(Language language) {
        this.language = language;
    }

    /** Returns what filters and query parameters may name; nothing else is taken. */
    ObjectNode queryables(FeatureLayer layer, String address) {
        ObjectNode schema = schema(layer, address);
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        geometry(properties);
        layer.properties().forEach(property -> properties.set(property.name(), property(property)));
        return schema;
    }

    /** Returns what features have, with the roles that Part 5 of the standard gives to geometry and identifier. */
    ObjectNode features(FeatureLayer layer, String address) {
        ObjectNode schema = schema(layer, address);
        ObjectNode properties = schema.putObject("properties");
        ObjectNode id = properties.putObject("id");
        id.put("title", language.pick("Identificador", "Identifier"));
        id.put("type", "string");
        id.put("readOnly", true);
        id.put("x-ogc-role", "id");
        geometry(properties).put("x-ogc-role", "primary-geometry");
        int place = 0;
        for (Property property : layer.properties()) {
            ObjectNode node = property(property);
            node.put("x-ogc-propertySeq", ++place);
            properties.set(property.name(), node);
        }
        return schema;
    }

    private ObjectNode schema(FeatureLayer layer, String address) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", DIALECT);
        schema.put("$id", address);
        schema.put("type", "object");
        schema.put("title", layer.title().in(language));
        return schema;
    }

    private ObjectNode geometry(ObjectNode properties) {
        ObjectNode geometry = properties.putObject("geometry");
        geometry.put("title", language.pick("Geometría", "Geometry"));
        geometry.put("format", "geometry-any");
        return geometry;
    }

    private ObjectNode property(Property property) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("title", property.title().in(language));
        node.put("type", property.type().schemaType());
        property.type().schemaFormat().ifPresent(format -> node.put("format", format));
        if (property.name().endsWith("_m2")) {
            node.put("x-ogc-unit", "m2");
        }
        return node;
    }
}
