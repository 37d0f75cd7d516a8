package co.lindero.indicator;

import co.lindero.indicator.IndicatorAnswer.Series;
import co.lindero.indicator.IndicatorAnswer.Year;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Indicators for a terminal, and as CSV: a row an indicator and year. Pure. */
public final class IndicatorText {
    private static final ObjectWriter CSV = csv();

    private IndicatorText() {}

    private static ObjectWriter csv() {
        CsvSchema.Builder schema = CsvSchema.builder();
        Stream.of("code", "name", "unit", "year", "on", "value", "state", "target", "met", "targetSource")
                .forEach(schema::addColumn);
        return CsvMapper.builder()
                .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .writer(schema.build().withHeader());
    }

    /** Returns the answer as a planner reads it, in the language it was written in. */
    public static String render(IndicatorAnswer answer, Language language) {
        StringBuilder text = new StringBuilder(language.pick("INDICADORES del plan ", "INDICATORS of plan "))
                .append(answer.plan())
                .append('\n');
        for (Series series : answer.indicators()) {
            text.append('\n')
                    .append(series.planName() == null ? series.name() : series.planName())
                    .append(" (")
                    .append(series.unit())
                    .append(")\n  ")
                    .append(series.method())
                    .append('\n');
            series.values().forEach(year -> text.append(line(year, language)));
        }
        if (Boolean.TRUE.equals(answer.demonstration())) {
            text.append(language.pick(
                    "\nDatos sintéticos de demostración: no son oficiales.",
                    "\nSynthetic demonstration data: not official."));
        }
        return text.append('\n').append(answer.notice()).toString();
    }

    private static String line(Year year, Language language) {
        String value = switch (year.state()) {
            case "known" -> plain(year.value());
            case "future" -> "";
            default -> language.pick("sin datos", "no data");
        };
        String aim = year.target() == null
                ? ""
                : language.pick("meta ", "target ")
                        + plain(year.target())
                        + (year.met() == null
                                ? ""
                                : year.met()
                                        ? language.pick(", cumplida", ", met")
                                        : language.pick(", no cumplida", ", not met"));
        return String.format(Locale.ROOT, "  %d %16s  %s", year.year(), value, aim)
                        .stripTrailing() + "\n";
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    /** Returns the answer as CSV with a header; decimal point, comma between columns. */
    public static String csv(IndicatorAnswer answer) {
        List<List<Object>> lines = new ArrayList<>();
        for (Series series : answer.indicators()) {
            for (Year year : series.values()) {
                lines.add(List.of(
                        series.code(),
                        series.planName() == null ? series.name() : series.planName(),
                        series.unit(),
                        year.year(),
                        year.on(),
                        year.value() == null ? "" : year.value(),
                        year.state(),
                        year.target() == null ? "" : year.target(),
                        year.met() == null ? "" : year.met(),
                        year.targetSource() == null ? "" : year.targetSource()));
            }
        }
        try {
            return CSV.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
