package co.lindero.feature;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Adds to an OpenAPI document the paths that are no OGC API, out of the list {@code openapi/answers.yaml}. */
final class AnswerPaths {
    private static final String LIST = "openapi/answers.yaml";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final List<String> FORMS = List.of("json", "geojson");

    private final Language language;
    private final JsonNode list;
    private final ObjectNode document;
    private final PublishedSchemas published;

    /** Prepares to add to a document. */
    AnswerPaths(Language language, ObjectNode document) {
        this.language = language;
        this.list = read();
        this.document = document;
        this.published = new PublishedSchemas((ObjectNode) document.at("/components/schemas"));
    }

    private static JsonNode read() {
        try (InputStream in = AnswerPaths.class.getClassLoader().getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("No " + LIST);
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds all paths, and the schemas they name. */
    void add() {
        published.add("plan-completeness");
        published.add("licence");
        ((ObjectNode) document.at("/components/schemas")).setAll((ObjectNode) list.get("schemas"));
        ObjectNode paths = (ObjectNode) document.get("paths");
        list.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> paths.withObject(
                                        "/" + path.getKey().replace("~", "~0").replace("/", "~1"))
                                .set(method.getKey(), operation(path.getKey(), method.getKey(), method.getValue()))));
    }

    private ObjectNode operation(String path, String method, JsonNode described) {
        ObjectNode operation = Json.mapper().createObjectNode();
        operation.put("operationId", method + path.replaceAll("[^A-Za-z]+", "_").replaceAll("_$", ""));
        operation.put("summary", described.get(language.pick("es", "en")).asText());
        operation.putArray("tags").add("answers");
        ArrayNode parameters = operation.putArray("parameters");
        described.path("parameters").forEach(name -> parameters.add(parameter(name.asText())));
        List<String> forms = forms(described);
        parameters.add(form(forms));
        if (described.has("body")) {
            ObjectNode body = operation.putObject("requestBody").put("required", true);
            body.putObject("content")
                    .putObject("application/json")
                    .set("schema", schema(described.get("body").asText()));
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode answer = responses
                .putObject("200")
                .put("description", operation.get("summary").asText());
        ObjectNode content = answer.putObject("content");
        for (String form : forms) {
            ObjectNode schema = described.has(form)
                    ? schema(described.get(form).asText())
                    : Json.mapper().createObjectNode().put("type", form.equals("geojson") ? "object" : "string");
            content.putObject(list.at("/forms/" + form).asText()).set("schema", schema);
        }
        if (method.equals("get")) {
            responses.putObject("304").put("$ref", "#/components/responses/notModified");
        }
        responses.putObject("default").put("$ref", "#/components/responses/problem");
        return operation;
    }

    private static List<String> forms(JsonNode described) {
        List<String> forms = new ArrayList<>();
        FORMS.stream().filter(described::has).forEach(forms::add);
        described.path("also").forEach(form -> forms.add(form.asText()));
        return forms;
    }

    private ObjectNode parameter(String key) {
        JsonNode described = list.at("/parameters/" + key);
        ObjectNode parameter = Json.mapper().createObjectNode();
        boolean inPath = described.path("in").asText().equals("path");
        parameter.put("name", described.path("name").asText(key));
        parameter.put("in", inPath ? "path" : "query");
        parameter.put("description", described.get(language.pick("es", "en")).asText());
        parameter.put("required", inPath || described.path("required").asBoolean());
        ObjectNode schema = parameter.putObject("schema");
        List.of("type", "format", "minimum").forEach(name -> {
            if (described.has(name)) {
                schema.set(name, described.get(name));
            }
        });
        return styled(parameter, inPath);
    }

    private ObjectNode form(List<String> forms) {
        ObjectNode parameter = Json.mapper().createObjectNode();
        parameter.put("name", "f").put("in", "query").put("required", false);
        parameter.put("description", language.pick("Forma de la respuesta.", "Form of the answer."));
        ObjectNode schema = parameter.putObject("schema").put("type", "string");
        ArrayNode values = schema.putArray("enum");
        forms.stream()
                // where GeoJSON is the form, json names it
                .map(form -> form.equals("geojson") && !forms.contains("json") ? "json" : form)
                .forEach(values::add);
        return styled(parameter, false);
    }

    private static ObjectNode styled(ObjectNode parameter, boolean inPath) {
        return parameter.put("style", inPath ? "simple" : "form").put("explode", false);
    }

    private ObjectNode schema(String name) {
        if (!name.startsWith("#")) {
            published.add(name);
        }
        return Json.mapper().createObjectNode().put("$ref", SCHEMAS + name.replace("#", ""));
    }
}
