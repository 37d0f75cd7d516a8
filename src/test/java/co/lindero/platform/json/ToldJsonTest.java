package co.lindero.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.lindero.platform.problem.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A value told in two languages at once is the same bytes as each told by itself. */
class ToldJsonTest {
    private static final List<String> WORDS = List.of(
            "",
            "a",
            "predio",
            "ñandú — área",
            "\"comillas\" \\ / \u0001\u007f\n",
            "\\uD83D",
            "x".repeat(9_000),
            "ü".repeat(2_500));
    private static final List<String> BEYOND =
            List.of("😀", "casa 😀 house", "half \uD83D", "a\udc00b", "\ud83d\ude00\ud83d", "\u2028");

    @Test
    void isEachLanguageByItselfAndHoldsItsHash() {
        SplittableRandom random = new SplittableRandom(76130);
        RandomJson trees = new RandomJson(76130);
        for (int i = 0; i < 3_000; i++) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("id", word(random, BEYOND));
            // most texts are of the basic plane, as those of people are
            List<String> words = i % 10 == 0 ? joined(WORDS, BEYOND) : WORDS;
            Object value = i % 2 == 0 ? value(random, words, 4) : trees.next();
            members.put("value", value);
            members.put(
                    "alike",
                    List.of(trees.next(), new JsonText("{\"b\":[1.50,\"ñ\"],\"a\":-0.5}"), 1e-7, 2.0, -0.0, 0.1f));
            members.put("hash", Json.UNSEALED);
            members.put("notice", new ToldText("aviso", "notice"));
            String hash = Json.hash(members, "id", "hash", "notice");
            ToldJson sealed = Json.sealed(members, "hash", "id", "notice");
            members.put("hash", hash);
            assertThat(sealed.in(Language.ES))
                    .as("what is not told is Spanish")
                    .isEqualTo(utf8(members))
                    .isEqualTo(utf8(in(members, ToldText::es)));
            assertThat(sealed.in(Language.EN)).isEqualTo(utf8(in(members, ToldText::en)));
        }
    }

    @Test
    void isSealedWhereAMemberIsToHoldTheHash() {
        assertThatThrownBy(() -> Json.sealed(Map.of("a", 1), "hash")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.sealed(Map.of("hash", "x"), "hash")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.sealed(Map.of("hash", "x".repeat(71)), "hash"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.sealed(List.of(Json.UNSEALED), "hash"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.sealed(Map.of("a", Double.NaN, "hash", Json.UNSEALED), "hash"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsTextsWhereverTheyStand() {
        ToldText text = new ToldText("sí", "yes");
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("first", text);
        value.put("list", List.of(text, text, 1, text));
        value.put("same", "sí");
        value.put("hash", Json.UNSEALED);
        String hash = Json.sha256("{\"first\":\"sí\",\"list\":[\"sí\",\"sí\",1,\"sí\"],\"same\":\"sí\"}");
        ToldJson told = Json.sealed(value, "hash");
        assertThat(new String(told.in(Language.ES), StandardCharsets.UTF_8))
                .isEqualTo("{\"first\":\"sí\",\"list\":[\"sí\",\"sí\",1,\"sí\"],\"same\":\"sí\",\"hash\":\"%s\"}"
                        .formatted(hash));
        assertThat(new String(told.in(Language.EN), StandardCharsets.UTF_8))
                .isEqualTo("{\"first\":\"yes\",\"list\":[\"yes\",\"yes\",1,\"yes\"],\"same\":\"sí\",\"hash\":\"%s\"}"
                        .formatted(hash));
    }

    private static byte[] utf8(Object value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> joined(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static Object value(SplittableRandom random, List<String> words, int depth) {
        int size = random.nextInt(0, 7);
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> new ToldText(word(random, words), word(random, words));
            case 1 -> word(random, words);
            case 2 -> new JsonText("{\"type\":\"Point\",\"coordinates\":[1.50,2]}");
            case 3 ->
                IntStream.range(0, size)
                        .mapToObj(i -> value(random, words, depth - 1))
                        .toList();
            default -> {
                Map<String, Object> members = new LinkedHashMap<>();
                IntStream.range(0, size)
                        .forEach(i -> members.put(word(random, words) + i, value(random, words, depth - 1)));
                yield members;
            }
        };
    }

    private static String word(SplittableRandom random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static Object in(Object value, Function<ToldText, String> language) {
        if (value instanceof ToldText text) {
            return language.apply(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> in(one, language)).toList();
        }
        if (value instanceof Map<?, ?> members) {
            Map<Object, Object> all = new LinkedHashMap<>();
            members.forEach((name, member) -> all.put(name, in(member, language)));
            return all;
        }
        return value;
    }
}
