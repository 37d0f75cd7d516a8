package co.lindero.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Documents of every shape, the same for the same seed. */
final class RandomJson {
    private static final int DEEPEST = 6;
    private static final List<String> PIECES = List.of(
            "a",
            "B",
            "type",
            "é",
            "—",
            "€",
            "😀",
            "\"",
            "\\",
            "/",
            "\b\f\n\r\t",
            "\u0000",
            "\u001f",
            " ",
            "\u007f",
            "\u0080",
            "\u07ff",
            "\u0800",
            "\uffff",
            "\ud800",
            "\udc00",
            "\udbff\udfff",
            "\u2028");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0.0",
            "0.000",
            "0E+9",
            "1E+3",
            "1e-7",
            "120.0",
            "-120.50",
            "100",
            "4618743.698000",
            "0.00000000000000001",
            "12345678901234567890.1234567890",
            "1e400",
            "-1e-400",
            "1.000E-400",
            "99999999999999999999");

    private final Random random;

    RandomJson(long seed) {
        random = new Random(seed);
    }

    JsonNode next() {
        return next(0);
    }

    private JsonNode next(int depth) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (random.nextInt(depth < DEEPEST ? 11 : 9)) {
            case 0 -> make.nullNode();
            case 1 -> make.booleanNode(random.nextBoolean());
            case 2, 3 -> make.textNode(text());
            case 4 -> make.numberNode(new BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size()))));
            case 5 -> make.numberNode(BigDecimal.valueOf(random.nextLong(), random.nextInt(25) - 5));
            case 6 -> make.numberNode(random.nextInt(3) == 0 ? random.nextDouble() : random.nextGaussian() * 1e15);
            case 7 -> make.numberNode(random.nextBoolean() ? random.nextInt(2000) - 1000 : random.nextLong());
            case 8 -> make.numberNode(new BigInteger(random.nextInt(200), random));
            case 9 -> array(make.arrayNode(), depth);
            default -> object(make.objectNode(), depth);
        };
    }

    private ArrayNode array(ArrayNode array, int depth) {
        for (int left = random.nextInt(6); left > 0; left--) {
            array.add(next(depth + 1));
        }
        return array;
    }

    private ObjectNode object(ObjectNode object, int depth) {
        for (int left = random.nextInt(8); left > 0; left--) {
            object.set(text(), next(depth + 1));
        }
        return object;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(5); left > 0; left--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
