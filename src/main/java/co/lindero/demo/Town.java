package co.lindero.demo;

import co.lindero.demo.mesh.Vec;
import java.util.List;

/**
 * A settlement, and the corregimiento around it.
 *
 * @param name its name
 * @param corregimiento its corregimiento; the seat's own land is that of the seat
 * @param isUrban whether the plan classes it as urban
 * @param estates its neighbourhoods, the oldest first
 */
record Town(String name, String corregimiento, boolean isUrban, List<Estate> estates) {
    Town {
        estates = List.copyOf(estates);
    }

    Vec centre() {
        return estates.get(0).centre();
    }
}
