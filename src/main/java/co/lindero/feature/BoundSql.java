package co.lindero.feature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A statement with its values: the text has a question mark for each value, in order.
 *
 * @param text statement for JDBC
 * @param values what is bound: texts, numbers, lists of texts or whole numbers
 */
record BoundSql(String text, List<Object> values) {

    /** A text with question marks, and the names whose values they take. */
    private record Template(String text, List<String> names) {}

    private static final int KEPT = 1_000;
    private static final int LONGEST_KEPT = 10_000;
    /** Requests differ in values and seldom in text: a text is read once, and is one and the same to the driver. */
    private static final Cache<String, Template> TEMPLATES =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** Puts named values into a text: {@code :name} becomes a question mark, unless it stands in a quoted text. */
    static BoundSql of(String named, Map<String, Object> arguments) {
        Template template = named.length() > LONGEST_KEPT ? template(named) : TEMPLATES.get(named, BoundSql::template);
        List<Object> values = new ArrayList<>(template.names.size());
        template.names.forEach(name -> values.add(required(arguments, name)));
        return new BoundSql(template.text, values);
    }

    private static Template template(String named) {
        StringBuilder text = new StringBuilder(named.length());
        List<String> names = new ArrayList<>();
        int length = named.length();
        for (int i = 0; i < length; ) {
            char c = named.charAt(i);
            if (c == '\'') {
                int end = named.indexOf('\'', i + 1);
                text.append(named, i, end + 1);
                i = end + 1;
            } else if (c == '-' && i + 1 < length && named.charAt(i + 1) == '-') {
                int end = named.indexOf('\n', i);
                i = end < 0 ? length : end;
            } else if (named.startsWith("::", i)) {
                text.append("::");
                i += 2;
            } else if (c == ':' && i + 1 < length && Character.isJavaIdentifierStart(named.charAt(i + 1))) {
                int end = i + 1;
                while (end < length && Character.isJavaIdentifierPart(named.charAt(end))) {
                    end++;
                }
                names.add(named.substring(i + 1, end));
                text.append('?');
                i = end;
            } else {
                text.append(c);
                i++;
            }
        }
        return new Template(text.toString(), names);
    }

    private static Object required(Map<String, Object> arguments, String name) {
        Object value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No value for :" + name);
        }
        return value;
    }
}
