package co.lindero.feature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes features as GeoJSON, one after the other as they come. Used by one thread. */
final class GeoJsonEncoder implements FeatureSink {
    private static final byte[] FEATURE = bytes("{\"type\":\"Feature\",\"id\":");
    private static final byte[] GEOMETRY = bytes(",\"geometry\":");
    private static final byte[] PROPERTIES = bytes(",\"properties\":{");
    private static final byte[] SEPARATOR = bytes(",\n");
    private static final byte[] NULL = bytes("null");
    private static final int NUMBER_DECIMALS = 4;

    private static final int KEPT = 500;
    private static final Cache<List<Property>, byte[][]> NAMES =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private final JsonOut out;
    private final WkbGeoJson geometries;
    private final List<Property> properties;
    private final byte[][] names;
    private boolean begun;

    /**
     * Writes to a stream.
     *
     * @param buffer bytes that are handed on at once
     */
    GeoJsonEncoder(OutputStream stream, ItemsRequest request, int buffer) {
        this.out = new JsonOut(stream, buffer);
        this.geometries =
                new WkbGeoJson(out, request.crs().decimals(), request.crs().northFirst());
        this.properties = request.properties();
        this.names = NAMES.get(properties, GeoJsonEncoder::names);
    }

    private static byte[][] names(List<Property> properties) {
        byte[][] names = new byte[properties.size()][];
        for (int i = 0; i < names.length; i++) {
            names[i] = bytes((i == 0 ? "" : ",")
                    + co.lindero.platform.json.Json.write(properties.get(i).name()) + ":");
        }
        return names;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the beginning of a collection. */
    void begin() throws IOException {
        out.raw("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    @Override
    public void row(FeatureRow row) throws IOException {
        separate();
        feature(row);
        out.raw('}');
    }

    /** Writes a feature of the collection that is GeoJSON already. */
    void encoded(byte[] feature) throws IOException {
        separate();
        out.raw(feature);
    }

    private void separate() throws IOException {
        if (begun) {
            out.raw(SEPARATOR);
        }
        begun = true;
    }

    /** Writes one feature by itself, and hands it on. */
    void single(FeatureRow row) throws IOException {
        feature(row);
        out.raw('}');
        out.flush();
    }

    private void feature(FeatureRow row) throws IOException {
        out.raw(FEATURE);
        out.text(row.id());
        out.raw(GEOMETRY);
        byte[] wkb = row.wkb();
        if (wkb == null) {
            out.raw(NULL);
        } else {
            geometries.write(wkb);
        }
        out.raw(PROPERTIES);
        for (int i = 0; i < names.length; i++) {
            out.raw(names[i]);
            value(row.values()[i], properties.get(i).type());
        }
        out.raw('}');
    }

    private void value(@Nullable Object value, PropertyType type) throws IOException {
        if (value == null) {
            out.raw(NULL);
        } else if (type.isJson()) {
            json((String) value, type);
        } else if (value instanceof Double number) {
            out.real(number, NUMBER_DECIMALS);
        } else if (value instanceof Long whole) {
            out.number(whole);
        } else if (value instanceof String text) {
            out.text(text);
        } else {
            out.raw(value.toString());
        }
    }

    /** A number that may have decimals shows one: readers tell types by the first features they see. */
    private void json(String json, PropertyType type) throws IOException {
        out.raw(json);
        if (type == PropertyType.JSON_NUMBER && json.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
            out.raw(".0");
        }
    }

    /** Ends a collection with further members, JSON without the outer braces; hands everything on. */
    void end(String members) throws IOException {
        out.raw("],");
        out.raw(members);
        out.raw("}");
        out.flush();
    }

    /** Returns a feature with further members, JSON without the outer braces. */
    static byte[] with(byte[] feature, String members) {
        byte[] more = bytes("," + members + "}");
        byte[] both = Arrays.copyOf(feature, feature.length - 1 + more.length);
        System.arraycopy(more, 0, both, feature.length - 1, more.length);
        return both;
    }
}
