package co.lindero.risk;

import co.lindero.platform.http.PageBody;
import co.lindero.platform.http.PageBody.Cell;
import co.lindero.platform.http.QueryLinks;
import co.lindero.platform.problem.Language;
import co.lindero.risk.ExposureAnswer.Row;
import co.lindero.risk.ExposureService.Mapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exposure as a page for people: a small map, a table, the rules by which it counts and every form it can be had in. Pure. */
final class ExposurePage {
    private static final int HECTARE = -4;

    private ExposurePage() {}

    /** What surrounds the answer on its page. */
    record Ways(List<PageBody.Choice> groups, List<PageBody.Choice> levels, List<QueryLinks.Link> forms) {}

    /** Returns the title of the page. */
    static String title(ExposureAnswer answer, Language language) {
        return language.pick("Exposición: ", "Exposure: ") + answer.title();
    }

    /** Returns what stands below the heading, as HTML. */
    static String body(Mapped mapped, Ways ways, Language language) {
        ExposureAnswer answer = mapped.answer();
        PageBody body = new PageBody();
        answer.warnings().forEach(warning -> body.notice(warning.message()));
        body.paragraph(String.join(
                        " · ",
                        language.pick("Municipio ", "Municipality ") + answer.municipality(),
                        "plan " + answer.plan(),
                        answer.on(),
                        language.pick("publicación ", "publication ")
                                + answer.knownAt().publication()))
                .choices(language.pick("Por", "By"), ways.groups())
                .choices(language.pick("Nivel", "Level"), ways.levels())
                .html(ExposurePicture.render(mapped, language));
        table(body, answer, language);
        return body.paragraph(answer.rule())
                .paragraph(answer.smallCounts().rule())
                .paragraph(answer.notice())
                .forms(language.pick("Formas y enlaces", "Forms and links"), ways.forms())
                .written();
    }

    private static void table(PageBody body, ExposureAnswer answer, Language language) {
        List<List<Cell>> lines = new ArrayList<>();
        answer.rows().forEach(row -> lines.add(line(row, name(row, language), language)));
        lines.add(line(answer.total(), "Total", language));
        body.namedFigures(
                List.of(
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
                        language.pick("Proyectos", "Projects")),
                lines);
    }

    private static List<Cell> line(Row row, String name, Language language) {
        String level = row.level() == null ? "" : level(row.level(), language);
        List<String> figures = row.suppressed()
                ? List.of("*", "*", "*", "*", "*", PageBody.scaled(row.groundM2(), HECTARE, 2), "*", "*", "*", "*", "*")
                : List.of(
                        Objects.toString(row.parcels(), ""),
                        PageBody.scaled(row.drawnM2(), HECTARE, 2),
                        percent(row.share()),
                        percent(row.shareOfTotal()),
                        PageBody.scaled(row.unknownM2(), HECTARE, 2),
                        PageBody.scaled(row.groundM2(), HECTARE, 2),
                        Objects.toString(row.buildings(), ""),
                        Objects.toString(row.floors(), ""),
                        PageBody.scaled(row.builtM2(), 0, 0),
                        Objects.toString(row.licences(), "—"),
                        Objects.toString(row.projects(), "—"));
        return Stream.concat(Stream.of(name, level), figures.stream())
                .map(Cell::of)
                .toList();
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
        return PageBody.scaled(share, 2, 1);
    }
}
