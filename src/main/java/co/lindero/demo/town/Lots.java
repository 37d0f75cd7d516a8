package co.lindero.demo.town;

import co.lindero.demo.mesh.Extent;
import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Frame;
import co.lindero.demo.mesh.Slicer;
import co.lindero.demo.mesh.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Divides a block into lots in two rows back to back, and in grown towns lots that face the carreras at its ends. */
public final class Lots {
    private static final double SMALLEST_LOT_M2 = 28;
    private static final double NARROWEST_BLOCK_M = 7;

    private final Slicer slicer;
    private final Frame frame;
    private final GridStyle style;
    private final RandomGenerator random;

    /** Divides blocks of one settlement. */
    public Lots(Slicer slicer, Frame frame, GridStyle style, RandomGenerator random) {
        this.slicer = slicer;
        this.frame = frame;
        this.style = style;
        this.random = random;
    }

    /** Returns the lots of a block; a block too small or chosen as public space comes back whole. */
    public List<Plot> divide(Block block, int number) {
        Extent extent = frame.extent(block.face());
        boolean isNarrow = Math.min(extent.lengthU(), extent.lengthV()) < NARROWEST_BLOCK_M;
        if (isNarrow || random.nextDouble() < style.parkShare()) {
            return List.of(Plot.open(block.face(), PlotKind.PARK, number, calle(block.row()) + " Zona Verde"));
        }
        List<Plot> plots = new ArrayList<>();
        List<Face> middle = List.of(block.face());
        boolean facesCarreras = style.irregularity() > 0.4 && extent.lengthU() > 3.2 * style.depthM();
        if (facesCarreras) {
            Slicer.Sides west = slicer.slice(middle, frame, extent.u0() + style.depthM());
            Slicer.Sides east = slicer.slice(west.high(), frame, extent.u1() - style.depthM());
            middle = east.low();
            column(west.low(), block, number, -1, plots);
            column(east.high(), block, number, 1, plots);
        }
        rows(middle, block, number, plots);
        return plots;
    }

    private void rows(List<Face> ground, Block block, int number, List<Plot> plots) {
        Extent extent = frame.extent(block.face());
        if (extent.lengthV() < 1.5 * style.depthM()) {
            row(ground, block, number, -1, plots);
            return;
        }
        double middle = (extent.v0() + extent.v1()) / 2 + wobble(style.depthM() * 0.1);
        Slicer.Sides sides = slicer.slice(ground, frame.turned(), middle);
        row(sides.low(), block, number, -1, plots);
        row(sides.high(), block, number, 1, plots);
    }

    private void row(List<Face> ground, Block block, int number, int side, List<Plot> plots) {
        Vec front = new Vec(-side * frame.sin(), side * frame.cos());
        String street = calle(side < 0 ? block.row() : block.row() + 1) + " # " + block.column() + "-";
        cutAcross(ground, frame, number, new Side(front, street, side), plots);
    }

    private void column(List<Face> ground, Block block, int number, int side, List<Plot> plots) {
        Vec front = new Vec(side * frame.cos(), side * frame.sin());
        String street = "Carrera " + (side < 0 ? block.column() : block.column() + 1) + " # " + block.row() + "-";
        cutAcross(ground, frame.turned(), number, new Side(front, street, side), plots);
    }

    private record Side(Vec front, String street, int sign) {}

    private void cutAcross(List<Face> ground, Frame along, int number, Side side, List<Plot> plots) {
        for (Face row : ground) {
            Extent extent = along.extent(row);
            int count = Math.max(1, (int) Math.round(extent.lengthU() / style.frontageM()));
            double step = extent.lengthU() / count;
            List<Face> rest = List.of(row);
            for (int i = 1; i <= count; i++) {
                double line = extent.u0() + i * step + wobble(step * 0.3);
                Slicer.Sides sides = i == count ? new Slicer.Sides(rest, List.of()) : slicer.slice(rest, along, line);
                String address = address(side, (i - 0.5) * step);
                sides.low().forEach(face -> plots.add(plot(face, number, side.front(), address)));
                rest = sides.high();
            }
        }
    }

    private static Plot plot(Face face, int number, Vec front, String address) {
        PlotKind kind = face.areaM2() < SMALLEST_LOT_M2 ? PlotKind.PARK : PlotKind.LOT;
        return new Plot(face, kind, number, front, address);
    }

    private static String calle(int number) {
        return "Calle " + number;
    }

    private static String address(Side side, double fromCorner) {
        long metres = Math.round(fromCorner);
        long plate = metres - metres % 2 + (side.sign() > 0 ? 1 : 0);
        return side.street() + String.format(Locale.ROOT, "%02d", plate);
    }

    private double wobble(double metres) {
        return (random.nextDouble() - 0.5) * 2 * metres * style.irregularity();
    }
}
