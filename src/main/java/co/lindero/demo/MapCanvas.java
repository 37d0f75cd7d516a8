package co.lindero.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A sheet of paper over a piece of ground. Not thread-safe. */
final class MapCanvas {
    private static final Color HALO = new Color(255, 255, 255, 215);

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final AffineTransform toPaper;
    private final Rectangle2D ground;
    private final List<Rectangle2D> labels = new ArrayList<>();

    /**
     * @param ground what is shown, metres
     * @param widthPx width of the paper
     */
    MapCanvas(Rectangle2D ground, int widthPx) {
        this.ground = ground;
        double scale = widthPx / ground.getWidth();
        image = new BufferedImage(widthPx, (int) Math.round(ground.getHeight() * scale), BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(new Color(0xf4f1ea));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        toPaper = new AffineTransform(scale, 0, 0, -scale, -ground.getMinX() * scale, ground.getMaxY() * scale);
    }

    boolean shows(Shape shape) {
        return ground.intersects(shape.getBounds2D())
                || ground.contains(
                        shape.getBounds2D().getCenterX(), shape.getBounds2D().getCenterY());
    }

    void fill(Shape shape, Color color) {
        if (shows(shape)) {
            graphics.setColor(color);
            graphics.fill(toPaper.createTransformedShape(shape));
        }
    }

    void stroke(Shape shape, Color color, double widthPx) {
        stroke(shape, color, new BasicStroke((float) widthPx, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    void dash(Shape shape, Color color, double widthPx) {
        float[] pattern = {(float) (4 * widthPx), (float) (3 * widthPx)};
        stroke(
                shape,
                color,
                new BasicStroke((float) widthPx, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4, pattern, 0));
    }

    private void stroke(Shape shape, Color color, BasicStroke stroke) {
        if (shows(shape)) {
            graphics.setColor(color);
            graphics.setStroke(stroke);
            graphics.draw(toPaper.createTransformedShape(shape));
        }
    }

    /** Writes a label around a place unless another is there already. */
    void label(String text, double x, double y, Font font, Color color) {
        Point2D at = toPaper.transform(new Point2D.Double(x, y), null);
        GlyphVector glyphs = font.createGlyphVector(graphics.getFontRenderContext(), text);
        Rectangle2D box = glyphs.getVisualBounds();
        double left = at.getX() - box.getWidth() / 2;
        double base = at.getY() + box.getHeight() / 2;
        Rectangle2D place =
                new Rectangle2D.Double(left - 2, base - box.getHeight() - 2, box.getWidth() + 4, box.getHeight() + 4);
        if (labels.stream().noneMatch(place::intersects)) {
            labels.add(place);
            Shape outline = glyphs.getOutline((float) left, (float) base);
            graphics.setColor(HALO);
            graphics.setStroke(new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(outline);
            graphics.setColor(color);
            graphics.fill(outline);
        }
    }

    /** Writes a line in a corner of the sheet, counted in pixels from the left and from the foot. */
    void caption(String text, double left, double up, Font font, Color color) {
        GlyphVector glyphs = font.createGlyphVector(graphics.getFontRenderContext(), text);
        graphics.setColor(color);
        graphics.fill(glyphs.getOutline((float) left, (float) (image.getHeight() - up)));
    }

    /** Fills a rectangle of paper, counted in pixels from the left and from the foot. */
    void patch(Rectangle2D onPaper, Color color) {
        double top = image.getHeight() - onPaper.getY() - onPaper.getHeight();
        Rectangle2D patch = new Rectangle2D.Double(onPaper.getX(), top, onPaper.getWidth(), onPaper.getHeight());
        graphics.setColor(color);
        graphics.fill(patch);
        graphics.setColor(Color.GRAY);
        graphics.setStroke(new BasicStroke(0.8f));
        graphics.draw(patch);
    }

    int widthPx() {
        return image.getWidth();
    }

    /** Returns how many pixels of paper a length on the ground takes. */
    double pixels(double lengthM) {
        return lengthM * toPaper.getScaleX();
    }

    void write(Path file) throws IOException {
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }
}
