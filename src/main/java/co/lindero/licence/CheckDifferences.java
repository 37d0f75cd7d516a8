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
        if (!before.path("verdict").equals(now.path("verdict"))) {
            list.add(
                    language.pick("Veredicto: ", "Verdict: ") + title(before, language) + " → " + title(now, language));
        }
        Map<String, JsonNode> old = findings(before);
        Map<String, JsonNode> fresh = findings(now);
        old.forEach((key, finding) -> {
            JsonNode other = fresh.get(key);
            if (other == null) {
                list.add(language.pick("Ya no está: ", "No longer there: ")
                        + finding.path("message").asText());
            } else {
                list.addAll(changes(finding, other, language));
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

    /** Returns what differs between two findings on one thing: verdict, figure, limit. */
    private static List<String> changes(JsonNode before, JsonNode now, Language language) {
        List<String> changes = new ArrayList<>();
        if (!before.path("verdict").equals(now.path("verdict"))) {
            changes.add(title(before, language) + " → " + title(now, language));
        }
        compare(changes, language.pick("lo propuesto ", "proposed "), before.path("actual"), now.path("actual"));
        compare(changes, language.pick("la norma pide ", "the norm asks "), before.path("limit"), now.path("limit"));
        return changes.isEmpty() ? List.of() : List.of(about(before, language) + String.join("; ", changes));
    }

    private static String title(JsonNode judged, Language language) {
        return LicenceWords.title(LicenceWords.verdict(judged.path("verdict").asText()), language);
    }

    /** Returns what a finding speaks of, with a colon after it. */
    private static String about(JsonNode finding, Language language) {
        String place = LicenceWords.place(finding, language);
        String theme = finding.path("theme").asText("").replace("null", "");
        boolean norm = finding.path("kind").asText().equals("norm");
        String lot = finding.path("lot").isNumber()
                ? language.pick("lote ", "lot ") + finding.path("lot").asText() + ", "
                : "";
        return lot
                + (norm || theme.isEmpty() ? "" : theme + (place.isEmpty() ? ": " : " "))
                + (place.isEmpty() && theme.isEmpty() ? finding.path("kind").asText() + ": " : place);
    }

    private static void compare(List<String> list, String what, JsonNode before, JsonNode now) {
        boolean numbers = before.isNumber() && now.isNumber();
        boolean same = numbers ? before.decimalValue().compareTo(now.decimalValue()) == 0 : before.equals(now);
        if (!same) {
            list.add(what + figure(before) + " → " + figure(now));
        }
    }

    private static String figure(JsonNode figure) {
        return figure.isNumber() ? figure.asText() : "—";
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
                            finding.path("lot").asText(""),
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
