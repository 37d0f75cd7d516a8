package co.lindero.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a JSON document in whatever order it is told and writes its canonical form, after RFC 8785: members sorted by the UTF-16
 * code units of their names, no white space, only the escapes that JSON demands. Members told in order cost nothing more; others
 * are put in order when their object ends.
 *
 * <p>Unlike RFC 8785, numbers are plain decimals without trailing zeros or exponent ({@code 120.0} is {@code 120}), so
 * that a figure of the database keeps all its digits. Order of arrays is kept: it has meaning.
 *
 * <p>Throws {@link IllegalArgumentException} where a number has more than 400 places or is none, and for binary data. For one
 * document; not thread-safe.
 */
final class CanonicalJson extends TextGenerator {
    private static final int LARGEST_EXPONENT = 400;
    private static final int FIRST_MEMBERS = 24;
    private static final String GEOMETRY = "{\"type\":\"";
    private static final String COORDINATES = "\",\"coordinates\":";

    private final Set<String> without;
    private final CanonicalText text;
    /** Those that have ended are used again. */
    private final List<Level> levels = new ArrayList<>();

    private int depth;

    /**
     * Begins a document.
     *
     * @param codec reads and writes what is told as a JSON text or as an object of Java
     * @param without members of the outermost object that are left out
     */
    CanonicalJson(ObjectCodec codec, Set<String> without) {
        super(codec, new CanonicalText());
        this.text = text();
        this.without = without;
    }

    /** An object or array that has not ended, and the members of an object: their names and where each is written, name and value. */
    private static final class Level extends Container {
        private int start;
        private String[] names = new String[FIRST_MEMBERS];
        private int[] starts = new int[FIRST_MEMBERS];
        private int[] ends = new int[FIRST_MEMBERS];
        private int members;
        private boolean isSorted;

        void begin(boolean object, int at) {
            isObject = object;
            start = at;
            members = 0;
            isSorted = true;
            isEmpty = true;
        }

        void add(String name, int at) {
            isSorted &= members == 0 || names[members - 1].compareTo(name) < 0;
            if (members == names.length) {
                names = Arrays.copyOf(names, 2 * members);
                starts = Arrays.copyOf(starts, 2 * members);
                ends = Arrays.copyOf(ends, 2 * members);
            }
            names[members] = name;
            starts[members] = at;
            members++;
        }
    }

    @Override
    public void writeStartObject() {
        start(true, '{');
    }

    @Override
    public void writeStartArray() {
        start(false, '[');
    }

    private void start(boolean isObject, char bracket) {
        element();
        text.put(bracket);
        if (depth == levels.size()) {
            levels.add(new Level());
        }
        levels.get(depth++).begin(isObject, text.length());
    }

    @Override
    public void writeEndArray() {
        depth--;
        text.put(']');
    }

    @Override
    public void writeEndObject() {
        Level level = levels.get(depth - 1);
        endMember(level);
        depth--;
        if (!level.isSorted) {
            arrange(level);
        }
        text.put('}');
    }

    /** Ends the member being written, if there is one; takes it back where it is to be left out. */
    private void endMember(Level level) {
        if (level.members == 0) {
            return;
        }
        int last = level.members - 1;
        level.ends[last] = text.length();
        if (depth == 1 && without.contains(level.names[last])) {
            level.members = last;
            level.isEmpty = last == 0;
            text.cut(level.isEmpty ? level.starts[last] : level.starts[last] - 1);
        }
    }

    private void arrange(Level level) {
        byte[] told = text.from(level.start);
        text.cut(level.start);
        IntStream.range(0, level.members)
                .boxed()
                .sorted(Comparator.comparing(member -> level.names[member]))
                .forEach(member -> {
                    if (text.length() > level.start) {
                        text.put(',');
                    }
                    text.put(told, level.starts[member] - level.start, level.ends[member] - level.start);
                });
    }

    @Override
    void begin(String name) {
        Level level = levels.get(depth - 1);
        endMember(level);
        separate(level);
        level.add(name, text.length());
    }

    @Override
    @Nullable
    Container container() {
        return depth == 0 ? null : levels.get(depth - 1);
    }

    @Override
    public void writeNumber(double value) {
        writeNumber(BigDecimal.valueOf(value));
    }

    @Override
    public void writeNumber(float value) {
        writeNumber((double) value);
    }

    @Override
    public void writeNumber(String value) {
        boolean isPlain = value.length() <= LARGEST_EXPONENT && value.indexOf('e') < 0 && value.indexOf('E') < 0;
        if (isPlain && !value.startsWith("-0")) {
            word(withoutTrailingZeros(value));
        } else {
            writeNumber(new BigDecimal(value));
        }
    }

    @Override
    public void writeNumber(BigDecimal value) {
        boolean isShort =
                value.scale() >= 0 && value.scale() <= LARGEST_EXPONENT && value.precision() <= LARGEST_EXPONENT;
        word(withoutTrailingZeros((isShort ? value : limited(value)).toPlainString()));
    }

    private static BigDecimal limited(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (Math.abs((long) plain.scale()) > LARGEST_EXPONENT) {
            throw new IllegalArgumentException("Number with more than " + LARGEST_EXPONENT + " places");
        }
        return plain;
    }

    private static String withoutTrailingZeros(String plain) {
        if (plain.indexOf('.') < 0) {
            return plain;
        }
        int end = plain.length();
        while (plain.charAt(end - 1) == '0') {
            end--;
        }
        return plain.substring(0, plain.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** Takes a JSON text apart: its members and numbers may be written in another way. */
    @Override
    public void writeRawValue(String json) throws IOException {
        if (writeGeometry(json)) {
            return;
        }
        try (JsonParser parser = getCodec().getFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    writeNumber(parser.getText());
                } else {
                    copyCurrentEvent(parser);
                }
            }
        }
    }

    /** Writes a geometry of GeoJSON, which most texts are, without taking it apart; returns whether it is one. */
    private boolean writeGeometry(String json) {
        int type = GEOMETRY.length();
        int quote = json.startsWith(GEOMETRY) ? json.indexOf('"', type) : -1;
        int from = quote + COORDINATES.length();
        int end = json.length() - 1;
        if (quote < 0
                || !json.startsWith(COORDINATES, quote)
                || json.charAt(end) != '}'
                || json.indexOf('\\') >= 0
                || !arePlainNumbers(json, from, end)) {
            return false;
        }
        element();
        text.put("{\"coordinates\":");
        boolean isDecimal = false;
        for (int i = from; i < end; i++) {
            char c = json.charAt(i);
            if (isDecimal && (c == ',' || c == ']')) {
                text.cutTrailingZeros();
                isDecimal = false;
            }
            isDecimal |= c == '.';
            text.put(c);
        }
        text.put(",\"type\":");
        text.quote(json.substring(type, quote));
        text.put('}');
        return true;
    }

    /** Tells whether a piece of JSON is arrays of numbers that stand as they are but for zeros at their ends. */
    private static boolean arePlainNumbers(String json, int from, int end) {
        int begin = from;
        for (int i = from; i < end; i++) {
            char c = json.charAt(i);
            if (c == '[' || c == ']' || c == ',') {
                begin = i + 1;
            } else if (i - begin > LARGEST_EXPONENT
                    || (c == '-' ? json.startsWith("-0", i) : c != '.' && (c < '0' || c > '9'))) {
                return false;
            }
        }
        return from < end && json.charAt(from) == '[';
    }
}
