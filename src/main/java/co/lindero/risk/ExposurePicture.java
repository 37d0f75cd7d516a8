package co.lindero.risk;

import co.lindero.platform.http.PageBody;
import co.lindero.platform.problem.Language;
import co.lindero.risk.ExposureAnswer.Row;
import co.lindero.risk.ExposureService.Mapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Draws the groups of an exposure as a small map, north up, each in the colour of its share at one level. Colours warn only of levels
 * that are mapped: nothing mapped and no data have scales of their own. A group that is kept back is grey; one with ground that no data
 * reach is hatched, and where nothing of the level shown is known, blue: other levels may be. Longitude is narrowed by the cosine of
 * the latitude, so that shapes keep their proportions. Pure.
 */
final class ExposurePicture {
    /** Upper limits of the shades, share of the drawn area. */
    private static final List<BigDecimal> LIMITS = List.of(
            BigDecimal.ZERO, new BigDecimal("0.05"), new BigDecimal("0.2"), new BigDecimal("0.5"), BigDecimal.ONE);

    private static final double WIDTH = 1000;

    private final String level;
    private final List<Row> drawn;
    private final Map<String, JsonNode> outlines;
    private double west = Double.MAX_VALUE;
    private double south = Double.MAX_VALUE;
    private double east = -Double.MAX_VALUE;
    private double north = -Double.MAX_VALUE;

    private ExposurePicture(String level, List<Row> drawn, Map<String, JsonNode> outlines) {
        this.level = level;
        this.drawn = drawn;
        this.outlines = outlines;
        drawn.forEach(row -> eachRing(outlines.get(String.valueOf(row.code())), this::widen));
    }

    /** Receives a ring. */
    private interface Ring {
        void take(JsonNode coordinates);
    }

    /** Returns the map with its legend as HTML; nothing where no group has an outline. */
    static String render(Mapped mapped, Language language) {
        String level = level(mapped.answer());
        List<Row> drawn = mapped.answer().rows().stream()
                .filter(row -> row.code() != null && level.equals(row.level()))
                .filter(row -> mapped.outlines().containsKey(row.code()))
                .toList();
        return drawn.isEmpty() ? "" : new ExposurePicture(level, drawn, mapped.outlines()).html(language);
    }

    /** The level asked for, else the highest of those told that has anything, else the highest told. */
    private static String level(ExposureAnswer answer) {
        if (answer.level() != null) {
            return answer.level();
        }
        List<String> told = answer.rows().stream()
                .map(Row::level)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return answer.levels().stream()
                .filter(row -> row.drawnM2() != null && row.drawnM2().signum() > 0)
                .map(row -> String.valueOf(row.level()))
                .filter(told::contains)
                .findFirst()
                .orElseGet(() -> told.stream().findFirst().orElse(RiskLevel.HIGH.code()));
    }

    private static void eachRing(JsonNode outline, Ring ring) {
        JsonNode polygons = outline.path("coordinates");
        List<JsonNode> parts = new ArrayList<>();
        if (outline.path("type").asText().equals("MultiPolygon")) {
            polygons.forEach(parts::add);
        } else if (outline.path("type").asText().equals("Polygon")) {
            parts.add(polygons);
        }
        parts.forEach(part -> part.forEach(ring::take));
    }

    private void widen(JsonNode ring) {
        for (JsonNode point : ring) {
            west = Math.min(west, point.get(0).asDouble());
            east = Math.max(east, point.get(0).asDouble());
            south = Math.min(south, point.get(1).asDouble());
            north = Math.max(north, point.get(1).asDouble());
        }
    }

    private String html(Language language) {
        double narrow = Math.cos(Math.toRadians((south + north) / 2));
        double scale = WIDTH / Math.max(Math.max((east - west) * narrow, north - south), 1e-9);
        StringBuilder svg = new StringBuilder("<figure class=\"map of-")
                .append(PageBody.escaped(level.toLowerCase(Locale.ROOT)))
                .append("\"><svg role=\"img\" aria-label=\"")
                .append(PageBody.escaped(caption(language)))
                .append(String.format(
                        Locale.ROOT,
                        "\" viewBox=\"-5 -5 %.0f %.0f\">",
                        (east - west) * narrow * scale + 10,
                        (north - south) * scale + 10))
                .append(hatch("hatch", 16));
        for (Row row : drawn) {
            StringBuilder shape = new StringBuilder();
            eachRing(outlines.get(String.valueOf(row.code())), ring -> path(ring, narrow * scale, scale, shape));
            String title = ExposurePage.name(row, language) + ": " + share(row, language);
            group(svg, shade(row), shape, title);
            if (isPartlyUnknown(row)) {
                group(svg, "partly", shape, title);
            }
        }
        svg.append("</svg><figcaption>").append(PageBody.escaped(caption(language)));
        return legend(svg, language).append("</figcaption></figure>\n").toString();
    }

    private static void group(StringBuilder svg, String shade, CharSequence shape, String title) {
        svg.append("<path class=\"group ")
                .append(shade)
                .append("\" d=\"")
                .append(shape)
                .append("\"><title>")
                .append(PageBody.escaped(title))
                .append("</title></path>");
    }

    /** Returns stripes, the distance between them in units of their picture. */
    private static String hatch(String id, int apart) {
        return String.format(
                Locale.ROOT,
                "<defs><pattern id=\"%s\" width=\"%2$d\" height=\"%2$d\" patternUnits=\"userSpaceOnUse\""
                        + " patternTransform=\"rotate(45)\"><path class=\"stripe\" d=\"M0 0V%2$d\" stroke-width=\"%3$.1f\"/>"
                        + "</pattern></defs>",
                id,
                apart,
                apart / 2.5);
    }

    private void path(JsonNode ring, double across, double up, StringBuilder svg) {
        String before = "";
        for (JsonNode point : ring) {
            String at = String.format(
                    Locale.ROOT,
                    "%.1f %.1f",
                    (point.get(0).asDouble() - west) * across,
                    (north - point.get(1).asDouble()) * up);
            if (!at.equals(before)) {
                svg.append(before.isEmpty() ? 'M' : 'L').append(at);
            }
            before = at;
        }
        svg.append('Z');
    }

    private String caption(Language language) {
        return language.pick("Parte del área dibujada de cada grupo: ", "Share of each group's drawn area: ")
                + ExposurePage.level(level, language);
    }

    private static String shade(Row row) {
        if (row.suppressed() || row.share() == null) {
            return "kept-back";
        }
        if (isUnknown(row)) {
            return "unknown";
        }
        for (int i = 0; i < LIMITS.size(); i++) {
            if (row.share().compareTo(LIMITS.get(i)) <= 0) {
                return "shade" + i;
            }
        }
        return "shade" + (LIMITS.size() - 1);
    }

    /** Nothing of the level shown is mapped on what the data reach, and they do not reach all: that is not known to be nothing. */
    private static boolean isUnknown(Row row) {
        return !row.suppressed()
                && row.share() != null
                && row.share().signum() == 0
                && row.unknownM2() != null
                && row.unknownM2().signum() > 0;
    }

    /** Something is mapped, and there is ground that no data reach: the share may be larger. */
    private boolean isPartlyUnknown(Row row) {
        return !row.suppressed()
                && !isUnknown(row)
                && !level.equals(RiskLevel.NO_DATA.code())
                && row.unknownM2() != null
                && row.unknownM2().signum() > 0;
    }

    private String share(Row row, Language language) {
        if (isUnknown(row)) {
            return language.pick(
                    "nada de este nivel se conoce; sin datos en todo o en parte",
                    "nothing known of this level; no data in whole or in part");
        }
        if (row.suppressed() || row.share() == null) {
            return language.pick("no se muestra", "kept back");
        }
        return ExposurePage.percent(row.share()) + " %"
                + (isPartlyUnknown(row) ? language.pick("; otra parte, sin datos", "; of another part, no data") : "");
    }

    private StringBuilder legend(StringBuilder html, Language language) {
        for (int i = 0; i < LIMITS.size(); i++) {
            String words = i == 0
                    ? language.pick("nada", "nothing")
                    : language.pick("hasta ", "up to ")
                            + LIMITS.get(i).movePointRight(2).toBigInteger() + " %";
            key(html, "shade" + i, words);
        }
        if (drawn.stream().anyMatch(ExposurePicture::isUnknown)) {
            key(
                    html,
                    "unknown",
                    language.pick(
                            "nada de este nivel se conoce; sin datos en todo o en parte",
                            "nothing known of this level; no data in whole or in part"));
        }
        if (drawn.stream().anyMatch(this::isPartlyUnknown)) {
            key(html, "partly", language.pick("además, terreno sin datos", "and ground without data"));
        }
        if (drawn.stream().anyMatch(Row::suppressed)) {
            key(html, "kept-back", language.pick("no se muestra (conteo pequeño)", "kept back (small count)"));
        }
        return html;
    }

    private static void key(StringBuilder html, String shade, String words) {
        html.append(" <span class=\"key\"><svg viewBox=\"0 0 10 10\">")
                .append(shade.equals("partly") ? hatch("hatch-key", 4) : "")
                .append("<rect class=\"group ")
                .append(shade)
                .append("\" width=\"10\" height=\"10\"/></svg> ")
                .append(PageBody.escaped(words))
                .append("</span>");
    }
}
