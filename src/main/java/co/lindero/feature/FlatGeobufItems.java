package co.lindero.feature;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.wololo.flatgeobuf.ColumnMeta;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/** Writes features as FlatGeobuf as they come: x first, without an index, which would need them all beforehand. */
final class FlatGeobufItems implements ItemsWriter {
    private static final int FIRST = 1 << 14;
    private static final String IDENTIFIER = "id";
    /** A column's number and a double. */
    private static final int LARGEST = 10;

    private final OutputStream out;
    private final ItemsRequest request;
    private final LongSupplier count;
    private final WKBReader reader = new WKBReader();

    /**
     * Prepares to write.
     *
     * @param count tells how many features there will be, which readers want to know before the first
     */
    FlatGeobufItems(OutputStream out, ItemsRequest request, LongSupplier count) {
        this.out = out;
        this.count = count;
        this.request = request;
    }

    @Override
    public void begin() throws IOException {
        HeaderMeta header = new HeaderMeta();
        header.name = request.layer().id();
        header.geometryType = (byte) GeometryType.Unknown;
        header.srid = request.crs().srid();
        header.featuresCount = count.getAsLong();
        header.columns = columns();
        out.write(Constants.MAGIC_BYTES);
        HeaderMeta.write(header, out, new FlatBufferBuilder(FIRST));
    }

    private List<ColumnMeta> columns() {
        List<ColumnMeta> columns = new ArrayList<>();
        columns.add(column(IDENTIFIER, ColumnType.String));
        for (Property property : request.properties()) {
            columns.add(column(
                    property.name(),
                    switch (property.type()) {
                        case INTEGER, JSON_INTEGER -> ColumnType.Long;
                        case NUMBER, JSON_NUMBER -> ColumnType.Double;
                        case BOOLEAN, JSON_BOOLEAN -> ColumnType.Bool;
                        case TIMESTAMP -> ColumnType.DateTime;
                        case STRING, DATE -> ColumnType.String;
                    }));
        }
        return columns;
    }

    private static ColumnMeta column(String name, int type) {
        ColumnMeta column = new ColumnMeta();
        column.name = name;
        column.type = (byte) type;
        column.nullable = true;
        return column;
    }

    @Override
    public void row(FeatureRow row) throws IOException {
        FlatBufferBuilder builder = new FlatBufferBuilder(FIRST);
        int properties = Feature.createPropertiesVector(builder, properties(row));
        byte[] wkb = row.wkb();
        int geometry = 0;
        if (wkb != null) {
            geometry = serialized(builder, geometry(wkb));
        }
        builder.finishSizePrefixed(Feature.createFeature(builder, geometry, properties, 0));
        out.write(builder.sizedByteArray());
    }

    /** The type is written with each feature where the file states none; the library has none for mixed collections. */
    private static int serialized(FlatBufferBuilder builder, Geometry geometry) throws IOException {
        if (!geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            return GeometryConversions.serialize(builder, geometry, (byte) GeometryType.Unknown);
        }
        int[] parts = new int[geometry.getNumGeometries()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = serialized(builder, geometry.getGeometryN(i));
        }
        int vector = org.wololo.flatgeobuf.generated.Geometry.createPartsVector(builder, parts);
        return org.wololo.flatgeobuf.generated.Geometry.createGeometry(
                builder, 0, 0, 0, 0, 0, 0, GeometryType.GeometryCollection, vector);
    }

    private Geometry geometry(byte[] wkb) {
        try {
            return reader.read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] properties(FeatureRow row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text(bytes, 0, row.id());
        Object[] values = row.values();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                property(bytes, i + 1, value, request.properties().get(i).type());
            }
        }
        return bytes.toByteArray();
    }

    private static void property(ByteArrayOutputStream bytes, int column, Object value, PropertyType type) {
        switch (type) {
            case INTEGER -> put(bytes, number(column).putLong((Long) value));
            case JSON_INTEGER -> put(bytes, number(column).putLong((long) Double.parseDouble((String) value)));
            case NUMBER -> put(bytes, number(column).putDouble((Double) value));
            case JSON_NUMBER -> put(bytes, number(column).putDouble(Double.parseDouble((String) value)));
            case BOOLEAN, JSON_BOOLEAN ->
                put(bytes, number(column).put((byte) (value.toString().equals("true") ? 1 : 0)));
            case STRING, DATE, TIMESTAMP -> text(bytes, column, (String) value);
        }
    }

    private static ByteBuffer number(int column) {
        return ByteBuffer.allocate(LARGEST).order(ByteOrder.LITTLE_ENDIAN).putShort((short) column);
    }

    private static void text(ByteArrayOutputStream bytes, int column, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        put(bytes, number(column).putInt(utf8.length));
        bytes.writeBytes(utf8);
    }

    private static void put(ByteArrayOutputStream bytes, ByteBuffer value) {
        byte[] written = new byte[value.position()];
        value.flip().get(written);
        bytes.writeBytes(written);
    }

    @Override
    public void end(PageSink page, OptionalLong matched) throws IOException {
        // features follow each other to the end of the file
    }
}
