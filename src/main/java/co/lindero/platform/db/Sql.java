package co.lindero.platform.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the statement files under {@code sql/query} and {@code sql/indicator}, which stand on the class path. A statement is named by its path
 * without the ending: {@code landuse/list_theme_parts}. Thread-safe; each file is read once.
 */
public final class Sql {
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private Sql() {}

    /**
     * Returns the text of a statement.
     *
     * @param name path below {@code sql/query}, without {@code .sql}
     * @throws IllegalArgumentException where no such file exists, a bug
     */
    public static String query(String name) {
        return TEXTS.computeIfAbsent("sql/query/" + name + ".sql", Sql::read);
    }

    /**
     * Returns the text of an indicator's statement.
     *
     * @param name name below {@code sql/indicator}, without {@code .sql}
     * @throws IllegalArgumentException where no such file exists, a bug
     */
    public static String indicator(String name) {
        return TEXTS.computeIfAbsent("sql/indicator/" + name + ".sql", Sql::read);
    }

    private static String read(String resource) {
        try (InputStream in = Sql.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No statement file " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
