package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A GeoJSON file of projects in which points were written with decimal commas: {@code [3,449839,-76,5613]} is four whole
 * numbers to a reader, and a place at 449 839 degrees. In a copy such a point becomes text in the property {@code place},
 * where the load tells of it and mends it if asked. Any other file is read as it is. Not thread-safe.
 */
public final class SplitPoints implements AutoCloseable {
    private static final String PROPERTY = "place";
    private static final int ORDINATES = 4;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path path;
    private final @Nullable Path temporary;
    private final long points;

    private SplitPoints(Path path, @Nullable Path temporary, long points) {
        this.path = path;
        this.temporary = temporary;
        this.points = points;
    }

    /** Looks through a file and copies it where it holds such points. */
    public static SplitPoints of(Gdal gdal, LoadKind kind, Path file) {
        long points = kind == LoadKind.PROJECTS && isGeoJson(file) ? count(file) : 0;
        if (points == 0) {
            return new SplitPoints(file, null, 0);
        }
        Path folder = gdal.temporaryFolder();
        Path copy = folder.resolve(String.valueOf(file.getFileName()));
        try {
            copy(file, copy);
            return new SplitPoints(copy, folder, points);
        } catch (IOException e) {
            Folders.delete(folder);
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file to read. */
    public Path path() {
        return path;
    }

    /**
     * Requires that a mapping reads what the points were turned into.
     *
     * @throws Problem {@code mapping-invalid} where it would lose them
     */
    public void requireRead(ResolvedMapping mapping) {
        if (points > 0 && mapping.find(PROPERTY).isEmpty()) {
            throw Problem.of(
                            ProblemType.MAPPING_INVALID,
                            points + " puntos del archivo traen comas decimales y se leen de la columna «place», que la"
                                    + " asignación no usa.",
                            points
                                    + " points of the file carry decimal commas and are read from column \"place\", which"
                                    + " the mapping does not use.")
                    .hint("Agregue a fields: place: place", "Add to fields: place: place");
        }
    }

    @Override
    public void close() {
        if (temporary != null) {
            Folders.delete(temporary);
        }
    }

    private static boolean isGeoJson(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return (name.endsWith(".geojson") || name.endsWith(".json")) && Files.isRegularFile(file);
    }

    private static long count(Path file) {
        long points = 0;
        try (JsonParser parser = MAPPER.createParser(file.toFile())) {
            if (!toFeatures(parser)) {
                return 0;
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                JsonNode feature = parser.readValueAsTree();
                points += isSplit(feature) ? 1 : 0;
            }
            return points;
        } catch (JsonProcessingException e) {
            // the reader of files tells what is wrong with the text
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean toFeatures(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean features = parser.currentName().equals("features");
            if (parser.nextToken() == JsonToken.START_ARRAY && features) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static boolean isSplit(JsonNode feature) {
        JsonNode geometry = feature.path("geometry");
        JsonNode ordinates = geometry.path("coordinates");
        if (!geometry.path("type").asText().equals("Point") || ordinates.size() != ORDINATES) {
            return false;
        }
        for (JsonNode ordinate : ordinates) {
            if (!ordinate.isIntegralNumber()) {
                return false;
            }
        }
        return true;
    }

    private static void copy(Path file, Path copy) throws IOException {
        try (JsonParser parser = MAPPER.createParser(file.toFile());
                JsonGenerator generator = MAPPER.createGenerator(copy.toFile(), JsonEncoding.UTF8)) {
            parser.nextToken();
            generator.writeStartObject();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                generator.writeFieldName(name);
                if (parser.nextToken() != JsonToken.START_ARRAY || !name.equals("features")) {
                    generator.copyCurrentStructure(parser);
                    continue;
                }
                generator.writeStartArray();
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    generator.writeTree(asText(parser.readValueAsTree()));
                }
                generator.writeEndArray();
            }
            generator.writeEndObject();
        }
    }

    private static JsonNode asText(JsonNode feature) {
        if (isSplit(feature)) {
            List<String> ordinates = new ArrayList<>();
            feature.path("geometry").path("coordinates").forEach(ordinate -> ordinates.add(ordinate.asText()));
            ObjectNode whole = (ObjectNode) feature;
            whole.withObjectProperty("properties").put(PROPERTY, String.join(",", ordinates));
            whole.putNull("geometry");
        }
        return feature;
    }
}
