package co.lindero.feature;

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

    /** Puts named values into a text: {@code :name} becomes a question mark, unless it stands in a quoted text. */
    static BoundSql of(String named, Map<String, Object> arguments) {
        StringBuilder text = new StringBuilder(named.length());
        List<Object> values = new ArrayList<>();
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
                values.add(required(arguments, named.substring(i + 1, end)));
                text.append('?');
                i = end;
            } else {
                text.append(c);
                i++;
            }
        }
        return new BoundSql(text.toString(), values);
    }

    private static Object required(Map<String, Object> arguments, String name) {
        Object value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No value for :" + name);
        }
        return value;
    }
}
