package co.lindero.feature;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTWriter;

/** Writes features as CSV (RFC 4180, UTF-8): identifier, properties, geometry as WKT with x first. */
final class CsvItems implements ItemsWriter {
    private static final int NUMBER_DECIMALS = 4;

    private final ItemsRequest request;
    private final Writer text;
    private final CsvWriter csv;
    private final WKBReader reader = new WKBReader();
    private final WKTWriter writer = new WKTWriter();

    CsvItems(OutputStream out, ItemsRequest request) {
        this.request = request;
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    @Override
    public void begin() throws IOException {
        List<String> names = new ArrayList<>();
        names.add("id");
        request.properties().forEach(property -> names.add(property.name()));
        names.add("geometry");
        csv.writeRecord(names);
    }

    @Override
    public void row(FeatureRow row) throws IOException {
        List<@Nullable String> fields = new ArrayList<>();
        fields.add(row.id());
        for (Object value : row.values()) {
            fields.add(field(value));
        }
        fields.add(row.wkb() == null ? null : wkt(row.wkb()));
        csv.writeRecord(fields);
    }

    private static @Nullable String field(@Nullable Object value) {
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number)
                    .setScale(NUMBER_DECIMALS, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return value == null ? null : value.toString();
    }

    private String wkt(byte[] wkb) throws IOException {
        try {
            return writer.write(reader.read(wkb));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void end(PageSink page, OptionalLong matched) throws IOException {
        text.flush();
    }
}
