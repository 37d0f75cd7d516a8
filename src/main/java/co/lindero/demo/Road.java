package co.lindero.demo;

import co.lindero.demo.mesh.Vec;
import java.util.List;

/**
 * A road or river as drawn by hand.
 *
 * @param name its name
 * @param path its centre line
 * @param widthM width of its strip in metres
 */
record Road(String name, List<Vec> path, double widthM) {
    Road {
        path = List.copyOf(path);
    }
}
