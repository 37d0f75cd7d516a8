package co.lindero.platform.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/** Dates as {@code 2026-11-22} and instants as {@code 2026-11-22T15:04:05Z}, both ways. */
final class IsoTimes extends SimpleModule {
    private static final long serialVersionUID = 1L;

    IsoTimes() {
        super("iso-times");
        time(LocalDate.class, LocalDate::parse);
        time(Instant.class, Instant::parse);
        time(OffsetDateTime.class, OffsetDateTime::parse);
    }

    private <T> void time(Class<T> type, Function<String, T> parse) {
        addSerializer(type, ToStringSerializer.instance);
        addDeserializer(type, new FromText<>(type, parse));
    }

    private static final class FromText<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final Class<T> type;
        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) throws IOException {
            try {
                return parse.apply(value);
            } catch (DateTimeException e) {
                return type.cast(context.handleWeirdStringValue(type, value, "not ISO 8601"));
            }
        }
    }
}
