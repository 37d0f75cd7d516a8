package co.lindero.licence;

import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The picture of a licence check, to scale: the site with its classed boundary, the footprint and what fails, as SVG. Drawn
 * from the answer alone; of an answer in CRS84 longitudes are shortened by the cosine of the latitude. Pure.
 */
public final class LicencePicture {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 560;
    private static final double MARGIN = 60;
    private static final double METRES_PER_DEGREE = 111_320;
    private static final Map<String, String> COLOURS = Map.of(
            "front", "#c2185b",
            "side", "#1565c0",
            "rear", "#2e7d32",
            "side_or_rear", "#6a1b9a",
            "unknown", "#ef6c00",
            "joined", "#9e9e9e");

    private final Language language;
    private final StringBuilder svg = new StringBuilder();
    private final double[] box = {
        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    private final boolean degrees;
    private double stretch = 1;
    private double scale = 1;

    private LicencePicture(boolean degrees, Language language) {
        this.degrees = degrees;
        this.language = language;
    }

    /** Renders the picture of an answer. */
    public static String render(JsonNode answer, Language language) {
        boolean degrees = answer.path("crs").asText().equals("CRS84");
        LicencePicture picture = new LicencePicture(degrees, language);
        picture.measure(answer.at("/site/geometry/coordinates"));
        picture.fit();
        picture.draw(answer);
        return picture.svg.toString();
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

    private void fit() {
        stretch = degrees ? Math.cos(Math.toRadians((box[1] + box[3]) / 2)) : 1;
        double width = Math.max((box[2] - box[0]) * stretch, 1e-9);
        double height = Math.max(box[3] - box[1], 1e-9);
        scale = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN - 40) / height);
    }

    private void draw(JsonNode answer) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\""
                        + " font-family=\"sans-serif\" font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\""
                        + " fill=\"#ffffff\"/>%n",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT));
        area(answer.at("/site/geometry"), "#f4f1ea", "#f4f1ea", 0.5);
        area(answer.at("/site/footprint"), "#b0bec5", "#455a64", 1.2);
        for (JsonNode finding : answer.path("findings")) {
            boolean bad = finding.path("verdict").asText().equals(Verdict.DOES_NOT_COMPLY.code());
            boolean ground = finding.path("kind").asText().equals("protection");
            boolean whole = finding.path("geometry").equals(answer.at("/site/footprint"));
            if ((bad || ground) && !whole) {
                area(finding.path("geometry"), bad ? "#e53935" : "#ffb300", bad ? "#b71c1c" : "#ff8f00", 0.8);
            }
        }
        for (JsonNode piece : answer.at("/site/boundary")) {
            line(
                    piece.path("geometry"),
                    COLOURS.getOrDefault(piece.path("class").asText(), "#000000"));
        }
        for (JsonNode piece : answer.at("/site/boundary")) {
            label(piece);
        }
        legend();
        scaleBar();
        svg.append("</svg>\n");
    }

    private double x(JsonNode place) {
        double left = (WIDTH - (box[2] - box[0]) * stretch * scale) / 2;
        return left + (place.get(0).asDouble() - box[0]) * stretch * scale;
    }

    private double y(JsonNode place) {
        double top = (HEIGHT - 40 - (box[3] - box[1]) * scale) / 2;
        return top + (box[3] - place.get(1).asDouble()) * scale;
    }

    private void area(JsonNode geometry, String fill, String stroke, double width) {
        StringBuilder path = new StringBuilder();
        switch (geometry.path("type").asText()) {
            case "Polygon" -> rings(geometry.get("coordinates"), path);
            case "MultiPolygon" -> geometry.get("coordinates").forEach(polygon -> rings(polygon, path));
            default -> {
                return;
            }
        }
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"%s\" fill=\"%s\" fill-opacity=\"0.75\" fill-rule=\"evenodd\" stroke=\"%s\""
                        + " stroke-width=\"%.1f\"/>%n",
                path,
                fill,
                stroke,
                width));
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

    private void line(JsonNode geometry, String colour) {
        JsonNode ends = geometry.path("coordinates");
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%.2f %.2fL%.2f %.2f\" stroke=\"%s\" stroke-width=\"3\" stroke-linecap=\"round\"/>%n",
                x(ends.get(0)),
                y(ends.get(0)),
                x(ends.get(1)),
                y(ends.get(1)),
                colour));
    }

    private void label(JsonNode piece) {
        JsonNode ends = piece.path("geometry").path("coordinates");
        double dx = x(ends.get(1)) - x(ends.get(0));
        double dy = y(ends.get(1)) - y(ends.get(0));
        double length = Math.hypot(dx, dy);
        if (length < 45) {
            return;
        }
        // the outside lies to the left of the way round, which on the screen is (dy, -dx)
        double px = (x(ends.get(0)) + x(ends.get(1))) / 2 + dy / length * 16;
        double py = (y(ends.get(0)) + y(ends.get(1))) / 2 - dx / length * 16;
        double turn = Math.toDegrees(Math.atan2(dy, dx));
        double upright = turn > 90 || turn <= -90 ? turn + 180 : turn;
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" dominant-baseline=\"middle\""
                        + " transform=\"rotate(%.1f %.1f %.1f)\">%.2f m</text>%n",
                px,
                py,
                upright,
                px,
                py,
                piece.path("lengthM").asDouble()));
    }

    private void legend() {
        List<String[]> entries = List.of(
                new String[] {"front", language.pick("frente", "front")},
                new String[] {"side", language.pick("lateral", "side")},
                new String[] {"rear", language.pick("posterior", "rear")},
                new String[] {"side_or_rear", language.pick("lateral o posterior", "side or rear")},
                new String[] {"unknown", language.pick("desconocido", "unknown")});
        double at = 20;
        for (String[] entry : entries) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.0f\" y=\"%.0f\" width=\"18\" height=\"4\" fill=\"%s\"/><text x=\"%.0f\" y=\"%.0f\">%s</text>%n",
                    at,
                    HEIGHT - 20,
                    COLOURS.get(entry[0]),
                    at + 23,
                    HEIGHT - 14,
                    entry[1]));
            at += 40 + 7.2 * entry[1].length();
        }
    }

    /** A bar of 1, 2 or 5 times a power of ten, at most a quarter of the width. */
    private void scaleBar() {
        double perMetre = degrees ? scale / METRES_PER_DEGREE : scale;
        double most = WIDTH / 4 / perMetre;
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double metres = most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
        double length = metres * perMetre;
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %.1fv6h%.2fv-6\" fill=\"none\" stroke=\"#000000\"/><text x=\"%.1f\" y=\"%.1f\""
                        + " text-anchor=\"end\">%s m</text>%n",
                WIDTH - 20 - length,
                HEIGHT - 22,
                length,
                WIDTH - 20,
                HEIGHT - 28,
                java.math.BigDecimal.valueOf(metres).stripTrailingZeros().toPlainString()));
    }
}
