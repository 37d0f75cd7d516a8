package co.lindero.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * JSON as Lindero writes it: properties in the order in which a record declares them, nulls kept, dates and instants as
 * ISO 8601 text, numbers always as plain decimals and never with an exponent; not-a-number and infinity are refused.
 *
 * <p>Reading keeps decimals exact and refuses unknown properties, repeated keys and text after the value. Thread-safe.
 */
public final class Json {
    /** Stands where {@link #sealed} is to put a hash; as long as one. */
    public static final String UNSEALED = named(new byte[32]);

    private static final JsonMapper MAPPER = JsonMapper.builder(factory())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .addModule(new IsoTimes())
            .build();

    /** Tells members in the order of the canonical form, which spares sorting them. */
    private static final JsonMapper SORTED = MAPPER.rebuild()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .build();

    private Json() {}

    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addDecorator((factory, generator) -> new PlainNumbers(generator))
                .build();
    }

    /** Returns the mapper; callers must not reconfigure it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Returns the value as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Reads a JSON text of our own making, such as a column of the database; a malformed one is a bug. */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a JSON text of our own making in UTF-8; a malformed one is a bug. */
    public static JsonNode read(byte[] text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a JSON array of our own making. */
    public static <T> List<T> readList(String text, Class<T> type) {
        try {
            return MAPPER.readerForListOf(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the value as one line of JSON. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the value as JSON for people to read: indented, one member per line. */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the value as JSON in UTF-8; characters beyond the basic plane are escapes. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the text of {@link #write} in UTF-8 in both languages of its {@link ToldText}s, with its {@link #hash} in it. The value
     * is walked once. Half of a surrogate pair, which is no character, is {@code ?}.
     *
     * @param value an object, one of whose members is {@link #UNSEALED}
     * @param member the name of that member; the hash, of which it is no part, takes its place
     * @param without other members that the hash does not cover
     * @throws IllegalArgumentException as {@link #hash}, and where there is no such member
     */
    public static ToldJson sealed(Object value, String member, String... without) {
        Set<String> left = new HashSet<>(List.of(without));
        left.add(member);
        MessageDigest digest = sha256();
        try (ToldGenerator told = new ToldGenerator(MAPPER)) {
            MAPPER.writeValue(told, value);
            told.canonical(left).addTo(digest);
            told.seal(member, named(digest.digest()));
            return told.told();
        } catch (IOException e) {
            throw new IllegalArgumentException("Has no canonical form", e);
        }
    }

    /**
     * Returns the one text that stands for a document whatever order and spacing it was written in; see
     * {@link CanonicalJson}.
     *
     * @throws IllegalArgumentException where a number has more than 400 places, or the tree holds something that is not
     *     JSON
     */
    public static String canonical(JsonNode node) {
        return new String(canonical(node, Set.of()).from(0), StandardCharsets.UTF_8);
    }

    /**
     * Returns {@code sha256:} and the hexadecimal SHA-256 of the canonical form of a value.
     *
     * @param without members of the value that the hash does not cover
     * @throws IllegalArgumentException as {@link #canonical}
     */
    public static String hash(Object value, String... without) {
        MessageDigest digest = sha256();
        canonical(value, Set.of(without)).addTo(digest);
        return named(digest.digest());
    }

    private static CanonicalText canonical(Object value, Set<String> without) {
        try (CanonicalJson canonical = new CanonicalJson(SORTED, without)) {
            SORTED.writeValue(canonical, value);
            return canonical.text();
        } catch (IOException e) {
            throw new IllegalArgumentException("Has no canonical form", e);
        }
    }

    /** Returns {@code sha256:} and the hexadecimal SHA-256 of a text in UTF-8, usually a canonical one. */
    public static String sha256(String canonical) {
        return named(sha256().digest(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String named(byte[] digest) {
        return "sha256:" + HexFormat.of().formatHex(digest);
    }
}
