package co.lindero.risk;

import co.lindero.platform.problem.Language;
import co.lindero.risk.ExposureAnswer.Row;
import co.lindero.risk.ExposureService.Mapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exposure as a page for people: a small map, a table, the rules by which it counts and every form it can be had in. Pure. */
final class ExposurePage {
    private static final int HECTARE = 4;

    private ExposurePage() {}

    /** A way to ask otherwise: by another group or level. */
    record Choice(String label, String href, boolean chosen) {}

    /** What surrounds the answer on its page. */
    record Ways(List<Choice> groups, List<Choice> levels, List<ExposureMap.Link> forms) {}

    /** Returns the title of the page. */
    static String title(ExposureAnswer answer, Language language) {
        return language.pick("Exposición: ", "Exposure: ") + answer.title();
    }

    /** Returns what stands below the heading, as HTML. */
    static String body(Mapped mapped, Ways ways, Language language) {
        ExposureAnswer answer = mapped.answer();
        StringBuilder html = new StringBuilder();
        answer.warnings()
                .forEach(warning -> html.append("<p class=\"notice\" role=\"note\">")
                        .append(escaped(warning.message()))
                        .append("</p>\n"));
        html.append("<p>")
                .append(escaped(String.join(
                        " · ",
                        language.pick("Municipio ", "Municipality ") + answer.municipality(),
                        "plan " + answer.plan(),
                        answer.on(),
                        language.pick("publicación ", "publication ")
                                + answer.knownAt().publication())))
                .append("</p>\n");
        choices(html, language.pick("Por", "By"), ways.groups());
        choices(html, language.pick("Nivel", "Level"), ways.levels());
        html.append(ExposurePicture.render(mapped, language));
        table(html, answer, language);
        Stream.of(answer.rule(), answer.smallCounts().rule(), answer.notice())
                .forEach(text -> html.append("<p>").append(escaped(text)).append("</p>\n"));
        html.append("<h2>")
                .append(language.pick("Formas y enlaces", "Forms and links"))
                .append("</h2>\n<ul>\n");
        ways.forms()
                .forEach(form -> html.append("<li><a href=\"")
                        .append(escaped(form.href()))
                        .append("\">")
                        .append(escaped(form.title()))
                        .append("</a> <code>")
                        .append(escaped(form.type()))
                        .append("</code></li>\n"));
        return html.append("</ul>\n").toString();
    }

    private static void choices(StringBuilder html, String label, List<Choice> choices) {
        html.append("<p class=\"choices\">").append(escaped(label)).append(": ");
        for (Choice choice : choices) {
            html.append(
                    choice.chosen()
                            ? "<strong>" + escaped(choice.label()) + "</strong> "
                            : "<a href=\"" + escaped(choice.href()) + "\">" + escaped(choice.label()) + "</a> ");
        }
        html.append("</p>\n");
    }

    private static void table(StringBuilder html, ExposureAnswer answer, Language language) {
        html.append("<div class=\"scroll\"><table class=\"figures\"><thead><tr>");
        Stream.of(
                        language.pick("Grupo", "Group"),
                        language.pick("Nivel", "Level"),
                        language.pick("Predios", "Parcels"),
                        language.pick("Dibujada, ha", "Drawn, ha"),
                        language.pick("% del grupo", "% of group"),
                        language.pick("% del municipio", "% of municipality"),
                        language.pick("Sin datos, ha", "No data, ha"),
                        language.pick("Terreno, ha", "Ground, ha"),
                        language.pick("Construcciones", "Buildings"),
                        language.pick("Pisos", "Floors"),
                        language.pick("Construida, m²", "Built, m²"),
                        language.pick("Licencias", "Licences"),
                        language.pick("Proyectos", "Projects"))
                .forEach(heading ->
                        html.append("<th scope=\"col\">").append(heading).append("</th>"));
        html.append("</tr></thead><tbody>\n");
        answer.rows().forEach(row -> line(html, row, name(row, language), language));
        line(html, answer.total(), "Total", language);
        html.append("</tbody></table></div>\n");
    }

    private static void line(StringBuilder html, Row row, String name, Language language) {
        html.append("<tr><th scope=\"row\">").append(escaped(name)).append("</th><td>");
        html.append(escaped(row.level() == null ? "" : level(row.level(), language)))
                .append("</td>");
        List<String> figures = row.suppressed()
                ? List.of("*", "*", "*", "*", "*", scaled(row.groundM2(), HECTARE, 2), "*", "*", "*", "*", "*")
                : List.of(
                        Objects.toString(row.parcels(), ""),
                        scaled(row.drawnM2(), HECTARE, 2),
                        percent(row.share()),
                        percent(row.shareOfTotal()),
                        scaled(row.unknownM2(), HECTARE, 2),
                        scaled(row.groundM2(), HECTARE, 2),
                        Objects.toString(row.buildings(), ""),
                        Objects.toString(row.floors(), ""),
                        scaled(row.builtM2(), 0, 0),
                        Objects.toString(row.licences(), "—"),
                        Objects.toString(row.projects(), "—"));
        figures.forEach(figure -> html.append("<td>").append(figure).append("</td>"));
        html.append("</tr>\n");
    }

    /** Returns the group of a row for people. */
    static String name(Row row, Language language) {
        if (row.code() == null) {
            return language.pick("(en ninguno)", "(in none)");
        }
        if (row.code().equals(ExposureTable.SUPPRESSED)) {
            return language.pick("(conteos pequeños, sumados)", "(small counts, summed)");
        }
        return row.code() + (row.name() == null || row.name().equals(row.code()) ? "" : " " + row.name());
    }

    /** Returns a level for people. */
    static String level(String code, Language language) {
        return RiskLevel.find(code).map(level -> level.text().in(language)).orElse(code);
    }

    /** Returns a share in percent, to a tenth. */
    static String percent(@Nullable BigDecimal share) {
        return scaled(share, -2, 1);
    }

    private static String scaled(@Nullable BigDecimal value, int left, int decimals) {
        return value == null
                ? "—"
                : value.movePointLeft(left)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /** Returns a text that is safe between tags and in quoted attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
