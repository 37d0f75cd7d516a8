package co.lindero.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The canonical form as it is defined, word for word and slowly: what {@link CanonicalJson} is compared with. */
final class DefinedCanonicalJson {
    private DefinedCanonicalJson() {}

    static String of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> string(node.textValue());
            case NUMBER -> number(node.decimalValue());
            case BOOLEAN, NULL -> node.asText();
            default -> throw new IllegalArgumentException("Not a JSON value: " + node.getNodeType());
        };
    }

    private static String object(JsonNode node) {
        TreeSet<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        List<String> members = new ArrayList<>();
        for (String name : names) {
            members.add(string(name) + ":" + of(node.get(name)));
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String array(JsonNode node) {
        List<String> elements = new ArrayList<>();
        for (JsonNode element : node) {
            elements.add(of(element));
        }
        return "[" + String.join(",", elements) + "]";
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String string(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int named = "\"\\\b\f\n\r\t".indexOf(c);
            if (named >= 0) {
                text.append('\\').append("\"\\bfnrt".charAt(named));
            } else if (c < 0x20) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
