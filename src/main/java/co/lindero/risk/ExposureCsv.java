package co.lindero.risk;

import co.lindero.risk.ExposureAnswer.Row;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exposure as CSV: a header, a row a group and level, and the total last; decimal point, comma between columns. Pure. */
public final class ExposureCsv {
    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "level",
            "parcels",
            "drawnM2",
            "groundM2",
            "buildings",
            "floors",
            "builtM2",
            "footprintM2",
            "share",
            "shareOfTotal",
            "unknownM2",
            "suppressed",
            "licences",
            "projects");
    private static final ObjectWriter WRITER = writer();

    private ExposureCsv() {}

    private static ObjectWriter writer() {
        CsvSchema.Builder schema = CsvSchema.builder();
        COLUMNS.forEach(schema::addColumn);
        return CsvMapper.builder()
                .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .writer(schema.build().withHeader());
    }

    /** Returns the answer as CSV; the total's code is {@code total}, and what lies in no group has none. */
    public static String render(ExposureAnswer answer) {
        List<Map<String, Object>> lines = new ArrayList<>();
        answer.rows().forEach(row -> lines.add(line(row, row.code())));
        lines.add(line(answer.total(), "total"));
        try {
            return WRITER.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> line(Row row, @Nullable String code) {
        Map<String, Object> line = new LinkedHashMap<>();
        put(line, "code", code);
        put(line, "name", row.name());
        put(line, "level", row.level());
        put(line, "parcels", row.parcels());
        put(line, "drawnM2", row.drawnM2());
        put(line, "groundM2", row.groundM2());
        put(line, "buildings", row.buildings());
        put(line, "floors", row.floors());
        put(line, "builtM2", row.builtM2());
        put(line, "footprintM2", row.footprintM2());
        put(line, "share", row.share());
        put(line, "shareOfTotal", row.shareOfTotal());
        put(line, "unknownM2", row.unknownM2());
        put(line, "suppressed", row.suppressed());
        put(line, "licences", row.licences());
        put(line, "projects", row.projects());
        return line;
    }

    private static void put(Map<String, Object> line, String column, @Nullable Object value) {
        line.put(column, value == null ? "" : value);
    }
}
