package co.lindero.indicator;

import co.lindero.indicator.IndicatorAnswer.Series;
import co.lindero.indicator.IndicatorAnswer.Year;
import co.lindero.platform.http.PageBody;
import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws an indicator: a bar a year, and a line across it at its target. Pure. */
final class IndicatorChart {
    private static final double SLOT = 60;
    private static final double BAR = 36;
    private static final double HEIGHT = 120;
    private static final double ABOVE = 20;
    private static final double BELOW = 20;
    /** Digits that stay legible above a bar. */
    private static final int LEGIBLE = 7;

    private final StringBuilder svg = new StringBuilder();
    private final Series series;
    private final Language language;
    private final double most;

    private IndicatorChart(Series series, Language language) {
        this.series = series;
        this.language = language;
        this.most = series.values().stream()
                .flatMap(year -> Stream.of(year.value(), year.target()))
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
    }

    /** Returns the chart as SVG; nothing where there is neither value nor target, or one below zero. */
    static String render(Series series, Language language) {
        List<BigDecimal> figures = series.values().stream()
                .flatMap(year -> Stream.of(year.value(), year.target()))
                .filter(Objects::nonNull)
                .toList();
        boolean below = figures.stream().anyMatch(figure -> figure.signum() < 0);
        return figures.isEmpty() || below ? "" : new IndicatorChart(series, language).drawn();
    }

    private String drawn() {
        double width = series.values().size() * SLOT;
        append(
                "<div class=\"scroll\"><svg class=\"chart\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %.0f %.0f\">",
                PageBody.escaped(language.pick(
                        "Valor por año y, donde la hay, la meta; las cifras están en la tabla",
                        "Value by year and, where there is one, its target; the figures are in the table")),
                width,
                ABOVE + HEIGHT + BELOW);
        for (int i = 0; i < series.values().size(); i++) {
            year(series.values().get(i), i * SLOT + SLOT / 2);
        }
        append("<path class=\"axis\" d=\"M0 %1$.1fH%2$.1f\"/>", ABOVE + HEIGHT, width);
        return svg.append("</svg></div>\n<p>")
                .append(language.pick("Barra: valor. Raya: meta.", "Bar: value. Line: target."))
                .append("</p>\n")
                .toString();
    }

    private void year(Year year, double middle) {
        double height = height(year.value());
        if (year.value() != null) {
            append(
                    "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                    middle - BAR / 2, ABOVE + HEIGHT - height, BAR, height);
        }
        if (year.target() != null) {
            target(year, middle);
        }
        // above the line of the target, which may pass there
        if (year.value() != null) {
            text(middle, ABOVE + HEIGHT - height - 5, "", shortened(year.value()));
        } else if (year.state().equals("no_data")) {
            text(middle, ABOVE + HEIGHT - 5, "absent", language.pick("sin datos", "no data"));
        }
        text(middle, ABOVE + HEIGHT + 15, "", Integer.toString(year.year()));
    }

    private void target(Year year, double middle) {
        append(
                "<path class=\"target\" d=\"M%.1f %.1fh%.1f\"><title>%s</title></path>",
                middle - SLOT / 2 + 3,
                ABOVE + HEIGHT - height(year.target()),
                SLOT - 6,
                PageBody.escaped(language.pick("Meta ", "Target ") + year.year() + ": " + plain(year.target())));
    }

    private static String plain(@Nullable BigDecimal figure) {
        return figure == null ? "" : figure.toPlainString();
    }

    private double height(@Nullable BigDecimal figure) {
        return figure == null || most == 0 ? 0 : figure.doubleValue() / most * HEIGHT;
    }

    private static String shortened(BigDecimal value) {
        String whole = value.toPlainString();
        return whole.length() <= LEGIBLE ? whole : String.format(Locale.ROOT, "%.3g", value.doubleValue());
    }

    private void text(double x, double y, String style, String text) {
        append("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", style, x, y, PageBody.escaped(text));
    }

    private void append(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
