package co.lindero.licence;

import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What differs between two answers to one licence question, for people. Pure. */
final class CheckDifferences {
    private CheckDifferences() {}

    static List<String> list(JsonNode before, JsonNode now, Language language) {
        List<String> list = new ArrayList<>();
        compare(list, language.pick("Veredicto", "Verdict"), before.path("verdict"), now.path("verdict"));
        Map<String, JsonNode> old = findings(before);
        Map<String, JsonNode> fresh = findings(now);
        old.forEach((key, finding) -> {
            JsonNode other = fresh.get(key);
            if (other == null) {
                list.add(language.pick("Ya no está: ", "No longer there: ")
                        + finding.path("message").asText());
            } else {
                for (String member : List.of("verdict", "actual", "limit")) {
                    compare(list, key + " " + member, finding.path(member), other.path(member));
                }
            }
        });
        fresh.forEach((key, finding) -> {
            if (!old.containsKey(key)) {
                list.add(language.pick("Nuevo: ", "New: ")
                        + finding.path("message").asText());
            }
        });
        return list;
    }

    private static void compare(List<String> list, String what, JsonNode before, JsonNode now) {
        boolean numbers = before.isNumber() && now.isNumber();
        boolean same = numbers ? before.decimalValue().compareTo(now.decimalValue()) == 0 : before.equals(now);
        if (!same) {
            list.add(what + ": " + before.asText() + " → " + now.asText());
        }
    }

    /** By what they speak of: the number of a finding may move, and a corrected norm is another row. */
    private static Map<String, JsonNode> findings(JsonNode answer) {
        Map<String, JsonNode> byKey = new LinkedHashMap<>();
        for (JsonNode finding : answer.path("findings")) {
            String key = String.join(
                            " ",
                            finding.path("kind").asText(),
                            finding.path("theme").asText(""),
                            finding.path("zone").asText(""),
                            finding.path("quantity").asText(""),
                            finding.path("operator").asText(""),
                            finding.path("norm").path("condition").asText(""))
                    .replace("null", "")
                    .strip()
                    .replaceAll(" +", " ");
            String free = key;
            for (int n = 2; byKey.containsKey(free); n++) {
                free = key + " #" + n;
            }
            byKey.put(free, finding);
        }
        return byKey;
    }
}
