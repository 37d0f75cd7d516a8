package co.lindero.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a generated file with a real parser. */
final class Layer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Layer() {}

    static JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }

    static List<JsonNode> features(Path file) throws IOException {
        List<JsonNode> features = new ArrayList<>();
        read(file).get("features").forEach(features::add);
        return features;
    }
}
