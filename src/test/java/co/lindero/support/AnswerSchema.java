package co.lindero.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The published schemas of answers. */
public final class AnswerSchema {
    private static final JsonSchema SCHEMA = read("land-use");

    private AnswerSchema() {}

    private static JsonSchema read(String name) {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("docs/schemas", name + ".schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails where an answer does not fit. */
    public static void require(JsonNode answer) {
        assertThat(SCHEMA.validate(answer)).isEmpty();
    }

    /** Fails where an answer does not fit the published schema of a name. */
    public static void require(String name, JsonNode answer) {
        assertThat(read(name).validate(answer)).isEmpty();
    }
}
