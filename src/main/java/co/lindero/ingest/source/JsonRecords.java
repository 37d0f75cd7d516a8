package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Plain JSON that is no GeoJSON: a list of objects, each a record, its members the columns. GDAL is given the same as GeoJSON
 * without geometry. Values become text as they are written, so that codes keep their digits; an object or list within a record
 * becomes its JSON text.
 */
final class JsonRecords {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonRecords() {}

    /**
     * Returns a file as it is where it is no list, else its records as GeoJSON.
     *
     * @param text in UTF-8
     * @param temporary where copies go
     * @throws Problem {@code source-unreadable} where the list holds something else than objects, or nothing
     */
    static PreparedFile prepare(PreparedFile text, Path temporary) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text.path().toFile())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return text;
            }
            Path folder = Files.createTempDirectory(Files.createDirectories(temporary), "json-");
            Path copy = folder.resolve(String.valueOf(text.path().getFileName()));
            copy(text.original(), parser, copy);
            return new PreparedFile(
                    text.original(), copy, text.openOptions(), text.environment(), text.encoding(), text.findings());
        } catch (JsonProcessingException e) {
            // GDAL tells of GeoJSON that is broken; a list that breaks off is told where
            throw broken(text.original(), e);
        }
    }

    private static void copy(DataFile file, JsonParser parser, Path copy) throws IOException {
        long records = 0;
        try (JsonGenerator out = MAPPER.createGenerator(copy.toFile(), JsonEncoding.UTF8)) {
            out.writeStartObject();
            out.writeStringField("type", "FeatureCollection");
            out.writeArrayFieldStart("features");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                records++;
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    throw noObjects(file, records);
                }
                feature(parser.readValueAsTree(), out);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        if (records == 0) {
            throw Delivery.unreadable(Path.of(file.label()), "es una lista sin registros", "is a list without records");
        }
    }

    private static void feature(JsonNode record, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeNullField("geometry");
        out.writeObjectFieldStart("properties");
        for (var member : record.properties()) {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                out.writeNullField(member.getKey());
            } else {
                out.writeStringField(member.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private static Problem noObjects(DataFile file, long record) {
        return Delivery.unreadable(
                        Path.of(file.label()),
                        "es una lista JSON cuyo elemento " + record + " no es un objeto",
                        "is a JSON list whose element " + record + " is no object")
                .hint(
                        "Se lee GeoJSON, o una lista de objetos: [{\"bpin\": \"…\", \"name\": \"…\"}, …].",
                        "GeoJSON is read, or a list of objects: [{\"bpin\": \"…\", \"name\": \"…\"}, …].");
    }

    private static Problem broken(DataFile file, JsonProcessingException cause) {
        long line = cause.getLocation() == null ? 0 : cause.getLocation().getLineNr();
        return Delivery.unreadable(
                        Path.of(file.label()),
                        "no es JSON bien formado; se notó en la línea " + line,
                        "is no well-formed JSON; noticed on line " + line)
                .with("line", line)
                .hint("Pida el archivo de nuevo; puede estar incompleto.", "Ask for it again; it may be incomplete.");
    }
}
