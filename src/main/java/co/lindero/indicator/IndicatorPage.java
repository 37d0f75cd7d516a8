package co.lindero.indicator;

import co.lindero.indicator.IndicatorAnswer.Series;
import co.lindero.indicator.IndicatorAnswer.Year;
import co.lindero.platform.http.PageBody;
import co.lindero.platform.http.PageBody.Cell;
import co.lindero.platform.http.QueryLinks;
import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Indicators of a plan as a page: what each is now, against what is aimed at, and its years as bars and table. Pure. */
final class IndicatorPage {
    private final IndicatorAnswer answer;
    private final Language language;
    private final PageBody body = new PageBody();

    private IndicatorPage(IndicatorAnswer answer, Language language) {
        this.answer = answer;
        this.language = language;
    }

    /** Returns the title of the page. */
    static String title(IndicatorAnswer answer, Language language) {
        return language.pick("Indicadores del plan ", "Indicators of plan ") + answer.plan();
    }

    /** Returns what stands below the heading, as HTML. */
    static String body(IndicatorAnswer answer, List<QueryLinks.Link> forms, Language language) {
        return new IndicatorPage(answer, language).written(forms);
    }

    private String written(List<QueryLinks.Link> forms) {
        if (Boolean.TRUE.equals(answer.demonstration())) {
            body.notice(language.pick(
                    "Datos sintéticos de demostración: no son oficiales.",
                    "Synthetic demonstration data: not official."));
        }
        body.paragraph(String.join(
                " · ",
                language.pick("Municipio ", "Municipality ") + answer.municipality(),
                answer.on(),
                language.pick("publicación ", "publication ") + answer.knownAt().publication()));
        if (answer.indicators().stream()
                .flatMap(series -> series.values().stream())
                .allMatch(year -> year.target() == null)) {
            body.paragraph(language.pick(
                    "El plan no tiene metas cargadas para estos años: lindero plan indicators " + answer.plan()
                            + " --targets metas.csv las guarda.",
                    "The plan has no targets loaded for these years: lindero plan indicators " + answer.plan()
                            + " --targets targets.csv keeps them."));
        }
        answer.indicators().forEach(this::series);
        return body.paragraph(answer.notice())
                .forms(language.pick("Formas y enlaces", "Forms and links"), forms)
                .written();
    }

    private void series(Series series) {
        body.heading(series.code(), series.planName() == null ? series.name() : series.planName())
                .headline(headline(series));
        if (series.planName() != null) {
            body.paragraph(series.name() + ".");
        }
        body.paragraph(series.method() + " " + language.pick("Unidad: ", "Unit: ") + series.unit() + ". "
                        + language.pick("Fuente: ", "Source: ")
                        + series.source().act() + ", art. "
                        + series.source().article() + ".")
                .html(IndicatorChart.render(series, language));
        body.table(
                List.of(
                        language.pick("Año", "Year"),
                        language.pick("Valor, ", "Value, ") + series.unit(),
                        language.pick("Meta", "Target"),
                        language.pick("Cumple", "Met"),
                        language.pick("Al día", "On"),
                        language.pick("Quién fija la meta", "What sets the target")),
                series.values().stream()
                        .sorted(Comparator.comparingInt(Year::year).reversed())
                        .map(this::line)
                        .toList());
    }

    /** The newest value that is known, and the first target from its year on. */
    private String headline(Series series) {
        Optional<Year> now =
                series.values().stream().filter(year -> year.value() != null).reduce((earlier, later) -> later);
        int from = now.map(Year::year).orElse(0);
        String value = now.map(year -> year.year() + ": " + plain(year.value()) + " " + series.unit())
                .orElse(language.pick("Sin datos", "No data"));
        String way = series.better().equals(Indicator.Better.more.name())
                ? language.pick("al menos ", "at least ")
                : language.pick("a lo más ", "at most ");
        String aim = series.values().stream()
                .filter(year -> year.target() != null && year.year() >= from)
                .findFirst()
                .map(year -> language.pick(" · meta ", " · target ") + year.year() + ": " + way
                        + plain(year.target()) + " " + series.unit()
                        + (year.met() == null ? "" : " (" + met(year) + ")"))
                .orElse("");
        return value + aim;
    }

    private List<Cell> line(Year year) {
        String value = switch (year.state()) {
            case "known" -> plain(year.value());
            case "future" -> "—";
            default -> language.pick("sin datos", "no data");
        };
        return Stream.of(
                        Integer.toString(year.year()),
                        value,
                        plain(year.target()),
                        year.met() == null ? "" : met(year),
                        year.on(),
                        Objects.toString(year.targetSource(), ""))
                .map(Cell::of)
                .toList();
    }

    private String met(Year year) {
        return Boolean.TRUE.equals(year.met())
                ? language.pick("cumplida", "met")
                : language.pick("no cumplida", "not met");
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
