package co.lindero.demo.town;

import co.lindero.demo.mesh.Extent;
import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Frame;
import co.lindero.demo.mesh.Slicer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Lays carreras and calles over the ground of a settlement; they go through from end to end. */
public final class Streets {
    private static final double SHARE_OF_JITTER = 0.12;

    /**
     * What the streets leave.
     *
     * @param blocks the ground between them
     * @param streets the streets, cut at the crossings
     */
    public record Layout(List<Block> blocks, List<Face> streets) {}

    private final Slicer slicer;

    /** Cuts with the given slicer. */
    public Streets(Slicer slicer) {
        this.slicer = slicer;
    }

    /** Returns blocks and streets that together are the ground. */
    public Layout lay(List<Face> ground, Frame frame, GridStyle style, RandomGenerator random) {
        Layout layout = new Layout(new ArrayList<>(), new ArrayList<>());
        List<Double> carreras = lines(ground, frame, style.blockU(), style, random);
        List<Double> calles = lines(ground, frame.turned(), style.blockV(), style, random);
        List<List<Face>> columns = bands(ground, frame, carreras, style.streetM(), layout.streets());
        for (int column = 0; column < columns.size(); column++) {
            List<List<Face>> rows =
                    bands(columns.get(column), frame.turned(), calles, style.streetM(), layout.streets());
            for (int row = 0; row < rows.size(); row++) {
                for (Face face : rows.get(row)) {
                    layout.blocks().add(new Block(face, column + 1, row + 1));
                }
            }
        }
        return layout;
    }

    private static List<Double> lines(
            List<Face> ground, Frame frame, double block, GridStyle style, RandomGenerator random) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Face face : ground) {
            Extent extent = frame.extent(face);
            low = Math.min(low, extent.u0());
            high = Math.max(high, extent.u1());
        }
        double pitch = block + style.streetM();
        int blocks = Math.max(1, (int) Math.round((high - low + style.streetM()) / pitch));
        double even = (high - low + style.streetM()) / blocks;
        List<Double> lines = new ArrayList<>();
        for (int i = 1; i < blocks; i++) {
            double jitter = (random.nextDouble() - 0.5) * 2 * SHARE_OF_JITTER * style.irregularity() * block;
            lines.add(low + i * even - style.streetM() / 2 + jitter);
        }
        return lines;
    }

    private List<List<Face>> bands(
            List<Face> ground, Frame frame, List<Double> lines, double width, List<Face> streets) {
        List<List<Face>> bands = new ArrayList<>();
        List<Face> rest = ground;
        for (double line : lines) {
            Slicer.Sides before = slicer.slice(rest, frame, line - width / 2);
            Slicer.Sides after = slicer.slice(before.high(), frame, line + width / 2);
            bands.add(before.low());
            streets.addAll(after.low());
            rest = after.high();
        }
        bands.add(rest);
        return bands;
    }
}
