package co.lindero.cql;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The names that a text may use, each with its type; no other is known. Names are case-sensitive, as the standard's
 * property names are (its own examples hold NAME and name); only the words of the language are not.
 *
 * @param types type by name
 */
public record CqlNames(Map<String, CqlType> types) {
    public CqlNames {
        types = Collections.unmodifiableMap(new TreeMap<>(types));
    }

    /** Returns the type of a name, written exactly so. */
    public Optional<CqlType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** Returns the known name most like an unknown one, where one differs by little. */
    Optional<String> nearest(String name) {
        int allowed = Math.max(1, name.length() / 3);
        return types.keySet().stream()
                .filter(known -> distance(known, name) <= allowed)
                .min(Comparator.comparingInt(known -> distance(known, name)));
    }

    /** Edits that lead from one word to the other; a difference of case alone counts nothing. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                char a = Character.toLowerCase(one.charAt(i - 1));
                char b = Character.toLowerCase(other.charAt(j - 1));
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a == b ? 0 : 1));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
