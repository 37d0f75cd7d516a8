package co.lindero.licence;

import co.lindero.norm.Quantity;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Words for people about members of an answer, shared by its text and its page. Pure. */
final class LicenceWords {
    /** What a question states, by its member, in the order in which people read it. */
    private static final Map<String, String[]> PROPOSED = proposed();

    private LicenceWords() {}

    private static Map<String, String[]> proposed() {
        Map<String, String[]> words = new LinkedHashMap<>();
        words.put("useCategory", new String[] {"uso ", "use ", "", ""});
        words.put("ciiu", new String[] {"CIIU ", "CIIU ", "", ""});
        words.put("floors", new String[] {"", "", " pisos", " floors"});
        words.put("heightM", new String[] {"altura ", "height ", " m", " m"});
        words.put("builtAreaM2", new String[] {"área construida ", "built area ", " m²", " m²"});
        words.put("dwellings", new String[] {"", "", " viviendas", " dwellings"});
        words.put("parkingSpaces", new String[] {"", "", " parqueaderos", " parking spaces"});
        words.put("dedicationM2", new String[] {"cesión ", "dedication ", " m²", " m²"});
        words.put("netAreaM2", new String[] {"área neta ", "net area ", " m²", " m²"});
        words.put("usableAreaM2", new String[] {"área útil ", "usable area ", " m²", " m²"});
        words.put("lots", new String[] {"", "", " lotes", " lots"});
        words.put(
                "uafException", new String[] {"excepción a la UAF: literal ", "exception to the UAF: letter ", "", ""});
        return words;
    }

    static String title(Verdict verdict, Language language) {
        return verdict.title().in(language);
    }

    static Verdict verdict(String code) {
        return Verdict.valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }

    /** Returns class and modalities by their names, as in "Construcción: obra nueva, demolición". */
    static String licence(JsonNode licence, Language language) {
        String named = LicenceClass.find(licence.path("class").asText())
                .map(found -> found.title().in(language))
                .orElse(licence.path("class").asText());
        String modalities = StreamSupport.stream(licence.path("modalities").spliterator(), false)
                .map(JsonNode::asText)
                .map(code -> Modality.find(code)
                        .map(found -> found.title().in(language).toLowerCase(java.util.Locale.ROOT))
                        .orElse(code))
                .collect(Collectors.joining(", "));
        return modalities.isEmpty() ? named : named + ": " + modalities;
    }

    /** Returns what was proposed, as in "uso R-1, 3 pisos"; empty where nothing was stated, or the answer does not repeat it. */
    static String proposal(JsonNode proposal, Language language) {
        List<String> said = new ArrayList<>();
        PROPOSED.forEach((member, words) -> {
            if (proposal.hasNonNull(member)) {
                String value = proposal.get(member).asText();
                String after = language.pick(words[2], words[3]);
                said.add(language.pick(words[0], words[1])
                        + value
                        + (value.equals("1") && after.endsWith("s") ? after.substring(0, after.length() - 1) : after));
            }
        });
        return String.join(", ", said);
    }

    /** Returns the zone and the quantity that something considered speaks of, with a colon after them. */
    static String place(JsonNode item, Language language) {
        Optional<String> quantity = Optional.ofNullable(item.path("quantity").textValue())
                .map(code -> Quantity.find(code)
                        .map(found -> found.title().in(language))
                        .orElse(code));
        Optional<String> zone = Optional.ofNullable(item.path("zone").textValue());
        String place = quantity.map(
                        name -> zone.map(code -> name + " (" + code + ")").orElse(name))
                .or(() -> zone)
                .orElse("");
        return place.isEmpty() ? "" : place + ": ";
    }

    /** Returns a source as act and article; empty where it names no act. */
    static String source(JsonNode source) {
        String act = source.path("act").textValue();
        String article = source.path("article").textValue();
        return act == null ? "" : article == null ? act : act + ", art. " + article;
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
