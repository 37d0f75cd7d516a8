package co.lindero.platform.http;

import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of {@code docs/errors.md}, which stands on the class path: the one source of what a code means, read by
 * people in the file, at {@code /problems/{code}} and as the constant detail of failures. Immutable.
 */
final class ErrorCatalogue {
    private static final Pattern ENTRY = Pattern.compile("""
            ## ([a-z-]+)

            - Estado: (\\d{3})
            - Qué significa: (.+)
            - Qué hacer: (.+)
            - English: (.+)
            """);

    private final Map<String, Entry> entries;

    private ErrorCatalogue(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * One entry of the file.
     *
     * @param code stable code
     * @param status HTTP status
     * @param meaning what it means, in Spanish
     * @param remedy what to do, in Spanish
     * @param english what it means and what to do, in one line
     */
    record Entry(String code, int status, String meaning, String remedy, String english) {
        String meaning(Language language) {
            return language.pick(meaning, english);
        }
    }

    /** Reads the file. */
    static ErrorCatalogue read() {
        try (InputStream in = ErrorCatalogue.class.getClassLoader().getResourceAsStream("docs/errors.md")) {
            if (in == null) {
                throw new IllegalStateException("docs/errors.md is not on the class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("docs/errors.md", e);
        }
    }

    static ErrorCatalogue parse(String text) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Matcher matcher = ENTRY.matcher(text);
        while (matcher.find()) {
            Entry entry = new Entry(
                    matcher.group(1),
                    Integer.parseInt(matcher.group(2)),
                    matcher.group(3),
                    matcher.group(4),
                    matcher.group(5));
            if (entries.put(entry.code(), entry) != null) {
                throw new IllegalStateException("Two entries for " + entry.code());
            }
        }
        return new ErrorCatalogue(entries);
    }

    /** Returns the entries by code, in the order of the file. */
    Map<String, Entry> entries() {
        return entries;
    }

    /** Returns the entry of a type; that there is one, a test sees to. */
    Entry get(ProblemType type) {
        Entry entry = entries.get(type.code());
        if (entry == null) {
            throw new IllegalStateException("No entry for " + type.code() + " in docs/errors.md");
        }
        return entry;
    }
}
