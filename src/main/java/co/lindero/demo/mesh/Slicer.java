package co.lindero.demo.mesh;

import java.util.ArrayList;
import java.util.List;

/** Cuts many faces by one straight line and sorts the pieces by side. */
public final class Slicer {
    /**
     * The pieces on either side of a line.
     *
     * @param low where u is smaller
     * @param high where u is greater
     */
    public record Sides(List<Face> low, List<Face> high) {}

    private final Cutter cutter;

    /** Cuts with the given cutter. */
    public Slicer(Cutter cutter) {
        this.cutter = cutter;
    }

    /** Cuts faces where u has the given value, metres. */
    public Sides slice(List<Face> faces, Frame frame, double u) {
        Sides sides = new Sides(new ArrayList<>(), new ArrayList<>());
        for (Face face : faces) {
            Extent extent = frame.extent(face);
            List<Face> pieces = extent.u0() < u && extent.u1() > u ? cutter.cut(face, frame.lineAt(u)) : List.of(face);
            for (Face piece : pieces) {
                (frame.meanU(piece) < u ? sides.low() : sides.high()).add(piece);
            }
        }
        return sides;
    }
}
