package co.lindero.demo;

import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.out.Drawing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A meandering river along a row of the fabric: its bank and its flood plain, of thousands of vertices. */
final class FabricRiver {
    private static final double STEP_M = 12;
    private static final double BANK_M = 30;

    private final double westM;
    private final double eastM;
    private final double northingM;
    private final double swingM;
    private final double phase;

    FabricRiver(double westM, double eastM, double northingM, double swingM, RandomGenerator random) {
        this.westM = westM;
        this.eastM = eastM;
        this.northingM = northingM;
        this.swingM = swingM;
        this.phase = random.nextDouble() * 7;
    }

    void write(FabricFiles files) throws IOException {
        files.zone("riparian-buffer", FabricZones.zone("RH-30"), band(-BANK_M, BANK_M));
        files.zone("hazard-flood", FabricZones.zone("Alta"), band(-2 * BANK_M, 2 * BANK_M));
        files.zone("hazard-flood", FabricZones.zone("Media"), band(2 * BANK_M, 5 * BANK_M));
        files.zone("hazard-flood", FabricZones.zone("Media"), band(-5 * BANK_M, -2 * BANK_M));
    }

    private Drawing band(double from, double to) {
        List<Node> ring = new ArrayList<>();
        int steps = (int) Math.ceil((eastM - westM) / STEP_M);
        for (int i = 0; i <= steps; i++) {
            ring.add(at(i, steps, from));
        }
        for (int i = steps; i >= 0; i--) {
            ring.add(at(i, steps, to));
        }
        return Drawing.of(List.of(new Shape(ring, List.of())));
    }

    private Node at(int i, int steps, double offset) {
        double x = westM + (eastM - westM) * i / steps;
        double bend = swingM * (StrictMath.sin(x / 610 + phase) + 0.4 * StrictMath.sin(x / 173 + 2 * phase));
        double ragged = 1 + 0.25 * StrictMath.sin(x / 37 + phase) * StrictMath.sin(x / 11);
        return Node.at(x, northingM + bend + offset * ragged);
    }
}
