package co.lindero.licence;

import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A licence check as one HTML page with its picture, to read, print or paste into a file: what fails first. From the answer as it
 * was kept, whatever release wrote it. Pure.
 */
public final class LicencePage {
    private static final List<Verdict> ORDER =
            List.of(Verdict.DOES_NOT_COMPLY, Verdict.NOT_EVALUABLE, Verdict.NEEDS_REVIEW, Verdict.COMPLIES);

    private final JsonNode answer;
    private final List<CheckService.NoteFacts> notes;
    private final Language language;
    private final Html page;

    private LicencePage(JsonNode answer, List<CheckService.NoteFacts> notes, Language language) {
        this.answer = answer;
        this.notes = notes;
        this.language = language;
        this.page = new Html(language.pick("Revisión de licencia", "Licence check"), language);
    }

    /** Renders the page of an answer, with the notes of officers. */
    public static String render(JsonNode answer, List<CheckService.NoteFacts> notes, Language language) {
        LicencePage page = new LicencePage(answer, notes, language);
        page.head();
        page.page.picture(LicencePicture.render(answer, language), page.caption());
        page.findings();
        page.rest();
        return page.page.finished();
    }

    private String pick(String es, String en) {
        return language.pick(es, en);
    }

    private void head() {
        page.element("div", "id", answer.path("id").asText());
        answer.path("warnings")
                .forEach(warning ->
                        page.element("p", "warning", warning.path("message").asText()));
        page.element(
                "div",
                "verdict " + answer.path("verdict").asText(),
                pick("Veredicto: ", "Verdict: ") + answer.path("verdictTitle").asText());
        page.open("table", "").open("tbody", "");
        page.fact(
                pick("Predio", "Parcel"),
                LicenceWords.list(answer.path("parcels")).stream()
                        .map(parcel -> parcel.path("number").asText())
                        .collect(Collectors.joining(", ")));
        page.fact(pick("Licencia", "Licence"), LicenceWords.licence(answer.path("licence"), language));
        page.fact(
                pick("Radicado", "Filing number"),
                answer.at("/licence/filingNumber").asText("").replace("null", ""));
        page.fact(pick("Propuesta", "Proposal"), LicenceWords.proposal(answer.path("proposal"), language));
        page.fact(pick("Áreas", "Areas"), areas(answer.path("site")));
        page.fact(pick("Normas al", "Norms as of"), answer.path("on").asText());
        page.fact(
                pick("Catastro al", "Cadastre as of"), answer.path("cadastreOn").asText());
        JsonNode plan = answer.path("plan");
        page.fact(
                pick("Plan", "Plan"),
                plan.isObject()
                        ? plan.path("code").asText() + " (" + plan.path("act").asText() + ")"
                        : "");
        page.fact(
                pick("Publicación de los datos", "Publication of the data"),
                answer.at("/knownAt/publication").asText() + ", "
                        + answer.at("/knownAt/at").asText());
        page.close("tbody").close("table");
    }

    private String areas(JsonNode site) {
        Map<String, String> areas = new LinkedHashMap<>();
        areas.put("registeredM2", pick("registrada ", "registered "));
        areas.put("planarM2", pick("dibujada ", "drawn "));
        areas.put("ellipsoidM2", pick("elipsoidal ", "ellipsoidal "));
        areas.put("footprintM2", pick("huella ", "footprint "));
        return areas.entrySet().stream()
                .filter(area -> site.path(area.getKey()).isNumber())
                .map(area -> area.getValue() + site.path(area.getKey()).asText() + " m²")
                .collect(Collectors.joining("; "));
    }

    /** Says what was judged as front, and why a class of boundary is open. */
    private String caption() {
        Map<String, Double> open = new LinkedHashMap<>();
        LicenceWords.list(answer.at("/site/boundary")).stream()
                .filter(piece -> piece.path("reason").isTextual())
                .forEach(piece -> open.merge(
                        piece.path("reason").asText(), piece.path("lengthM").asDouble(), Double::sum));
        String reasons = open.entrySet().stream()
                .map(reason -> String.format(Locale.ROOT, "%.2f m: ", reason.getValue())
                        + SetbackMeasures.reason(reason.getKey()).in(language))
                .collect(Collectors.joining("; "));
        return pick("Lindero clasificado, a escala; medidas en metros.", "Classed boundary, to scale; metres.")
                + (answer.at("/site/frontsStated").asBoolean()
                        ? pick(
                                " El frente fue declarado por el solicitante.",
                                " The front was stated by the applicant.")
                        : "")
                + (reasons.isEmpty() ? "" : pick(" Clase no segura: ", " Class not sure: ") + reasons + ".");
    }

    private void findings() {
        page.element("h2", "", pick("Hallazgos", "Findings"));
        List<JsonNode> all = LicenceWords.list(answer.path("findings"));
        for (Verdict verdict : ORDER) {
            List<JsonNode> found = all.stream()
                    .filter(finding -> finding.path("verdict").asText().equals(verdict.code()))
                    .toList();
            if (!found.isEmpty()) {
                page.element("h3", verdict.code(), verdict.title().in(language) + " (" + found.size() + ")");
                page.open("table", "");
                page.head(List.of(
                        pick("N.º", "No."),
                        pick("Hallazgo", "Finding"),
                        pick("Propuesto", "Proposed"),
                        pick("La norma pide", "The norm asks"),
                        pick("Margen", "Margin"),
                        pick("Fuente", "Source")));
                page.open("tbody", "");
                found.forEach(this::finding);
                page.close("tbody").close("table");
            }
        }
    }

    private void finding(JsonNode finding) {
        String unit = finding.path("unit").isTextual()
                ? UnitWords.of(finding.path("unit").asText()).in(language)
                : "";
        page.open("tr", "");
        page.cell("", pick("N.º", "No."), finding.path("number").asText());
        page.open("td", "");
        page.element("div", "", finding.path("message").asText());
        page.element("div", "more", finding.path("because").asText());
        if (!finding.path("missing").isEmpty()) {
            page.element(
                    "div",
                    "more",
                    pick("Falta: ", "Missing: ")
                            + LicenceWords.list(finding.path("missing")).stream()
                                    .map(JsonNode::asText)
                                    .collect(Collectors.joining(", ")));
        }
        notes.stream()
                .filter(note -> note.finding() == finding.path("number").asInt())
                .forEach(note -> page.element(
                        "div",
                        "note",
                        pick("Nota: ", "Note: ")
                                + LicenceWords.title(LicenceWords.verdict(note.verdict()), language) + ". "
                                + note.note() + " ("
                                + note.at() + ")"));
        page.close("td");
        page.cell("n", pick("Propuesto", "Proposed"), figure(finding.path("actual"), unit));
        page.cell(
                "n",
                pick("La norma pide", "The norm asks"),
                finding.path("limit").isNumber()
                        ? symbol(finding.path("operator").asText()) + " " + figure(finding.path("limit"), unit)
                        : "");
        page.cell("n", pick("Margen", "Margin"), figure(finding.path("margin"), unit));
        page.cell(
                "",
                pick("Fuente", "Source"),
                LicenceWords.list(finding.path("sources")).stream()
                        .map(LicenceWords::source)
                        .collect(Collectors.joining("; ")));
        page.close("tr");
    }

    private static String figure(JsonNode figure, String unit) {
        return figure.isNumber() ? figure.asText() + unit : "";
    }

    static String symbol(String operator) {
        return operator.replace("<=", "≤").replace(">=", "≥");
    }

    private void rest() {
        if (!answer.path("notApplied").isEmpty()) {
            page.element("h2", "", pick("Consideradas y no aplicadas", "Considered and not applied"));
            page.open("ul", "");
            answer.path("notApplied")
                    .forEach(item -> page.element(
                            "li",
                            "",
                            LicenceWords.place(item, language)
                                    + item.path("reason").asText()));
            page.close("ul");
        }
        page.element("p", "", answer.path("notice").asText());
        page.element("p", "hash", answer.path("hash").asText());
    }
}
