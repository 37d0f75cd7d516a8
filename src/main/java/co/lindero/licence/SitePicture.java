package co.lindero.licence;

import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A drawing of a site to scale, as SVG: north up, x to the right, everything in the CRS of an answer; of one in CRS84 longitudes
 * are shortened by the cosine of the latitude. What is drawn first lies below. Confined to one picture.
 */
final class SitePicture {
    static final double WIDTH = 560;
    static final double HEIGHT = 620;
    private static final double MARGIN = 46;
    /** Height of what stands below the drawing: bar of the scale and legend. */
    private static final double FOOT = 104;

    private static final double METRES_PER_DEGREE = 111_320;
    /** Places that are this near on the picture are one. */
    private static final double SAME_PX = 0.01;

    static final Map<String, String> COLOURS = Map.of(
            "front", "#c2185b",
            "side", "#1565c0",
            "rear", "#2e7d32",
            "side_or_rear", "#6a1b9a",
            "unknown", "#ef6c00",
            "joined", "#9e9e9e");

    private static final List<String> CLASSES = List.of("front", "side", "rear", "side_or_rear", "unknown", "joined");

    private final StringBuilder svg = new StringBuilder();
    private final double[] box = {
        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    private final boolean degrees;
    private final Language language;
    private final Map<String, String> legend = new LinkedHashMap<>();
    private final double stretch;
    private final double scale;

    /**
     * Begins a picture.
     *
     * @param site GeoJSON of the ground that fills it
     * @param degrees whether its coordinates are longitude and latitude
     */
    SitePicture(JsonNode site, boolean degrees, Language language) {
        this.degrees = degrees;
        this.language = language;
        measure(site.path("coordinates"));
        stretch = degrees ? Math.cos(Math.toRadians((box[1] + box[3]) / 2)) : 1;
        double width = Math.max((box[2] - box[0]) * stretch, 1e-9);
        double height = Math.max(box[3] - box[1], 1e-9);
        scale = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - FOOT - 2 * MARGIN) / height);
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\""
                        + " role=\"img\" font-family=\"sans-serif\" font-size=\"14\">%n<title>%s</title>%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>",
                WIDTH, HEIGHT, WIDTH, HEIGHT, language.pick("Plano a escala", "Drawing to scale"));
        add("<clipPath id=\"site\"><path d=\"%s\" clip-rule=\"evenodd\"/></clipPath>", path(site));
    }

    private void measure(JsonNode node) {
        if (node.path(0).isNumber()) {
            double x = node.get(0).asDouble();
            double y = node.get(1).asDouble();
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
        } else {
            node.forEach(this::measure);
        }
    }

    /** Returns the picture. */
    String finished() {
        north();
        legend();
        scaleBar();
        return svg.append("</svg>\n").toString();
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    double x(JsonNode place) {
        double left = (WIDTH - (box[2] - box[0]) * stretch * scale) / 2;
        return left + (place.get(0).asDouble() - box[0]) * stretch * scale;
    }

    double y(JsonNode place) {
        double top = (HEIGHT - FOOT - (box[3] - box[1]) * scale) / 2;
        return top + (box[3] - place.get(1).asDouble()) * scale;
    }

    private double perMetre() {
        return degrees ? scale / METRES_PER_DEGREE : scale;
    }

    /** Draws an area; what is not one is left out. */
    void area(JsonNode geometry, String fill, String stroke, double width) {
        String path = path(geometry);
        if (path.isEmpty()) {
            return;
        }
        add(
                "<path d=\"%s\" fill=\"%s\" fill-opacity=\"0.75\" fill-rule=\"evenodd\" stroke=\"%s\""
                        + " stroke-width=\"%.1f\"/>",
                path, fill, stroke, width);
    }

    /** Returns the path of an area; empty for what is none. */
    private String path(JsonNode geometry) {
        StringBuilder path = new StringBuilder();
        switch (geometry.path("type").asText()) {
            case "Polygon" -> rings(geometry.get("coordinates"), path);
            case "MultiPolygon" -> geometry.get("coordinates").forEach(polygon -> rings(polygon, path));
            default -> {}
        }
        return path.toString();
    }

    /** Draws an area that the legend explains. */
    void named(JsonNode geometry, String fill, String stroke, String name) {
        area(geometry, fill, stroke, 1.2);
        if (geometry.path("type").asText().endsWith("Polygon")) {
            legend.put(name, fill);
        }
    }

    private void rings(JsonNode polygon, StringBuilder path) {
        for (JsonNode ring : polygon) {
            String command = "M";
            for (JsonNode place : ring) {
                path.append(String.format(Locale.ROOT, "%s%.2f %.2f", command, x(place), y(place)));
                command = "L";
            }
            path.append('Z');
        }
    }

    /** Draws the classed boundary, with the length of every stretch that has room for it. */
    void boundary(JsonNode pieces) {
        for (String side : CLASSES) {
            if (LicenceWords.list(pieces).stream()
                    .anyMatch(piece -> piece.path("class").asText().equals(side))) {
                legend.put(title(side), COLOURS.getOrDefault(side, "#000000"));
            }
        }
        for (JsonNode piece : pieces) {
            JsonNode ends = piece.path("geometry").path("coordinates");
            String side = piece.path("class").asText();
            add(
                    "<path d=\"M%.2f %.2fL%.2f %.2f\" stroke=\"%s\" stroke-width=\"3.5\" stroke-linecap=\"round\"/>",
                    x(ends.get(0)),
                    y(ends.get(0)),
                    x(ends.get(1)),
                    y(ends.get(1)),
                    COLOURS.getOrDefault(side, "#000000"));
        }
        BoundaryStretch.list(pieces, this).forEach(this::label);
    }

    private String title(String side) {
        return switch (side) {
            case "front" -> language.pick("frente", "front");
            case "side" -> language.pick("lateral", "side");
            case "rear" -> language.pick("posterior", "rear");
            case "side_or_rear" -> language.pick("lateral o posterior", "side or rear");
            case "joined" -> language.pick("junta, sin retiro", "seam, no setback");
            default -> language.pick("desconocido", "unknown");
        };
    }

    private void label(BoundaryStretch stretch) {
        if (stretch.spanPx() < 46) {
            return;
        }
        // the outside lies to the left of the way round, which on the screen is (dy, -dx)
        double px = stretch.midX() + stretch.dy() * 17;
        double py = stretch.midY() - stretch.dx() * 17;
        double turn = Math.toDegrees(Math.atan2(stretch.dy(), stretch.dx()));
        double upright = turn > 90 || turn <= -90 ? turn + 180 : turn;
        text(px, py, upright, String.format(Locale.ROOT, "%.2f m", stretch.lengthM()));
    }

    private void text(double x, double y, double turn, String text) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" dominant-baseline=\"middle\""
                        + " transform=\"rotate(%.1f %.1f %.1f)\">%s</text>",
                x, y, turn, x, y, text);
    }

    /**
     * Draws the line that a setback asks to keep behind: parallel to every piece of a class, inward.
     *
     * @param distanceM the setback, m
     */
    void setback(JsonNode pieces, String side, double distanceM) {
        double inward = distanceM * perMetre();
        boolean any = false;
        for (JsonNode piece : pieces) {
            if (piece.path("class").asText().equals(side)) {
                any = true;
                JsonNode ends = piece.path("geometry").path("coordinates");
                double dx = x(ends.get(1)) - x(ends.get(0));
                double dy = y(ends.get(1)) - y(ends.get(0));
                double length = Math.max(Math.hypot(dx, dy), SAME_PX);
                double ox = -dy / length * inward;
                double oy = dx / length * inward;
                add(
                        "<path d=\"M%.2f %.2fL%.2f %.2f\" stroke=\"%s\" stroke-width=\"1.5\" stroke-dasharray=\"7 4\""
                                + " clip-path=\"url(#site)\"/>",
                        x(ends.get(0)) + ox,
                        y(ends.get(0)) + oy,
                        x(ends.get(1)) + ox,
                        y(ends.get(1)) + oy,
                        COLOURS.getOrDefault(side, "#000000"));
            }
        }
        if (any) {
            legend.put(language.pick("aislamiento exigido", "setback asked for"), "dashed");
        }
    }

    private void north() {
        add(
                "<path d=\"M%.0f 44V18m-5 9l5 -9l5 9\" fill=\"none\" stroke=\"#000000\"/>"
                        + "<text x=\"%.0f\" y=\"58\" text-anchor=\"middle\">N</text>",
                WIDTH - 20, WIDTH - 20);
    }

    private void legend() {
        double at = 14;
        double row = HEIGHT - 60;
        for (Map.Entry<String, String> entry : legend.entrySet()) {
            double width = 44 + 7.2 * entry.getKey().length();
            if (at + width > WIDTH) {
                at = 14;
                row += 22;
            }
            String mark = entry.getValue().equals("dashed")
                    ? "<path d=\"M%.0f %.0fh20\" stroke=\"#444444\" stroke-width=\"1.5\" stroke-dasharray=\"7 4\"/>"
                    : "<rect x=\"%.0f\" y=\"%.0f\" width=\"20\" height=\"7\" fill=\"" + entry.getValue() + "\"/>";
            add(mark + "<text x=\"%.0f\" y=\"%.0f\">%s</text>", at, row - 8, at + 25, row, entry.getKey());
            at += width;
        }
    }

    /** A bar of 1, 2 or 5 times a power of ten, at most a quarter of the width. */
    private void scaleBar() {
        double most = WIDTH / 4 / perMetre();
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double metres = List.of(5 * power, 2 * power, power).stream()
                .filter(each -> each <= most)
                .findFirst()
                .orElse(power);
        add(
                "<path d=\"M14 %.1fv6h%.2fv-6\" fill=\"none\" stroke=\"#000000\"/><text x=\"%.1f\" y=\"%.1f\">%s m</text>",
                HEIGHT - FOOT,
                metres * perMetre(),
                14 + metres * perMetre() + 6,
                HEIGHT - FOOT + 8,
                BigDecimal.valueOf(metres).stripTrailingZeros().toPlainString());
    }
}
