package co.lindero.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;

/**
 * A JSON text of our own making inside a larger value, such as GeoJSON of the database. It is written as it stands, which spares
 * reading it into a tree: the text is the one that its tree would give.
 *
 * @param text one JSON value without white space, its numbers plain decimals; given otherwise, it is brought to that form
 */
public record JsonText(String text) implements JsonSerializable {
    public JsonText {
        if (!isAsWritten(text)) {
            text = Json.write(Json.read(text));
        }
    }

    /** Tells whether a text is certainly what its tree would give: no exponent, no negative zero, no space, no escape. */
    private static boolean isAsWritten(String text) {
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (isQuoted ? c == '\\' : (!isPlain(c) || isNegativeZero(text, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return (c >= '0' && c <= '9') || "{}[],:.-".indexOf(c) >= 0;
    }

    /** Also told of -0.5, which costs no more than time. */
    private static boolean isNegativeZero(String text, int at) {
        return text.charAt(at) == '-' && text.startsWith("0", at + 1);
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        if (generator instanceof TokenBuffer || generator.getPrettyPrinter() != null) {
            // a tree would hold the text as a foreign object, and indented text would not be indented here
            provider.defaultSerializeValue(Json.read(text), generator);
        } else {
            generator.writeRawValue(text);
        }
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(generator, provider);
    }
}
