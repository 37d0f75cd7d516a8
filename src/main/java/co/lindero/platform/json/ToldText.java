package co.lindero.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/**
 * A text inside a larger value that is told in two languages. {@link Json#sealed} writes the value in each of them; whatever else
 * writes it, its hash too, writes the Spanish one, the language of record.
 */
public record ToldText(String es, String en) implements JsonSerializable {
    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        if (generator instanceof ToldGenerator told) {
            told.writeTold(this);
        } else {
            generator.writeString(es);
        }
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(generator, provider);
    }
}
