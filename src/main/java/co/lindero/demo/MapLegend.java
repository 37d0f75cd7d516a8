package co.lindero.demo;

import co.lindero.demo.out.GeoJsonFile;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;

/** The block at the foot of a map: title, what the colours mean, scale, and that all of it is synthetic. */
final class MapLegend {
    private static final Color INK = new Color(0x333333);
    private static final Color PAPER = new Color(255, 255, 255, 235);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    private static final double MARGIN_PX = 24;
    private static final double INDENT_PX = 18;
    private static final double LINE_PX = 25;
    private static final double LABEL_PX = 42;
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    /** Corners at the foot of the sheet. */
    enum Corner {
        LEFT,
        RIGHT
    }

    private final Map<String, Integer> colours;

    /** @param colours what colour each zone code is filled with */
    MapLegend(Map<String, Integer> colours) {
        this.colours = Map.copyOf(colours);
    }

    /**
     * Draws the block at the foot of the map.
     *
     * @param corner where it hides least
     * @param barM length of the scale bar on the ground, metres
     * @param codes zone codes from top to bottom
     */
    void draw(MapCanvas canvas, Corner corner, String title, int barM, List<String> codes) {
        double height = (codes.size() + 5) * LINE_PX;
        double width = width(canvas, title, barM, codes);
        double side = corner == Corner.LEFT ? MARGIN_PX : canvas.widthPx() - MARGIN_PX - width;
        canvas.patch(new Rectangle2D.Double(side, MARGIN_PX, width, height), PAPER);
        double left = side + INDENT_PX;
        double up = MARGIN_PX + height - 1.3 * LINE_PX;
        canvas.caption(title, left, up, TITLE, INK);
        for (String code : codes) {
            up -= LINE_PX;
            canvas.patch(new Rectangle2D.Double(left, up - 3, 30, 16), new Color(colours.get(code)));
            canvas.caption(Labels.of(code), left + LABEL_PX, up, TEXT, INK);
        }
        scale(canvas, barM, left, up - 1.6 * LINE_PX);
        canvas.caption(sentence(), left, MARGIN_PX + 12, TEXT, new Color(0xa02020));
    }

    private static void scale(MapCanvas canvas, int barM, double left, double up) {
        double half = canvas.pixels(barM) / 2;
        canvas.patch(new Rectangle2D.Double(left, up, half, 8), INK);
        canvas.patch(new Rectangle2D.Double(left + half, up, half, 8), Color.WHITE);
        canvas.caption(length(barM), left + 2 * half + 10, up - 2, TEXT, INK);
    }

    private static String length(int barM) {
        return (barM >= 1000 ? barM / 1000 + " km" : barM + " m") + " (EPSG:9377)";
    }

    /** As wide as the longest of its lines asks for. */
    private static double width(MapCanvas canvas, String title, int barM, List<String> codes) {
        double widest = Math.max(width(title, TITLE), canvas.pixels(barM) + 10 + width(length(barM), TEXT));
        for (String code : codes) {
            widest = Math.max(widest, LABEL_PX + width(Labels.of(code), TEXT));
        }
        return Math.max(widest, width(sentence(), TEXT)) + 2 * INDENT_PX;
    }

    private static double width(String text, Font font) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    private static String sentence() {
        return Character.toUpperCase(GeoJsonFile.SYNTHETIC.charAt(0)) + GeoJsonFile.SYNTHETIC.substring(1) + ".";
    }
}
