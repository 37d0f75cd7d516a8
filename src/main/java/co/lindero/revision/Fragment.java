package co.lindero.revision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a JSON document that another must contain: of an object the members named, of a list every element somewhere in the
 * other, numbers by their value. Pure.
 */
final class Fragment {
    private Fragment() {}

    /** Returns where the document does not contain the fragment, each as a JSON pointer with what was expected and found. */
    static List<String> differences(JsonNode expected, JsonNode actual) {
        List<String> found = new ArrayList<>();
        compare(expected, actual, "", found);
        return found;
    }

    private static void compare(JsonNode expected, JsonNode actual, String path, List<String> found) {
        if (expected.isObject() && actual.isObject()) {
            expected.properties()
                    .forEach(member -> compare(
                            member.getValue(), actual.path(member.getKey()), path + "/" + member.getKey(), found));
        } else if (expected.isArray() && actual.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                if (!contains(actual, expected.get(i))) {
                    found.add(path + "/" + i + ": " + expected.get(i) + " ≠ " + actual);
                }
            }
        } else if (!isSame(expected, actual)) {
            found.add(path + ": " + expected + " ≠ " + (actual.isMissingNode() ? "—" : actual.toString()));
        }
    }

    private static boolean contains(JsonNode list, JsonNode expected) {
        for (JsonNode element : list) {
            if (differences(expected, element).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(JsonNode expected, JsonNode actual) {
        return (expected.isNumber() && actual.isNumber())
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }
}
