package co.lindero.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Says a licence check in the short form of the guide to the demonstration: of several findings on one thing, the worst. */
record CheckInShort(JsonNode answer) {
    private static final List<String> VERDICTS =
            List.of("does_not_comply", "not_evaluable", "needs_review", "complies");
    private static final Pattern AREA = Pattern.compile("[\\d.]+ m²");

    String about(String what) {
        return switch (what) {
            case "total" -> answer.get("verdict").asText();
            case "rechazo" -> refusal();
            case "primero" -> finding(answer.at("/findings/0"));
            case "uso" -> worst("kind", "use");
            default -> what.startsWith("tema ") ? worst("theme", what.substring(5)) : worst("quantity", what);
        };
    }

    private String refusal() {
        JsonNode fault = answer.at("/errors/0");
        Matcher area = AREA.matcher(answer.get("detail").asText());
        return fault.get("pointer").asText() + ": " + (area.find() ? area.group() : "");
    }

    private String worst(String member, String value) {
        return StreamSupport.stream(answer.get("findings").spliterator(), false)
                .filter(finding -> finding.get(member).asText().equals(value))
                .min(Comparator.comparing(
                        finding -> VERDICTS.indexOf(finding.get("verdict").asText())))
                .map(CheckInShort::finding)
                .orElse("sin hallazgo");
    }

    private static String finding(JsonNode finding) {
        String said = switch (finding.get("kind").asText()) {
            case "norm" -> figures(finding);
            case "use" ->
                finding.get("uses").isEmpty()
                        ? ": no figura en " + finding.get("zone").asText()
                        : "";
            default -> protection(finding);
        };
        String missing = StreamSupport.stream(finding.get("missing").spliterator(), false)
                .map(input -> "; falta " + input.asText())
                .collect(Collectors.joining());
        boolean cites = finding.get("kind").asText().equals("norm")
                || !finding.get("uses").isEmpty();
        return finding.get("verdict").asText() + said + missing + (cites ? "; " + cited(finding) : "");
    }

    private static String figures(JsonNode finding) {
        return finding.get("actual").isNull()
                ? ""
                : ": " + finding.get("actual").asText() + " "
                        + finding.get("operator").asText() + " "
                        + finding.get("limit").asText() + " "
                        + finding.get("unit").asText();
    }

    private static String protection(JsonNode finding) {
        return finding.get("missing").isEmpty()
                ? Stream.of("theme", "zone")
                        .map(finding::get)
                        .filter(member -> !member.isNull())
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" ", ": ", ""))
                : "";
    }

    private static String cited(JsonNode finding) {
        String articles = StreamSupport.stream(finding.get("sources").spliterator(), false)
                .map(source -> source.get("article").asText())
                .distinct()
                .collect(Collectors.joining(" y "));
        return "art. " + articles + " del "
                + finding.at("/sources/0/act").asText().replace(" (demostración)", "");
    }
}
