package co.lindero.demo;

import co.lindero.demo.mesh.Paths;
import co.lindero.demo.mesh.Vec;
import java.util.ArrayList;
import java.util.List;

/** Makes a river of a few points drawn by hand. */
final class Meander {
    private Meander() {}

    /** Returns the path swinging about its drawn course, the ends kept. */
    static List<Vec> of(List<Vec> drawn, double swingM, double waveM, double stepM) {
        List<Vec> smooth = Paths.smooth(drawn, 3);
        double total = length(smooth);
        List<Vec> path = new ArrayList<>();
        path.add(drawn.get(0));
        int steps = (int) Math.round(total / stepM);
        for (int i = 1; i < steps; i++) {
            double at = total * i / steps;
            Vec here = along(smooth, at);
            Vec ahead = along(smooth, Math.min(total, at + 5));
            Vec behind = along(smooth, Math.max(0, at - 5));
            double run = behind.distance(ahead);
            double taper = Math.min(1, Math.min(at, total - at) / waveM);
            double even = 2 * Math.PI * at / waveM;
            double phase = even + 1.6 * StrictMath.sin(0.29 * even) + 0.9 * StrictMath.sin(0.113 * even + 2);
            double swell = 0.35 + 0.65 * StrictMath.pow(Math.sin(0.17 * even + 1), 2);
            double bends =
                    StrictMath.sin(phase) + 0.45 * StrictMath.sin(0.37 * phase + 1) + 0.2 * StrictMath.sin(2.3 * phase);
            double swing = swingM * swell * taper * bends;
            path.add(here.plus(-swing * (ahead.y() - behind.y()) / run, swing * (ahead.x() - behind.x()) / run));
        }
        path.add(drawn.get(drawn.size() - 1));
        return path;
    }

    private static double length(List<Vec> path) {
        double sum = 0;
        for (int i = 0; i + 1 < path.size(); i++) {
            sum += path.get(i).distance(path.get(i + 1));
        }
        return sum;
    }

    private static Vec along(List<Vec> path, double metres) {
        double left = metres;
        for (int i = 0; i + 1 < path.size(); i++) {
            Vec a = path.get(i);
            Vec b = path.get(i + 1);
            double run = a.distance(b);
            if (left <= run) {
                return a.plus((b.x() - a.x()) * left / run, (b.y() - a.y()) * left / run);
            }
            left -= run;
        }
        return path.get(path.size() - 1);
    }
}
