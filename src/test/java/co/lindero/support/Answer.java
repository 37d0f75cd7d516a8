package co.lindero.support;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A land-use answer as a command printed it.
 *
 * @param json the document
 */
public record Answer(JsonNode json) {

    /** Checks what every answer must be: it fits the schema, its figures add up, its hash is its own. */
    public void requireSound() {
        AnswerSchema.require(json);
        requireClosingSums();
        requireOwnHash();
    }

    /** For each theme parts + noise + uncovered + unknown + outside - doubly covered is the drawn area, to 0.0001 m2. */
    public void requireClosingSums() {
        BigDecimal drawn = decimal(json.at("/parcel/areas/planarM2"));
        for (JsonNode theme : json.get("themes")) {
            BigDecimal sum = decimal(theme.get("uncoveredM2"))
                    .add(decimal(theme.get("unknownM2")))
                    .add(decimal(theme.get("outsideGroundM2")))
                    .subtract(decimal(theme.get("doublyCoveredM2")));
            for (JsonNode part : theme.get("parts")) {
                sum = sum.add(decimal(part.get("planarM2")));
            }
            for (JsonNode noise : theme.get("noise")) {
                sum = sum.add(decimal(noise.get("planarM2")));
            }
            assertThat(sum).as("sum of %s", theme).isEqualByComparingTo(drawn);
        }
    }

    private void requireOwnHash() {
        ObjectNode covered = json.deepCopy();
        covered.remove(List.of("hash", "notice"));
        assertThat(json.get("hash").asText()).isEqualTo(Json.sha256(Json.canonical(covered)));
    }

    private static BigDecimal decimal(JsonNode node) {
        return node.isNull() ? BigDecimal.ZERO : node.decimalValue();
    }

    /** Returns the text at a JSON pointer. */
    public String at(String pointer) {
        return json.at(pointer).asText();
    }

    public String hash() {
        return at("/hash");
    }

    /** Returns a theme. */
    public JsonNode themeJson(String code) {
        return StreamSupport.stream(json.get("themes").spliterator(), false)
                .filter(theme -> theme.get("theme").asText().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No theme " + code + " in " + json));
    }

    /**
     * Returns all that a theme says, but texts, on one line: the state, "sensitive" if it is and "unsaid" where accuracy
     * is not stated, then parts, noise, what is left over where it is not zero, and declarations.
     */
    public String theme(String code) {
        JsonNode theme = themeJson(code);
        List<String> said = new ArrayList<>();
        JsonNode sensitive = theme.get("boundarySensitive");
        said.add(theme.get("state").asText()
                + (sensitive.isNull() ? " unsaid" : sensitive.asBoolean() ? " sensitive" : ""));
        for (JsonNode part : theme.get("parts")) {
            said.add(part.get("zone").asText() + measure(part));
        }
        for (JsonNode noise : theme.get("noise")) {
            said.add("noise " + noise.get("zone").asText() + " "
                    + noise.get("planarM2").asText() + " wide "
                    + noise.get("widthM").asText());
        }
        for (String figure : List.of("uncovered", "unknown", "outsideGround", "doublyCovered")) {
            if (decimal(theme.get(figure + "M2")).signum() != 0) {
                said.add(figure + " " + theme.get(figure + "M2").asText());
            }
        }
        for (JsonNode declaration : theme.get("declarations")) {
            said.add("declared " + declaration.get("zone").asText());
        }
        return String.join("; ", said);
    }

    private static String measure(JsonNode part) {
        if (!part.get("planarM2").isNull()) {
            return " " + part.get("planarM2").asText() + " share "
                    + part.get("share").asText();
        }
        return part.get("lengthM").isNull()
                ? " count " + part.get("count").asText()
                : " length " + part.get("lengthM").asText();
    }

    /** Returns each norm of a zone's part on a line: what it demands and what came of its condition. */
    public List<String> norms(String theme, String zone) {
        return norms(part(theme, zone).get("norms"));
    }

    /** Returns each norm of the municipality or of two zones on a line. */
    public List<String> norms() {
        return norms(json.get("norms"));
    }

    private static List<String> norms(JsonNode norms) {
        return StreamSupport.stream(norms.spliterator(), false)
                .map(norm -> String.join(
                        " ",
                        norm.get("quantity").asText(),
                        norm.get("operator").asText(),
                        norm.get("value").asText(),
                        norm.get("outcome").asText()))
                .toList();
    }

    /** Returns each use of a zone's part on a line. */
    public List<String> uses(String theme, String zone) {
        return StreamSupport.stream(part(theme, zone).get("uses").spliterator(), false)
                .map(use -> String.join(
                        " ",
                        use.get("category").asText(),
                        use.get("regime").asText(),
                        use.get("outcome").asText()))
                .toList();
    }

    /** Returns a zone's part. */
    public JsonNode part(String theme, String zone) {
        return StreamSupport.stream(themeJson(theme).get("parts").spliterator(), false)
                .filter(part -> part.get("zone").asText().equals(zone))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No zone " + zone + " of " + theme + " in " + json));
    }

    /** Returns each conflict on a line: who prevails over whom, on how much. */
    public List<String> conflicts() {
        return StreamSupport.stream(json.get("conflicts").spliterator(), false)
                .map(conflict -> String.join(
                        " ",
                        conflict.at("/prevails/theme").asText(),
                        conflict.at("/prevails/zone").asText(),
                        ">",
                        conflict.at("/yields/theme").asText(),
                        conflict.at("/yields/zone").asText(),
                        conflict.get("planarM2").asText(),
                        conflict.get("sameGround").asText()))
                .toList();
    }

    /** Returns the codes of the warnings about a theme, or about the answer where the theme is empty. */
    public List<String> warnings(String theme) {
        return StreamSupport.stream(json.get("warnings").spliterator(), false)
                .filter(warning -> warning.get("theme").asText("").equals(theme))
                .map(warning -> warning.get("code").asText())
                .toList();
    }
}
