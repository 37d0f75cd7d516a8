package co.lindero.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The official LADM_COL value lists. A value is known by its full code, its leaf, and its position in the list, which
 * is what the national services publish.
 */
final class Domains {
    private static final String RESOURCE = "/profiles/domains.yaml";

    private Domains() {}

    /** From each folded form of a value to its code. */
    static Map<String, String> translation(String domain) {
        List<String> codes = List.copyOf(read(domain));
        Map<String, String> translation = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            translation.put(Names.fold(code), code);
            translation.putIfAbsent(Names.fold(code.substring(code.lastIndexOf('.') + 1)), code);
            translation.putIfAbsent(String.valueOf(i + 1), code);
        }
        return translation;
    }

    private static List<String> read(String domain) {
        try (InputStream in = Objects.requireNonNull(Domains.class.getResourceAsStream(RESOURCE));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            YamlTree list = YamlTree.read(reader, RESOURCE).entries().get(domain);
            return Objects.requireNonNull(list, domain).texts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
