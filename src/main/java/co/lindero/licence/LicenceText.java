package co.lindero.licence;

import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** A licence check for terminals and for pasting into a file, from the answer as it was kept. Pure. */
public final class LicenceText {
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    private LicenceText(Language language) {
        this.language = language;
    }

    /**
     * Renders an answer.
     *
     * @param answer the answer in the language
     * @param notes notes of officers
     */
    public static String render(JsonNode answer, List<CheckService.NoteFacts> notes, Language language) {
        LicenceText writer = new LicenceText(language);
        writer.head(answer);
        writer.findings(answer, notes);
        writer.rest(answer);
        return writer.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private String pick(String es, String en) {
        return language.pick(es, en);
    }

    private void head(JsonNode answer) {
        line(pick("Revisión de licencia", "Licence check") + " "
                + answer.path("id").asText());
        StringBuilder parcels = new StringBuilder();
        answer.path("parcels")
                .forEach(p -> parcels.append(' ').append(p.path("number").asText()));
        line(pick("Predio:", "Parcel:") + parcels);
        line(pick("Licencia: ", "Licence: ")
                + LicenceWords.licence(answer.path("licence"), language)
                + filing(answer.at("/licence/filingNumber")));
        String proposal = LicenceWords.proposal(answer.path("proposal"), language);
        if (!proposal.isEmpty()) {
            line(pick("Propuesta: ", "Proposal: ") + proposal);
        }
        areas(answer.path("site"));
        line(pick("Normas al ", "Norms as of ")
                + answer.path("on").asText()
                + pick("; catastro al ", "; cadastre as of ")
                + answer.path("cadastreOn").asText()
                + pick("; publicación ", "; publication ")
                + answer.path("knownAt").path("publication").asText()
                + (answer.path("plan").isNull()
                        ? ""
                        : "; plan " + answer.path("plan").path("code").asText() + " ("
                                + answer.path("plan").path("act").asText() + ")"));
        line("");
        line(pick("VEREDICTO: ", "VERDICT: ")
                + answer.path("verdictTitle").asText().toUpperCase(Locale.ROOT));
        line("");
    }

    private String filing(JsonNode number) {
        return number.isTextual() ? pick("; radicado ", "; filing number ") + number.asText() : "";
    }

    private void areas(JsonNode site) {
        StringBuilder areas = new StringBuilder(pick("Área del predio: ", "Area of the parcel: "));
        if (site.path("registeredM2").isNumber()) {
            areas.append(pick("registrada ", "registered "))
                    .append(site.path("registeredM2").asText())
                    .append(" m², ");
        }
        areas.append(pick("dibujada ", "drawn "))
                .append(site.path("planarM2").asText())
                .append(" m²");
        if (site.path("footprintM2").isNumber()) {
            areas.append(pick("; huella ", "; footprint "))
                    .append(site.path("footprintM2").asText())
                    .append(" m²");
        }
        line(areas.toString());
    }

    private void findings(JsonNode answer, List<CheckService.NoteFacts> notes) {
        for (JsonNode finding : answer.path("findings")) {
            line(finding.path("number").asText() + ". ["
                    + title(finding.path("verdict").asText()) + "] "
                    + finding.path("message").asText());
            if (finding.path("margin").isNumber()) {
                String unit = finding.path("unit").asText();
                line("   " + pick("Margen: ", "Margin: ")
                        + finding.path("margin").asText() + UnitWords.of(unit).in(language)
                        + pick("; tolerancia: ", "; tolerance: ")
                        + finding.path("tolerance").asText()
                        + UnitWords.ofTolerance(unit).in(language));
            }
            if (!finding.path("missing").isEmpty()) {
                StringBuilder missing = new StringBuilder();
                finding.path("missing")
                        .forEach(m ->
                                missing.append(missing.isEmpty() ? "" : ", ").append(m.asText()));
                line("   " + pick("Falta: ", "Missing: ") + missing);
            }
            finding.path("sources").forEach(this::source);
            notes.stream()
                    .filter(note -> note.finding() == finding.path("number").asInt())
                    .forEach(note ->
                            line("   " + pick("Nota: ", "Note: ") + title(note.verdict()) + ". " + note.note()));
        }
    }

    private void source(JsonNode source) {
        String cited = LicenceWords.source(source);
        if (!cited.isEmpty()) {
            line("   " + pick("Fuente: ", "Source: ") + cited);
        }
    }

    private void rest(JsonNode answer) {
        if (!answer.path("notApplied").isEmpty()) {
            line("");
            line(pick("Consideradas y no aplicadas:", "Considered and not applied:"));
            answer.path("notApplied")
                    .forEach(item -> line("- " + LicenceWords.place(item, language)
                            + item.path("reason").asText()));
        }
        if (!answer.path("warnings").isEmpty()) {
            line("");
            answer.path("warnings").forEach(w -> line("! " + w.path("message").asText()));
        }
        line("");
        line(answer.path("notice").asText());
        line(answer.path("hash").asText());
    }

    private String title(String verdict) {
        return LicenceWords.title(LicenceWords.verdict(verdict), language);
    }
}
