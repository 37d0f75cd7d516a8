package co.lindero.platform.json;

import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** One JSON value in two languages, UTF-8. Immutable. */
public final class ToldJson {
    private static final String ESCAPED_SURROGATE = "\\uD";

    private final byte[] both;
    private final int spanishBytes;

    /**
     * Takes a value as it was written.
     *
     * @param both in Spanish, then in English; whoever gives the bytes leaves them as they are
     * @param spanishBytes how many of them are the Spanish one
     */
    public ToldJson(byte[] both, int spanishBytes) {
        this.both = both;
        this.spanishBytes = spanishBytes;
    }

    /** Returns the value in a language. */
    public byte[] in(Language language) {
        return language == Language.ES
                ? Arrays.copyOf(both, spanishBytes)
                : Arrays.copyOfRange(both, spanishBytes, both.length);
    }

    /** Returns the value in Spanish and then in English; whoever takes the bytes leaves them as they are. */
    public byte[] both() {
        return both;
    }

    /** Returns how many bytes the Spanish one has. */
    public int spanishBytes() {
        return spanishBytes;
    }

    /** Writes a value once, and its English texts apart, and puts them in the place of the Spanish ones. */
    static ToldJson of(JsonMapper mapper, Object value) throws IOException {
        try (ByteArrayBuilder spanish = new ByteArrayBuilder();
                ByteArrayBuilder english = new ByteArrayBuilder();
                JsonGenerator texts = mapper.createGenerator(english)) {
            Swaps swaps = new Swaps(spanish, english, texts);
            texts.writeStartArray();
            mapper.writer().withAttribute(Telling.class, swaps).writeValue(spanish, value);
            texts.writeEndArray();
            texts.flush();
            byte[] inSpanish = spanish.toByteArray();
            byte[] apart = english.toByteArray();
            return mayHoldEscapedSurrogate(inSpanish) || mayHoldEscapedSurrogate(apart)
                    ? joined(text(mapper, value, ToldText::es), text(mapper, value, ToldText::en))
                    : swaps.apply(inSpanish, apart);
        }
    }

    /**
     * Jackson writes characters beyond the basic plane as escapes into bytes but not into text; they are rare, and looking costs
     * less than encoding.
     */
    static boolean mayHoldEscapedSurrogate(byte[] json) {
        return new String(json, StandardCharsets.ISO_8859_1).contains(ESCAPED_SURROGATE);
    }

    private static byte[] text(JsonMapper mapper, Object value, Function<ToldText, String> words) throws IOException {
        Telling telling = (text, generator) -> generator.writeString(words.apply(text));
        return mapper.writer()
                .withAttribute(Telling.class, telling)
                .writeValueAsString(value)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ToldJson joined(byte[] spanish, byte[] english) {
        byte[] both = Arrays.copyOf(spanish, spanish.length + english.length);
        System.arraycopy(english, 0, both, spanish.length, english.length);
        return new ToldJson(both, spanish.length);
    }

    /** Where texts lie: a Spanish one in the value, its English one among the texts apart, both without their quotes. */
    private static final class Swaps implements Telling {
        private static final int PLACES = 4;

        private final ByteArrayBuilder spanish;
        private final ByteArrayBuilder english;
        private final JsonGenerator texts;
        private int[] places = new int[PLACES * 64];
        private int used;

        Swaps(ByteArrayBuilder spanish, ByteArrayBuilder english, JsonGenerator texts) {
            this.spanish = spanish;
            this.english = english;
            this.texts = texts;
        }

        @Override
        public void write(ToldText text, JsonGenerator generator) throws IOException {
            if (used == places.length) {
                places = Arrays.copyOf(places, 2 * used);
            }
            place(spanish, generator, text.es());
            place(english, texts, text.en());
        }

        /** What stands between a name or an element and its text is one character; then comes the quote. */
        private void place(ByteArrayBuilder into, JsonGenerator generator, String text) throws IOException {
            JsonStreamContext place = generator.getOutputContext();
            boolean isFirst = !place.inObject() && place.getEntryCount() == 0;
            int start = written(into, generator) + (isFirst ? 1 : 2);
            generator.writeString(text);
            places[used++] = start;
            places[used++] = written(into, generator) - 1;
        }

        private static int written(ByteArrayBuilder into, JsonGenerator generator) {
            return into.size() + generator.getOutputBuffered();
        }

        ToldJson apply(byte[] inSpanish, byte[] apart) {
            int change = 0;
            for (int i = 0; i < used; i += PLACES) {
                change += places[i + 3] - places[i + 2] - (places[i + 1] - places[i]);
            }
            byte[] both = Arrays.copyOf(inSpanish, 2 * inSpanish.length + change);
            int from = 0;
            int to = inSpanish.length;
            for (int i = 0; i < used; i += PLACES) {
                System.arraycopy(inSpanish, from, both, to, places[i] - from);
                to += places[i] - from;
                int length = places[i + 3] - places[i + 2];
                System.arraycopy(apart, places[i + 2], both, to, length);
                to += length;
                from = places[i + 1];
            }
            System.arraycopy(inSpanish, from, both, to, inSpanish.length - from);
            return new ToldJson(both, inSpanish.length);
        }
    }
}
