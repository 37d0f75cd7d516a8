package co.lindero.indicator;

import co.lindero.law.Bilingual;
import co.lindero.law.LegalSource;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * An indicator that ships with the program.
 *
 * @param code stable code
 * @param statement name of its statement in {@code sql/indicator}
 * @param unit unit of its values and targets
 * @param decimals decimals to which values are written
 * @param better which way a target is met
 * @param method how it is computed, for people
 * @param source what it follows from
 */
record Indicator(
        String code,
        String statement,
        Bilingual unit,
        int decimals,
        Better better,
        Bilingual name,
        Bilingual method,
        LegalSource source) {

    /** Which way a target is met. */
    enum Better {
        /** By at least the target. */
        more,
        /** By at most the target. */
        less
    }

    /** Reads those that ship. */
    static List<Indicator> shipped() {
        try (InputStream in = Objects.requireNonNull(
                Indicator.class.getResourceAsStream("/indicator/indicators.yaml"), "indicators.yaml")) {
            return StreamSupport.stream(new YAMLMapper().readTree(in).spliterator(), false)
                    .map(node -> Json.mapper().convertValue(node, Indicator.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
