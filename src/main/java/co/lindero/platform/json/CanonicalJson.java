package co.lindero.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * The canonical form of a JSON document, after RFC 8785: members sorted by the UTF-16 code units of their names, no white
 * space, only the escapes that JSON demands.
 *
 * <p>Unlike RFC 8785, numbers are plain decimals without trailing zeros or exponent ({@code 120.0} is {@code 120}), so
 * that a figure of the database keeps all its digits. Order of arrays is kept: it has meaning.
 */
final class CanonicalJson {
    private static final int LARGEST_EXPONENT = 400;

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /**
     * Returns the canonical text.
     *
     * @throws IllegalArgumentException where a number has more than 400 places, or the tree holds something that is not
     *     JSON
     */
    static String of(JsonNode node) {
        CanonicalJson canonical = new CanonicalJson();
        canonical.value(node);
        return canonical.text.toString();
    }

    private void value(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> string(node.textValue());
            case NUMBER -> text.append(number(node.decimalValue()));
            case BOOLEAN -> text.append(node.booleanValue());
            case NULL -> text.append("null");
            default -> throw new IllegalArgumentException("Not a JSON value: " + node.getNodeType());
        }
    }

    private void object(JsonNode node) {
        List<String> names = new ArrayList<>(node.size());
        node.fieldNames().forEachRemaining(names::add);
        Collections.sort(names);
        text.append('{');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            string(names.get(i));
            text.append(':');
            value(node.get(names.get(i)));
        }
        text.append('}');
    }

    private void array(JsonNode node) {
        text.append('[');
        for (Iterator<JsonNode> elements = node.elements(); elements.hasNext(); ) {
            value(elements.next());
            if (elements.hasNext()) {
                text.append(',');
            }
        }
        text.append(']');
    }

    private static String number(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal plain = number.stripTrailingZeros();
        if (Math.abs((long) plain.scale()) > LARGEST_EXPONENT) {
            throw new IllegalArgumentException("Number with more than " + LARGEST_EXPONENT + " places");
        }
        return plain.toPlainString();
    }

    private void string(String value) {
        text.append('"');
        if (isPlain(value)) {
            text.append(value);
        } else {
            escaped(value);
        }
        text.append('"');
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
    }
}
