package co.lindero.demo.mesh;

import java.util.ArrayList;
import java.util.List;

/** Reckoning with open paths, in metres. */
public final class Paths {
    private Paths() {}

    /** Returns the path moved to its left by a distance, or to its right if negative; corners are mitred. */
    public static List<Vec> offset(List<Vec> path, double distance) {
        List<Vec> moved = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            Vec before = direction(path, Math.max(0, i - 1));
            Vec after = direction(path, Math.min(path.size() - 2, i));
            double nx = -(before.y() + after.y());
            double ny = before.x() + after.x();
            double length2 = (nx * nx + ny * ny) / 2;
            moved.add(path.get(i).plus(nx / length2 * distance, ny / length2 * distance));
        }
        return moved;
    }

    private static Vec direction(List<Vec> path, int segment) {
        Vec a = path.get(segment);
        Vec b = path.get(segment + 1);
        double length = a.distance(b);
        return new Vec((b.x() - a.x()) / length, (b.y() - a.y()) / length);
    }

    /** Returns the distance from a place to the nearest point of a path. */
    public static double distance(List<Vec> path, Vec place) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < path.size(); i++) {
            Vec a = path.get(i);
            Vec b = path.get(i + 1);
            double dx = b.x() - a.x();
            double dy = b.y() - a.y();
            double t = ((place.x() - a.x()) * dx + (place.y() - a.y()) * dy) / (dx * dx + dy * dy);
            double clamped = Math.max(0, Math.min(1, t));
            nearest = Math.min(nearest, place.distance(a.plus(clamped * dx, clamped * dy)));
        }
        return nearest;
    }

    /** Returns the path with smooth corners (Chaikin), ends kept. */
    public static List<Vec> smooth(List<Vec> path, int rounds) {
        List<Vec> smooth = path;
        for (int round = 0; round < rounds; round++) {
            List<Vec> next = new ArrayList<>();
            next.add(smooth.get(0));
            for (int i = 0; i + 1 < smooth.size(); i++) {
                Vec a = smooth.get(i);
                Vec b = smooth.get(i + 1);
                next.add(a.plus(0.25 * (b.x() - a.x()), 0.25 * (b.y() - a.y())));
                next.add(a.plus(0.75 * (b.x() - a.x()), 0.75 * (b.y() - a.y())));
            }
            next.add(smooth.get(smooth.size() - 1));
            smooth = next;
        }
        return smooth;
    }
}
