package co.lindero.demo.town;

import co.lindero.demo.mesh.Cutter;
import co.lindero.demo.mesh.Extent;
import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Frame;
import co.lindero.demo.mesh.Vec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/** Divides open land into a wanted number of farms of very different size, along nearly parallel lines. */
public final class Farms {
    /** Half a hectare: no farm is cut smaller. */
    public static final double SMALLEST_M2 = 5_000;

    private static final double SPREAD = 0.55;
    private static final int TRIES = 6;

    private record Holding(Face face, double appetite, int order) {
        double urgency(double largestM2) {
            double area = face.areaM2();
            return area > largestM2 ? area * 1e6 : area * appetite;
        }
    }

    private final Cutter cutter;
    private final double degrees;
    private final double largestM2;
    private final RandomGenerator random;
    private int order;

    /**
     * @param cutter cuts the land
     * @param degrees the direction that most lines follow
     * @param largestM2 what is larger is divided first
     * @param random where lines lie
     */
    public Farms(Cutter cutter, double degrees, double largestM2, RandomGenerator random) {
        this.cutter = cutter;
        this.degrees = degrees;
        this.largestM2 = largestM2;
        this.random = random;
    }

    /**
     * Returns exactly the wanted number of farms.
     *
     * @throws IllegalStateException if the land is too small or too many pieces already
     */
    public List<Face> divide(List<Face> land, int wanted) {
        PriorityQueue<Holding> queue =
                new PriorityQueue<>(Comparator.comparingDouble((Holding holding) -> -holding.urgency(largestM2))
                        .thenComparingInt(Holding::order));
        land.forEach(face -> queue.add(new Holding(face, 1, order++)));
        List<Face> done = new ArrayList<>();
        while (queue.size() + done.size() < wanted) {
            Holding holding = queue.poll();
            if (holding == null) {
                throw new IllegalStateException("no land left of " + land + " to divide into " + wanted + " farms");
            }
            List<Face> pieces = halves(holding.face(), wanted - queue.size() - done.size());
            if (pieces.size() == 1) {
                done.add(holding.face());
            }
            for (Face piece : pieces.size() == 1 ? List.<Face>of() : pieces) {
                double appetite = holding.appetite() * StrictMath.exp(SPREAD * random.nextGaussian());
                queue.add(new Holding(piece, appetite, order++));
            }
        }
        if (queue.size() + done.size() > wanted) {
            throw new IllegalStateException("the land is in more than " + wanted + " pieces");
        }
        queue.stream().sorted(Comparator.comparingInt(Holding::order)).forEach(holding -> done.add(holding.face()));
        return done;
    }

    private List<Face> halves(Face face, int most) {
        if (face.areaM2() < 2.2 * SMALLEST_M2) {
            return List.of(face);
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Vec centre = face.centroid();
            Frame frame = Frame.at(centre, degrees + 5 * random.nextGaussian());
            Extent extent = frame.extent(face);
            Frame across = extent.lengthU() >= extent.lengthV() ? frame : frame.turned();
            Extent along = across.extent(face);
            double line = (random.nextDouble() - 0.5) * 0.36 * along.lengthU();
            List<Face> pieces = cutter.cut(face, across.lineAt(line));
            if (pieces.size() > 1
                    && pieces.size() <= most
                    && pieces.stream().allMatch(piece -> piece.areaM2() >= SMALLEST_M2)) {
                return pieces;
            }
        }
        return List.of(face);
    }
}
